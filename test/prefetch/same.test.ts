import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { entityLabels } from '../../src/ids.ts';
import { importPlaces } from '../../src/places/import.ts';
import { loadSample } from '../../src/sample/load.ts';
import { boundaryFiles, unitsFrom } from '../support/boundaries.ts';
import { documentsAbout } from '../support/documents.ts';
import { everythingOf } from '../support/everything.ts';
import { emptyGraph, engines, type Service, serviceOver } from '../support/service.ts';
import { alike, event, pages, questions, roots, sohr, someOfAll, tricky } from './documents.ts';

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
