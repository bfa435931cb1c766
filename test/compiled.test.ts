import { type ExecutionArgs, type ExecutionResult, execute, getOperationAST, getVariableValues, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCompilable } from '../src/compiled/compilable.ts';
import { compiled } from '../src/compiled/plugin.ts';
import { createContext } from '../src/context.ts';
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
  ['a variable of that name', 'query ($__proto__: Int) { reports(first: $__proto__) { edges { node { id } } } }', JSON.parse('{ "__proto__": 2 }')],
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
  [
    'a field that may be left out, asked again further on: it stands where it is asked first',
    `query ($a: Boolean!) { group(id: "${sohr}") { name @include(if: $a) id ... @skip(if: $a) { name } published(first: 1) @include(if: $a) { totalCount } ... { published(first: 1) { edges { cursor } totalCount } } } __typename }`,
    { a: false },
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
  let made: Service;
  let plain: Service;
  beforeAll(async () => {
    graph = await emptyGraph(engine);
    await loadSample(graph);
    made = serviceOver(graph, { prefetchFrom: 0, compiledFrom: 1 });
    plain = serviceOver(graph, { prefetchFrom: 0, compiledFrom: 0 });
  });
  afterAll(() => graph.close());

  it.each(tricky.map(([what, query, variables]) => ({ what, query, variables })))('$what: the same answer to the letter', async ({ query, variables }) => {
    const expected = JSON.stringify(await plain.ask(query, variables));

    expect(JSON.stringify(await made.ask(query, variables))).toBe(expected);
    expect(JSON.stringify(await made.ask(query, variables))).toBe(expected);
  });

  it('asks no more of the graph for an answer with an error', async () => {
    const query = `{ group(id: "${sohr}") { name published(first: 2) { edges { node { title claims(after: "banana") { totalCount } } } } } }`;
    plain.ran();
    made.ran();
    await plain.ask(query);
    await made.ask(query);

    expect(made.ran()).toEqual(plain.ran());
  });
});

describe('the function that is made of a document', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph('embedded');
    await loadSample(graph);
  });
  afterAll(() => graph.close());

  const queries = operations.filter(({ text }) => getOperationAST(parse(text))?.operation === 'query');

  // The usual execution gives the same answers: that it is not what gave them has to be asked.
  it.each(queries)('answers $file by itself', async ({ text }) => {
    const usual: unknown[] = [];
    const logged: unknown[] = [];
    const document = parse(text);
    // Given, and not left to their defaults: whoever leaves out one that may not be null is answered in the usual way.
    const { coerced: variableValues } = getVariableValues(schema, getOperationAST(document)?.variableDefinitions ?? [], {});
    const args: ExecutionArgs = { schema, document, variableValues, contextValue: createContext(graph) };
    let execution: (args: ExecutionArgs) => unknown = (given) => {
      usual.push(given.operationName);
      return execute(given);
    };

    compiled({ from: 1, log: (entry) => logged.push(entry) }).onExecute?.({
      args,
      executeFn: execution,
      setExecuteFn: (next: typeof execution) => {
        execution = next;
      },
    } as never);
    const { data, errors } = (await execution(args)) as ExecutionResult;

    expect(usual).toEqual([]);
    expect(logged).toEqual([]);
    expect(errors).toBeUndefined();
    expect(Object.keys(data ?? {})).not.toEqual([]);
  });
});

it('that no function could be made of a document, for a reason nobody foresaw, is logged once, and it is executed in the usual way', () => {
  const logged: unknown[] = [];
  const set: unknown[] = [];
  const { onExecute } = compiled({ from: 1, log: (entry) => logged.push(entry) });
  const document = parse('query Odd($odd: Odd) { search(text: $odd) { totalCount } }'); // No validation has seen it.

  for (let times = 0; times < 3; times += 1)
    onExecute?.({ args: { schema, document }, executeFn: execute, setExecuteFn: (next: unknown) => set.push(next) } as never);

  expect(logged).toEqual([{ event: 'not compiled', operation: 'Odd', error: expect.stringContaining('Odd') }]);
  expect(set).toEqual([]);
});

describe('whether a function can be made of a document', () => {
  const isCompilableText = (text: string) => isCompilable(schema, getOperationAST(parse(text)) as never, new Map(), 500);
  const nested = (levels: number): string => (levels === 0 ? 'id' : `id links { edges { node { to { ${nested(levels - 1)} } } } }`);

  it('can be of every example question', () => {
    const questions = operations
      .flatMap(({ text }) => parse(text).definitions)
      .filter((one) => one.kind === 'OperationDefinition' && one.operation === 'query');

    expect(questions.filter((question) => !isCompilable(schema, question as never, new Map(), 500))).toEqual([]);
    expect(questions.length).toBeGreaterThan(10);
  });

  it('cannot where it multiplies with every field that may be of any type, which is found out without writing it all', () => {
    // Written out, eleven levels are a thousand million fields.
    expect([0, 1, 11].map((levels) => isCompilableText(`{ node(id: "x") { ... on Entity { ${nested(levels)} } } }`))).toEqual([true, true, false]);
  });

  it('cannot where the schema itself is asked about', () => {
    expect(isCompilableText('{ __schema { types { name } } }')).toBe(false);
  });

  it('cannot where a field that may be left out is asked again further on, in the same or a joined selection', () => {
    const about = (selection: string) => isCompilableText(`query ($a: Boolean!) { node(id: "x") { ... on Report { ${selection} } } }`);
    expect(about('title @skip(if: $a) url title')).toBe(false);
    expect(about('... @include(if: $a) { title } url ... on Report { title }')).toBe(false);
    expect(about('publisher { id } publisher @skip(if: $a) { label type } publisher { type label }')).toBe(false);
    expect(about('title url title @skip(if: $a) publisher { id } publisher @skip(if: $a) { label }')).toBe(true);
  });

  it('cannot where a field is to stand under the name of an object’s prototype, at any depth', () => {
    expect(isCompilableText('{ node(id: "x") { id } __proto__: __typename }')).toBe(false);
    expect(isCompilableText('{ node(id: "x") { ... on Report { publisher { __proto__: name } } } }')).toBe(false);
  });
});
