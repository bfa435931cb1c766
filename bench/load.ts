import { performance } from 'node:perf_hooks';
import { Agent, type Dispatcher, getGlobalDispatcher } from 'undici';

/** How much is asked: it ends at the number of requests or when the time is up, whichever is first. */
export interface Effort {
  readonly clients: number;
  readonly requests: number;
  readonly seconds: number;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** What is sent, and the whole text that has to come back. */
export interface Question {
  readonly body: string;
  readonly expected: string;
}

export interface Outcome {
  /** Milliseconds of each request that was answered as expected. */
  readonly latencies: readonly number[];
  readonly seconds: number;
  /** The first thing that went wrong, and how many did. */
  readonly failed: number;
  readonly failure: string | null;
}

/** So long may one request take; then it counts as failed. */
export const timeoutMs = 10_000;
const headers = { 'content-type': 'application/json', accept: 'application/json' };

/**
 * Posts one body. Rejects when no answer comes in time. The answer's parts are taken as they come, without the streams and promises that Undici
 * wraps them in: on one processor a third of what a request over HTTP seemed to take was that.
 */
export function post(url: string, body: string, through: Dispatcher = getGlobalDispatcher()): Promise<Reply> {
  const { origin, pathname: path } = new URL(url);
  return new Promise((answer, fail) => {
    const parts: Buffer[] = [];
    let status = 0;
    through.dispatch(
      { origin, path, method: 'POST', headers, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
      {
        onRequestStart() {},
        onResponseStart(_, statusCode) {
          status = statusCode;
        },
        onResponseData(_, part) {
          parts.push(part);
        },
        onResponseEnd: () => answer({ status, text: Buffer.concat(parts).toString() }),
        onResponseError: (_, error) => fail(/Timeout/.test(error.name) ? new Error(`no answer within ${timeoutMs / 1000} s`) : error),
      },
    );
  });
}

/** Asks the questions in turn, with so many clients at a time, each asking the next when it has its answer; every answer is compared. */
export function hammer(url: string, questions: readonly Question[], effort: Effort): Promise<Outcome> {
  const connections = new Agent({ connections: effort.clients, pipelining: 1 });
  const ask = async ({ body, expected }: Question) => {
    const { status, text } = await post(url, body, connections);
    if (text !== expected) throw new Error(`an answer that differs from the one compared before (status ${status}): ${text.slice(0, 300)}`);
  };
  return inTurn(ask, questions, effort).finally(() => connections.destroy());
}

/** The same for any way of asking. */
export async function inTurn<Item>(ask: (item: Item) => Promise<void>, items: readonly Item[], { clients, requests, seconds }: Effort): Promise<Outcome> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1000;
  let next = 0;

  const client = async () => {
    while (next < requests && !isOver()) {
      const item = items[next % items.length] as Item;
      next += 1;
      const sent = performance.now();
      try {
        await ask(item);
        latencies.push(performance.now() - sent);
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));

  return { latencies, seconds: (performance.now() - begun) / 1000, failed: failures.length, failure: failures[0] ?? null };
}
