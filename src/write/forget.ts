import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { writeQuery } from '../graph/query.ts';

const forgetRequests = writeQuery('request/forget', { before: z.string() }, { forgotten: z.int() });

/** Forgets the answers to requests that were kept long enough; until it is done they are ignored. Says how many. */
export async function forgetOldRequests(graph: Graph, keepRequestsMs: number): Promise<number> {
  const before = new Date(Date.now() - keepRequestsMs).toISOString();
  const [row] = await graph.write((run) => run(forgetRequests, { before }));
  return row?.forgotten ?? 0;
}
