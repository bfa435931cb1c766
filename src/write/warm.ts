import { warm } from '../graph/composite.ts';
import type { Graph } from '../graph/graph.ts';
import { lookQuery, nothingWanted } from './look-query.ts';
import { writeChanges } from './statements.ts';

/** Has the store plan the statements of a mutation, by running them with nothing to do: otherwise the first mutation waits for that. */
export async function planMutations(graph: Graph): Promise<void> {
  await graph.write(async (run) => {
    await run(lookQuery, { wanted: nothingWanted });
    await warm(run, writeChanges);
  });
}
