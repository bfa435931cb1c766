import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../src/input/csv.ts';
import { importTable } from '../src/table/import.ts';
import { readMap } from '../src/table/map.ts';
import type { TableFile } from '../src/table/rows.ts';
import { engines, openService, type Service } from './support/service.ts';

const table = (...lines: string[]): TableFile => ({
  path: 'table.csv',
  bytes: async function* () {
    yield Buffer.from(lines.join('\n'));
  },
});

describe.each(engines)('a table that comes in again, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  it('joins with another map what was there before, also in the lists of those it is joined to', async () => {
    const mapped = (more: string) =>
      readMap(
        'again',
        `entities:
  report: { type: Report, key: "again:report:{id}", set: { title: "Report {id}", publishedAt: "2025-01-06" } }
  source: { type: Group, key: "again:source:{who}", set: { name: "{who}" } }
claims:
  told: { key: "again:claim:{id}", set: { claimType: CONTEXT, statement: "Said {id}" }${more} }
`,
      );
    const rows = table('id,who', '1,ada');
    await importTable(service.graph, rows, mapped(''));
    await importTable(service.graph, rows, mapped(', report: report, claimant: source'));

    const { report, claim, source } = await service.data(`{
      report: byKey(key: "again:report:1") { ... on Report { claims { totalCount } } }
      claim: byKey(key: "again:claim:1") { ... on Claim { report { title } claimant { label } } }
      source: byKey(key: "again:source:ada") { ... on Group { claimsMade { edges { node { statement } } } } }
    }`);

    expect(report.claims.totalCount).toBe(1);
    expect(claim).toEqual({ report: { title: 'Report 1' }, claimant: { label: 'ada' } });
    expect(source.claimsMade.edges).toEqual([{ node: { statement: 'Said 1' } }]);
  });

  it('has of several rows for one relationship the first, however far apart they are', async () => {
    const map = readMap(
      'apart',
      `entities:
  event: { type: Event, key: "apart:event:{event}", set: { title: "Event {event}" } }
  place: { type: Place, key: "apart:place:{event}", set: { name: "Place {event}" } }
links:
  - { type: OCCURRED_AT, from: event, to: place, set: { radiusKm: { column: km } } }
`,
    );
    await importTable(service.graph, table('event,km', 'near,1', 'near,2'), map);
    await importTable(service.graph, table('event,km', 'far,1', ...Array.from({ length: 400 }, (_, at) => `other${at},9`), 'far,2'), map);

    const kept = await service.data(
      '{ near: byKey(key: "apart:event:near") { ...kept } far: byKey(key: "apart:event:far") { ...kept } } fragment kept on Event { places { edges { radiusKm } } }',
    );

    expect(kept).toEqual({ near: { places: { edges: [{ radiusKm: 1 }] } }, far: { places: { edges: [{ radiusKm: 1 }] } } });
  });

  it('refuses a key that stands for something of another kind', async () => {
    const map = (type: string) => readMap('kinds', `entities:\n  one: { type: ${type}, key: "kinds:{name}", set: { name: "{name}" } }\n`);
    await importTable(service.graph, table('name', 'Smith'), map('Group'));

    const problems: Problem[] = [];
    const report = await importTable(service.graph, table('name', 'Jones', 'Smith'), map('Person'), { onProblem: (problem) => problems.push(problem) });

    expect(report.problems).toBe(1);
    expect(problems).toEqual([
      {
        line: 3,
        column: null,
        value: null,
        reason: expect.stringMatching(/^the key "kinds:Smith" already stands for a group, group_\w{20}, and cannot stand for a person too$/),
      },
    ]);
    expect(await service.data('{ byKey(key: "kinds:Jones") { id } }')).toEqual({ byKey: null });
  });

  it('can be referred to by a key with blanks, as imports make them of names', async () => {
    const map = readMap('blanks', 'entities:\n  one: { type: Group, key: "blanks:{name|compared}", set: { name: "{name}" } }\n');
    await importTable(service.graph, table('name', 'Some Observatory'), map);
    const claim = (key: string) =>
      service.data(
        `mutation { createClaim(input: {claimType: CONTEXT, statement: "x", claimant: {key: ${JSON.stringify(key)}}}) { ... on Claim { claimant { label } } ... on Error { message } } }`,
      );

    expect((await claim('blanks:some observatory')).createClaim).toEqual({ claimant: { label: 'Some Observatory' } });
    expect((await claim('x'.repeat(1001))).createClaim.message).toMatch(/^input.claimant.key should be a key of 1 to 1000 characters/);
  });
});
