import { getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSmall } from '../src/compiled/size.ts';
import type { Graph } from '../src/graph/graph.ts';
import { idFromKey } from '../src/ids.ts';
import { loadSample } from '../src/sample/load.ts';
import { schema } from '../src/schema.ts';
import { operations } from './support/operations.ts';
import { emptyGraph, engines, type Service, serviceOver } from './support/service.ts';

const sohr = idFromKey('Group', 'sample:group:sohr');
const hostile = ['"', "'", '`', '$'.concat('{1}'), '\\', '\u2028', '\u0000', '</script>', '__proto__', 'constructor', '*/', '//', 'و'].join(' x ');

/** What code made of a document might get wrong. */
const tricky: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
  [
    'fields under the names of what every object has',
    `{ group(id: "${sohr}") { constructor: name toString: label hasOwnProperty: id valueOf: kind then: name } }`,
  ],
  ['a field under the name of an object’s prototype', `{ group(id: "${sohr}") { __proto__: name } __proto__: __typename }`],
  ['a text with all that ends a text, in the document', `{ search(text: ${JSON.stringify(hostile)}, first: 2) { totalCount edges { node { label } } } }`],
  ['the same text as a variable', 'query ($text: String!) { search(text: $text, first: 2) { totalCount edges { node { label } } } }', { text: hostile }],
  ['a variable with a default', `query ($first: Int = 2) { reports(first: $first) { edges { node { title } } } }`],
  ['a variable that is left out', `query ($first: Int) { reports(first: $first) { edges { node { title } } } }`],
  ['a variable that is null where none may be', 'query ($id: ID!) { group(id: $id) { name } }', { id: null }],
  ['a variable of another kind', 'query ($first: Int) { reports(first: $first) { totalCount } }', { first: 'many' }],
  ['a variable with a field too many', 'query ($filter: EventFilter) { events(filter: $filter) { totalCount } }', { filter: { colour: 'red' } }],
  ['a number for an id', 'query ($id: ID!) { node(id: $id) { id } }', { id: 5 }],
  ['a whole number as a float', 'query ($first: Int) { reports(first: $first) { edges { node { label } } } }', { first: 2.0 }],
  ['a list of one given as one', 'query ($keys: [String!]!) { byKeys(keys: $keys) { label } }', { keys: 'sample:group:sohr' }],
  ['an error beside what is right', `{ right: group(id: "${sohr}") { name } wrong: event(id: "${sohr}") { title } }`],
  ['an error in a list of lists', `{ reports(first: 3) { edges { node { claims(first: 2, after: "banana") { edges { node { label } } } } } } }`],
  [
    'conditions that meet in one field',
    `query ($a: Boolean!, $b: Boolean!) { group(id: "${sohr}") { name @skip(if: $a) ... @include(if: $b) { name label } } }`,
    { a: true, b: true },
  ],
  [
    'the same with other conditions',
    `query ($a: Boolean!, $b: Boolean!) { group(id: "${sohr}") { name @skip(if: $a) ... @include(if: $b) { name label } } }`,
    { a: true, b: false },
  ],
  ['one of several operations', `query Other { __typename }`],
  [
    'types and what they are called',
    `{ a: __typename node(id: "${sohr}") { __typename id ... on Group { __typename name } ... on Source { sourceName: label } } }`,
  ],
  ['the schema itself', '{ __type(name: "Group") { name fields { name type { name kind ofType { name } } } } }'],
  [
    'as of a moment',
    `query ($day: String) @asOf(known: $day) { group(id: "${sohr}") { published(first: 3) { totalCount edges { node { title } } } } }`,
    { day: '2025-03-09' },
  ],
];

describe.each(engines)('on %s, compiled or not', (engine) => {
  let graph: Graph;
  let compiled: Service;
  let plain: Service;
  beforeAll(async () => {
    graph = await emptyGraph(engine);
    await loadSample(graph);
    compiled = serviceOver(graph, { prefetchFrom: 0, compiledFrom: 1 });
    plain = serviceOver(graph, { prefetchFrom: 0, compiledFrom: 0 });
  });
  afterAll(() => graph.close());

  it.each(tricky.map(([what, query, variables]) => ({ what, query, variables })))('$what: the same answer to the letter', async ({ query, variables }) => {
    const expected = JSON.stringify(await plain.ask(query, variables));

    expect(JSON.stringify(await compiled.ask(query, variables))).toBe(expected);
    expect(JSON.stringify(await compiled.ask(query, variables))).toBe(expected);
  });

  it('asks no more of the graph for an answer with an error', async () => {
    const query = `{ group(id: "${sohr}") { name published(first: 2) { edges { node { title claims(after: "banana") { totalCount } } } } } }`;
    plain.ran();
    compiled.ran();
    await plain.ask(query);
    await compiled.ask(query);

    expect(compiled.ran()).toEqual(plain.ran());
  });
});

describe('how much a document comes to when it is written out', () => {
  const isSmallText = (text: string) => isSmall(schema, getOperationAST(parse(text)) as never, new Map(), 500);
  const nested = (levels: number): string => (levels === 0 ? 'id' : `id links { edges { node { to { ${nested(levels - 1)} } } } }`);

  it('is little for every example question', () => {
    const questions = operations
      .flatMap(({ text }) => parse(text).definitions)
      .filter((one) => one.kind === 'OperationDefinition' && one.operation === 'query');

    expect(questions.filter((question) => !isSmall(schema, question as never, new Map(), 500))).toEqual([]);
    expect(questions.length).toBeGreaterThan(10);
  });

  it('multiplies with every field that may be of any type, and is found out without writing it all', () => {
    // Written out, eleven levels are a thousand million fields.
    expect([0, 1, 11].map((levels) => isSmallText(`{ node(id: "x") { ... on Entity { ${nested(levels)} } } }`))).toEqual([true, true, false]);
  });

  it('is never little for the schema itself', () => {
    expect(isSmallText('{ __schema { types { name } } }')).toBe(false);
  });
});
