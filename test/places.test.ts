import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saidOf } from '../src/cli/import-places.ts';
import { draft, type LinkDraft } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { idFromKey } from '../src/ids.ts';
import { readAliases } from '../src/places/aliases.ts';
import { boundariesOf, longestBoundary } from '../src/places/boundary.ts';
import { importPlaces } from '../src/places/import.ts';
import type { PlacesReport } from '../src/places/tally.ts';
import { boundaryFiles, collection, feature, square, unitsFrom } from './support/boundaries.ts';
import { engines, openService, type Service } from './support/service.ts';

const country = 'ucdp:place:652';
const governorate = `${country}/latakia governorate`;
const district = `${governorate}/al haffah district`;

/** Places as the UCDP import makes them: each within the district, governorate and country that its row names. */
function ucdpPlaces() {
  const nodes = [
    draft('Place', country, { name: 'Syria', kind: 'COUNTRY' }),
    draft('Place', governorate, { name: 'Latakia Governorate', kind: 'ADM1' }),
    draft('Place', district, { name: 'Al Haffah district', kind: 'ADM2', latitude: 35.3, longitude: 36.6 }),
    draft('Place', `${district}/kinsabba village`, { name: 'Kinsabba village', kind: 'VILLAGE', latitude: 35.1, longitude: 36.8 }),
    draft('Place', `${district}/strayed village`, { name: 'Strayed village', kind: 'VILLAGE', latitude: 35.1, longitude: 36.1 }),
    draft('Place', `${governorate}/jabal akrad`, { name: 'Jabal Akrad', kind: 'AREA', latitude: 35.1, longitude: 36.6 }),
    draft('Place', `${governorate}/harbour`, { name: 'Harbour', kind: 'SITE', latitude: 35.5, longitude: 35.95 }),
    draft('Place', `${country}/crossroads`, { name: 'Crossroads', kind: null, latitude: 35.1, longitude: 37.1 }),
    draft('Place', 'ucdp:place:640/adana', { name: 'Adana', kind: 'TOWN', latitude: 37, longitude: 35.3 }),
  ];
  const within = (from: string, to: string): LinkDraft => ({ type: 'WITHIN', from: idFromKey('Place', from), to: idFromKey('Place', to) });
  const event = draft('Event', 'test:event:kinsabba', { title: 'Fighting at Kinsabba', from: '2016-01-02', to: '2016-01-02' });
  const strayed = draft('Event', 'test:event:strayed', { title: 'Fighting elsewhere', from: '2016-01-03', to: '2016-01-03' });
  return {
    nodes: [...nodes, event, strayed],
    links: [
      within(governorate, country),
      within(district, governorate),
      within(`${district}/kinsabba village`, district),
      within(`${district}/strayed village`, district),
      within(`${governorate}/jabal akrad`, governorate),
      within(`${governorate}/harbour`, governorate),
      within(`${country}/crossroads`, country),
      { type: 'OCCURRED_AT' as const, from: event.id, to: idFromKey('Place', `${district}/kinsabba village`) },
      { type: 'OCCURRED_AT' as const, from: strayed.id, to: idFromKey('Place', `${district}/strayed village`) },
    ],
  };
}

describe.each(engines)('boundaries on %s', (engine) => {
  let service: Service;
  let report: PlacesReport;
  const units = unitsFrom(boundaryFiles);

  beforeAll(async () => {
    service = await openService(engine);
    await service.graph.write((run) => writeDrafts(run, ucdpPlaces(), { at: '2025-04-01T00:00:00.000Z', by: 'test' }));
    await importPlaces(service.graph, units, { dryRun: true });
    report = await importPlaces(service.graph, units);
  });
  afterAll(() => service.close());

  const within = async (key: string) => {
    const { byKey } = await service.data(
      'query ($key: String!) { byKey(key: $key) { ... on Place { within { edges { node { name pcode } link { properties { name value } } } } } } }',
      { key },
    );
    return byKey.within.edges
      .filter(({ node }: { node: { pcode: string | null } }) => node.pcode)
      .map(({ node, link }: { node: { pcode: string }; link: { properties: { value: string }[] } }) => [node.pcode, link.properties[0]?.value ?? null]);
  };

  it('make places with their names in both languages, each within the next', async () => {
    const { byKey } = await service.data(
      '{ byKey(key: "ocha:SY060301") { label ... on Place { kind pcode latitude longitude names { language name } within { edges { node { name pcode } } } } } }',
    );

    expect(byKey).toEqual({
      label: 'Salanfa',
      kind: 'ADM3',
      pcode: 'SY060301',
      latitude: 35.125,
      longitude: 36.875,
      names: [{ language: 'ar', name: 'صلنفة' }],
      within: { edges: [{ node: { name: 'Al-Haffa', pcode: 'SY0603' } }] },
    });
  });

  it('join the place that has the p-code already, which keeps its words and answers to both keys', async () => {
    const { byKeys, places } = await service.data(`{
      byKeys(keys: ["ocha:SY06", "sample:place:latakia"]) { id keys label ... on Place { aliases names { name } boundary boundaryCredit } }
      places(filter: {pcodes: ["SY06"]}) { totalCount }
    }`);

    expect(byKeys[0]).toEqual(byKeys[1]);
    expect(byKeys[0]).toMatchObject({
      keys: ['sample:place:latakia', 'ocha:SY06'],
      label: 'Latakia',
      names: [{ name: 'اللاذقية' }],
      boundaryCredit: 'OCHA, CC BY-IGO',
    });
    expect(byKeys[0].aliases).toContain('Lattakia');
    expect(JSON.parse(byKeys[0].boundary)).toEqual({ type: 'Polygon', coordinates: [expect.arrayContaining([[36, 35]])] });
    expect(places.totalCount).toBe(1);
  });

  it('take the names of a parent that has no feature of its own by their script', async () => {
    const { byKey } = await service.data(
      '{ byKey(key: "ocha:C3480") { label ... on Place { kind within { edges { node { pcode } } } contains { edges { node { label } } } } } }',
    );

    expect(units.notes).toEqual([
      "admin3.geojson: in 2 of its features an English and an Arabic name stand in each other's column; each was taken by its script.",
    ]);
    expect(units.units.get('SY')).toMatchObject({ name: 'Syrian Arab Republic', names: [{ language: 'ar', name: 'الجمهورية العربية السورية' }] });
    expect(byKey).toMatchObject({ label: 'Latakia (city)', kind: 'TOWN', contains: { edges: [{ node: { label: 'Ziraa' } }] } });
  });

  it('hold a village where coordinates and name agree, and say so', async () => {
    expect(await within(`${district}/kinsabba village`)).toEqual([['SY060301', 'POINT_AND_NAME']]);
  });

  it('hold a place by its coordinates alone when its name says no more than the country', async () => {
    expect(await within(`${country}/crossroads`)).toEqual([['SY05', 'POINT']]);
  });

  it('hold a place by its name alone when it has no coordinates, or stands a little off the coast', async () => {
    expect(await within(governorate)).toEqual([['SY06', 'NAME']]);
    expect(await within(`${governorate}/harbour`)).toEqual([['SY06', 'NAME']]);
  });

  it('hold a district as the district, and an area no deeper than its name says', async () => {
    expect(await within(district)).toEqual([['SY0603', 'POINT_AND_NAME']]);
    expect(await within(`${governorate}/jabal akrad`)).toEqual([['SY06', 'POINT_AND_NAME']]);
  });

  it('leave alone a place whose name leads elsewhere than its coordinates, and list it', async () => {
    expect(await within(`${district}/strayed village`)).toEqual([]);
    expect(report.disagreements).toEqual([
      {
        id: idFromKey('Place', `${district}/strayed village`),
        name: 'Strayed village',
        named: 'Al-Haffa, Lattakia (SY0603)',
        located: 'Lattakia, Lattakia (SY0600)',
        events: 1,
      },
    ]);
    expect(saidOf(report, { dryRun: false, disagreements: 10 }).slice(-2)).toEqual([
      '1 places with 1 events (50.0 %) are not linked, since their name and their coordinates disagree:',
      '  Strayed village (1 events): by name in Al-Haffa, Lattakia (SY0603), by coordinates in Lattakia, Lattakia (SY0600)',
    ]);
  });

  it('leave alone what lies elsewhere', async () => {
    expect(await within('ucdp:place:640/adana')).toEqual([]);
    expect(report.elsewhere.places).toBe(3); // Adana, and of the sample Britain and Baniyas, whose governorate is not in these files.
  });

  it('let what happened within a governorate include the events of its districts', async () => {
    const { byKey } = await service.data('{ byKey(key: "ocha:SY0603") { id } }');
    const { events } = await service.data('query ($id: ID!) { events(filter: {where: $id}) { edges { node { title } } } }', { id: byKey.id });

    expect(events.edges.map(({ node }: { node: { title: string } }) => node.title)).toContain('Fighting at Kinsabba');
  });

  it('change nothing the second time', async () => {
    const before = await service.data('{ places(first: 100) { totalCount edges { node { id updatedAt keys aliases within { totalCount } } } } }');

    const again = await importPlaces(service.graph, units);

    expect(await service.data('{ places(first: 100) { totalCount edges { node { id updatedAt keys aliases within { totalCount } } } } }')).toEqual(before);
    expect(again).toEqual({ ...report, made: 0, joined: report.units });
  });
});

describe('a boundary for maps', () => {
  it('keeps holes, meets its neighbours, and is bounded', () => {
    const wavy = (phase: number) => Array.from({ length: 20_001 }, (_, at): [number, number] => [36 + at / 20_000, 35 + phase + Math.sin(at) / 1000]);
    const north = [...wavy(0), [37, 36], [36, 36], [36, 35]] as [number, number][];
    const south = [...wavy(0).reverse(), [36, 34], [37, 34], wavy(0).at(-1)] as [number, number][];
    const { units } = unitsFrom({
      'a.geojson': collection(
        feature({ PCODE: 'A' }, north),
        feature({ PCODE: 'B' }, south),
        feature({ PCODE: 'C' }, square(40, 30, 1), square(40.2, 30.2, 0.5)),
      ),
    });

    const boundaries = boundariesOf(units.values());
    const rings = (pcode: string) => JSON.parse(boundaries.get(pcode) as string).coordinates as [number, number][][];

    expect([...boundaries.values()].every((boundary) => boundary.length <= longestBoundary)).toBe(true);
    expect(rings('C')).toHaveLength(2);
    const shore = new Set((rings('B')[0] ?? []).map(String));
    expect((rings('A')[0] ?? []).filter((position) => shore.has(String(position))).length).toBeGreaterThan(2);
  });
});

describe('the table of spellings', () => {
  it('says each name once within its unit', () => {
    const names = readAliases().map(({ name, within }) => `${within} ${name}`);

    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});

describe('a file that is no boundaries', () => {
  const message = (text: string | Uint8Array) => {
    try {
      unitsFrom({ 'x.geojson': text as string });
      return 'no error';
    } catch (error) {
      return `${(error as Error).name}: ${(error as Error).message}`;
    }
  };
  const broken = (coordinates: unknown) => collection({ type: 'Feature', properties: { PCODE: 'A' }, geometry: { type: 'Polygon', coordinates } });

  it.each([
    ['is empty', '', 'StartError: x.geojson should be a GeoJSON FeatureCollection, but is empty.'],
    [
      'is a zip',
      'PK\u0003\u0004…',
      'StartError: x.geojson should be a GeoJSON FeatureCollection, but is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv.',
    ],
    ['is a web page', '<!doctype html>', 'StartError: x.geojson should be a GeoJSON FeatureCollection, but is a web page or XML.'],
    [
      'breaks off',
      '{"type": "FeatureCollection",\n "features": [',
      'StartError: x.geojson, line 2, column 15: should be a GeoJSON FeatureCollection, but cannot be read on from here as JSON.',
    ],
    ['is something else', '{"type": "Topology"}', 'StartError: x.geojson, line 1, column 10: type should be one of FeatureCollection, but is "Topology".'],
    [
      'has no features',
      '{"type": "FeatureCollection", "features": []}',
      'StartError: x.geojson, line 1, column 43: features should be at least one feature, but is [].',
    ],
    [
      'has no p-code',
      collection(feature({ NAME_EN: 'Somewhere' }, square(0, 0, 1))),
      'StartError: x.geojson, line 6, column 18: features[0].properties should be attributes with a p-code (PCODE or ADMn_PCODE), but is "NAME_EN".',
    ],
    [
      'has a p-code twice',
      collection(feature({ PCODE: 'A' }, square(0, 0, 1)), feature({ PCODE: 'A' }, square(0, 0, 1))),
      'StartError: x.geojson, line 39, column 18: features[1].properties should be a place of its own, since A is in x.geojson already, but is "A".',
    ],
    [
      'has points',
      collection({ type: 'Feature', properties: { PCODE: 'A' }, geometry: { type: 'Point', coordinates: [1, 2] } }),
      'StartError: x.geojson, line 10, column 13: features[0].geometry.type should be Polygon or MultiPolygon, but is "Point".',
    ],
    [
      'has degrees off the globe',
      broken([
        [
          [0, 0],
          [999, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      'StartError: x.geojson, line 17, column 7: features[0].geometry.coordinates[0][1] should be degrees [longitude, latitude], from -180 to 180 and -90 to 90, but is [999,0].',
    ],
    [
      'has an open ring',
      broken([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ],
      ]),
      "StartError: x.geojson, line 25, column 7: features[0].geometry.coordinates[0][3] should be the ring's first position [0,0] again, but is [0,1].",
    ],
    [
      'has a ring of two',
      broken([
        [
          [0, 0],
          [0, 0],
        ],
      ]),
      'StartError: x.geojson, line 11, column 20: features[0].geometry.coordinates should be rings of at least four positions, each [longitude, latitude], but is [[[0,0],[0,0]]].',
    ],
  ])('%s', (_, text, said) => {
    expect(message(text)).toBe(said);
  });

  it('is in another encoding', () => {
    expect(message(Buffer.from([...Buffer.from('{"type":\n"F'), 0xe4, 0x22]))).toBe(
      'StartError: x.geojson, line 2, column 3: should be UTF-8, but is not. Save it as UTF-8 and try again.',
    );
  });

  it.each([
    ['is nested without end', '['.repeat(200_000), 'line 1, column 101: should be a GeoJSON FeatureCollection, but is nested in more than 100 levels here.'],
    [
      'has a NUL character',
      '{"type": "FeatureCollection", "features":\n [{"type": "Feature", "properties": {"PCODE": "A\\u0000"}, "geometry": null}]}',
      'line 2, column 49: a text should have no NUL character.',
    ],
    [
      'has a name as long as a book',
      collection({ type: 'Feature', properties: { PCODE: 'A', NAME_EN: 'x'.repeat(10_000_000) }, geometry: null }),
      `line 6, column 18: features[0].properties should be names and p-codes of at most 500 characters, without control characters, but is "${'x'.repeat(79)}….`,
    ],
  ])('%s', (_, text, said) => {
    expect(message(text)).toBe(`StartError: x.geojson, ${said}`);
  });

  it('begins with a byte order mark, which is no mistake', () => {
    expect(message(`\ufeff${collection(feature({ PCODE: 'A' }, square(0, 0, 1)))}`)).toBe('no error');
  });
});
