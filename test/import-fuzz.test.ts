import fc from 'fast-check';
import { expect, it } from 'vitest';
import { StartError } from '../src/errors.ts';
import { openTable } from '../src/input/csv.ts';
import { parseJson } from '../src/input/json.ts';
import { boundariesOf } from '../src/places/boundary.ts';
import { unitsOf } from '../src/places/geojson.ts';
import { locator } from '../src/places/locate.ts';
import { checkTable } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import { suggestMap } from '../src/table/suggest.ts';
import { tollFileOf } from '../src/toll-file/read.ts';

const runs = { numRuns: 10_000 };
const tenThousand = 300_000;

/** Reading ends well or with a sentence for whoever gave the file; anything else is a crash. */
function endsWell(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    expect(error.message).toMatch(/\.$/);
  }
}

async function endsWellInTime(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
  }
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(text)),
);
const asFile = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '');

const degrees = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }) },
  fc.constantFrom(0, 1, 180, -90),
  fc.anything({ maxDepth: 1 }),
);
const ring = fc
  .array(fc.array(degrees, { minLength: 1, maxLength: 3 }), { maxLength: 6 })
  .map((positions) => (positions.length % 2 ? [...positions, positions[0]] : positions));
const geometry = fc.oneof(
  fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(ring, { maxLength: 3 }) }),
  fc.record({ type: fc.constant('MultiPolygon'), coordinates: fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 2 }) }),
  fc.constantFrom(null, undefined),
  fc.anything({ maxDepth: 2 }),
);
const attribute = fc.constantFrom('PCODE', 'NAME_EN', 'NAME_AR', 'ADM0_PCODE', 'ADM1_PCODE', 'ADM1_EN', 'ADM4_PCODE', 'AREA_PCODE', 'LATITUDE', '__proto__');
const feature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.dictionary(attribute, fc.oneof(fc.string({ maxLength: 5 }), fc.integer(), fc.constant(null))),
  geometry,
});
const boundaryFile = fc.oneof(
  bytes,
  fc.jsonValue().map(asFile),
  fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(feature, { maxLength: 3 }) }).map(asFile),
);

it(
  'boundary files of any content are read or refused',
  () => {
    fc.assert(
      fc.property(boundaryFile, (file) =>
        endsWell(() => {
          const { units } = unitsOf([parseJson('x', file, 'a GeoJSON FeatureCollection')]);
          boundariesOf(units.values());
          locator(units.values()).at(1, 1);
        }),
      ),
      runs,
    );
  },
  tenThousand,
);

const field = fc.constantFrom('report_date', 'report_source', 'flash_source', 'report_period', 'verified', 'killed', 'killed_cum', 'ext_killed', '__proto__');
const tollValue = fc.oneof(fc.constantFrom('2024-01-01', '1753-01-01', 'mohtel', 'un', 'fill', 24, 0, -1), fc.integer(), fc.anything({ maxDepth: 2 }));
const sound = fc.record({ report_date: fc.constantFrom('2024-01-01', '2024-01-02'), report_source: fc.constantFrom('mohtel', 'missing') });
const tollRow = fc.tuple(sound, fc.dictionary(field, tollValue)).map(([row, over]) => ({ ...row, ...over }));
const tollFile = fc.oneof(bytes, fc.jsonValue().map(asFile), fc.array(tollRow, { maxLength: 3 }).map(asFile));

it(
  'toll files of any content are read or refused',
  () => {
    fc.assert(
      fc.property(tollFile, (file) => endsWell(() => tollFileOf(parseJson('x', file, 'a list of daily tolls as JSON')))),
      runs,
    );
  },
  tenThousand,
);

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('', '"', '""', '\0', '1753-01-01', '2024-01-31', '999', '-1', 'a;b', '\r', '\ufeff', '{id}'),
);
const table = fc.oneof(
  bytes,
  fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 4 }).map((rows) => Buffer.from(rows.map((row) => row.join(',')).join('\n'))),
  fc
    .array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 4 })
    .map((rows) => Buffer.from(['id,day,place,killed', ...rows.map((row) => row.join(','))].join('\r\n'))),
);
const map = readMap(
  'map',
  'entities: {e: {type: Event, key: "t:{id}", set: {title: "{place}", from: {column: day}}}, p: {type: Place, key: "p:{part}", each: {column: place, split: ";"}, set: {name: "{part}", latitude: "{killed}"}}}\nclaims: {k: {key: "k:{id}", event: e, set: {claimType: CASUALTY_COUNT, best: "{killed}"}}}\nlinks: [{type: OCCURRED_AT, from: e, to: p}]',
);
const fileOf = (content: Uint8Array) => ({
  path: 'x',
  bytes: async function* () {
    if (content.length > 0) yield content;
  },
});

it(
  'tables of any content are read or refused, and a suggested map can be read',
  async () => {
    await fc.assert(
      fc.asyncProperty(table, async (content) => {
        const file = fileOf(content);
        await endsWellInTime(() => checkTable(file, map, () => {}));
        await endsWellInTime(async () => {
          await openTable('x', file.bytes, null, () => {});
          const suggested = await suggestMap(file);
          if (!suggested.includes('entities: {}')) readMap('x', suggested);
        });
      }),
      runs,
    );
  },
  tenThousand,
);

const yamlText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'entities:',
        ' e:',
        '  type: Event',
        '  key: "{id}"',
        '  set:',
        '   title: x',
        'links:',
        ' - type: WITHIN',
        '   from: e',
        '   to: e',
        'claims:',
        '&a',
        '*a',
        '- ',
        '{',
        ']',
        '!!js',
      ),
      { maxLength: 10 },
    )
    .map((lines) => lines.join('\n')),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

it(
  'maps of any content are read or refused',
  () => {
    fc.assert(
      fc.property(yamlText, (text) => endsWell(() => readMap('x', text))),
      runs,
    );
  },
  tenThousand,
);
