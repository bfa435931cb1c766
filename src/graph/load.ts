import type { Ask } from './batch.ts';
import type { KeyedQuery } from './keyed.ts';
import type { Query } from './query.ts';
import type { Soon } from './soon.ts';

export type Read = <Params, Row>(query: Query<Params, Row>, params: Params) => Promise<Row[]>;

/** Answers for one key, together with whatever else is asked in the same tick; for no key as for one that has no rows. */
export type Load = <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string | null, ...args: {} extends Args ? [] : [Args]) => Soon<Answer>;

/** What one request has loaded. */
export interface Loaded {
  readonly load: Load;
  /** Keeps an answer that is known already, or will be, for when it is asked for; one that is kept stays. */
  readonly keep: <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string, args: Args, answer: Soon<Answer>) => void;
}

/** One memory for each query and its arguments, living as long as the request: nothing is asked for twice. */
export function createLoaded(ask: Ask, signal: AbortSignal | undefined): Loaded {
  const memories = new Map<string, Map<string, Soon<never>>>();
  const memoryOf = (name: string) => {
    const memory = memories.get(name) ?? new Map<string, Soon<never>>();
    memories.set(name, memory);
    return memory;
  };

  return {
    load: (keyed, key, ...[args]) => {
      if (key === null) return keyed.answer([]); // Nothing to look for.
      const name = nameOf(keyed, args as object | undefined);
      const memory = memoryOf(name);
      const known = memory.get(key);
      if (known !== undefined) return known;
      const answer = ask(keyed, name, key, (args ?? {}) as never, signal);
      memory.set(key, answer as never);
      return answer;
    },
    keep: (keyed, key, args, answer) => {
      const memory = memoryOf(nameOf(keyed, (args as object | null) ?? undefined));
      if (!memory.has(key)) memory.set(key, answer as never);
    },
  };
}

/** What tells a query and its arguments from all others. */
export function nameOf({ query }: { readonly query: { readonly name: string } }, args: object | undefined): string {
  return args === undefined ? query.name : `${query.name} ${JSON.stringify(args)}`;
}
