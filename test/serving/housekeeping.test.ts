import { afterEach, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/errors.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { type Query, queries } from '../../src/graph/query.ts';
import { type Service, startService } from '../../src/serving/service.ts';
import { readSettings } from '../../src/settings.ts';
import { rows } from '../support/dump.ts';
import { emptyGraph, engines } from '../support/service.ts';

const keep = queries.get('request/keep') as unknown as Query<{ rows: object[] }, unknown>;
const dayMs = 24 * 60 * 60 * 1000;

/** Keeps an answer under an idempotency key, as if it had been given so many days ago. */
async function keptFor(graph: Graph, key: string, days: number): Promise<void> {
  const at = new Date(Date.now() - days * dayMs).toISOString();
  await graph.write((run) => run(keep, { rows: [{ key, input: 'input', at, answer: '{}', forgotten: '' }] }));
}

async function keptKeys(graph: Graph): Promise<unknown[]> {
  return (await rows(graph, 'MATCH (request:Request) RETURN request.key AS key ORDER BY key')).map(({ key }) => key);
}

describe.each(engines)('the house that the service keeps on %s', (engine) => {
  let service: Service;
  afterEach(() => service.stop());

  it('forgets answers to requests after the days that are set, when it starts and while it runs', async () => {
    const graph = await emptyGraph(engine);
    await keptFor(graph, 'eight days old', 8);
    await keptFor(graph, 'six days old', 6);

    service = await startService({ settings: readSettings({ PORT: '0' }), graph, houseEveryMs: 100 });
    await expect.poll(() => keptKeys(graph), { timeout: 30_000 }).toEqual(['six days old']);
    await keptFor(graph, 'nine days old', 9);

    await expect.poll(() => keptKeys(graph), { timeout: 30_000 }).toEqual(['six days old']);
  });

  it('has the statements of a mutation planned, and is ready before that', async () => {
    const graph = await emptyGraph(engine);
    const ran: string[] = [];
    let begin = () => {};
    const held = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const noted: Graph = {
      ...graph,
      write: async (work, options) => {
        await held;
        return graph.write((run) => work((query, params) => [ran.push(query.name), run(query, params)][1] as never), options);
      },
    };

    service = await startService({ settings: readSettings({ PORT: '0' }), graph: noted });
    const ready = await fetch(`${service.url}/ready`);
    begin();

    expect(ready.status).toBe(200);
    await expect.poll(() => ran.slice(0, 2), { timeout: 30_000 }).toEqual(['write/look', 'write/changes']);
  });

  it('has them planned with a later round where the database was away', async () => {
    const graph = await emptyGraph(engine);
    const ran: string[] = [];
    let isAway = true;
    let refused = 0;
    const noted: Graph = {
      ...graph,
      write: async (work, options) => {
        if (isAway) refused += 1;
        if (isAway) throw new UnavailableError('The database is away.', { written: 'nothing' });
        return graph.write((run) => work((query, params) => [ran.push(query.name), run(query, params)][1] as never), options);
      },
    };

    service = await startService({ settings: readSettings({ PORT: '0' }), graph: noted, houseEveryMs: 100 });
    await expect.poll(() => refused, { timeout: 30_000 }).toBeGreaterThan(1); // Planning, and then forgetting.
    isAway = false;

    await expect.poll(() => ran.includes('write/look') && ran.includes('write/changes'), { timeout: 30_000 }).toBe(true);
  });
});
