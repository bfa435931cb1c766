import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDrafts } from '../src/entity/write.ts';
import type { Problem } from '../src/input/csv.ts';
import { importTable } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import type { TableFile } from '../src/table/rows.ts';
import { engines, openService, type Service } from './support/service.ts';

const table = (...lines: readonly string[]): TableFile => ({
  path: 'table.csv',
  bytes: async function* () {
    yield Buffer.from(lines.join('\n'));
  },
});

const told = readMap(
  'told',
  `entities:
  source: { type: Group, key: "held:source:{who}", set: { name: "{who}" } }
  report: { type: Report, key: "held:report:{report}", set: { title: "Report {report}" } }
claims:
  claim: { key: "held:claim:{claim}", report: report, claimant: source, set: { claimType: CONTEXT, statement: "Said {claim}" } }
`,
);
const within = readMap(
  'within',
  `entities:
  a: { type: Place, key: "held:place:{a}", set: { name: "Place {a}" } }
  b: { type: Place, key: "held:place:{b}", set: { name: "Place {b}" } }
links: [{ type: WITHIN, from: a, to: b }]
`,
);
const relying = readMap(
  'relying',
  `entities:
  a: { type: Group, key: "held:source:{a}", set: { name: "{a}" } }
  b: { type: Group, key: "held:source:{b}", set: { name: "{b}" } }
claims:
  claim: { key: "held:claim:{claim}", set: { claimType: CONTEXT, statement: "Said {claim}" } }
links: [{ type: RELIES_ON, from: a, to: b, evidence: claim }]
`,
);

const series = readMap(
  'series',
  `entities:
  event: { type: Event, key: "held:event:{event}", set: { title: "Event {event}" } }
claims:
  count: { key: "held:count:{id}", event: event, set: { claimType: CASUALTY_COUNT, metric: "{metric}", population: ALL, operator: EXACT, low: 1, best: 1, high: 1 } }
  before: { key: "held:count:{before}", set: { claimType: CASUALTY_COUNT, metric: "{metric}", population: ALL, operator: EXACT, low: 1, best: 1, high: 1 } }
links: [{ type: SUPERSEDES, from: count, to: before }]
`,
);

describe.each(engines)('a table beside what the graph has, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  /** A line for each of what is wrong, without what differs from run to run. */
  const problemsOf = async (map: ReturnType<typeof readMap>, ...lines: readonly string[]): Promise<string[]> => {
    const problems: Problem[] = [];
    await importTable(service.graph, table(...lines), map, { onProblem: (problem) => problems.push(problem) });
    return problems.map(({ line, reason }) => `${line}: ${reason.replaceAll(/_[a-z2-7]{20}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')}`);
  };
  const idOf = async (key: string): Promise<string> => (await service.data('query ($key: String!) { byKey(key: $key) { id } }', { key })).byKey.id;
  const keys = '{ claims { totalCount } groups { totalCount } places { totalCount } reports { totalCount } }';

  it('gives no claim there a second claimant or report, and loads nothing of it', async () => {
    const rows = ['claim,who,report', 'c1,ada,r1', 'c2,ada,r1'];
    expect(await problemsOf(told, ...rows)).toEqual([]);
    expect(await problemsOf(told, ...rows)).toEqual([]);
    const before = await service.data(keys);

    expect(await problemsOf(told, 'claim,who,report', 'c3,bo,r1', 'c1,bo,r2')).toEqual([
      '3: Claim held:claim:c1 already has report… as report in the graph, and can have only one',
      '3: Claim held:claim:c1 already has group… as claimant in the graph, and can have only one',
    ]);
    expect(await service.data(keys)).toEqual(before);
  });

  it('closes no circle with what is there, and draws nothing further than it is followed', async () => {
    expect(await problemsOf(within, 'a,b', '1,2', '2,3')).toEqual([]);
    expect(await problemsOf(within, 'a,b', '3,4', '4,1')).toEqual([
      '3: WITHIN may not lead back to where it begins, but this would: Place 1 → Place 2 → Place 3 → Place held:place:4 → Place 1',
    ]);

    expect(await problemsOf(within, 'a,b', ...Array.from({ length: 12 }, (_, at) => `d${at},d${at + 1}`))).toEqual([]);
    expect(await problemsOf(within, 'a,b', 'e,d1', 'e,d0')).toEqual([
      '3: WITHIN leads on from Place held:place:e for more than 12 steps, further than it is followed',
    ]);
  });

  it('joins nothing to itself of which it has two keys', async () => {
    expect(await problemsOf(told, 'claim,who,report', 'c5,SOHR,r5')).toEqual([]);
    const further = { id: await idOf('held:source:SOHR'), key: 'held:source:observatory' };
    await service.graph.write((run) => writeDrafts(run, { nodes: [], links: [], keys: [further] }, { at: new Date().toISOString(), by: 'test' }));

    expect(await problemsOf(relying, 'a,b,claim', 'SOHR,AFP,c6', 'SOHR,observatory,c6')).toEqual([
      '3: Group held:source:SOHR and Group held:source:observatory are one in the graph, group…, and nothing is joined to itself by RELIES_ON',
    ]);
    expect(await problemsOf(told, 'claim,who,report', 'c5,observatory,r5')).toEqual([]);
    expect(await problemsOf(told, 'claim,who,report', 'c7,observatory,r5', 'c7,SOHR,r5')).toEqual([]);
  });

  it('replaces no claim there by one of another series', async () => {
    const rows = ['id,event,metric,before', '1,e,KILLED,', '2,e,KILLED,1'];
    expect(await problemsOf(series, ...rows)).toEqual([]);
    expect(await problemsOf(series, ...rows)).toEqual([]);

    expect(await problemsOf(series, 'id,event,metric,before', '3,e,INJURED,2', '4,f,KILLED,1')).toEqual([
      '3: Claim held:count:1 already has claim… as supersededBy in the graph, and can have only one',
      '2: Claim held:count:3 SUPERSEDES Claim held:count:2, which should be a claim of the same series: its metric is KILLED, not INJURED',
    ]);
    expect(await problemsOf(series, 'id,event,metric,before', '5,f,KILLED,2')).toEqual([
      '2: Claim held:count:5 SUPERSEDES Claim held:count:2, which should be a claim of the same series: its event is event…, not Event held:event:f',
    ]);
    expect(await problemsOf(series, 'id,event,metric,before', '6,e,KILLED,2')).toEqual([]);
  });

  it('rests nothing on what was retracted', async () => {
    expect(await problemsOf(told, 'claim,who,report', 'c8,ada,r8')).toEqual([]);
    await service.data('mutation ($id: ID!) { retractReport(id: $id, reason: "Wrong.") { __typename } }', { id: await idOf('held:report:r8') });

    expect(await problemsOf(told, 'claim,who,report', 'c9,ada,r8')).toEqual(['2: Report held:report:r8 was retracted, at …, and contains no further claims']);
    expect(await problemsOf(told, 'claim,who,report', 'c8,ada,r8')).toEqual([]);
    expect(await problemsOf(relying, 'a,b,claim', 'AFP,dpa,c8')).toEqual(['2: Claim held:claim:c8 was retracted, at …, and is evidence of nothing']);
  });
});
