import { createYoga } from 'graphql-yoga';
import { questionsAsOf } from './as-of/plugin.ts';
import { compiled } from './compiled/plugin.ts';
import { batches } from './graph/batch.ts';
import type { Graph } from './graph/graph.ts';
import { createRecall } from './graph/recall.ts';
import { limitedRequests } from './limits/plugin.ts';
import { type Log, logToStderr } from './log.ts';
import { prefetch } from './prefetch/plugin.ts';
import { schema } from './schema.ts';
import { corsFor } from './serving/cors.ts';
import { exportRoutes } from './serving/exports.ts';
import { maskError, maskedErrors } from './serving/masking.ts';
import { requestReader } from './serving/requests.ts';
import { routes } from './serving/routes.ts';
import { textCache } from './serving/text-cache.ts';
import { timedRequests } from './serving/timeout.ts';
import { createClock } from './write/clock.ts';

export interface ServerOptions {
  readonly timeoutMs?: number;
  readonly corsOrigins?: readonly string[];
  readonly log?: Log;
  /** The request header that says who asks; without it everybody is anonymous. */
  readonly byHeader?: string;
  /** How long the answer to a request with an idempotency key is kept. */
  readonly keepRequestsMs?: number;
  /** From which time on that a document is asked its loads are read in one statement; 0 for never. */
  readonly prefetchFrom?: number;
  /** From which time on that a document is asked it is executed by a function made of it; 0 for never. */
  readonly compiledFrom?: number;
  /** Whether the service can answer questions; unless given, whether the database answers. */
  readonly isReady?: () => Promise<boolean>;
}

/** What is asked once is worth neither planning a statement for it nor making a function of it. */
const secondTime = 2;

/** Everything that the service answers over HTTP. */
export function createServer(graph: Graph, options: ServerOptions = {}) {
  const {
    timeoutMs = 15_000,
    corsOrigins = [],
    log = logToStderr,
    isReady = () => graph.alive(),
    byHeader = '',
    keepRequestsMs,
    prefetchFrom = secondTime,
    compiledFrom = secondTime,
  } = options;
  const now = createClock();
  const ask = batches(graph.read);
  const recall = createRecall(graph);
  const context = ({ headers }: Request) => ({
    now,
    ask,
    recall,
    by: (byHeader && headers.get(byHeader)) || undefined,
    ...(keepRequestsMs === undefined ? {} : { keepRequestsMs }),
  });

  // The embedded engine has no round trips to save.
  const compiling = compiledFrom > 0 ? [compiled({ from: compiledFrom, log })] : [];
  const prefetching = graph.engine === 'neo4j' && prefetchFrom > 0 ? [prefetch({ from: prefetchFrom, read: graph.read })] : [];

  return createYoga({
    schema,
    plugins: [
      corsFor(corsOrigins),
      exportRoutes(graph, timeoutMs, log),
      routes(isReady, log),
      requestReader(),
      limitedRequests(),
      ...compiling,
      ...prefetching,
      timedRequests(graph, timeoutMs, context),
      questionsAsOf(),
      maskedErrors(log),
    ],
    maskedErrors: { maskError: maskError(log) },
    parserAndValidationCache: { documentCache: textCache(), errorCache: textCache() },
    // What Yoga would do by itself is done by the plugins above, or not at all.
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    maxRequestBodySize: false,
    healthCheckEndpoint: '#', // No address ends so; otherwise it takes every one that ends in /health.
    logging: false,
  });
}
