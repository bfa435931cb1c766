import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { type HttpService, openHttp } from '../support/http.ts';
import { type Answer, emptyGraph } from '../support/service.ts';

let http: HttpService;
afterEach(() => http.close());

const id = 'event_abcdefghijklmnopqrst';

/** The service over a graph whose reads all end like this. */
async function whereReadsEnd(fail: () => Promise<never>, options = {}): Promise<HttpService> {
  const graph: Graph = { ...(await emptyGraph('embedded')), read: fail };
  http = await openHttp(graph, options);
  return http;
}

describe('an error that nobody expected', () => {
  it('is hidden from the client and logged once, with the names of the operation and the query', async () => {
    const { ask, logged } = await whereReadsEnd(() => Promise.reject(new Error('secret: password is 1234')));

    const answer = await ask(`query WhatHappened { a: event(id: "${id}") { title } b: event(id: "${id}") { title } }`);

    const masked = (path: string) => ({
      message: 'Something went wrong in the service. It has been logged.',
      path: [path],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(answer.data).toEqual({ a: null, b: null });
    expect(answer.errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual([masked('a'), masked('b')]);
    expect(logged).toEqual([
      {
        event: 'unexpected error',
        operation: 'WhatHappened',
        query: 'entity/by-id[Event]',
        path: 'a',
        error: 'secret: password is 1234',
        stack: expect.stringContaining('errors.test.ts'),
      },
    ]);
  });

  it('outside an operation is treated alike', async () => {
    const { fetch, logged } = await whereReadsEnd(() => Promise.reject(new Error('unused')), {
      isReady: () => Promise.reject(new Error('secret')),
    });

    const answer = await fetch('/ready');

    expect([answer.status, await answer.text()]).toEqual([500, 'Something went wrong in the service. It has been logged.\n']);
    expect(logged.map(({ event, error }) => ({ event, error }))).toEqual([{ event: 'unexpected error', error: 'secret' }]);
  });
});

describe("an error of the client's own", () => {
  it.each([
    ['what cannot be parsed', '{'],
    ['what is not in the schema', '{ nothing }'],
    ['an id that is none', '{ event(id: "x") { title } }'],
    ['a value of the wrong type', '{ claims(first: "x") { totalCount } }'],
  ])('is told and not logged: %s', async (_, query) => {
    const { ask, logged } = await whereReadsEnd(() => Promise.reject(new Error('unused')));

    const { errors } = await ask(query);

    expect(errors?.[0]?.extensions?.code).toMatch(/^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|INVALID_INPUT)$/);
    expect(logged).toEqual([]);
  });
});

const question = 'query ($first: Int!) { claims(first: $first) { totalCount } }';

it.each([
  ['another type', { first: 'x' }, /^Variable "\$first" got invalid value "x"/],
  ['nothing where something is asked', {}, /^Variable "\$first" of required type "Int!" was not provided/],
])('a variable that is %s has a code as every other error has', async (_, variables, says) => {
  const { ask, logged } = await whereReadsEnd(() => Promise.reject(new Error('unused')));

  const answers = [await ask(question, variables), await ask(question, variables), await ask(question, variables)];

  for (const { errors } of answers)
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(says), extensions: { code: 'BAD_USER_INPUT' } })]);
  expect(logged).toEqual([]);
});

describe('a database that is away', () => {
  it('is told without its address, and logged once with it', async () => {
    const { ask, logged } = await whereReadsEnd(() =>
      Promise.reject(new UnavailableError('Neo4j at bolt://db.internal:7687 does not answer.', { cause: new Error('ECONNREFUSED') })),
    );

    const { status, data, errors } = await ask(`query Both { event(id: "${id}") { title } claim(id: "claim_abcdefghijklmnopqrst") { id } }`);

    expect({ status, data }).toEqual({ status: 200, data: { event: null, claim: null } });
    expect(errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual(
      [1, 2].map(() => ({
        message: 'The database does not answer at present. Ask again in a moment.',
        extensions: { code: 'UNAVAILABLE', mayHaveWritten: false },
      })),
    );
    expect(logged.map(({ event, operation, error }) => ({ event, operation, error }))).toEqual([
      { event: 'unavailable', operation: 'Both', error: 'Neo4j at bolt://db.internal:7687 does not answer.' },
    ]);
  });
});

describe('a mutation that is not answered', () => {
  const create = 'mutation Create { createGroup(input: { name: "A" }) { ... on Group { name claimsMade { totalCount } } } }';
  const away = (written?: 'nothing' | 'perhaps') =>
    Promise.reject(new UnavailableError('Away.', { cause: new Error('ECONNRESET'), ...(written ? { written } : {}) }));
  const told = ({ errors }: Answer) => errors?.map(({ message, extensions }) => [message, extensions?.mayHaveWritten]);

  it.each([
    ['nothing', 'Nothing was written.', false],
    ['perhaps', 'The write may have happened: with an idempotency key, send the same request again; without one, look before you do.', true],
  ] as const)('is told what may have become of it: %s', async (written, sentence, mayHaveWritten) => {
    http = await openHttp({ ...(await emptyGraph('embedded')), write: () => away(written) });

    const answer = await http.ask(create);

    expect(told(answer)).toEqual([[`The database does not answer at present. Ask again in a moment. ${sentence}`, mayHaveWritten]]);
  });

  it('is not told that nothing was written when it was done, and only its answer cannot be read', async () => {
    http = await openHttp({ ...(await emptyGraph('embedded')), read: () => away() });

    const answer = await http.ask(create);

    expect(told(answer)).toEqual([[expect.stringContaining('The write may have happened'), true]]);
  });

  it('is not done any more when it was told that nothing was written, since it took too long', async () => {
    const graph = await emptyGraph('embedded');
    const slow: Graph = {
      ...graph,
      write: (work, options) =>
        graph.write(async (run) => {
          const answer = await work(run);
          await sleep(400);
          return answer;
        }, options),
    };
    http = await openHttp(slow, { timeoutMs: 200 });

    const answer = await http.ask(create);
    await graph.write(async () => {}); // Comes after it.
    const { data } = await http.ask('{ groups { totalCount } }');

    expect(told(answer)).toEqual([['A request may take 200 ms, but this one took longer and was stopped. Nothing was written.', false]]);
    expect(data).toEqual({ groups: { totalCount: 0 } });
  });
});

describe('a request that takes too long', () => {
  it('is answered in time, its reads are told to stop, and it is logged', async () => {
    let stopped = 0;
    const graph: Graph = {
      ...(await emptyGraph('embedded')),
      read: (_query, _params, { signal } = {}) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            stopped += 1;
            reject(signal.reason);
          });
        }),
    };
    http = await openHttp(graph, { timeoutMs: 200 });
    const began = performance.now();

    const answer = await http.ask(`query Slow { event(id: "${id}") { title } }`);

    expect(performance.now() - began).toBeLessThan(2000);
    expect(answer).toEqual({
      status: 503,
      errors: [{ message: 'A request may take 200 ms, but this one took longer and was stopped.', extensions: { code: 'UNAVAILABLE', mayHaveWritten: false } }],
    });
    expect(stopped).toBe(1);
    expect(http.logged.map(({ event, operation }) => [event, operation])).toEqual([['unavailable', 'Slow']]);
  });
});
