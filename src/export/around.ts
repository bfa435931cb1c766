import { z } from 'zod';
import type { Read } from '../graph/load.ts';
import { linkTypes } from '../graph/model.ts';
import { readQuery } from '../graph/query.ts';

/** Entities around some others, as far as so many are reached. */
export interface Around {
  readonly ids: ReadonlySet<string>;
  /** Whether these are all that lie within so many steps. */
  readonly isWhole: boolean;
}

/** The entities within some steps of those with these ids, nearest first, at most so many. */
export async function around(read: Read, of: readonly string[], { depth, limit }: { depth: number; limit: number }): Promise<Around> {
  const ids = new Set(of);
  let edge = [...of];
  for (let step = 0; step < depth && edge.length > 0; step += 1) {
    const next: string[] = [];
    for await (const id of neighboursOf(read, edge)) {
      if (ids.has(id)) continue;
      if (ids.size >= limit) return { ids, isWhole: false };
      ids.add(id);
      next.push(id);
    }
    edge = next;
  }
  return { ids, isWhole: true };
}

const neighbours = readQuery(
  'export/neighbours',
  { keys: z.array(z.string()), types: z.array(z.string()), after: z.string(), limit: z.int() },
  { key: z.string(), id: z.string() },
);

const keysPerPage = 500;
const perKey = 100;
const perHub = 5000; // An engine looks at all that a hub is joined to for each page.

async function* neighboursOf(read: Read, ids: readonly string[]): AsyncGenerator<string> {
  const ask = (keys: readonly string[], after: string, limit: number) => read(neighbours, { keys: [...keys], types: [...linkTypes], after, limit });
  for (let at = 0; at < ids.length; at += keysPerPage) {
    const keys = ids.slice(at, at + keysPerPage);
    const byKey = new Map<string, string[]>(keys.map((key) => [key, []]));
    for (const { key, id } of await ask(keys, '', perKey)) byKey.get(key)?.push(id);
    for (const [key, some] of byKey) {
      let found = some.sort();
      yield* found;
      for (let most = perKey; found.length === most; most = perHub) {
        found = (await ask([key], found.at(-1) ?? '', perHub)).map(({ id }) => id).sort();
        yield* found;
      }
    }
  }
}
