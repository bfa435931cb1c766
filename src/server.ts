import { createYoga } from 'graphql-yoga';
import { createContext } from './context.ts';
import type { Graph } from './graph/graph.ts';
import { schema } from './schema.ts';
import { createClock } from './write/clock.ts';

export interface ServerOptions {
  /** The request header that says who asks; without it everybody is anonymous. */
  readonly byHeader?: string;
  readonly keepRequestsMs?: number;
}

export function createServer(graph: Graph, { byHeader = '', ...kept }: ServerOptions = {}) {
  const now = createClock();
  return createYoga({
    schema,
    context: ({ request }) => createContext(graph, { ...kept, now, signal: request.signal, by: (byHeader && request.headers.get(byHeader)) || 'anonymous' }),
    cors: false,
    logging: 'warn',
  });
}
