import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../src/input/csv.ts';
import { checkTable, importTable, type TableFile } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import { suggestMap } from '../src/table/suggest.ts';
import { engines, openService, type Service } from './support/service.ts';

const table = (text: string | Uint8Array): TableFile => ({
  path: 'table.csv',
  bytes: async function* () {
    const bytes = Buffer.from(text as string);
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  },
});

const acled = readMap('acled', readFileSync('maps/acled.yaml', 'utf8'));
const header =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const row = (over: Readonly<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    event_id_cnty: 'XXX1',
    event_date: '31 January 2024',
    time_precision: '2',
    sub_event_type: 'Armed clash',
    actor1: 'Forces of X',
    assoc_actor_1: 'A; B',
    actor2: 'Unidentified',
    iso: '999',
    country: 'Xland',
    admin1: 'North',
    location: 'Xtown',
    latitude: '10.5',
    longitude: '20.25',
    geo_precision: '1',
    source: 'SOHR; Sohr ;AFP',
    notes: 'Made up, for a test.',
    fatalities: '3',
    ...over,
  };
  return header
    .split(',')
    .map((column) => `"${cells[column] ?? ''}"`)
    .join(',');
};

async function problemsIn(text: string | Uint8Array, map = acled): Promise<Problem[]> {
  const problems: Problem[] = [];
  await checkTable(table(text), map, (problem) => problems.push(problem));
  return problems;
}

describe.each(engines)('a table through a map, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
    await importTable(service.graph, table(`\ufeff${header}\r\n${row()}\r\n${row({ event_id_cnty: 'XXX2', admin1: '', fatalities: '' })}\r\n`), acled);
  });
  afterAll(() => service.close());

  it('becomes events with their places, parties, sources and the coders’ conclusion', async () => {
    const { byKey } = await service.data(`{ byKey(key: "acled:event:XXX1") { ... on Event {
      title from datePrecision
      places { edges { precisionScheme precisionCode node { name latitude longitude within { edges { node { name kind } } } } } }
      involved { edges { role node { label } } }
      claims(orderBy: BY_LABEL) { edges { node { claimType claimant { name } } } }
      assessments { edges { node { best rationale by { label } } } }
    } } }`);

    expect(byKey).toEqual({
      title: 'Armed clash: Xtown, 31 January 2024',
      from: '2024-01-31',
      datePrecision: 3,
      places: {
        edges: [
          {
            precisionScheme: 'ACLED',
            precisionCode: 1,
            node: { name: 'Xtown', latitude: 10.5, longitude: 20.25, within: { edges: [{ node: { name: 'North', kind: 'ADM1' } }] } },
          },
        ],
      },
      involved: { edges: ['A', 'B', 'Forces of X', 'Unidentified'].map((label) => ({ role: 'PARTICIPANT', node: { label } })) },
      claims: { edges: expect.arrayContaining(['SOHR', 'AFP'].map((name) => ({ node: { claimType: 'OCCURRENCE', claimant: { name } } }))) },
      assessments: { edges: [{ node: { best: 3, rationale: 'Made up, for a test.', by: { label: 'ACLED' } } }] },
    });
    expect(byKey.claims.edges).toHaveLength(2);
  });

  it('changes nothing the second time', async () => {
    const count = '{ events { totalCount } claims { totalCount } groups { totalCount } places { totalCount } assessments { totalCount } }';
    const before = await service.data(count);

    await importTable(service.graph, table(`${header}\n${row()}\n`), acled);

    expect(await service.data(count)).toEqual(before);
  });

  it('loads nothing at all when one cell cannot be meant', async () => {
    const before = await service.data('{ events { totalCount } }');
    const problems: Problem[] = [];

    await importTable(service.graph, table(`${header}\n${row({ event_id_cnty: 'NEW' })}\n${row({ fatalities: 'many' })}\n`), acled, {
      onProblem: (problem) => problems.push(problem),
    });

    expect(problems).toEqual([{ line: 3, column: 'fatalities', value: 'many', reason: '"best" should be a number' }]);
    expect(await service.data('{ events { totalCount } }')).toEqual(before);
  });

  it('joins what the graph has under a key', async () => {
    const map = readMap(
      'm',
      'entities: {a: {type: Group, key: "sample:group:{who}", set: {name: "{who}"}}, b: {type: Event, key: "t:{who}", set: {title: "x"}}}\nlinks: [{type: INVOLVES, from: b, to: a, role: WITNESS}]',
    );

    await importTable(service.graph, table('who\nsohr\n'), map);

    const { byKey } = await service.data('{ byKey(key: "t:sohr") { ... on Event { involved { edges { node { label keys } } } } } }');
    expect(byKey.involved.edges).toEqual([{ node: { label: 'SOHR', keys: ['sample:group:sohr'] } }]);
  });
});

describe('what is wrong with a table', () => {
  it.each([
    [
      'a day that never was',
      row({ event_date: '2024-02-30' }),
      ['event_date', '2024-02-30', '"from" should be a day that there was, since 1900, such as 2024-01-31 (order ymd), and not in the future'],
    ],
    [
      'a placeholder for a day',
      row({ event_date: '1753-01-01' }),
      ['event_date', '1753-01-01', '"from" should be a day that there was, since 1900, such as 2024-01-31 (order ymd), and not in the future'],
    ],
    ['coordinates off the globe', row({ latitude: '91' }), ['latitude', '91', '"latitude" should be from -90 to 90']],
    ['a name as long as a book', row({ actor1: 'x'.repeat(501) }), ['actor1', 'x'.repeat(501), '"name" should be a text of 1 to 500 characters']],
    ['a ragged row', 'a,b', [null, null, 'has 2 cells, but the header has 31']],
    ['a NUL character', row({ notes: 'a\0b' }), ['notes', 'a\0b', 'has a NUL character, which is no text']],
    [
      'a quote that never ends',
      `"${'x'.repeat(5_000_000)}`,
      [null, null, 'a cell that begins here never ends, or the row has more than 4000000 characters; nothing below this line was read'],
    ],
    ['a name that is missing', row({ country: '' }), [null, null, 'every Place needs "name", but the cells it is made of are empty']],
  ])('is said with line and column: %s', async (_, bad, [column, value, reason]) => {
    expect(await problemsIn(`${header}\n${row()}\n${bad}\n`)).toEqual([{ line: 3, column, value, reason }]);
  });

  it('counts lines as people do, whatever ends them and stands within a cell', async () => {
    const problems = await problemsIn([header, row({ notes: 'One line\r\nand another' }), row({ fatalities: 'many' })].join('\r\n'));

    expect(problems).toEqual([{ line: 4, column: 'fatalities', value: 'many', reason: '"best" should be a number' }]);
  });

  it('takes a line break within a name for how it was typed, and an address only when it is one', async () => {
    const map = readMap('m', 'entities: {r: {type: Report, key: "t:{id}", set: {title: "{title}", url: "{url}", publishedAt: "{at}"}}}');

    expect(await problemsIn('id,title,url,at\n1,"a\nb",https://example.org/1,2024-05-06T07:08:09Z\n', map)).toEqual([]);
    expect(await problemsIn('id,title,url,at\n1,a,javascript:alert(1),2024-05-06\n', map)).toEqual([
      {
        line: 2,
        column: 'url',
        value: 'javascript:alert(1)',
        reason: '"url" should be an address that begins with http:// or https://, of at most 2000 characters',
      },
    ]);
  });

  it('is said of what contradicts itself', async () => {
    const map = readMap(
      'm',
      'entities: {p: {type: Place, key: "t:{id}", set: {name: "{id}", latitude: "{lat}", longitude: "{lon}"}}, e: {type: Event, key: "e:{id}", set: {title: "{id}", from: "{from}", to: "{to}"}}}',
    );

    expect(await problemsIn('id,lat,lon,from,to\n1,2,,2024-01-31,2024-01-01\n', map)).toEqual([
      { line: 2, column: null, value: null, reason: '"longitude" should be given, since a point has both latitude and longitude' },
      { line: 2, column: null, value: null, reason: '"to" should be no less than from, 2024-01-31' },
    ]);
  });

  it.each([
    ['nothing', '', 'table.csv should begin with a line of column names, but is empty.'],
    [
      'a zip',
      'PK\u0003\u0004',
      'table.csv should be a table as comma-separated text (csv), but is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv.',
    ],
    ['a page', '<html>', 'table.csv should be a table as comma-separated text (csv), but is a web page or XML.'],
    [
      'a quote that never ends',
      'a,"b\n1,2',
      'table.csv, line 1: a cell that begins here never ends, or the row has more than 4000000 characters; nothing below this line was read.',
    ],
    ['a column twice', 'a,a\n1,2', 'table.csv, line 1: each column should have a name of its own, but "a" is there twice.'],
    ['other columns', 'a,b\n1,2', 'table.csv should have the column "event_id_cnty" that the map names, but has a, b.'],
    ['Latin 1', Buffer.from([0x61, 0x0a, 0xe4, 0x0a]), 'table.csv, line 2, column 1: should be UTF-8, but is not. Save it as UTF-8 and try again.'],
  ])('is said once where there is no table: %s', async (_, text, said) => {
    await expect(problemsIn(text)).rejects.toThrow(expect.objectContaining({ name: 'StartError', message: said }));
  });
});

describe('what is wrong with a map', () => {
  const event = 'entities:\n  e: {type: Event, key: "{id}", set: {title: x}}\n';
  it.each([
    ['no YAML', 'entities: [', 'map.yaml, line 1: should be YAML, but: Flow sequence in block collection must be sufficiently indented and end with a ].'],
    ['an unknown part', `${event}extra: 1`, 'map.yaml, line 1: the map should have no "extra".'],
    [
      'an unknown type',
      'entities:\n  e: {type: Thing, key: x}',
      'map.yaml, line 2: entities.e.type should be one of Group, Community, Place, Person, Report, Event, Claim, Assessment.',
    ],
    [
      'an unknown property',
      'entities:\n  e: {type: Community, key: x, set: {name: x, size: "1"}}',
      'map.yaml, line 2: entities.e.set.size should be a property of Community (name, aliases, kind), but is "size".',
    ],
    ['a missing property', 'entities:\n  e: {type: Event, key: x}', 'map.yaml, line 2: entities.e should be a Event with "title" in its set, but is "".'],
    [
      'a link between strangers',
      `${event}links:\n  - {type: INVOLVES, from: e, to: nobody}`,
      'map.yaml, line 4: links.0 should be between names of this map (e), but is "nobody".',
    ],
    [
      'a link the model has not',
      `${event}links:\n  - {type: WITHIN, from: e, to: e}`,
      'map.yaml, line 4: links.0 should be WITHIN between Place and Place, but is "Event and Event".',
    ],
    [
      'a link without evidence',
      'entities:\n  p: {type: Person, key: x, set: {name: x}}\n  g: {type: Group, key: y, set: {name: y}}\nlinks:\n  - {type: LEADS, from: p, to: g}',
      'map.yaml, line 5: links.0 should be LEADS with the claim that says so as its evidence, but is "none".',
    ],
  ])('is said with its line: %s', (_, text, said) => {
    expect(() => readMap('map.yaml', text)).toThrow(expect.objectContaining({ name: 'StartError', message: said }));
  });
});

describe('a suggested map', () => {
  it.each([
    ['ACLED', `${header}\n${row()}\n`],
    ['another table', 'Id;Datum day;Town;lat;lon;killed;injured;Reported by\n1;31/12/2023;Xtown;1;2;3;4;SOHR\n2;1/1/2024;Ytown;1;2;3;;AFP\n'],
    ['a table of one column', 'a\n1\n'],
    ['a table without rows', 'a,b\n'],
  ])('loads the table as it is: %s', async (_, text) => {
    const map = await suggestMap(table(text));

    expect(await problemsIn(text, readMap('suggested', map))).toEqual([]);
  });
});
