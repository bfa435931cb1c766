import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { prepareGraph } from '../graph/open.ts';
import { type Log, logToStderr } from '../log.ts';
import { createServer } from '../server.ts';
import type { Settings } from '../settings.ts';
import { keepHouse } from './housekeeping.ts';
import { listen } from './listen.ts';

export interface Service {
  readonly url: string;
  /** Null when the store was there and is ready; otherwise why it is waited for. */
  readonly waitingFor: UnavailableError | null;
  /** Resolves as soon as the store is ready, however long that takes. */
  readonly ready: Promise<void>;
  /** Finishes what is being answered, and lets go of port and store. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly settings: Settings;
  readonly graph: Graph;
  /** What to do with the store, once it is prepared and before anybody may ask. */
  readonly fill?: (graph: Graph) => Promise<void>;
  readonly log?: Log;
  /** How often old answers to requests are forgotten; every hour unless given. */
  readonly houseEveryMs?: number;
}

/** Docker waits ten seconds between asking a program to stop and ending it. */
const msToFinish = 8000;
const msBetweenTries = 1000;
const msToSayReady = 2000;
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** Starts to answer, even while the database is away: then everything is refused with UNAVAILABLE until it comes and is prepared. */
export async function startService({ settings, graph, fill = async () => {}, log = logToStderr, houseEveryMs = hourMs }: ServiceOptions): Promise<Service> {
  let isPrepared = false;
  const stopping = new AbortController();
  const isReady = async () => isPrepared && !stopping.signal.aborted && (await soon(graph.alive()));
  const { timeoutMs, corsOrigins, byHeader, keepRequestsDays, prefetch, compile } = settings;
  const keepRequestsMs = keepRequestsDays * dayMs;
  const server = createServer(
    whenever(() => isPrepared, graph),
    {
      timeoutMs,
      corsOrigins,
      byHeader,
      keepRequestsMs,
      isReady,
      log,
      ...(prefetch === 'off' ? { prefetchFrom: 0 } : {}),
      ...(compile === 'off' ? { compiledFrom: 0 } : {}),
    },
  );

  let house = Promise.resolve();
  const prepare = async () => {
    await prepareGraph(graph);
    await fill(graph);
    isPrepared = true;
    house = keepHouse(graph, { keepRequestsMs, everyMs: houseEveryMs, signal: stopping.signal, log });
  };
  const listening = await listen(server, settings).catch(async (error: unknown) => {
    await graph.close();
    throw error;
  });
  const stop = async () => {
    stopping.abort();
    await listening.stop(msToFinish);
    await house;
    await graph.close();
  };

  try {
    const waitingFor = await tried(prepare);
    return { url: listening.url, waitingFor, ready: waitingFor ? keepTrying(prepare, stopping.signal) : Promise.resolve(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Null when it worked; why not, when the database is away. Everything else is the caller's to know. */
async function tried(work: () => Promise<void>): Promise<UnavailableError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof UnavailableError) return error;
    throw error;
  }
}

/** Ends when the work is done, or when nobody waits for it any more. */
async function keepTrying(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await tried(work))) await sleep(msBetweenTries, undefined, { signal }).catch(() => {});
}

/** The graph, as long as it may be asked. */
function whenever(mayAsk: () => boolean, graph: Graph): Graph {
  const refusal = (options = {}) => Promise.reject(new UnavailableError('The service waits for its database. Ask again in a moment.', options));
  return {
    ...graph,
    read: (query, params, options) => (mayAsk() ? graph.read(query, params, options) : refusal()),
    write: (work, options) => (mayAsk() ? graph.write(work, options) : refusal({ written: 'nothing' })),
  };
}

/** Whether it is so, where no answer within the time means no. */
function soon(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, sleep(msToSayReady, false, { ref: false })]);
}
