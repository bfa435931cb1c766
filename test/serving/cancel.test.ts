import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { type HttpService, openHttp } from '../support/http.ts';
import { rawQuery } from '../support/raw.ts';
import { emptyGraph, engines } from '../support/service.ts';

const question = '{ event(id: "event_abcdefghijklmnopqrst") { title } }';
/** Runs for minutes, and can be found by its name. */
const slowText = '/* slow on purpose */ UNWIND range(1, 1000000000) AS one WITH one WHERE one % 7 = 8 RETURN count(one) AS total';
const running = rawQuery<{ total: number }>(
  "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH '/* slow on purpose */' RETURN count(*) AS total",
);

describe.skipIf(!engines.includes('neo4j'))('a query that is slow on Neo4j', () => {
  let graph: Graph;
  let slow: Graph;
  let http: HttpService;
  beforeAll(async () => {
    graph = await emptyGraph('neo4j');
    slow = { ...graph, read: (_query, _params, options) => graph.read(rawQuery(slowText), {}, options) as Promise<never> };
  });
  afterAll(() => graph.close());

  const howMany = async () => (await graph.read(running, {}))[0]?.total;
  const untilThereAre = (total: number) => expect.poll(howMany, { timeout: 5000, interval: 50 }).toBe(total);

  it('ends when the client goes away', async () => {
    http = await openHttp(slow);
    const leaving = new AbortController();

    const answer = http.ask(question, {}, { signal: leaving.signal }).catch((error) => error.name);
    await untilThereAre(1);
    leaving.abort();

    expect(await answer).toBe('AbortError');
    await untilThereAre(0);
    await sleep(100);
    expect(http.logged).toEqual([]);
    await http.close();
  });

  it('ends when the request has taken too long', async () => {
    http = await openHttp(slow, { timeoutMs: 1000 });

    const answer = http.ask(question);
    await untilThereAre(1);

    expect((await answer).errors?.map(({ extensions }) => extensions?.code)).toEqual(['UNAVAILABLE']);
    await untilThereAre(0);
    await http.close();
  });

  it('does not begin when whoever asked has gone', async () => {
    const gone = AbortSignal.abort(new Error('gone'));

    await expect(slow.read(running, {}, { signal: gone })).rejects.toThrow('gone');
    expect(await howMany()).toBe(0);
  });
});
