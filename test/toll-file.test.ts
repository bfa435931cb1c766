import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { parseJson } from '../src/input/json.ts';
import { recordKey } from '../src/toll-file/draft.ts';
import { importTolls, type TollReport } from '../src/toll-file/import.ts';
import { tollFileOf } from '../src/toll-file/read.ts';
import { engines, openService, type Service } from './support/service.ts';

const fileOf = (rows: unknown) => tollFileOf(parseJson('tolls.json', Buffer.from(JSON.stringify(rows, null, 1)), 'a list of daily tolls as JSON'));

const first = {
  report_date: '2023-10-18',
  report_source: 'mohtel',
  report_period: 24,
  killed: 350,
  killed_cum: 3478,
  ext_killed_cum: 3478,
  killed_women_cum: 1032,
  med_killed_cum: 37,
};
const fallen = { report_date: '2023-10-19', report_source: 'mohtel', report_period: 48, killed: 307, killed_cum: 3785, killed_women_cum: 1000 };
const missing = { report_date: '2023-10-20', report_source: 'missing', report_period: 0, killed_cum: 3785, ext_killed_cum: 4137 };
const gaza = [first, fallen, missing];

const westBank = [
  { report_date: '2023-10-07', verified: { killed: 6, killed_cum: 6 }, killed_cum: 3, displaced_persons_cum: 10, settler_attacks_cum: 3, flash_source: 'un' },
  { report_date: '2023-10-08', verified: { killed: 8, killed_cum: 14 }, killed_cum: 13, flash_source: 'fill' },
];

const figures = `claims(orderBy: BY_LABEL, first: 50) { edges { node {
  metric population low best high operator cumulative asOf windowFrom windowTo claimant { name } report { title publishedAt }
} } }`;

describe.each(engines)('daily tolls on %s', (engine) => {
  let service: Service;
  let report: TollReport;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    await importTolls(service.graph, fileOf(gaza), { dryRun: true });
    report = await importTolls(service.graph, fileOf(gaza));
    await importTolls(service.graph, fileOf(westBank));
  });
  afterAll(() => service.close());

  it('say what they did, and which figures fell', () => {
    expect(report).toEqual({
      days: 3,
      filled: 1,
      stated: 6,
      restated: 0,
      already: 0,
      falls: [{ source: 'Gaza Ministry of Health', field: 'killed_women_cum', date: '2023-10-19', from: 1032, to: 1000 }],
    });
  });

  it('make a claim of each figure a source stated, and none of what the compiler filled in', async () => {
    const { byKey } = await service.data(`{ byKey(key: "toll:event:gaza") { label ... on Event { places { edges { node { name } } } ${figures} } } }`);

    const of = (metric: string, population: string, best: number, asOf: string, window: string | null) => ({
      metric,
      population,
      low: best,
      best,
      high: best,
      operator: 'EXACT',
      cumulative: window === null,
      asOf,
      windowFrom: window,
      windowTo: window && asOf,
      claimant: { name: 'Gaza Ministry of Health' },
      report: { title: `Gaza Ministry of Health: Gaza Strip, ${asOf}`, publishedAt: `${asOf}T23:59:59.999Z` },
    });
    expect(byKey.places.edges).toEqual([{ node: { name: 'Gaza Strip' } }]);
    expect(byKey.claims.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      of('KILLED', 'WOMEN', 1000, '2023-10-19', null),
      of('KILLED', 'WOMEN', 1032, '2023-10-18', null),
      of('KILLED', 'ALL', 3478, '2023-10-18', null),
      of('KILLED', 'ALL', 3785, '2023-10-19', null),
      of('KILLED', 'ALL', 307, '2023-10-19', '2023-10-18'),
      of('KILLED', 'ALL', 350, '2023-10-18', '2023-10-18'),
    ]);
  });

  it('keep what is verified apart from what is flashed, as one organisation', async () => {
    const { byKey } = await service.data(
      `{ byKey(key: "toll:event:west-bank") { ... on Event { claims(orderBy: BY_LABEL, first: 50) { edges { node { metric best claimant { ... on Group { name independenceGroup } } } } } } } }`,
    );

    const said = byKey.claims.edges.map(({ node }: { node: { metric: string; best: number; claimant: { name: string; independenceGroup: string } } }) =>
      [node.claimant.name, node.claimant.independenceGroup, node.metric, node.best].join(' | '),
    );
    expect(said.sort()).toEqual([
      'UN OCHA (flash updates) | un-ocha | DISPLACED | 10',
      'UN OCHA (flash updates) | un-ocha | KILLED | 3',
      'UN OCHA (verified) | un-ocha | KILLED | 14',
      'UN OCHA (verified) | un-ocha | KILLED | 6',
      'UN OCHA (verified) | un-ocha | KILLED | 6',
      'UN OCHA (verified) | un-ocha | KILLED | 8',
    ]);
  });

  it('keep every cell of every row, also of days that say nothing', async () => {
    const { territory, days } = fileOf(gaza);
    const ids = days.map((day) => idFromKey('SourceRecord', recordKey(territory, day)));

    const { nodes } = await service.data('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on SourceRecord { dataset rowKey cells { column value } } } }', {
      ids,
    });

    expect(nodes).toEqual(
      gaza.map((row) => ({
        dataset: 'toll-gaza',
        rowKey: row.report_date,
        cells: Object.entries(row).map(([column, value]) => ({ column, value: String(value) })),
      })),
    );
  });

  it('change nothing the second time', async () => {
    const before = await service.data('{ claims { totalCount } reports { totalCount } groups { totalCount } }');

    expect(await importTolls(service.graph, fileOf(gaza))).toEqual({ ...report, stated: 0, already: 6 });
    expect(await service.data('{ claims { totalCount } reports { totalCount } groups { totalCount } }')).toEqual(before);
  });

  it('take an earlier day that an edited copy restates for a supersession, again and again', async () => {
    const edited = (killed_cum: number) => fileOf([{ ...first, killed_cum }, fallen, missing]);

    expect(await importTolls(service.graph, edited(3480))).toMatchObject({ stated: 0, restated: 1, already: 5 });
    expect(await importTolls(service.graph, edited(3480))).toMatchObject({ stated: 0, restated: 0, already: 6 });
    expect(await importTolls(service.graph, edited(3478))).toMatchObject({ stated: 0, restated: 1, already: 5 });

    const { byKey } = await service.data(`{ byKey(key: "toll:claim:gaza:2023-10-18:mohtel:killed_cum") { ... on Claim {
      best report { publishedAt } supersededBy { claim { best asOf report { title publishedAt } supersededBy { basis claim { best supersededBy { basis } } } } basis }
    } } }`);
    expect(byKey).toEqual({
      best: 3478,
      report: { publishedAt: '2023-10-18T23:59:59.999Z' },
      supersededBy: {
        basis: 'INFERRED',
        claim: {
          best: 3480,
          asOf: '2023-10-18',
          report: { title: 'Gaza Ministry of Health: Gaza Strip, 2023-10-18 (restated)', publishedAt: null },
          supersededBy: { basis: 'INFERRED', claim: { best: 3478, supersededBy: null } },
        },
      },
    });
  });
});

describe('a file that is no toll file', () => {
  it.each([
    ['is empty', [], 'tolls.json, line 1, column 1: the document should be at least one row, but is [].'],
    ['is an object', { rows: [] }, 'tolls.json, line 1, column 1: the document should be an array, but is {"rows":[]}.'],
    [
      'has an impossible day',
      [{ ...first, report_date: '2023-02-30' }],
      'tolls.json, line 3, column 18: [0].report_date should be a day that there was, since 1900, but is "2023-02-30".',
    ],
    [
      'has a placeholder for a day',
      [{ ...first, report_date: '1753-01-01' }],
      'tolls.json, line 3, column 18: [0].report_date should be a day that there was, since 1900, but is "1753-01-01".',
    ],
    ['has a day twice', [first, first], 'tolls.json, line 13, column 18: [1].report_date should be a day that is not in the file yet, but is "2023-10-18".'],
    [
      'has a source nobody knows',
      [{ ...first, report_source: 'x' }],
      'tolls.json, line 4, column 20: [0].report_source should be one of mohtel, gmotel, missing, fill, but is "x".',
    ],
    ['counts half people', [{ ...first, killed: 1.5 }], 'tolls.json, line 6, column 13: [0].killed should be a whole number from 0, but is 1.5.'],
    ['counts fewer than none', [{ ...first, killed: -1 }], 'tolls.json, line 6, column 13: [0].killed should be a whole number from 0, but is -1.'],
    [
      'names no source',
      [{ report_date: '2023-10-18' }],
      'tolls.json, line 2, column 2: [0] should be a row with "report_source" or "flash_source", but is {"report_date":"2023-10-18"}.',
    ],
  ])('%s', (_, rows, said) => {
    expect(() => fileOf(rows)).toThrow(expect.objectContaining({ name: 'StartError', message: said }));
  });
});
