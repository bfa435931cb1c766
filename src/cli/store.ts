import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { StartError, UnavailableError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { openGraph, prepareGraph } from '../graph/open.ts';
import { readSettings } from '../settings.ts';

/** A batch is larger than a request, and nobody waits at a screen for it. */
const leastTimeoutMs = 300_000;

/** Does some work with the store that the settings name, and closes it whatever comes of it. A database that is away is a StartError. */
export async function withStore<Answer>(work: (graph: Graph) => Promise<Answer>): Promise<Answer> {
  keepHeapSmall();
  const settings = readSettings(process.env);
  const graph = openGraph({ ...settings, timeoutMs: Math.max(settings.timeoutMs, leastTimeoutMs) });
  try {
    await prepareGraph(graph);
    return await work(graph);
  } catch (error) {
    throw error instanceof UnavailableError ? new StartError(error.message) : error;
  } finally {
    await graph.close();
  }
}

/** The same for work that only reads: a store that is not there is not made for it, since its name is more likely mistyped. */
export async function withKeptStore<Answer>(work: (graph: Graph) => Promise<Answer>): Promise<Answer> {
  const { neo4jUri, store } = readSettings(process.env);
  if (!neo4jUri && !existsSync(store))
    throw new StartError(`ATTESTED_STORE should be the folder of a store, as an import or \`attested serve\` makes one, but there is no ${store}.`);
  return withStore(work);
}

/**
 * A batch is garbage once it is written. Unless told otherwise, Node lets garbage grow to three times what is in use before it looks for it, and
 * newer ones also give 128 MB to what is young.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Aborted by the first Ctrl-C, so that what is under way can be finished; the second one ends the program as ever. */
export function untilInterrupted(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}
