import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Context, type ContextOptions, createContext } from '../context.ts';
import { UnavailableError, type Written } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';

interface Timed extends Context {
  readonly request: Request;
  readonly ending: AbortController;
}

type Execute = (args: ExecutionArgs) => unknown;

/** Gives each request its context, and its end: when the client goes away or the time is up, its queries are cancelled, and it is answered that it took too long. */
export function timedRequests(graph: Graph, timeoutMs: number, contextOf: (request: Request) => ContextOptions): Plugin {
  return {
    onContextBuilding({ context, extendContext }) {
      const ending = new AbortController();
      extendContext({ ending, ...createContext(graph, { ...contextOf(context.request), signal: ending.signal }) } as never);
    },
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => inTime(executeFn as Execute, args, timeoutMs));
    },
  };
}

async function inTime(execute: Execute, args: ExecutionArgs, timeoutMs: number): Promise<unknown> {
  const { request, ending, written } = args.contextValue as Timed;
  let late: UnavailableError | undefined;
  let end = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = () => {
      ending.abort(late);
      reject(ending.signal.reason);
    };
  });
  const timer = setTimeout(() => {
    late = tooLate(timeoutMs, isMutation(args) ? written() : null);
    end();
  }, timeoutMs);
  request.signal.addEventListener('abort', end, { once: true });
  if (request.signal.aborted) end(); // It left before there was anything to execute.
  try {
    return await Promise.race([execute(args), ended]);
  } catch (error) {
    if (late && error === late) return { errors: [late] };
    throw error;
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', end);
  }
}

function isMutation({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === 'mutation';
}

function tooLate(timeoutMs: number, written: Written | null): UnavailableError {
  return new UnavailableError(`A request may take ${timeoutMs} ms, but this one took longer and was stopped.`, { written });
}
