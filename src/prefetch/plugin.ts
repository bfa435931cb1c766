import { type ExecutionArgs, getOperationAST, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { type Fused, fuse } from '../graph/fuse.ts';
import { formOf, type Plan, paramsOf } from '../graph/plan.ts';
import { allSoon, type Soon, soon } from '../graph/soon.ts';
import { textCache } from '../serving/text-cache.ts';
import { documents, type Known, type Named } from './document.ts';
import { type Planned, plansOf } from './plan.ts';

export interface PrefetchOptions {
  /**
   * From which time on that a document is asked its loads are put together: a statement that is not asked again is not worth its planning.
   * Only the very first time (1) is waited for that; else everything loads until Neo4j has its plan.
   */
  readonly from: number;
}

/** A statement, null where the plan is none to be put together, and whether Neo4j has a plan for it. */
interface Statement {
  readonly fused: Fused | null;
  isPlanned: boolean | null;
}

type Execute = (args: ExecutionArgs) => unknown;

/**
 * Reads in one statement what a query is going to load, when its document is asked again. Nobody else knows: its resolvers ask as
 * ever, and find the answers kept; what was not read ahead is loaded.
 */
export function prefetch({ from }: PrefetchOptions): Plugin {
  const knownOf = documents();
  const statements = textCache<Statement>();

  return {
    onExecute({ executeFn, setExecuteFn, args }) {
      const operation = getOperationAST(args.document, args.operationName);
      // A directive on an operation changes what all its loads mean.
      if (operation?.operation !== 'query' || operation.directives?.length) return;
      const known = knownOf(args.document);
      known.times += 1;
      if (known.times < from) return;
      setExecuteFn((given: ExecutionArgs) => soon(started(given, operation, known), () => (executeFn as Execute)(given)));
    },
  };

  /** Starts what can be read ahead. Whatever is wrong with what was asked, the execution is going to say. */
  function started({ schema, variableValues, contextValue }: ExecutionArgs, operation: OperationDefinitionNode, known: Known): Soon<unknown> {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
    const named = coerced && known.outline(schema, operation, coerced);
    if (!named) return null;
    const context = contextValue as Context;
    const start = (plans: readonly Planned[]) => {
      for (const planned of plans) begin(planned, named, context);
    };
    return allSoon(named.outline.stops.map((stop) => tried(() => soon(plansOf(stop, named.outline, coerced, context), start))));
  }

  function begin({ key, plan }: Planned, { name }: Named, { ahead, read }: Context): void {
    const form = `${name} ${formOf(plan)}`;
    let statement = statements.get(form);
    if (!statement) {
      statement = { fused: fuse(plan), isPlanned: from === 1 };
      statements.set(form, statement);
    }
    if (!statement.fused) return;
    if (statement.isPlanned) ahead(plan, statement.fused, key);
    else if (statement.isPlanned === false) havePlanned(statement, statement.fused, plan, read);
  }
}

/** Has Neo4j make its plan, which takes longer than many loads, while they load: the statement is run with no key at all. */
function havePlanned(statement: Statement, { keyed: { query, given } }: Fused, plan: Plan, read: Context['read']): void {
  statement.isPlanned = null; // Under way.
  const then = (isPlanned: boolean) => () => {
    statement.isPlanned = isPlanned;
  };
  read(query, given({ ...paramsOf(plan), keys: [] }) as never).then(then(true), then(false));
}

/** Nothing that goes wrong here is anybody's concern: it goes wrong again where it is. */
function tried(work: () => Soon<unknown>): Soon<unknown> {
  try {
    const done = work();
    return done instanceof Promise ? done.catch(() => null) : done;
  } catch {
    return null;
  }
}
