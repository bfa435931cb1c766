import type { GraphQLInterfaceType, GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../src/graph/graph.ts';
import { limits } from '../src/limits/check.ts';
import { loadSample } from '../src/sample/load.ts';
import { schema } from '../src/schema.ts';
import { type HttpService, openHttp } from './support/http.ts';
import { rawQuery } from './support/raw.ts';
import { emptyGraph, engines } from './support/service.ts';
import { type TextArgument, textArguments } from './support/text-arguments.ts';

const nasty: readonly string[] = [
  '"}) DETACH DELETE n //',
  "') MATCH (n) DETACH DELETE n RETURN ('",
  '`}) MATCH (n) DETACH DELETE n // $keys \\u0027 \\',
  '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ / AND OR NOT name:* OR /.*/ "never closed ((((',
  'a\u0000b',
  'x'.repeat(10_000),
  '<script>alert(1)</script> \u{1F469}\u200D\u{1F469}\u200D\u{1F467} \u202Eالمرصد\u202C',
  '\uD800',
  '',
  '__proto__',
];

const entityTypes = schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType);
const argumentsOf = (types: readonly (GraphQLObjectType | null | undefined)[]) =>
  types.flatMap((type) => (type ? textArguments(type) : [])).map((arg) => [arg.name, arg] as const);

const id = 'claim_abcdefghijklmnopqrst';
const nodes = rawQuery<{ total: number }>('MATCH (node) RETURN count(node) AS total');
const links = rawQuery<{ total: number }>('MATCH ()-[link]->() RETURN count(link) AS total');

describe.each(engines)('on %s', (engine) => {
  let graph: Graph;
  let http: HttpService;
  let before: readonly unknown[];
  let instances: Readonly<Record<string, string | undefined>>;
  beforeAll(async () => {
    graph = await emptyGraph(engine);
    await loadSample(graph);
    http = await openHttp(graph, { timeoutMs: 60_000 }); // A cold database takes its time over each new text.
    before = await counted();
    instances = Object.fromEntries(await Promise.all(entityTypes.map(async ({ name }) => [name, await instanceOf(name)] as const)));
  });
  afterAll(async () => {
    await http.close();
    await graph.close();
  });

  const instanceOf = async (label: string) => (await graph.read(rawQuery<{ id: string }>(`MATCH (node:${label}) RETURN node.id AS id LIMIT 1`), {}))[0]?.id;
  const counted = async () => [(await graph.read(nodes, {}))[0]?.total, (await graph.read(links, {}))[0]?.total];
  const codes = async (query: string, variables = {}) => (await http.ask(query, variables)).errors?.map(({ extensions }) => extensions?.code);

  /** Writes every nasty text into the place, as many in one request as may look through the graph; gives what went wrong in a way that is not the client's fault. */
  async function faults(arg: TextArgument, operation: string, within: (fields: string) => string = (fields) => fields): Promise<unknown[]> {
    const found: unknown[] = [];
    for (let at = 0; at < nasty.length; at += limits.searches) {
      const some = nasty.slice(at, at + limits.searches);
      const { status, errors = [] } = await http.ask(
        `${operation} (${some.map((_, use) => arg.variables(use)).join(', ')}) { ${within(some.map((_, use) => arg.field(use)).join(' '))} }`,
        Object.assign({}, ...some.map((text, use) => arg.values(use, text))),
      );
      const refusals = errors.filter(({ extensions }) => extensions?.code !== 'INVALID_INPUT');
      found.push(...(status === 200 ? [] : [`status ${status}`]), ...refusals, ...http.logged.splice(0));
    }
    return found;
  }

  describe('text is nothing but text', () => {
    it.each(argumentsOf([schema.getQueryType()]))('in %s', async (_, arg) => {
      expect(await faults(arg, 'query')).toEqual([]);
    });

    it.each(argumentsOf(entityTypes))('in %s', async (_, arg) => {
      expect(await faults(arg, 'query', (fields) => `node(id: "${instances[arg.parent] ?? id}") { ... on ${arg.parent} { ${fields} } }`)).toEqual([]);
    });

    it('so that nothing in the graph has changed', async () => {
      expect(await counted()).toEqual(before);
    });

    it.each([...argumentsOf([schema.getMutationType()])])('in %s', async (_, arg) => {
      expect(await faults(arg, 'mutation')).toEqual([]);
    });
  });

  describe('an id', () => {
    it.each([
      '',
      ' ',
      'x',
      '1',
      'claim_',
      'claim_abc',
      'claim_ABCDEFGHIJKLMNOPQRST',
      `${id}x`,
      ` ${id}`,
      'thing_abcdefghijklmnopqrst',
      'event_abcdefghijklmnopqrst',
    ])('that is not one of a claim is refused: "%s"', async (given) => {
      const { data, errors } = await http.ask('query ($id: ID!) { claim(id: $id) { id } }', { id: given });

      expect(data).toEqual({ claim: null });
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'INVALID_INPUT', inputPath: ['id'], expected: 'the id of a claim, such as "claim_abcdefghijklmnopqrst"', given },
      ]);
    });

    it('of nothing is answered with nothing', async () => {
      expect(await http.ask(`{ claim(id: "${id}") { id } node(id: "${id}") { id } byKey(key: "no such key") { id } }`)).toEqual({
        status: 200,
        data: { claim: null, node: null, byKey: null },
      });
    });

    it('may come with a hundred others, and not with more', async () => {
      const some = (count: number) => ({ ids: Array(count).fill(id) });

      expect((await http.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', some(100))).data).toEqual({ nodes: Array(100).fill(null) });
      expect(await codes('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', some(101))).toEqual(['INVALID_INPUT']);
      expect(await codes('query ($keys: [String!]!) { byKeys(keys: $keys) { id } }', { keys: Array(101).fill('x') })).toEqual(['INVALID_INPUT']);
    });
  });

  describe('a cursor', () => {
    const pageAfter = (cursor: string, order = 'NEWEST_FIRST') =>
      http.ask(`query ($after: String) { claims(orderBy: ${order}, first: 2, after: $after) { edges { cursor } } }`, { after: cursor });
    const good = async () =>
      (await http.ask('{ claims(orderBy: NEWEST_FIRST, first: 2) { pageInfo { endCursor } } }')).data.claims.pageInfo.endCursor as string;

    it('that is whole goes on', async () => {
      expect((await pageAfter(await good())).data.claims.edges).toHaveLength(2);
    });

    it.each([
      ['garbage', () => 'banana'],
      ['empty', () => ''],
      ['cut off', (cursor: string) => cursor.slice(0, -3)],
      ['of another order', (cursor: string) => Buffer.from(Buffer.from(cursor, 'base64url').toString().replace('NEWEST', 'OLDEST')).toString('base64url')],
      ['without a place', () => Buffer.from('NEWEST_FIRST 0\n').toString('base64url')],
      ['too long', (cursor: string) => cursor.repeat(1000)],
    ])('that is %s is refused', async (_, spoil) => {
      const cursor = spoil(await good());

      const { errors } = await pageAfter(cursor);

      expect(errors?.map(({ extensions }) => [extensions?.code, extensions?.inputPath])).toEqual([['INVALID_INPUT', ['after']]]);
    });
  });

  describe('a size', () => {
    it.each([0, -1, -2_147_483_648])('of %i is refused', async (first) => {
      expect(await codes('query ($first: Int) { claims(first: $first) { edges { cursor } } }', { first })).toEqual(['INVALID_INPUT']);
    });

    it.each([101, 2_147_483_647])('of %i is beyond the limit', async (first) => {
      expect(new Set(await codes('query ($first: Int) { claims(first: $first) { edges { cursor } } }', { first }))).toEqual(new Set(['LIMIT_EXCEEDED']));
    });
  });

  describe('a value of the wrong type is refused before anything is read', () => {
    it.each([
      ['query ($first: Int) { claims(first: $first) { totalCount } }', { first: '5' }],
      ['query ($first: Int) { claims(first: $first) { totalCount } }', { first: 1.5 }],
      ['query ($id: ID!) { claim(id: $id) { id } }', { id: { $ne: null } }],
      ['query ($id: ID!) { claim(id: $id) { id } }', { id: ['a', 'b'] }],
      ['query ($id: ID!) { claim(id: $id) { id } }', {}],
      ['query ($text: String) { claims(filter: { text: $text }) { totalCount } }', { text: 5 }],
      ['query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }', { filter: { nothing: 1 } }],
      ['{ claims(orderBy: WHATEVER) { totalCount } }', {}],
      ['{ claims(filter: "text") { totalCount } }', {}],
    ])('%s with %j', async (query, variables) => {
      const { status, data, errors } = await http.ask(query, variables);

      expect([status, data, errors?.length]).toEqual([400, undefined, 1]);
      expect(http.logged).toEqual([]);
    });
  });
});
