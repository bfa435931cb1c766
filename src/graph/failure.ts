import type { Query } from './query.ts';

const failed = new WeakMap<object, string>();

/** Notes which query an error came from, and lets it rise as it is: `graph.read(query, …).catch(from(query))`. */
export function from(query: Pick<Query<never, unknown>, 'name'>): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error) failed.set(error, query.name);
    throw error;
  };
}

/** The name of the query that an error, or what caused it, came from. */
export function queryBehind(error: unknown): string | undefined {
  // A cause lies deeper each time; that it could lie in a circle is not worth guarding against, since we make them ourselves.
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const name = failed.get(cause);
    if (name) return name;
  }
  return undefined;
}
