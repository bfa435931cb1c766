import { setMaxListeners } from 'node:events';
import { UnavailableError, type Written } from './errors.ts';
import { type Ahead, createAhead } from './graph/ahead.ts';
import { readAsOf } from './graph/as-of.ts';
import { type Ask, batches } from './graph/batch.ts';
import type { Engine } from './graph/engine.ts';
import { from } from './graph/failure.ts';
import type { Graph, Run } from './graph/graph.ts';
import type { Moment } from './graph/known.ts';
import { createLoaded, type Load, type Read } from './graph/load.ts';
import { createRecall, type Recall } from './graph/recall.ts';
import { type Clock, createClock } from './write/clock.ts';

/** What every resolver may use. Made afresh for each request. */
export interface Context {
  readonly load: Load;
  /** Reads what is going to be loaded, before it is asked for. */
  readonly ahead: Ahead;
  readonly read: Read;
  readonly recall: Recall;
  readonly engine: Engine;
  /** As of when is read; null: as of now. */
  readonly moment: Moment | null;
  /** What reads the same things as of a moment. */
  readonly asOf: (moment: Moment) => Pick<Context, 'load' | 'read' | 'moment'>;
  /** The only way to change the graph: all of `work`, or nothing of it. */
  readonly write: <Answer>(work: (run: Run) => Promise<Answer>) => Promise<Answer>;
  /** What this request may have written so far. */
  readonly written: () => Written;
  /** Who asks, for the record of who changed what. */
  readonly by: string;
  /** The instant to record a change under; no two changes have the same. */
  readonly now: Clock;
  /** How long the answer to a request with an idempotency key is kept. */
  readonly keepRequestsMs: number;
}

export interface ContextOptions {
  readonly signal?: AbortSignal | undefined;
  readonly by?: string | undefined;
  readonly now?: Clock;
  readonly keepRequestsMs?: number;
  /** How loads are asked for: requests that are given the same one share statements. */
  readonly ask?: Ask;
  readonly recall?: Recall;
}

const week = 7 * 24 * 60 * 60 * 1000;

export function createContext(graph: Graph, options: ContextOptions = {}): Context {
  const { signal, by = 'anonymous', now = createClock(), keepRequestsMs = week, recall = createRecall(graph) } = options;
  if (signal) setMaxListeners(0, signal); // One request may have any number of reads under way, and each listens.
  let written: Written = 'nothing';
  const read: Read = (query, params) =>
    graph.read(query, params, { signal }).catch((error) => {
      // The answer to a mutation is read when it is done: that it cannot be read does not undo it.
      const told = error instanceof UnavailableError && written === 'perhaps' ? new UnavailableError(error.message, { cause: error.cause, written }) : error;
      return from(query)(told);
    });
  const ask = options.ask ?? batches(read);
  let loaded = createLoaded(ask, signal);

  return {
    // Not getters: the server copies the context's properties, and would copy the first `loaded` for good.
    load: ((...asked: Parameters<Load>) => loaded.load(...asked)) as Load, // `Parameters` loses what ties the arguments to the query.
    ahead: createAhead(ask, loaded, signal),
    read,
    recall,
    engine: graph.engine,
    moment: null,
    asOf: (moment) => {
      const readThen = readAsOf(read, moment);
      return { read: readThen, load: createLoaded(batches(readThen), signal).load, moment };
    },
    write: async (work) => {
      const beforeCommit = () => {
        if (signal?.reason instanceof UnavailableError) throw signal.reason; // Too late: it was answered that nothing is written.
        written = 'perhaps';
      };
      const answer = await graph.write((run) => work((query, params) => run(query, params).catch(from(query))), { beforeCommit });
      loaded = createLoaded(batches(read), signal); // What was loaded before the write may no longer be true.
      return answer;
    },
    written: () => written,
    by,
    now,
    keepRequestsMs,
  };
}
