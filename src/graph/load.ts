import type { Ask } from './batch.ts';
import type { KeyedQuery } from './keyed.ts';
import type { Query } from './query.ts';
import type { Soon } from './soon.ts';

export type Read = <Params, Row>(query: Query<Params, Row>, params: Params) => Promise<Row[]>;

/** Answers for one key, together with whatever else is asked in the same tick; for no key as for one that has no rows. */
export type Load = <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string | null, ...args: {} extends Args ? [] : [Args]) => Soon<Answer>;

/** Answers by key, at hand or under way. */
export type Memory = Map<string, Soon<unknown>>;

/** What one request has loaded. */
export interface Loaded {
  readonly load: Load;
  /** What it knows of a query and its arguments; what is put there is found when it is asked for. */
  readonly memoryOf: (keyed: Named, args: object | undefined) => Memory;
}

interface Named {
  readonly query: { readonly name: string };
}

/** One memory for each query and its arguments, living as long as the request: nothing is asked for twice. */
export function createLoaded(ask: Ask, signal: AbortSignal | undefined): Loaded {
  const memories = new Map<string, Memory>();
  const memoryAt = (name: string) => {
    const known = memories.get(name);
    if (known) return known;
    const memory: Memory = new Map();
    memories.set(name, memory);
    return memory;
  };

  return {
    load: (keyed, key, ...[args]) => {
      if (key === null) return keyed.answer([]); // Nothing to look for.
      const name = nameOf(keyed, args as object | undefined);
      const memory = memoryAt(name);
      const known = memory.get(key);
      if (known !== undefined) return known as never;
      const answer = ask(keyed, name, key, (args ?? {}) as never, signal);
      memory.set(key, answer);
      return answer;
    },
    memoryOf: (keyed, args) => memoryAt(nameOf(keyed, args)),
  };
}

/** What tells a query and its arguments from all others. */
export function nameOf({ query }: Named, args: object | undefined): string {
  return args === undefined ? query.name : `${query.name} ${JSON.stringify(args)}`;
}
