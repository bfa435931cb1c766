import { type DocumentNode, type ExecutionArgs, type ExecutionResult, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { type Soon, soon } from '../graph/soon.ts';
import type { Log } from '../log.ts';
import { fragmentsOf } from '../selection.ts';
import { isCompilable } from './compilable.ts';

export interface CompiledOptions {
  /** From which time on that a document is asked it is executed by a function made of it: making one takes longer than executing it once. */
  readonly from: number;
  readonly log: Log;
}

/** A document that was asked, as long as its text is kept parsed. */
interface Known {
  times: number;
  /** By the operation's name: what it was made into, null where nothing can be. */
  readonly made: Map<string | null, CompiledQuery['query'] | null>;
}

type Execute = (args: ExecutionArgs) => Soon<ExecutionResult>;

/** An operation that comes to more fields than this when it is written out is executed as it stands. */
const mostFields = 500;

/**
 * Executes a query that is asked again as a function that is made of it once. Should anything go wrong in that, the query is executed
 * in the usual way, which finds all that was loaded at hand and says what is wrong: there is one meaning of every error.
 */
export function compiled({ from, log }: CompiledOptions): Plugin {
  const asked = new WeakMap<DocumentNode, Known>();

  return {
    onExecute({ executeFn, setExecuteFn, args }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'query') return;
      const known = asked.get(args.document) ?? { times: 0, made: new Map() };
      asked.set(args.document, known);
      known.times += 1;
      if (known.times < from) return;
      const execute = madeOf(known, operation, args, log);
      if (execute) setExecuteFn((given: ExecutionArgs) => withoutErrors(execute, executeFn as Execute, given));
    },
  };
}

function madeOf({ made }: Known, operation: OperationDefinitionNode, { schema, document }: ExecutionArgs, log: Log): CompiledQuery['query'] | null {
  const name = operation.name?.value ?? null;
  const before = made.get(name);
  if (before !== undefined) return before;
  const result = isCompilable(schema, operation, fragmentsOf(document), mostFields) ? compileQuery(schema, document, name ?? undefined) : null;
  const execute = result && isCompiledQuery(result) ? result.query : null;
  // It is answered all the same, and nobody would know what it costs.
  if (result && !execute) log({ event: 'not compiled', operation: name, error: (result as ExecutionResult).errors?.[0]?.message ?? null });
  made.set(name, execute);
  return execute;
}

function withoutErrors(execute: CompiledQuery['query'], usual: Execute, given: ExecutionArgs): Soon<ExecutionResult> {
  const again = () => usual(given);
  const orAgain = (result: ExecutionResult) => (result.errors ? again() : result);
  try {
    const result = soon(execute(given.rootValue, given.contextValue, given.variableValues) as Soon<ExecutionResult>, orAgain);
    return result instanceof Promise ? result.catch(again) : result;
  } catch {
    return again();
  }
}
