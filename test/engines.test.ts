import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDrafts } from '../src/entity/write.ts';
import { queries } from '../src/graph/query.ts';
import { entityLabels, idFromKey } from '../src/ids.ts';
import { beginnings, end, everywhere } from '../src/who-reported/begin.ts';
import { type Conditions, conditionFilter } from '../src/who-reported/conditions.ts';
import { codedDrafts } from './support/coded.ts';
import { everythingOf } from './support/everything.ts';
import { operations } from './support/operations.ts';
import { engines, openService, type Service } from './support/service.ts';

const roots = ['groups', 'communities', 'places', 'people', 'reports', 'events', 'claims', 'assessments'];

describe.runIf(engines.includes('neo4j'))('the two engines', () => {
  let embedded: Service;
  let neo4j: Service;
  const ran = new Set<string>();

  beforeAll(async () => {
    embedded = await openService('embedded');
    neo4j = await openService('neo4j');
    for (const { graph } of [embedded, neo4j]) await graph.write((run) => writeDrafts(run, codedDrafts(), { at: '2025-04-01T00:00:00.000Z', by: 'test' }));
  });
  afterAll(() => Promise.all([embedded.close(), neo4j.close()]));

  /** Asks both, compares the whole answers, and remembers which query files took part. */
  async function bothAnswer(query: string, variables?: Record<string, unknown>) {
    const one = await embedded.ask(query, variables);
    const other = await neo4j.ask(query, variables);
    for (const name of [...embedded.ran(), ...neo4j.ran()]) ran.add(name);

    expect(one.errors).toBeUndefined();
    expect(other).toEqual(one);
    return one.data;
  }

  it.each(entityLabels)('say the same of every %s, in every list and order', async (label) => {
    const { [rootOf(label)]: all } = await bothAnswer(`{ ${rootOf(label)}(first: 100) { totalCount edges { node { id } } } }`);

    for (const { node } of all.edges) {
      for (const some of everythingOf(label)) await bothAnswer(`query ($id: ID!) { node(id: $id) { ... on ${label} { ${some} } } }`, { id: node.id });
    }
  });

  it.each(everythingOf('Query').map((some, at) => ({ some, at })))('say the same of every list at the root, part $at', async ({ some }) => {
    await bothAnswer(`{ ${some} }`);
  });

  it.each(operations)('give the same answer to $file', async ({ text }) => {
    await bothAnswer(text);
  });

  it('find the same by key and by id', async () => {
    const { byKeys } = await bothAnswer('{ byKeys(keys: ["sample:place:latakia", "nothing:here", "sample:claim:c1"]) { id label } }');
    await bothAnswer('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: byKeys.flatMap((found: { id: string } | null) => (found ? [found.id] : [])) });
  });

  it.each(whoReportedArguments)('say the same of who reported what, where: %s', async (given) => {
    const pages = orders.map(
      (order, at) => `o${at}: whoReported(${given}, orderBy: ${order}, first: 4) { totalCount pageInfo { endCursor } edges { node { id label } } }`,
    );
    await bothAnswer(`{ ${pages.join('\n')} }`);
  });

  it.each([...beginnings, everywhere].map((beginning) => ({ ...beginning, at: beginning.condition })))(
    'find the same claims beginning at $at',
    async (beginning) => {
      const { query, key, args } = beginning;
      const asked = { ...conditionFilter.bind({ happened: {} }), ...args?.(conditions), keys: [key(conditions) ?? ''], after: '', until: end };
      const rowsOf = [false, true].flatMap((filtered) => orders.map((order) => query.rows(order, filtered).query));
      const countOf = [false, true].map((filtered) => query.count(filtered).query);

      for (const read of [...rowsOf, ...countOf]) {
        const [one, other] = await Promise.all([embedded, neo4j].map(({ graph }) => graph.read(read as (typeof rowsOf)[0], { ...asked, limit: 5 })));
        expect(other?.map(found)).toEqual(one?.map(found));
        expect(one?.length, read.name).toBeGreaterThan(0);
        ran.add(read.name);
      }
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('find the same chains of at most %i relationships', async (maxLength) => {
    await bothAnswer(
      `{ path(from: "${ids.person}", to: "${ids.group}", maxLength: ${maxLength}, first: 5) { length nodes { id } links { id evidence { id } } } }`,
    );
  });

  it('find the same chains as of a moment', async () => {
    await bothAnswer(
      `query @asOf(known: "2025-03-12") { path(from: "${ids.person}", to: "${ids.group}", maxLength: 4, first: 5) { length nodes { id } links { id } } }`,
    );
  });

  it('draw the same neighbourhood', async () => {
    await bothAnswer(
      `{ neighbourhood(of: ["${ids.event}", "${ids.group}"], depth: 2, perNode: 3, limit: 60) { truncated nodes { id } links { id role } omitted { node through shown total } } }`,
    );
  });

  it('name the same silent sources', async () => {
    await bothAnswer(
      '{ byKey(key: "test:event:1") { ... on Event { coverage(windowDays: 7) { sources { totalCount edges { node { id } } } silent(first: 5) { totalCount edges { node { id } } } } } } }',
    );
  });

  it('count the same events at each place within a place', async () => {
    await bothAnswer(
      `{ eventsByPlace(filter: { where: "${ids.place}", happened: { from: "2025-01-01" } }) { place { id } precisionCode radiusKm events from to area { id } } }`,
    );
  });

  it('list the same events within a place', async () => {
    const lists = ['BY_LABEL', 'NEWEST_FIRST', 'OLDEST_FIRST'].map(
      (order) => `${order}: events(first: 4, orderBy: ${order}, filter: $filter) { totalCount pageInfo { endCursor } edges { node { id } } }`,
    );
    for (const more of [{}, { happened: { from: '2025-01-01' } }])
      await bothAnswer(`query ($filter: EventFilter!) { ${lists.join(' ')} }`, { filter: { where: ids.place, ...more } });
  });

  it('keep the same history', async () => {
    await bothAnswer(`{ history(of: "${ids.event}") { totalCount edges { node { by } } } }`);
  });

  it('say the same of the dataset behind an event', async () => {
    const { byKey } = await bothAnswer(
      '{ byKey(key: "test:event:1") { ... on Event { dyad { id conflict { id } sideA { name } sideB { name } } sourceRecord { id dataset rowKey cells { column value } } } } }',
    );
    for (const [type, id] of [
      ['Dyad', byKey.dyad.id],
      ['Conflict', byKey.dyad.conflict.id],
      ['SourceRecord', byKey.sourceRecord.id],
    ]) {
      for (const some of everythingOf(type)) await bothAnswer(`query ($id: ID!) { node(id: $id) { ... on ${type} { ${some} } } }`, { id });
    }
  });

  it('tell of a retraction alike', async () => {
    await bothAnswer(
      `mutation { retractReport(id: "${ids.report}", reason: "Taken back.", at: "2025-03-20T00:00:00Z") { ... on Report { retraction { reason at } } } }`,
    );
    const { report } = await bothAnswer(`{ report(id: "${ids.report}") { retraction { reason at dependants } claims { edges { node { id status } } } } }`);

    expect(report.retraction).toMatchObject({ reason: 'Taken back.', at: '2025-03-20T00:00:00.000Z' });
  });

  it('have between them run every query file that reads', () => {
    // Left out is what a write looks at first, and what commands ask, of both engines, in tests of their own.
    const reads = [...queries.values()]
      .filter(({ access, name }) => access === 'read' && !atStart.has(name) && !/^(look|write|export|record)\//.test(name))
      .map(({ name }) => name);

    expect(reads.filter((name) => !ran.has(name))).toEqual([]);
  });
});

/** What only opening, filling and exporting a store asks, and what no two stores have in common: the ids of revisions (see history.test.ts) and saved views (view.test.ts). */
const atStart = new Set([
  'model/version',
  'model/beginning',
  'model/evidence',
  'model/named',
  'entity/any',
  'entity/by-id[Revision]',
  'revision/later',
  'entity/by-id[View]',
  'group/by-compared-name',
  'report/events-told',
  'report/changed',
  'entity/size',
  'place/by-pcode',
  'place/to-place',
  'claim/figure',
]);

const ids = {
  event: idFromKey('Event', 'sample:event:coast-march-2025'),
  group: idFromKey('Group', 'sample:group:sohr'),
  person: idFromKey('Person', 'sample:person:ali-sheha'),
  place: idFromKey('Place', 'sample:place:latakia'),
  publisher: idFromKey('Group', 'sample:group:kurdistan24'),
  community: idFromKey('Community', 'sample:community:alawites'),
  report: idFromKey('Report', 'sample:report:seed-article'),
};
const conditions: Conditions = {
  about: ids.event,
  claimant: ids.group,
  publisher: ids.publisher,
  naming: ids.community,
  where: ids.place,
  types: ['CASUALTY_COUNT'],
  metric: 'KILLED',
  population: 'CIVILIANS',
  happened: { from: '2025-03-01', to: '2025-03-31' },
  published: { to: '2025-03-10' },
};
const orders = ['NEWEST_FIRST', 'OLDEST_FIRST', 'BY_LABEL'];

/** Each beginning alone, and pairs of which either may be the smaller. */
const whoReportedArguments = [
  `about: "${ids.event}"`,
  `claimant: "${ids.group}"`,
  `publisher: "${ids.publisher}"`,
  `naming: "${ids.community}"`,
  `where: "${ids.place}"`,
  'metric: KILLED',
  `where: "${ids.place}", claimant: "${ids.group}"`,
  `publisher: "${ids.publisher}", naming: "${ids.community}"`,
  'happened: {from: "2025-03-01", to: "2025-03-31"}, population: CIVILIANS',
  'published: {to: "2025-03-10"}, types: [CASUALTY_COUNT]',
];

/** A claim or a count, without when this store learned of it. */
function found(row: { readonly cursor?: string; readonly node?: { readonly id: string }; readonly total?: number }) {
  return { cursor: row.cursor, id: row.node?.id, total: row.total };
}

function rootOf(label: (typeof entityLabels)[number]): string {
  return roots[entityLabels.indexOf(label)] as string;
}
