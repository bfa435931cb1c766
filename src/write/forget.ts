import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { writeQuery } from '../graph/query.ts';

const atOnce = 5000;
const forgetRequests = writeQuery('request/forget', { before: z.string(), limit: z.int() }, { forgotten: z.int() });

/** Forgets the answers to requests that were kept long enough; until it is done they are ignored. Says how many. */
export async function forgetOldRequests(graph: Graph, keepRequestsMs: number, signal?: AbortSignal): Promise<number> {
  const before = new Date(Date.now() - keepRequestsMs).toISOString();
  let forgotten = 0;
  // Each round removes some of what is old, and what is new is younger than `before`: there comes one that finds fewer than it may take.
  while (!signal?.aborted) {
    const [row] = await graph.write((run) => run(forgetRequests, { before, limit: atOnce }));
    forgotten += row?.forgotten ?? 0;
    if ((row?.forgotten ?? 0) < atOnce) break;
  }
  return forgotten;
}
