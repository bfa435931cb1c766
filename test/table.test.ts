import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../src/input/csv.ts';
import { checkTable, importTable } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import { repeats } from '../src/table/repeats.ts';
import type { TableFile } from '../src/table/rows.ts';
import { suggestMap } from '../src/table/suggest.ts';
import { engines, openService, type Service } from './support/service.ts';

const table = (text: string | Uint8Array, path = 'table.csv'): TableFile => ({
  path,
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

describe.each(engines)('two tables through their suggested maps, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  it('stay two, though their ids are the same', async () => {
    const march = table('id,date,location,killed,source\n1,2024-03-01,Xtown,3,AFP\n2,2024-03-02,Ytown,4,AFP\n', 'of/March 2024.csv');
    const april = table('id,date,location,killed,source\n1,2024-04-01,Ztown,5,SOHR\n2,2024-04-02,Ztown,6,SOHR\n', 'of/April 2024.csv');

    for (const file of [march, april]) await importTable(service.graph, file, readMap('suggested', await suggestMap(file)));

    const { events } = await service.data('{ events { totalCount edges { node { from keys places { edges { node { name } } } } } } }');
    const told = events.edges.map(({ node }: { node: { from: string; keys: string[]; places: { edges: { node: { name: string } }[] } } }) => [
      node.keys[0],
      node.from,
      ...node.places.edges.map((place) => place.node.name),
    ]);
    expect(told.sort()).toEqual([
      ['april-2024:event:1', '2024-04-01', 'Ztown'],
      ['april-2024:event:2', '2024-04-02', 'Ztown'],
      ['march-2024:event:1', '2024-03-01', 'Xtown'],
      ['march-2024:event:2', '2024-03-02', 'Ytown'],
    ]);
  });
});

describe('commas for thousands', () => {
  const map = readMap(
    'm',
    'entities: {e: {type: Event, key: "t:{id}", set: {title: "{id}"}}, p: {type: Place, key: "p:{id}", set: {name: "{id}", latitude: "{lat}", longitude: 1}}}\nclaims: {k: {key: "k:{id}", event: e, set: {claimType: CASUALTY_COUNT, metric: KILLED, population: ALL, operator: EXACT, low: "{n}", best: "{n}", high: "{n}"}}}',
  );

  it.each(['1,018', '12,345,678', '999', ' 1,018 '])('are taken in a count: %s', async (cell) => {
    expect(await problemsIn(`id,lat,n\n1,2,"${cell}"\n`, map)).toEqual([]);
  });

  it.each(['1,01', '1018,000', '0,123', '1,018.5', ',018', '1,018,'])('are refused where they stand for something else: %s', async (cell) => {
    expect(await problemsIn(`id,lat,n\n1,2,"${cell}"\n`, map)).toContainEqual({ line: 2, column: 'n', value: cell, reason: '"best" should be a number' });
  });

  it('are refused in a number that may have a fraction, where a comma may be the decimal one', async () => {
    expect(await problemsIn('id,lat,n\n1,"1,018",3\n', map)).toContainEqual({
      line: 2,
      column: 'lat',
      value: '1,018',
      reason: '"latitude" should be a number',
    });
  });
});

describe('rows that give a key of an earlier row other values', () => {
  const map = readMap(
    'm',
    'entities: {e: {type: Event, key: "t:event:{id}", set: {title: "{title}"}}}\nclaims: {k: {key: "t:claim:{id}", event: e, set: {claimType: CASUALTY_COUNT, metric: KILLED, population: ALL, operator: EXACT, low: "{n}", best: "{n}", high: "{n}"}}}',
  );
  const notesOf = async (text: string) => (await checkTable(table(text), map, () => {})).notes;

  it('are said with their lines', async () => {
    expect(await notesOf('id,title,n\n76,a,1\n77,a,1\n76,a,2\n76,b,3\n')).toEqual([
      '2 rows give Claim t:claim:76 other values (lines 4, 5); the first stays.',
      '1 row gives Event t:event:76 other values (line 5); the first stays.',
    ]);
  });

  it('are not said of rows that give the same', async () => {
    expect(await notesOf('id,title,n\n76,a,1\n76,a,1\n')).toEqual([]);
  });

  it('are said of a few keys and counted for the others', async () => {
    const twenty = Array.from({ length: 20 }, (_, id) => `${id},a,1\n${id},a,2\n`).join('');

    const notes = await notesOf(`id,title,n\n${twenty}`);

    expect(notes).toHaveLength(11);
    expect(notes.at(-1)).toBe('In 10 more places a row gives other values than an earlier row with its key; the first stay.');
  });

  it('are watched for among so many keys at most', () => {
    const repeated = repeats(1);
    const event = (key: string, title: string) => ({ id: key, label: 'Event' as const, keys: [key], properties: { title } });

    [event('a', '1'), event('b', '1'), event('b', '2'), event('a', '2')].forEach((node, at) => {
      repeated.see(at + 2, node);
    });

    expect(repeated.notes()).toEqual([
      '1 row gives Event a other values (line 5); the first stays.',
      'Only the first 1 keys were watched for rows that give them other values.',
    ]);
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
    ['a verb as long as a page', 'ATTRIBUTED_TO, from: k, to: g, set: {verb: "{x}"}', 'x'.repeat(501), '"verb" should be a text of 1 to 500 characters'],
    [
      'a way of use that there is none of',
      'CITES, from: r, to: g, set: {how: "{x}"}',
      'BORROWS',
      '"how" should be one of QUOTES, PARAPHRASES, REPUBLISHES, TRANSLATES',
    ],
    ['a radius round the globe', 'OCCURRED_AT, from: e, to: p, set: {radiusKm: "{x}"}', '20001', '"radiusKm" should be from 0 to 20000'],
  ])('is said of what a relationship carries, as `link` says it: %s', async (_, link, cell, reason) => {
    const map = readMap(
      'm',
      `entities: {g: {type: Group, key: "g:{id}", set: {name: "{id}"}}, r: {type: Report, key: "r:{id}", set: {title: "{id}"}}, e: {type: Event, key: "e:{id}", set: {title: "{id}"}}, p: {type: Place, key: "p:{id}", set: {name: "{id}"}}}\nclaims: {k: {key: "k:{id}", set: {claimType: OCCURRENCE}}}\nlinks: [{type: ${link}}]`,
    );

    expect(await problemsIn(`id,x\n1,${cell}\n`, map)).toEqual([{ line: 2, column: 'x', value: cell, reason }]);
  });

  it('is said of a key that stands for things of two kinds', async () => {
    const map = readMap(
      'm',
      'entities: {g: {type: Group, key: "t:{who}", when: who, set: {name: "{who}"}}, p: {type: Place, key: "t:{where|compared}", set: {name: "{where}"}}, e: {type: Event, key: "t:e", set: {title: x}}}',
    );

    expect(await problemsIn('who,where\nada,bo\nbo,ada\n,E\n,e\n', map)).toEqual([
      { line: 3, column: null, value: null, reason: 'the key "t:bo" already stands for a place, in line 2, and cannot stand for a group too' },
      { line: 3, column: null, value: null, reason: 'the key "t:ada" already stands for a group, in line 2, and cannot stand for a place too' },
      { line: 4, column: null, value: null, reason: 'the key "t:e" already stands for an event, in line 2, and cannot stand for a place too' },
      { line: 5, column: null, value: null, reason: 'the key "t:e" already stands for an event, in line 2, and cannot stand for a place too' },
    ]);
  });

  it('is said of a relationship that ended before it began', async () => {
    const map = readMap(
      'm',
      'entities: {a: {type: Group, key: "a:{id}", set: {name: "{id}"}}, b: {type: Group, key: "b:{id}", set: {name: "{id}"}}}\nlinks: [{type: PART_OF, from: a, to: b, set: {from: "{from}", to: "{to}"}}]',
    );

    expect(await problemsIn('id,from,to\n1,2024-01-31,2024-01-01\n2,2024-01-01,2024-01-31\n', map)).toEqual([
      { line: 2, column: null, value: null, reason: '"to" should be no earlier than from, 2024-01-31' },
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

it('lets go of a table that has other columns', async () => {
  let open = 0;
  const bytes = async function* () {
    open += 1;
    try {
      yield Buffer.from('a,b\n1,2\n');
      yield Buffer.from('3,4\n');
    } finally {
      open -= 1;
    }
  };

  await expect(checkTable({ path: 'table.csv', bytes }, acled, () => {})).rejects.toThrow('should have the column');

  expect(open).toBe(0);
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
    [
      'a role for what cannot have it',
      `${event}  g: {type: Community, key: y, set: {name: y}}\nlinks:\n  - {type: INVOLVES, from: e, to: g, role: ALLEGED_PERPETRATOR}`,
      'map.yaml, line 5: links.0 should be INVOLVES to a group or a person, which alone can have the role ALLEGED_PERPETRATOR, but is "Community".',
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

  const suggestedKey = async (text: string, path?: string) => /key: "?(\S+?)"?\n/.exec(await suggestMap(table(text, path)))?.[1];
  const commentsOf = async (text: string) =>
    (await suggestMap(table(text)))
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .slice(2);

  it.each([
    ['of/Events of May.csv', 'events-of-may:event:{id}'],
    ['حلب.csv', 'حلب:event:{id}'],
    ['{}.csv', 'table:event:{id}'],
    ['acled.csv', 'acled-table:event:{id}'],
  ])('has keys that begin with a word of the file: %s', async (path, key) => {
    expect(await suggestedKey('id,town\n1,a\n', path)).toBe(key);
  });

  it('makes an event of each row where what is called a code is none', async () => {
    const text =
      'code;date;city;title;killed;notes\n76;2024-01-01;Xtown;Shelling;1;\n76;2024-01-02;Xtown;Shelling;2;\n76;2024-01-03;Ytown;Shelling;3;\n77;2024-01-03;Ytown;Shelling;3;\n';
    const map = readMap('suggested', await suggestMap(table(text)));

    const report = await checkTable(table(text), map, () => {});

    expect(map.entities.get('event')?.key).toBe('table:event:{code}:{date}');
    expect(report).toMatchObject({ rows: 4, problems: 0, notes: [] });
    expect(await commentsOf(text)).toEqual([
      '# "code" is no id: "76" is in line 2 and again in line 3.',
      '# The key of an event is made of "code", "date", which together differ in each of the first 4 rows.',
      '# Not used: "notes".',
    ]);
  });

  it.each([
    ['an id with a gap', 'id,town\n1,a\n,b\n', 'table:event:{id}', ['# "id" is empty in line 3: a row without it becomes no event.', '']],
    [
      'counts last of all',
      'killed,town\n1,a\n2,b\n',
      'table:event:{town}',
      ['# The key of an event is made of "town", which differs in each of the first 2 rows.', ''],
    ],
    [
      'rows that are the same',
      'code,town\n1,a\n1,a\n',
      'table:event:{code}',
      [
        '# "code" is no id: "1" is in line 2 and again in line 3.',
        '# The key of an event is made of "code": not all of the first 2 rows differ there, and rows with one key become one event.',
        '',
      ],
    ],
  ])('says what its keys are made of: %s', async (_, text, key, said) => {
    expect(await suggestedKey(text)).toBe(key);
    expect([...(await commentsOf(text)), '']).toEqual(said);
  });

  it('says which columns it does not use, and why where it knows', async () => {
    const text = 'id,date,killed,injured,{x},"re\nmark"\n1,2024-01-01,3,"1,018",a,b\n2,soon,12+,4,a,c\n';

    expect(await commentsOf(text)).toEqual([
      '# Not used: "date", since "soon" in line 4 is no day.',
      '# Not used: "killed", since "12+" in line 4 is no count.',
      '# Not used: "{x}", since its name has a brace or a bar, which cannot stand in a text.',
      '# Not used: "re\\nmark".',
    ]);
  });

  it('takes a column called "when" for the day, and counts with commas for counts', async () => {
    const text = 'id,when,killed\n1,2024-01-01,"1,018"\n';
    const map = readMap('suggested', await suggestMap(table(text)));

    expect(map.entities.get('event')?.set.from).toMatchObject({ column: 'when' });
    expect(map.entities.get('killed')?.set.best).toBe('{killed}');
    expect(await problemsIn(text, map)).toEqual([]);
  });

  it('is written for a table of which no column can be used', async () => {
    expect(await suggestMap(table('{a}\n1\n'))).toContain('entities: {}');
  });
});
