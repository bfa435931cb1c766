import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { many, type Told, writeManyClaims } from './support/many-claims.ts';
import { engines, openService, type Service, serviceOver } from './support/service.ts';

const question = `query ($where: ID, $about: ID, $claimant: ID, $publisher: ID, $naming: ID, $types: [ClaimType!], $metric: Metric, $population: Population,
  $happened: DateRange, $published: DateRange, $orderBy: ClaimOrder, $first: Int, $after: String) {
  whoReported(where: $where, about: $about, claimant: $claimant, publisher: $publisher, naming: $naming, types: $types, metric: $metric, population: $population,
    happened: $happened, published: $published, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`;

type Given = Record<string, unknown>;
interface Range {
  readonly from?: string;
  readonly to?: string;
}

/** What each condition means, said a second time and without any graph. */
const meaning: Record<string, (told: Told, value: never) => boolean> = {
  where: ({ around }, place: string) => around.includes(place),
  about: ({ event }, id: string) => event === id,
  claimant: ({ claimant }, id: string) => claimant === id,
  publisher: ({ publisher }, id: string) => publisher === id,
  naming: ({ named }, id: string) => named.includes(id),
  types: ({ type }, types: string[]) => types.includes(type),
  metric: ({ metric }, value: string) => metric === value,
  population: ({ population }, value: string) => population === value,
  happened: ({ happened }, { from = '', to = '~' }: Range) => happened !== null && happened[0] <= to && happened[1] >= from,
  published: ({ published, hasReport }, { from = '', to = '~' }: Range) =>
    hasReport && published !== null && published.slice(0, 10) >= from && published.slice(0, 10) <= to,
};

function expected(all: readonly Told[], given: Given): string[] {
  const meet = all.filter((told) => Object.entries(given).every(([name, value]) => meaning[name]?.(told, value as never)));
  const newest = (told: Told) => told.published ?? '';
  return meet.sort((a, b) => compare(newest(b), newest(a)) || compare(a.id, b.id)).map(({ id }) => id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const conditions: Given = {
  where: many.region,
  about: many.event,
  claimant: many.hub,
  publisher: many.source,
  naming: many.firstTown,
  types: ['DENIAL', 'CASUALTY_COUNT'],
  metric: 'KILLED',
  population: 'CIVILIANS',
  happened: { from: '2018-06-01', to: '2018-07-15' },
  published: { from: '2018-10-01', to: '2019-03-31' },
};
const names = Object.keys(conditions);
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

const more: [string, Given][] = [
  ['nothing', {}],
  ...names.map((name): [string, Given] => [name, { [name]: conditions[name] }]),
  ['a whole country', { where: many.country }],
  ['a whole country and its monitor', { where: many.country, claimant: many.hub }],
  ['one town and one source', { where: many.town, claimant: many.source }],
  ['a type of its own and a place', { types: ['DENIAL'], where: many.region }],
  ['no type at all', { types: [], claimant: many.hub }],
  ['an open beginning', { happened: { to: '2018-02-01' }, published: { to: '2018-03-01' } }],
  ['an open end', { happened: { from: '2019-08-01' }, published: { from: '2019-12-01' } }],
  ['any date', { happened: {}, published: {} }],
  ['everything', conditions],
  ['three', { where: many.country, publisher: many.hub, types: ['ATTRIBUTION'] }],
];

// Neo4j plans a text when it first sees it, and here it sees most of them for the first time.
describe.each(engines)('whoReported on %s', { timeout: 120_000 }, (engine) => {
  let service: Service;
  let all: readonly Told[];
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    all = await writeManyClaims(service.graph);
  });
  afterAll(() => service.close());

  const answer = async (given: Given) => {
    const { whoReported } = await service.data(question, { first: 100, ...given });
    return { total: whoReported.totalCount, ids: whoReported.edges.map(({ node }: { node: { id: string } }) => node.id) };
  };

  it.each(pairs)('answers by %s and %s', async (one, other) => {
    const given = { [one]: conditions[one], [other]: conditions[other] };
    const ids = expected(all, given);

    expect(await answer(given)).toEqual({ total: ids.length, ids: ids.slice(0, 100) });
  });

  it.each(more)('answers by %s', async (_, given) => {
    const ids = expected(all, given);

    expect(await answer(given)).toEqual({ total: ids.length, ids: ids.slice(0, 100) });
  });

  it.each(['NEWEST_FIRST', 'OLDEST_FIRST', 'BY_LABEL'])('gives each claim once, page by page, %s', async (orderBy) => {
    const given = { where: many.region, published: { from: '2018-05-01' }, orderBy };
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const { whoReported } = await service.data(question, { ...given, first: 30, after });
      pages.push(whoReported.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = whoReported.pageInfo.hasNextPage ? whoReported.pageInfo.endCursor : null;
    } while (after);

    const byDate = expected(all, { where: many.region, published: { from: '2018-05-01' } });
    expect(pages.slice(0, -1).every((page) => page.length === 30)).toBe(true);
    expect(pages.flat().sort()).toEqual([...byDate].sort());
  });

  it('puts the oldest first when asked, and labels in their order', async () => {
    const dates = `query ($orderBy: ClaimOrder) { whoReported(claimant: "${many.source}", orderBy: $orderBy, first: 100) { edges { node { label report { publishedAt } } } } }`;
    const oldest = (await service.data(dates, { orderBy: 'OLDEST_FIRST' })).whoReported.edges;
    const labelled = (await service.data(dates, { orderBy: 'BY_LABEL' })).whoReported.edges;

    const published = oldest.map(({ node }: Edge) => node.report?.publishedAt).filter(Boolean);
    const labels = labelled.map(({ node }: Edge) => node.label);
    expect(published).toEqual([...published].sort());
    expect(labels).toEqual([...labels].sort());
    expect(labels.length).toBeGreaterThan(20);
  });

  it('gives an unknown id nothing, and one of another kind an error that names the argument', async () => {
    const unknown = 'group_aaaaaaaaaaaaaaaaaaaa';

    expect(await answer({ claimant: unknown })).toEqual({ total: 0, ids: [] });
    expect(await answer({ claimant: unknown, where: many.country })).toEqual({ total: 0, ids: [] });
    const wrong = await service.ask(question, { where: unknown });
    expect(wrong.errors?.[0]?.message).toBe('where should be the id of a place, such as "place_abcdefghijklmnopqrst", but was "group_aaaaaaaaaaaaaaaaaaaa".');
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', inputPath: ['where'] });
  });

  it.each([
    ['about', many.hub, 'the id of an event'],
    ['claimant', many.town, 'the id of a group or person'],
    ['publisher', many.event, 'the id of a group or person'],
    ['naming', many.event, 'the id of a group or community or person or place'],
    ['naming', "x'}) DETACH DELETE n //", 'the id of a group or community or person or place'],
    ['where', '', 'the id of a place'],
  ])('refuses %s: %s', async (argument, id, kind) => {
    const { errors } = await service.ask(question, { [argument]: id });

    expect(errors?.[0]?.message).toContain(`${argument} should be ${kind}, such as`);
  });

  it('refuses a cursor of another order', async () => {
    const { whoReported } = await service.data(question, { first: 1 });
    const { errors } = await service.ask(question, { first: 1, orderBy: 'BY_LABEL', after: whoReported.pageInfo.endCursor });

    expect(errors?.[0]?.message).toContain('after should be a cursor that this list gave in the order BY_LABEL');
  });

  it('takes one round trip where one condition says where to begin, and two where there is a choice', async () => {
    const ask = async (given: string) => {
      const fresh = serviceOver(service.graph, { prefetchFrom: 0 });
      await fresh.data(`{ whoReported(${given}) { edges { node { id } } } }`);
      return fresh.ran();
    };

    expect(await ask('first: 5')).toEqual(['who-reported/all[byNewest]']);
    expect(await ask(`claimant: "${many.hub}"`)).toEqual(['who-reported/by-own[claimantId,byNewest]']);
    expect(await ask(`claimant: "${many.hub}", published: { from: "2018-01-01" }`)).toEqual(['who-reported/by-own[claimantId,byNewest] filtered']);
    expect(await ask(`where: "${many.town}", claimant: "${many.hub}"`)).toEqual(['who-reported/sizes', 'who-reported/by-place[byNewest] filtered']);
    expect(await ask(`where: "${many.country}", claimant: "${many.source}"`)).toEqual([
      'who-reported/sizes',
      'who-reported/by-own[claimantId,byNewest] filtered',
    ]);
    expect(await ask(`where: "${many.country}"`)).toEqual(['who-reported/sizes', 'who-reported/all[byNewest] filtered']);
  });

  it('remembers about how many claims meet a condition, and so begins where it did', async () => {
    const fresh = serviceOver(service.graph, { prefetchFrom: 0 });
    const question = `{ whoReported(where: "${many.country}", first: 3) { edges { node { id } } } }`;
    const first = await fresh.data(question);
    fresh.ran();

    expect(await fresh.data(question)).toEqual(first);
    expect(fresh.ran()).toEqual(['who-reported/all[byNewest] filtered']);
  });
});

interface Edge {
  readonly node: { readonly label: string; readonly report: { readonly publishedAt: string | null } | null };
}
