import fc from 'fast-check';
import { parse } from 'graphql';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { entityLabels, idFromKey } from '../src/ids.ts';
import { importPlaces } from '../src/places/import.ts';
import { loadSample } from '../src/sample/load.ts';
import { boundaryFiles, unitsFrom } from './support/boundaries.ts';
import { documentsAbout } from './support/documents.ts';
import { everythingOf } from './support/everything.ts';
import { operations } from './support/operations.ts';
import { explain, operatorsOf, scans } from './support/plans.ts';
import { emptyGraph, engines, type Service, serviceOver } from './support/service.ts';

const event = idFromKey('Event', 'sample:event:coast-march-2025');
const sohr = idFromKey('Group', 'sample:group:sohr');
const syria = idFromKey('Place', 'sample:place:syria');
const roots = ['groups', 'communities', 'places', 'people', 'reports', 'events', 'claims', 'assessments'];
const questions = operations.filter(({ text }) => parse(text).definitions.every((one) => one.kind !== 'OperationDefinition' || one.operation === 'query'));

const page = 'edges { cursor node { id label } } pageInfo { hasNextPage endCursor }';
const details = `query ($id: ID!, $deep: Boolean!, $first: Int, $after: String) {
  event(id: $id) {
    title
    ... on Entity { label mentionedIn(first: 2) { ${page} } }
    claims(first: $first, after: $after) @include(if: $deep) { totalCount ${page} }
    ...Places @skip(if: $deep)
  }
}
fragment Places on Event { places(first: 2) { edges { precisionCode node { name within(first: 1) { edges { node { name } } } } } } }`;

/** Thirty-odd loads, of which one statement has room for thirty: what is left out of it begins at a list, at a report or at a publisher. */
const wide = ['', 'places(first: 1) { edges { node { name } } }', 'places(first: 1) { edges { node { name } } } involved(first: 1) { edges { role } }'].map(
  (before) =>
    `{ event(id: "${event}") { ${before} ${Array.from({ length: 12 }, (_, number) => `claims${number}: claims(first: ${number + 1}, orderBy: ${number % 2 === 0 ? 'NEWEST' : 'OLDEST'}_FIRST) { edges { node { report { title publisher { name } } } } }`).join(' ')} } }`,
);

/** What a statement of a whole document might take for another thing than its loads do. */
const tricky: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
  [
    'one list under several names',
    `{ group(id: "${sohr}") { a: published(first: 2) { ${page} } b: published(first: 2) { edges { node { url } } } c: published(first: 3, orderBy: BY_LABEL) { totalCount ${page} } } }`,
  ],
  [
    'a list with and without what follows it',
    `{ group(id: "${sohr}") { published(first: 1) { edges { node { id } } } other: published(first: 1) { pageInfo { hasNextPage } } } }`,
  ],
  [
    'a list twice, of which one is asked whether more follow',
    `{ claims(first: 1) { edges { cursor } } again: claims(filter: {}, first: 1) { pageInfo { hasNextPage } } event(id: "${event}") { a: claims(first: 1) { edges { cursor node { event { claims(first: 1) { pageInfo { hasNextPage } } } } } } } }`,
  ],
  ['what a condition leaves out', details, { id: event, deep: false }],
  ['what a condition lets in', details, { id: event, deep: true, first: 2 }],
  ['a variable that is null', details, { id: event, deep: true, first: null, after: null }],
  ['a cursor that nobody gave, deep down', details, { id: event, deep: true, after: 'banana' }],
  ['a page that is too large, deep down', details, { id: event, deep: true, first: 101 }],
  ['an id that nothing has', `{ event(id: "${idFromKey('Event', 'nobody')}") { title claims { edges { node { id } } } } }`],
  ['an id of another kind beside a right one', `{ event(id: "${sohr}") { title } group(id: "${sohr}") { name published(first: 1) { ${page} } } }`],
  [
    'anything by its id',
    `{ node(id: "${sohr}") { id ... on Group { published(first: 1) { edges { node { title claims(first: 2) { edges { node { claimant { name ... on Group { kind } } } } } } } } } } }`,
  ],
  [
    'one entity by two ways, each with its own fields',
    `{ claims(first: 5) { edges { node { report { title publisher { name } } event { claims(first: 3) { edges { node { report { url } } } } } } } } }`,
  ],
  ['a part of a row that says whether it is there', '{ claims(first: 5) { edges { node { retraction { reason } supersedes { basis claim { label } } } } } }'],
  [
    'links and their ends',
    `{ event(id: "${event}") { involved(first: 3) { edges { role node { id label ... on Community { name } } link { id from { label } to { id } evidence { id } } } } links(first: 4) { edges { node { type properties { name value } to { id label } } } } } }`,
  ],
  [
    'texts that are kept apart',
    '{ reports(first: 4) { edges { node { text publisher { name reliability } } } } places(first: 3) { edges { node { boundary names { language name } } } } }',
  ],
  ['a text that is kept apart, and nothing else', '{ reports(first: 4) { edges { node { text } } } }'],
  ['an outline that is kept apart', '{ places(filter: {text: "Lattakia"}, first: 4) { edges { node { name boundary } } } }'],
  [
    'a search, with what was found',
    '{ search(text: "latakia", first: 4) { totalCount edges { node { type label ... on Place { contains(first: 2) { edges { node { name } } } } } } } }',
  ],
  ['what is of one type or another, of which only a name is asked', '{ reports(first: 6) { edges { node { title publisher { name } } } } }'],
  [
    'one source, as two things that ask for different things of it',
    `{ event(id: "${event}") { claims(first: 6) { edges { node { claimant { name } report { publisher { reliability ... on Group { kind } } } } } } } }`,
  ],
  ...wide.map((query, number) => [`more loads than one statement holds, cut off ${number} later`, query] as const),
  ['a search for nothing', '{ search(text: " - ") { totalCount edges { node { id } } } }'],
  [
    'who reported what, where',
    `{ whoReported(publisher: "${sohr}", about: "${event}", first: 3) { totalCount edges { node { label report { title } claimant { name } } } } }`,
  ],
  [
    'who reported what within a place, found from the publisher',
    `{ whoReported(publisher: "${sohr}", where: "${syria}", first: 3) { totalCount edges { node { label report { title } event { title } } } } }`,
  ],
  [
    'what no statement can be made of',
    `{ event(id: "${event}") { title corroboration { claims reports } coverage { sources(first: 2) { edges { node { id } lagDays } } } claims(first: 2) { edges { node { report { publisher { name } } } } } } }`,
  ],
];

/** Lists that are gone on with behind a cursor: at the root and below it, by themselves and two at a time, of one kind of thing and of any. */
const pages: readonly (readonly [what: string, query: string])[] = [
  ['a list', `query ($claims: String) { claims(first: 1, after: $claims) { ${page} } }`],
  [
    'a list with a filter',
    `query ($oldest: String) { claims(first: 1, after: $oldest, filter: {claimTypes: [CASUALTY_COUNT]}, orderBy: OLDEST_FIRST) { totalCount ${page} } }`,
  ],
  [
    'a list of what follows',
    `query ($claims: String) { claims(first: 1, after: $claims) { edges { node { report { claims(first: 2, after: $claims) { edges { node { id } } } } } } } }`,
  ],
  ['a list of one thing', `query ($told: String) { event(id: "${event}") { title claims(first: 1, after: $told) { ${page} } } }`],
  [
    'a list of anything',
    `query ($told: String) { node(id: "${event}") { ... on Group { name } ... on Event { claims(first: 1, after: $told) { ${page} } } } }`,
  ],
  [
    'two lists of one thing',
    `query ($told: String, $other: String) { event(id: "${event}") { claims(first: 2, after: $told) { edges { node { report { title } } } } others: claims(first: 1, after: $other) { ${page} } } }`,
  ],
  [
    'what it involves',
    `query ($links: String) { event(id: "${event}") { involved(first: 1, after: $links) { ${page} } places(first: 2) { edges { node { name } } } } }`,
  ],
  [
    'a list from its beginning and gone on with',
    `query ($told: String) { event(id: "${event}") { claims(first: 2) { edges { node { id } } } others: claims(first: 2, after: $told) { ${page} } } }`,
  ],
  ['all it is linked to', `query ($ends: String) { event(id: "${event}") { links(first: 1, after: $ends) { edges { node { id } } } } }`],
];

/** The same loads, of which each looks at something else. */
const alike = ['title', 'label from', 'to', 'claims(first: 2) { edges { node { label } } }', 'claims(first: 2) { edges { node { claimType quote } } }'].map(
  (fields) => [`{ event(id: "${event}") { ${fields} } }`] as readonly [query: string, variables?: Record<string, unknown>],
);

const someOfAll = `{ ${roots.map((root) => `${root}(first: 4) { edges { node { id } } }`).join(' ')} }`;

/** Neo4j plans every text that it has not seen. */
const runs = { embedded: 60, neo4j: 25 };

describe.each(engines)('on %s, read ahead and compiled or not', (engine) => {
  let graph: Graph;
  let ahead: Service;
  let plain: Service;
  beforeAll(async () => {
    graph = await emptyGraph(engine);
    await loadSample(graph);
    await importPlaces(graph, unitsFrom(boundaryFiles));
    ahead = serviceOver(graph, { prefetchFrom: 1, compiledFrom: 1 });
    plain = serviceOver(graph, { prefetchFrom: 0, compiledFrom: 0 });
    await plain.data(`mutation {
      createReport(input: {title: "In full", publisher: {id: "${sohr}"}, publishedAt: "2025-03-20", text: "What it says."}) { ... on Report { text } }
    }`);
  });
  afterAll(() => graph.close());

  async function same(query: string, variables?: Record<string, unknown>) {
    const expected = JSON.stringify(await plain.ask(query, variables));
    expect(JSON.stringify(await ahead.ask(query, variables))).toBe(expected);
    expect(JSON.stringify(await ahead.ask(query, variables))).toBe(expected);
  }

  async function sameTogether(asked: readonly (readonly [query: string, variables?: Record<string, unknown> | undefined])[], times: number) {
    const expected = await Promise.all(asked.map(([query, variables]) => plain.ask(query, variables)));
    for (let time = 0; time < times; time += 1) {
      const answers = await Promise.all(asked.map(([query, variables]) => ahead.ask(query, variables)));
      expect(answers.map((answer) => JSON.stringify(answer))).toEqual(expected.map((answer) => JSON.stringify(answer)));
    }
  }

  it('what is kept apart is there, also when it is asked by itself and again', async () => {
    const { reports, places } = await ahead.data(
      '{ reports(filter: {text: "In full"}) { edges { node { text } } } places(filter: {text: "Lattakia"}) { edges { node { boundary } } } }',
    );

    expect(reports.edges).toEqual([{ node: { text: 'What it says.' } }]);
    expect(places.edges).toContainEqual({ node: { boundary: expect.stringContaining('Polygon') } });
  });

  it.each(questions)('$file has the same answer to the letter', ({ text }) => same(text));
  it.each(tricky.map(([what, query, variables]) => ({ what, query, variables })))('$what: the same answer to the letter', ({ query, variables }) =>
    same(query, variables),
  );

  it('questions that are asked at the same moment have their own answers to the letter', async () => {
    const asked = [...questions.map(({ text }) => [text] as const), ...tricky.map(([, query, variables]) => [query, variables] as const), ...alike];
    await sameTogether(asked, 3);
  });

  it.each(pages.map(([what, query]) => ({ what, query })))(
    '$what, gone on with at the same moment behind many cursors: each its own page',
    async ({ query }) => {
      const cursors = await plain.data(`{
      claims(first: 100) { edges { cursor } } oldest: claims(first: 100, filter: {claimTypes: [CASUALTY_COUNT]}, orderBy: OLDEST_FIRST) { edges { cursor } }
      event(id: "${event}") { claims(first: 100) { edges { cursor } } involved(first: 100) { edges { cursor } } links(first: 100) { edges { cursor } } }
    }`);
      const at = (number: number) => ({
        claims: cursors.claims.edges[number]?.cursor,
        oldest: cursors.oldest.edges[number]?.cursor,
        told: cursors.event.claims.edges[number]?.cursor,
        other: cursors.event.claims.edges[11 - number]?.cursor,
        links: cursors.event.involved.edges[number]?.cursor,
        ends: cursors.event.links.edges[number]?.cursor,
      });
      const each = (value: string | null) => Object.fromEntries(Object.keys(at(0)).map((name) => [name, value]));
      const given = Array.from({ length: 12 }, (_, number) => at(number));

      await sameTogether(
        [...given, {}, each(null), { ...each('banana'), other: at(0).other }, ...given.slice(0, 2)].map((variables) => [query, variables]),
        2,
      );
    },
  );

  it('whatever is asked, and whatever else at the same moment, has the same answer to the letter', { timeout: 300_000 }, async () => {
    const { data } = (await plain.ask(someOfAll)) as { data: Record<string, { edges: { node: { id: string } }[] }> };
    const ids = Object.values(data).flatMap(({ edges }) => edges.map(({ node }) => node.id));
    await fc.assert(
      fc.asyncProperty(fc.array(documentsAbout(ids), { minLength: 1, maxLength: 3 }), async (documents) => {
        const others = documents.map(({ text, variables: { id, other } }) => ({ text, variables: { id: other, other: id, few: 3, yes: false, no: true } }));
        await sameTogether(
          [...documents, ...documents, ...others].map(({ text, variables }) => [text, variables]),
          2,
        );
      }),
      { numRuns: Number(process.env.RUNS ?? runs[engine]), endOnFailure: true }, // Making it smaller would take many plans.
    );
  });

  it.each(entityLabels)('all that is known of a %s is the same to the letter', async (label) => {
    const root = roots[entityLabels.indexOf(label)];
    const { [`${root}`]: list } = await plain.data(`{ ${root}(first: 1) { edges { node { id } } } }`);
    for (const { node } of list.edges)
      for (const some of everythingOf(label)) await same(`query ($id: ID!) { node(id: $id) { ... on ${label} { ${some} } } }`, { id: node.id });
  });
});

describe.runIf(engines.includes('neo4j'))('what is asked again', () => {
  const question = `{ group(id: "${idFromKey('Group', 'sample:group:kurdistan24')}") { name published(first: 3) { edges { node { title claims(first: 2) { edges { node { event { title } } } } } } } } }`;
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph('neo4j');
    await loadSample(graph);
  });
  afterAll(() => graph.close());

  it('loads the first time, and takes one statement as soon as there is a plan for it', async () => {
    const service = serviceOver(graph, {});
    const first = await service.data(question);
    expect(service.ran()).toHaveLength(4);

    for (let times = 0; times < 100 && service.ran().length !== 1; times += 1) expect(await service.data(question)).toEqual(first);
    service.ran();
    await service.data(question);

    expect(service.ran()).toEqual([expect.stringMatching(/^fused \d+: /)]);
  });

  it.each([
    ['at its root', 'query ($first: Int!) { claims(first: $first) { edges { node { id event { places(first: 1) { edges { node { name } } } } } } } }', {}],
    [
      'below it',
      'query ($id: ID!, $first: Int!) { event(id: $id) { ...Its } } fragment Its on Event { claims(first: $first) { edges { node { label } } } }',
      { id: event },
    ],
  ])('takes one statement as well when it is asked with another value %s', async (_, asked, given) => {
    const service = serviceOver(graph, { prefetchFrom: 1 });
    const plain = serviceOver(graph, { prefetchFrom: 0 });
    for (const first of [2, 4, 3, 2]) {
      service.ran();
      expect(await service.data(asked, { ...given, first })).toEqual(await plain.data(asked, { ...given, first }));
      expect(service.ran()).toHaveLength(1);
    }
  });

  it('loads as ever when the statement fails', async () => {
    const expected = await serviceOver(graph, { prefetchFrom: 0 }).data(question);
    const failing = serviceOver(
      { ...graph, read: (query, ...rest) => (query.name.startsWith('fused') ? Promise.reject(new Error('no')) : graph.read(query, ...rest)) },
      { prefetchFrom: 1 },
    );

    expect(await failing.data(question)).toEqual(expected);
    expect(failing.ran()).toHaveLength(5);
  });

  it('is left alone when it is about another day, or writes', async () => {
    const service = serviceOver(graph, { prefetchFrom: 1 });

    await service.data(question.replace('{', 'query @asOf(known: "2100-01-01T00:00:00Z") {'));
    await service.data('mutation { createGroup(input: {name: "Read as ever", kind: MONITOR}) { ... on Group { id published { edges { node { id } } } } } }');

    expect(service.ran().filter((name) => name.startsWith('fused'))).toEqual([]);
  });

  it('shares statements with others who ask at the same time, and not their answers', async () => {
    const service = serviceOver(graph, { prefetchFrom: 1 });
    const { groups } = await service.data('{ groups(first: 6) { edges { node { id name } } } }');
    service.ran();

    const answers = await Promise.all(
      groups.edges.map(({ node }: { node: { id: string } }) => service.data('query ($id: ID!) { group(id: $id) { id name } }', { id: node.id })),
    );

    expect(answers.map(({ group }) => group)).toEqual(groups.edges.map(({ node }: { node: object }) => node));
    expect(service.ran().length).toBeLessThan(answers.length);
  });

  it('shares statements with others who go on behind other cursors', async () => {
    const service = serviceOver(graph, { prefetchFrom: 1 });
    const { claims } = await service.data('{ claims(first: 8) { edges { cursor node { id } } } }');
    const edges = claims.edges as { cursor: string; node: object }[];
    const asked = 'query ($after: String) { claims(first: 1, after: $after) { edges { cursor node { id } } } }';
    await service.data(asked);
    service.ran();

    const answers = await Promise.all(edges.map(({ cursor }) => service.data(asked, { after: cursor })));

    expect(answers.slice(0, -1).map((answer) => answer.claims.edges)).toEqual(edges.slice(1).map((edge) => [edge]));
    expect(service.ran().length).toBeLessThan(edges.length);
  });

  it('is read once for all who ask the same in one moment, however many', async () => {
    const service = serviceOver(graph, { prefetchFrom: 1 });
    const ids = ['sohr', 'kurdistan24', 'afp'].map((name) => idFromKey('Group', `sample:group:${name}`));
    const ask = (id: string | undefined) => service.data('query ($id: ID!) { group(id: $id) { name } }', { id });
    const alone = await Promise.all(ids.map(ask));
    service.ran();

    const together = await Promise.all(Array.from({ length: 30 }, (_, number) => ask(ids[number % 3])));

    expect(together).toEqual(Array.from({ length: 30 }, (_, number) => alone[number % 3]));
    expect(service.ran().length).toBeLessThanOrEqual(3);
  });

  it('has only the columns that somebody looks at: of each kind of list its own', async () => {
    const texts: string[] = [];
    const noting: Graph = {
      ...graph,
      read: (query, ...rest) => {
        texts.push(query.text.neo4j);
        return graph.read(query, ...rest);
      },
    };
    const asked = `{ group(id: "${sohr}") { published(first: 2) { edges { node { title claims(first: 2) { edges { node { label } } } } } } } }`;
    await serviceOver(noting, { prefetchFrom: 1 }).data(asked);

    expect(texts).toHaveLength(1);
    expect(texts[0]?.match(/\[[^[\]]*node\.\w+[^[\]]*\]/g)).toEqual(['[node.id]', '[node.id, node.title]', '[node.label]']);
  });

  it('is planned without a scan, and reads a page of a hub off its index', async () => {
    const texts = new Map<string, string>();
    const noting: Graph = {
      ...graph,
      read: (query, ...rest) => {
        if (query.name.startsWith('fused')) texts.set(query.text.neo4j, query.name);
        return graph.read(query, ...rest);
      },
    };
    const service = serviceOver(noting, { prefetchFrom: 1 });
    for (const { text } of questions) await service.data(text);
    await service.data(question);
    await service.data(question.replace('{', 'query ($after: String) {').replace('first: 3', 'first: 3, after: $after'));
    await (await emptyGraph('neo4j')).close(); // What a plan rests on is its indexes, not how few there are of anything here.
    const driver = neo4j.driver(inject('neo4jUri'));
    const plans = await Promise.all(
      [...texts].map(async ([text, name]) => ({ name, operators: operatorsOf((await explain(driver, text, parametersOf(text))).summary.plan) })),
    );
    const hubs = plans.slice(-2).map(({ operators }) => operators);
    await driver.close();

    expect(plans.length).toBeGreaterThan(5);
    expect(plans.filter(({ operators }) => operators.some((operator) => scans.has(operator)))).toEqual([]);
    expect([...texts.keys()].slice(-2).map((text) => text.includes('pg[1]'))).toEqual([false, true]);
    for (const hub of hubs) {
      expect(hub.filter((operator) => /Sort|Top/.test(operator)).length).toBeLessThanOrEqual(1); // Of a report's claims, which are few.
      expect(hub).toContain('NodeIndexSeek');
    }
  });
});

function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name as string))];
}
