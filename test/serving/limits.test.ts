import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openService, type Service } from '../support/service.ts';

let service: Service;
beforeAll(async () => {
  service = await openService('embedded', { sample: false });
});
afterAll(() => service.close());

/** What a question is refused for, and nothing when it is answered. */
async function refusals(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
  const { errors = [] } = await service.ask(query, variables);
  return errors.map(({ message, extensions }) => ({ message, ...extensions }));
}

const refused = (message: string, limit: number, actual: number) => [{ message, code: 'LIMIT_EXCEEDED', limit, actual }];
const id = 'claim_abcdefghijklmnopqrst';

describe('depth', () => {
  const nested = (depth: number) => `claim(id: "${id}") { ${'repeats { '.repeat(depth - 2)}id${' }'.repeat(depth - 2)} }`;
  const sentence = 'A query may nest 15 fields, but this one nests 16.';

  it('may be 15', async () => {
    expect(await refusals(`{ ${nested(15)} }`)).toEqual([]);
  });

  it('may not be 16', async () => {
    expect(await refusals(`{ ${nested(16)} }`)).toEqual(refused(sentence, 15, 16));
  });

  it('is counted through fragments, named and inline', async () => {
    const query = `{ ...Root } fragment Root on Query { ... on Query { claim(id: "${id}") { ...Rest } } }
      fragment Rest on Claim { ${'repeats { '.repeat(14)}id${' }'.repeat(14)} }`;

    expect(await refusals(query)).toEqual(refused(sentence, 15, 16));
  });

  it('leaves out what introspection adds', async () => {
    expect(await refusals(`{ ${nested(15).replace('id }', 'id __typename }')} }`)).toEqual([]);
    expect(
      await refusals(getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true })),
    ).toEqual([]);
  });

  it('is bounded for introspection too', async () => {
    const query = `{ __schema { types { ${'fields { type { '.repeat(5)}name${' } }'.repeat(5)} } } }`;

    expect((await refusals(query)).map(({ message }) => message)).toEqual(['Maximum introspection depth exceeded']);
  });
});

describe('aliases', () => {
  const aliased = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: id`).join(' ');

  it('may be 30', async () => {
    expect(await refusals(`{ claim(id: "${id}") { ${aliased(30)} } }`)).toEqual([]);
  });

  it('may not be 31', async () => {
    expect(await refusals(`{ claim(id: "${id}") { ${aliased(31)} } }`)).toEqual(refused('A query may have 30 aliases, but this one has 31.', 30, 31));
  });

  it('count each time that a fragment is spread', async () => {
    const query = `{ claim(id: "${id}") { ...Many repeats { ...Many } } } fragment Many on Claim { ${aliased(16)} }`;

    expect(await refusals(query)).toEqual(refused('A query may have 30 aliases, but this one has 32.', 30, 32));
  });
});

describe('fields at the root', () => {
  it('may be 20', async () => {
    expect(await refusals(`{ ${'__typename '.repeat(20)} }`)).toEqual([]);
  });

  it('may not be 21, wherever they are written', async () => {
    const query = `{ ${'__typename '.repeat(10)} ...More ... { __typename } } fragment More on Query { ${'__typename '.repeat(10)} }`;

    expect(await refusals(query)).toEqual(refused('A query may have 20 fields at its root, but this one has 21.', 20, 21));
  });
});

describe('fields that look through the graph', () => {
  const searches = (number: number) => Array.from({ length: number }, (_, at) => `s${at}: search(text: "x") { totalCount }`).join(' ');

  it('may be 6, beside lists that are read in their order', async () => {
    expect(await refusals(`{ ${searches(5)} events(filter: {}) { totalCount } claims { totalCount } claim(id: "${id}") { id } }`)).toEqual([]);
  });

  it.each([
    ['search', ''],
    ['a list with a filter', 'events(filter: {}) { totalCount }'],
    ["somebody's list with a filter", 'group(id: "x") { claimsMade(filter: {}) { totalCount } }'],
    ['all relationships of an entity', `event(id: "${id}") { links { totalCount } }`],
    ['who was silent', `event(id: "${id}") { coverage { silent { totalCount } } }`],
    ['whoReported', 'whoReported { totalCount }'],
    ['path', `path(from: "${id}", to: "${id}") { length }`],
    ['neighbourhood', `neighbourhood(of: ["${id}"]) { truncated }`],
  ])('may not be 7, with %s among them', async (_, field) => {
    const sentence =
      'A query may look through the graph in 6 fields (search, whoReported, path, neighbourhood, eventsByPlace, links, silent, lists with a filter), but this one does in 7.';

    expect(await refusals(`{ ${searches(field ? 6 : 7)} ${field} }`)).toEqual(refused(sentence, 6, 7));
  });
});

describe('tokens', () => {
  const long = (tokens: number) => `{ claims(filter: { keys: [ ${'"k" '.repeat(tokens - 16)} # a comment is no token\n ] }) { totalCount } }`;

  it('may be 2,000', async () => {
    expect(await refusals(long(2000))).toEqual([]);
  });

  it('may not be 2,001', async () => {
    expect(await refusals(long(2001))).toEqual(refused('A query may have 2000 tokens, but this one has 2001.', 2000, 2001));
  });

  it('are counted without being parsed', async () => {
    expect(await refusals('{'.repeat(200_000))).toEqual(refused('A query may have 2000 tokens, but this one has 200000.', 2000, 200_000));
    expect(await refusals(`${'{ a '.repeat(60_000)}"`)).toEqual(refused('A query may have 2000 tokens, but this one has 120000.', 2000, 120_000));
  });
});

describe('the size of a page', () => {
  it('may be 100', async () => {
    expect(await refusals('{ claims(first: 100) { totalCount } }')).toEqual([]);
    expect(await refusals('query ($first: Int) { claims(first: $first) { totalCount } }', { first: 100 })).toEqual([]);
  });

  it.each([
    ['as a literal', '{ claims(first: 101) { totalCount } }', {}],
    ['as a variable', 'query ($n: Int) { claims(first: $n) { totalCount } }', { n: 101 }],
    ["as a variable's default", 'query ($n: Int = 101) { claims(first: $n) { totalCount } }', {}],
    ['as a variable in a fragment', 'query ($n: Int) { ...Claims } fragment Claims on Query { claims(first: $n) { totalCount } }', { n: 101 }],
  ])('may not be 101 %s', async (_, query, variables) => {
    expect(await refusals(query, variables)).toEqual(refused('A page may have 100 rows, but "claims" asks for the first 101.', 100, 101));
  });

  it('that is no size at all is said to be none', async () => {
    expect((await refusals('{ claims(first: 0) { totalCount } }')).map(({ code }) => code)).toEqual(['INVALID_INPUT']);
    expect((await refusals('query ($n: Int) { claims(first: $n) { totalCount } }', { n: -5 })).map(({ code }) => code)).toEqual(['INVALID_INPUT']);
  });

  it('that is too large for a number is too large', async () => {
    expect((await refusals(`{ claims(first: ${'9'.repeat(400)}) { totalCount } }`)).map(({ limit, actual }) => [limit, actual])).toEqual([
      [100, Number.MAX_SAFE_INTEGER],
      [50_000, Number.MAX_SAFE_INTEGER],
    ]);
  });
});

describe('nested pages', () => {
  const nested = (a: string, b: string, c: string) =>
    `events(first: ${a}) { edges { node { claims(first: ${b}) { edges { node { parts(first: ${c}) { edges { node { id } } } } } } } } }`;
  const sentence = (actual: string) => `Nested pages may multiply to 50000 rows, but these multiply to ${actual}.`;

  it('may multiply to 50,000', async () => {
    expect(await refusals(`{ ${nested('100', '100', '5')} }`)).toEqual([]);
  });

  it('may not multiply to more', async () => {
    expect(await refusals(`{ ${nested('100', '100', '6')} }`)).toEqual(refused(sentence('60000'), 50_000, 60_000));
  });

  it('are multiplied with the values of variables', async () => {
    const query = `query ($a: Int = 100, $b: Int!, $c: Int) { ${nested('$a', '$b', '$c')} }`;

    expect(await refusals(query, { b: 100, c: 5 })).toEqual([]);
    expect((await refusals(query, { b: 100, c: 6 })).map(({ code, actual }) => [code, actual])).toEqual([['LIMIT_EXCEEDED', 60_000]]);
  });

  it('are multiplied with the usual size where none is given', async () => {
    const query = `{ ${nested('100', '100', '5').replace('(first: 5)', '')} }`;

    expect(await refusals(query)).toEqual(refused(sentence('200000'), 50_000, 200_000));
  });

  it('are multiplied through fragments', async () => {
    const query = `{ events(first: 100) { edges { node { ...Claims } } } }
      fragment Claims on Event { claims(first: 100) { edges { node { ... on Claim { parts(first: 6) { totalCount } } } } } }`;

    expect(await refusals(query)).toEqual(refused(sentence('60000'), 50_000, 60_000));
  });

  it('are multiplied with what holds them, though it is no page', async () => {
    const within = (rows: string) => `{ place { within(first: ${rows}) { totalCount } } }`;
    const drawn = (limit: string) => `neighbourhood(of: ["${id}"]${limit}) { nodes { links(first: 100) { totalCount } } }`;

    expect(await refusals(`{ eventsByPlace ${within('10')} }`)).toEqual([]);
    expect(await refusals(`{ eventsByPlace ${within('11')} }`)).toEqual(refused(sentence('55000'), 50_000, 55_000));
    expect(await refusals(`{ ${drawn('')} }`)).toEqual([]);
    expect(await refusals(`{ ${drawn(', limit: 2000')} }`)).toEqual(expect.arrayContaining(refused(sentence('200000'), 50_000, 200_000)));
    expect(await refusals(`query ($few: Int) { ${drawn(', limit: $few')} }`, { few: 2000 })).toMatchObject([{ code: 'LIMIT_EXCEEDED', actual: 200_000 }]);
  });

  it('are multiplied with the entities that a question names', async () => {
    const below = '... on Event { claims(first: 100) { edges { node { parts(first: 100) { totalCount } } } } }';
    const ids = (count: number) => Array.from({ length: count }, () => id);
    const inVariable = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${below} } }`;

    expect(await refusals(inVariable, { ids: ids(5) })).toEqual([]);
    expect(await refusals(inVariable, { ids: ids(6) })).toEqual(refused(sentence('60000'), 50_000, 60_000));
    expect(await refusals(`{ nodes(ids: ${JSON.stringify(ids(6))}) { ${below} } }`)).toEqual(refused(sentence('60000'), 50_000, 60_000));
    expect(await refusals(`{ byKeys(keys: ${JSON.stringify(ids(6))}) { ${below} } }`)).toEqual(refused(sentence('60000'), 50_000, 60_000));
    expect(await refusals(`query ($keys: [String!]!) { byKeys(keys: $keys) { ${below} } }`, { keys: id })).toEqual([]); // One given as a list of one.
  });

  it('beside each other do not multiply', async () => {
    expect(await refusals(`{ ${nested('100', '100', '5')} claims(first: 100) { edges { node { parts(first: 100) { totalCount } } } } }`)).toEqual([]);
  });
});

describe('all lists together', () => {
  const list = (name: string) => `${name}: events(first: 100) { edges { node { claims(first: 100) { edges { node { parts(first: 5) { totalCount } } } } } } }`;
  const sentence = 'All lists of a query together may come to 100000 rows, but these come to 150000.';

  it('may come to 100,000 rows', async () => {
    expect(await refusals(`{ ${list('a')} ${list('b')} }`)).toEqual([]);
  });

  it('may not come to more, beside each other or one in another', async () => {
    expect(await refusals(`{ ${['a', 'b', 'c'].map(list).join(' ')} }`)).toEqual(refused(sentence, 100_000, 150_000));
    expect(
      await refusals(
        '{ events(first: 100) { edges { node { claims(first: 100) { edges { node { a: parts(first: 5) { totalCount } b: parts(first: 5) { totalCount } c: parts(first: 5) { totalCount } } } } } } } }',
      ),
    ).toEqual(refused(sentence, 100_000, 150_000));
  });
});

describe('a document that is made to be hard', () => {
  const fragment = (name: string, body: string) => `fragment ${name} on Claim { ${body} }`;
  const bomb = (levels: number, times: number) =>
    [
      `{ claim(id: "${id}") { ...F0 } }`,
      ...Array.from({ length: levels }, (_, i) => fragment(`F${i}`, `...F${i + 1} `.repeat(times))),
      fragment(`F${levels}`, 'a: id'),
    ].join('\n');

  it.each([
    ['fragments that double each other', bomb(100, 2)],
    ['fragments that multiply each other', bomb(20, 30)],
    ['a chain of fragments', bomb(250, 1)],
    ['a fragment within itself', `{ claim(id: "${id}") { ...Self } } ${fragment('Self', 'a: repeats { ...Self ...Self }')}`],
    ['fragments within each other', `{ claim(id: "${id}") { ...A } } ${fragment('A', '...B ...B')} ${fragment('B', '...A ...A')}`],
    ['the same field over and over', `{ claim(id: "${id}") { ${'repeats { id } '.repeat(480)} } }`],
    ['the same nested fields over and over', `{ claim(id: "${id}") { ${'repeats { repeats { repeats { repeats { id } } } } '.repeat(150)} } }`],
    [
      'fragments that overlap',
      `{ claim(id: "${id}") { ${Array.from({ length: 90 }, (_, i) => `...G${i}`).join(' ')} } } ${Array.from({ length: 90 }, (_, i) => fragment(`G${i}`, `repeats { ...G${(i + 1) % 90} id }`)).join(' ')}`,
    ],
    ['deep brackets', `{ claim(id: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`],
    ['deep braces', `${'{ claim '.repeat(900)}${'}'.repeat(900)}`],
  ])('is answered at once: %s', async (_, query) => {
    const began = performance.now();

    const { errors = [] } = await service.ask(query);

    expect(performance.now() - began).toBeLessThan(2000);
    expect(errors.filter(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
  });
});

it('refuses with status 400, also what only its variables show', async () => {
  const responses = await Promise.all(
    ['{ claims(first: 101) { totalCount } }', 'query ($n: Int = 101) { claims(first: $n) { totalCount } }'].map((query) =>
      service.server.fetch('http://test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query }),
      }),
    ),
  );

  expect(responses.map(({ status }) => status)).toEqual([400, 400]);
});
