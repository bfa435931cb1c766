import { createYoga } from 'graphql-yoga';
import { createContext } from './context.ts';
import type { Graph } from './graph/graph.ts';
import { schema } from './schema.ts';

export function createServer(graph: Graph) {
  return createYoga({ schema, context: ({ request }) => createContext(graph, { signal: request.signal }), cors: false, logging: 'warn' });
}
