import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { idFromKey } from '../../src/ids.ts';
import { loadSample } from '../../src/sample/load.ts';
import { explain, operatorsOf, scans } from '../support/plans.ts';
import { emptyGraph, engines, serviceOver } from '../support/service.ts';
import { event, questions, sohr } from './documents.ts';

describe.runIf(engines.includes('neo4j'))('what is asked again', () => {
  const question = `{ group(id: "${idFromKey('Group', 'sample:group:kurdistan24')}") { name published(first: 3) { edges { node { title claims(first: 2) { edges { node { event { title } } } } } } } } }`;
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph('neo4j');
    await loadSample(graph);
  });
  afterAll(() => graph.close());

  /** The graph, but for what happens when a statement is run with no keys, to have it planned. */
  function whenPlanned(happens: (read: () => Promise<never[]>) => Promise<never[]>): Graph {
    return {
      ...graph,
      read: (query, params, options) => {
        const read = () => graph.read(query, params, options) as Promise<never[]>;
        return (params as { q?: { keys: string[] } }).q?.keys.length === 0 ? happens(read) : read();
      },
    };
  }

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

  it('is planned one statement after the other, however many are asked again at once', async () => {
    const limits = [1, 2, 3, 4, 5];
    const questions = limits.map((limit) => `{ ${'x'.repeat(limit)}: group(id: "${sohr}") { name published(first: ${limit}) { edges { node { title } } } } }`);
    let atOnce = 0;
    let mostAtOnce = 0;
    let planned = 0;
    const watched = whenPlanned(async (read) => {
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      const rows = await read();
      atOnce -= 1;
      planned += 1;
      return rows;
    });
    const service = serviceOver(watched, {});

    for (let times = 0; times < 100 && planned < limits.length; times += 1) await Promise.all(questions.map((question) => service.data(question)));
    service.ran();
    for (const question of questions) await service.data(question);

    expect(mostAtOnce).toBe(1);
    expect(service.ran()).toEqual(questions.map(() => expect.stringMatching(/^fused /)));
  });

  it('is left to load when Neo4j does not plan it', async () => {
    let asked = 0;
    const failing = whenPlanned(() => {
      asked += 1;
      return Promise.reject(new Error('no'));
    });
    const service = serviceOver(failing, {});
    const first = await service.data(question);

    for (let times = 0; times < 10; times += 1) expect(await service.data(question)).toEqual(first);

    expect(asked).toBe(2);
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
    expect(texts[0]?.match(/\[[^[\]]*node\.\w+[^[\]]*\]/g)).toEqual(['[0, node.id]', '[0, node.id, node.title]', '[0, node.label]']);
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
