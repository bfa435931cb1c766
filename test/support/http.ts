import { request } from 'node:http';
import type { Graph } from '../../src/graph/graph.ts';
import type { LogEntry } from '../../src/log.ts';
import { createServer, type ServerOptions } from '../../src/server.ts';
import { listen } from '../../src/serving/listen.ts';
import type { Answer } from './service.ts';

export interface HttpService {
  readonly url: string;
  /** What was logged, in order. */
  readonly logged: LogEntry[];
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Asks as a client does, over the wire. */
  ask(query: string, variables?: Record<string, unknown>, init?: RequestInit): Promise<Answer & { readonly status: number }>;
  close(): Promise<void>;
}

/** The service over a graph, on a port of its own. The graph stays open when it is closed. */
export async function openHttp(graph: Graph, { hosts = [], ...options }: ServerOptions & { readonly hosts?: readonly string[] } = {}): Promise<HttpService> {
  const logged: LogEntry[] = [];
  const server = createServer(graph, { log: (entry) => logged.push(entry), ...options });
  const { url, stop } = await listen(server, { host: '127.0.0.1', port: 0, timeoutMs: 15_000, hosts });

  return {
    url,
    logged,
    fetch: (path, init) => fetch(`${url}${path}`, init),
    ask: async (query, variables = {}, init = {}) => {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }), ...init });
      return { status: response.status, ...((await response.json()) as Answer) };
    },
    close: () => stop(0),
  };
}

/** Asks with headers that fetch does not let one choose. */
export function raw(
  url: string,
  { path = '/graphql', headers }: { path?: string; headers: Record<string, string> },
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const client = request(`${url}${path}`, { headers }, async (response) => {
      const text = (await response.setEncoding('utf8').toArray()).join('');
      resolve({ status: response.statusCode, text });
    });
    client.on('error', reject).end();
  });
}
