import type { placeKinds } from '../place/ref.ts';
import { comparedName } from '../text.ts';
import type { GedRow } from './row.ts';

/** A place that a row names. The key unifies case and blanks, so that "Homs Governorate" and "Homs governorate" are one. */
export interface GedPlace {
  readonly key: string;
  readonly name: string;
  readonly kind: keyof typeof placeKinds | null;
  /** Where the row says it is; null for a place that the row only names as what lies around. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/**
 * The places of a row, each within the next: where it happened, district, governorate, country. A row whose place is one of
 * the last three by name ends there: the place is that district, governorate or country itself. A smaller place has its coordinates in
 * its key, since villages of one name are many.
 */
export function placesOf(row: GedRow): GedPlace[] {
  const units = unitsOf(row);
  const point = row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude };
  const itself = indexOfItself(row, units);
  if (itself !== -1) return units.slice(itself).map((unit, index) => (index === 0 ? { ...unit, point } : unit));

  const within = [row.country.id, row.adm1, row.adm2].map(keyPart).join('/');
  const spot = point ? `@${point.latitude},${point.longitude}` : '';
  return [{ key: `ucdp:place:${within}/${keyPart(row.where)}${spot}`, name: row.where, kind: kindOf(row.where), point }, ...units];
}

function unitsOf({ country, adm1, adm2 }: GedRow): GedPlace[] {
  const first = `ucdp:place:${country.id}`;
  return [
    ...(adm2 ? [{ key: `${first}/${keyPart(adm1)}/${keyPart(adm2)}`, name: adm2, kind: 'ADM2', point: null } as const] : []),
    ...(adm1 ? [{ key: `${first}/${keyPart(adm1)}`, name: adm1, kind: 'ADM1', point: null } as const] : []),
    { key: first, name: country.name, kind: 'COUNTRY', point: null },
  ];
}

const unitOfPrecision: Readonly<Record<number, GedPlace['kind']>> = { 3: 'ADM2', 4: 'ADM1', 6: 'COUNTRY' };

/** Which of the units the row's place is: the one of its name, and of several (a city that is a province) the one that where_prec means. */
function indexOfItself({ where, wherePrecision }: GedRow, units: readonly GedPlace[]): number {
  const meant = units.findIndex(({ kind }) => kind === unitOfPrecision[wherePrecision ?? 0]);
  if (where === '') return Math.max(meant, 0);
  const called = ({ name }: GedPlace) => comparedName(name) === comparedName(where);
  return units[meant] && called(units[meant]) ? meant : units.findIndex(called);
}

function keyPart(name: string): string {
  return comparedName(name).replaceAll('/', '%2f');
}

const kindByLastWord: Readonly<Record<string, GedPlace['kind']>> = {
  village: 'VILLAGE',
  town: 'TOWN',
  city: 'TOWN',
  suburb: 'NEIGHBOURHOOD',
  neighborhood: 'NEIGHBOURHOOD',
  neighbourhood: 'NEIGHBOURHOOD',
  airport: 'SITE',
  airbase: 'SITE',
  base: 'SITE',
  camp: 'SITE',
  checkpoint: 'SITE',
  dam: 'SITE',
  bridge: 'SITE',
  station: 'SITE',
  hospital: 'SITE',
  prison: 'SITE',
  farm: 'SITE',
  field: 'SITE',
  border: 'AREA',
  mountain: 'AREA',
  mountains: 'AREA',
  valley: 'AREA',
  plain: 'AREA',
  area: 'AREA',
  island: 'AREA',
  enclave: 'AREA',
  pocket: 'AREA',
  governorate: 'AREA',
  province: 'AREA',
  district: 'AREA',
  region: 'AREA',
  state: 'AREA',
};

/** UCDP ends most names with what the place is; "Northern Homs Governorate" is no governorate but an area in one. */
function kindOf(name: string): GedPlace['kind'] {
  return kindByLastWord[comparedName(name).split(' ').at(-1) ?? ''] ?? null;
}
