import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

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

/** Posts one body. Rejects when no answer comes in time. */
export function post(url: string, body: string, agent?: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', headers, ...(agent ? { agent } : {}), signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', reject);
    });
    sent.on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Error(`no answer within ${timeoutMs / 1000} s`) : error),
    );
    sent.end(body);
  });
}

/** Asks the questions in turn, with so many clients at a time, each asking the next when it has its answer; every answer is compared. */
export function hammer(url: string, questions: readonly Question[], effort: Effort): Promise<Outcome> {
  const agent = new Agent({ keepAlive: true, maxSockets: effort.clients });
  const ask = async ({ body, expected }: Question) => {
    const { status, text } = await post(url, body, agent);
    if (text !== expected) throw new Error(`an answer that differs from the one compared before (status ${status}): ${text.slice(0, 300)}`);
  };
  return inTurn(ask, questions, effort).finally(() => agent.destroy());
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
