import type { Graph } from '../graph/graph.ts';
import { linksFrom } from './source.ts';

/** Entities around some others, as far as so many are reached; what was left out is said. */
export interface Around {
  readonly ids: ReadonlySet<string>;
  readonly isWhole: boolean;
}

/** The entities within some steps of those with these ids, nearest first, at most so many. */
export async function around(graph: Graph, of: readonly string[], { depth, limit }: { depth: number; limit: number }): Promise<Around> {
  const ids = new Set(of);
  let edge = [...of];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    const next: string[] = [];
    for await (const { from, to } of linksFrom(graph, edge, 'BOTH')) {
      for (const id of [from, to]) {
        if (ids.has(id)) continue;
        if (ids.size >= limit) return { ids, isWhole: false };
        ids.add(id);
        next.push(id);
      }
    }
    edge = next;
  }
  return { ids, isWhole: true };
}
