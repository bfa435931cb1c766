import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import { reading } from '../graph/reading.ts';
import type { Soon } from '../graph/soon.ts';
import { entityId, entityLabels, idFromKey, idWords, labelOf } from '../ids.ts';
import { byIdOf, idsByKeys } from './queries.ts';
import type { EntityRow, Identified } from './ref.ts';

/** Anything with this id, or null. An id that no node could have is an InvalidInputError. */
export function node({ load }: Context, id: string): Soon<Identified | null> {
  const label = labelOf(id);
  if (!label) throw new InvalidInputError(['id'], idWords('node'), id);
  return load(byIdOf[label] as KeyedQuery<{}, object, Identified | null>, id);
}

/** The entity with this id, or null; no id, no entity. */
export function entity(context: Context, id: string | null): Soon<EntityRow | null> {
  return id === null ? null : (node(context, entityId(id)) as Soon<EntityRow | null>);
}

/** The resolver, and what is known ahead of it, of a field that is the entity whose id its parent keeps as this property. */
export function keptEntity<Property extends string>(property: Property) {
  return {
    resolve: ((parent: Record<Property, string | null>, _: unknown, context: Context) => entity(context, parent[property])) as never,
    ...reading({ loads: { by: property, query: byIdOf as never, row: 'node_' } }),
  };
}

/** The same, where it can be of one kind only. */
export function kept<Property extends string, Row, Answer>(query: KeyedQuery<{}, Row, Answer>, property: Property) {
  return {
    resolve: (parent: Record<Property, string | null>, _: unknown, { load }: Context) => load(query, parent[property]),
    ...reading({ loads: { by: property, query: query as never, row: 'node_' } }),
  };
}

/** The ids that these external keys stand for, in their order; null where a key is not known. */
export async function idsOfKeys(read: Context['read'], keys: readonly string[]): Promise<(string | null)[]> {
  const rows = await read(idsByKeys, { rows: [...new Set(keys)].map((key) => ({ key, ids: entityLabels.map((label) => idFromKey(label, key)) })) });
  const found = new Map(rows.map(({ key, id }) => [key, id]));
  return keys.map((key) => found.get(key) ?? null);
}
