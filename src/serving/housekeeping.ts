import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Log } from '../log.ts';
import { forgetOldRequests } from '../write/forget.ts';
import { planMutations } from '../write/warm.ts';

interface Housekeeping {
  readonly keepRequestsMs: number;
  /** How long to wait between one round and the next. */
  readonly everyMs: number;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** What the service does beside answering: at once, so that nobody waits for it later, and then again and again until it stops. */
export async function keepHouse(graph: Graph, { keepRequestsMs, everyMs, signal, log }: Housekeeping): Promise<void> {
  let isPlanned = false;
  while (!signal.aborted) {
    if (!isPlanned) isPlanned = await done(() => planMutations(graph), log);
    await done(() => forgetOldRequests(graph, keepRequestsMs, signal), log);
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {}); // Woken up to stop.
  }
}

/**
 * Whether something could be done. A database that is away is no news: whoever asks is told. What else goes wrong is logged; either is tried again
 * with the next round.
 */
async function done(work: () => Promise<unknown>, log: Log): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof UnavailableError)) log({ event: 'housekeeping failed', error: (error as Error).message });
    return false;
  }
}
