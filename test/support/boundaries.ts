import { parseJson } from '../../src/input/json.ts';
import { type Units, unitsOf } from '../../src/places/geojson.ts';

type Ring = [number, number][];

/** A square, as a ring of [longitude, latitude]. */
export function square(west: number, south: number, size: number): Ring {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

export function feature(properties: Record<string, unknown>, ...rings: Ring[]): object {
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } };
}

export function collection(...features: object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features }, null, 1);
}

const syria = { ADM0_PCODE: 'SY', ADM0_EN: 'Syrian Arab Republic', ADM0_AR: 'الجمهورية العربية السورية' };
const swapped = { ADM0_PCODE: 'SY', ADM0_EN: 'الجمهورية العربية السورية', ADM0_AR: 'Syrian Arab Republic' };
const latakia = { ADM1_PCODE: 'SY06', ADM1_EN: 'Lattakia', ADM1_AR: 'اللاذقية' };
const haffa = { ADM2_PCODE: 'SY0603', ADM2_EN: 'Al-Haffa', ADM2_AR: 'الحفة' };

/**
 * A small Syria: the governorate Lattakia with the districts Lattakia (west) and Al-Haffa (east, with two subdistricts), and Hama, which lies
 * around a square in its middle that belongs to nobody. In the third level the country's names are swapped, as in the real file.
 */
export const boundaryFiles: Readonly<Record<string, string>> = {
  'admin1.geojson': collection(
    feature({ PCODE: 'SY06', NAME_EN: 'Lattakia', NAME_AR: 'اللاذقية', ...syria }, square(36, 35, 1)),
    feature({ PCODE: 'SY05', NAME_EN: 'Hama', NAME_AR: 'حماة', NAM_EN_REF: 'Hama (centre)', ...syria }, square(37, 35, 1), square(37.4, 35.4, 0.2)),
  ),
  'admin2.geojson': collection(
    feature({ PCODE: 'SY0600', NAME_EN: 'Lattakia', NAME_AR: 'اللاذقية', ...latakia, ...syria }, square(36, 35, 0.5)),
    feature({ PCODE: 'SY0603', NAME_EN: ' Al-Haffa\r\n', NAME_AR: 'الحفة', ...latakia, ...syria }, square(36.5, 35, 0.5)),
  ),
  'admin3.geojson': collection(
    feature({ PCODE: 'SY060300', NAME_EN: 'Al-Haffa', NAME_AR: 'الحفة', ...haffa, ...latakia, ...swapped }, square(36.5, 35, 0.25)),
    feature({ PCODE: 'SY060301', NAME_EN: 'Salanfa', NAME_AR: 'صلنفة', ...haffa, ...latakia, ...swapped }, square(36.75, 35, 0.25)),
  ),
  'neighbourhoods.geojson': collection(
    feature(
      {
        PCODE: 'N0001',
        NAME_EN: 'Ziraa',
        NAME_AR: 'الزراعة',
        AREA_PCODE: '<Null>',
        ADM4_PCODE: 'C3480',
        ADM4_EN: 'Lattakia',
        ADM2_PCODE: 'SY0600',
        ...latakia,
        ...syria,
      },
      square(36.1, 35.1, 0.01),
    ),
  ),
};

export function unitsFrom(files: Readonly<Record<string, string>>): Units {
  return unitsOf(Object.entries(files).map(([name, text]) => parseJson(name, Buffer.from(text), 'a GeoJSON FeatureCollection')));
}
