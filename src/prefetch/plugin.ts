import { type ExecutionArgs, getOperationAST, getVariableValues, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../context.ts';
import { UnavailableError } from '../errors.ts';
import { type Fused, fuse } from '../graph/fuse.ts';
import type { Graph } from '../graph/graph.ts';
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
  /** Has a statement planned, at the wish of nobody in particular. */
  readonly read: Graph['read'];
}

/** A statement, null where the plan is none to be put together; whether Neo4j has a plan for it, is asked for one, and how often it made none. */
interface Statement {
  readonly fused: Fused | null;
  isPlanned: boolean;
  isWaiting: boolean;
  failures: number;
}

type Execute = (args: ExecutionArgs) => unknown;

/** So many statements wait for their plan at most; one that comes then is seen to when it is asked again. One that Neo4j has twice not planned is left alone. */
const most = { waiting: 50, failures: 2 };

/**
 * Reads in one statement what a query is going to load, when its document is asked again. Nobody else knows: its resolvers ask as
 * ever, and find the answers kept; what was not read ahead is loaded.
 */
export function prefetch({ from, read }: PrefetchOptions): Plugin {
  const knownOf = documents();
  const statements = textCache<Statement>();
  const inTurn = oneAfterTheOther(most.waiting);

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

  function begin({ key, plan }: Planned, { name }: Named, { ahead }: Context): void {
    const form = `${name} ${formOf(plan)}`;
    let statement = statements.get(form);
    if (!statement) {
      statement = { fused: fuse(plan), isPlanned: from === 1, isWaiting: false, failures: 0 };
      statements.set(form, statement);
    }
    if (!statement.fused) return;
    if (statement.isPlanned) ahead(plan, statement.fused, key);
    else if (!statement.isWaiting && statement.failures < most.failures) havePlanned(statement, statement.fused, plan);
  }

  /** Has Neo4j make its plan, which takes longer than many loads, while they load: the statement is run with no key at all. */
  function havePlanned(statement: Statement, { keyed: { query, given } }: Fused, plan: Plan): void {
    statement.isWaiting = inTurn(async () => {
      try {
        await read(query, given({ ...paramsOf(plan), keys: [] }) as never);
        statement.isPlanned = true;
      } catch (error) {
        if (!(error instanceof UnavailableError)) statement.failures += 1; // That the database is away says nothing of the statement.
      }
      statement.isWaiting = false;
    });
  }
}

/** Does one thing after the other, so that Neo4j has processors left for who waits; says of each whether it is going to be done. */
function oneAfterTheOther(mostWaiting: number): (work: () => Promise<void>) => boolean {
  const waiting: (() => Promise<void>)[] = [];
  const go = async () => {
    for (let work = waiting[0]; work; work = waiting[0]) {
      await work();
      waiting.shift();
    }
  };
  return (work) => {
    if (waiting.length >= mostWaiting) return false;
    if (waiting.push(work) === 1) void go();
    return true;
  };
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
