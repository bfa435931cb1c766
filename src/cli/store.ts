import type { Graph } from '../graph/graph.ts';
import { openGraph, prepareGraph } from '../graph/open.ts';
import { readSettings } from '../settings.ts';

/** Does some work with the store that the settings name, and closes it whatever comes of it. */
export async function withStore<Answer>(work: (graph: Graph) => Promise<Answer>): Promise<Answer> {
  const graph = openGraph(readSettings(process.env));
  try {
    await prepareGraph(graph);
    return await work(graph);
  } finally {
    await graph.close();
  }
}
