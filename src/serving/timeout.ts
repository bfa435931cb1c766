import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ContextOptions, createContext } from '../context.ts';
import { UnavailableError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';

interface Timed {
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
  const { request, ending } = args.contextValue as Timed;
  const late = tooLate(args, timeoutMs);
  const timer = setTimeout(() => ending.abort(late), timeoutMs);
  const leave = () => ending.abort();
  request.signal.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([execute(args), endOf(ending.signal)]);
  } catch (error) {
    if (error === late) return { errors: [late] };
    throw error;
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', leave);
  }
}

function tooLate({ document, operationName }: ExecutionArgs, timeoutMs: number): UnavailableError {
  // A read can be stopped; a write that is under way may yet be done.
  const mayHaveWritten = getOperationAST(document, operationName)?.operation === 'mutation';
  return new UnavailableError(`A request may take ${timeoutMs} ms, but this one took longer and was stopped.`, { mayHaveWritten });
}

function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
