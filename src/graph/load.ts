import DataLoader from 'dataloader';
import type { KeyedQuery } from './keyed.ts';
import type { Query } from './query.ts';

export type Read = <Params, Row>(query: Query<Params, Row>, params: Params) => Promise<Row[]>;

/** Answers for one key, together with whatever else is asked in the same tick; for no key as for one that has no rows. */
export type Load = <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string | null, ...args: {} extends Args ? [] : [Args]) => Promise<Answer>;

/** One loader for each query and its arguments, living as long as the request, so that sibling fields share a round trip. */
export function createLoad(read: Read): Load {
  const loaders = new Map<string, DataLoader<string, never>>();

  return (keyed, key, ...[args]) => {
    if (key === null) return Promise.resolve(keyed.answer([])); // Nothing to look for.
    const name = `${keyed.query.name} ${JSON.stringify(args ?? {})}`;
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader((keys) => answers(read, keyed, keys, args as never) as never, { name, maxBatchSize: 5000 });
      loaders.set(name, loader);
    }
    return loader.load(key);
  };
}

async function answers<Args, Row, Answer>(
  read: Read,
  { query, answer }: KeyedQuery<Args, Row, Answer>,
  keys: readonly string[],
  args: Args,
): Promise<Answer[]> {
  const rows = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of await read(query, { ...args, keys })) rows.get(row.key)?.push(row);
  return keys.map((key) => answer(rows.get(key) ?? []));
}
