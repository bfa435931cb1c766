import { z } from 'zod';
import type { Context } from '../context.ts';
import { firstByKey, type KeyedQuery, type Orders, type PageArgs, type PageQuery, pageByKey } from '../graph/keyed.ts';
import { type LinkType, pairsOf, relationship } from '../graph/model.ts';
import { reading } from '../graph/reading.ts';
import type { EntityLabel } from '../ids.ts';
import { linkRow } from './ref.ts';

export type Direction = 'out' | 'in' | 'both';

export type LinkedRow<Node> = { cursor: string; type: LinkType; fromId: string; toId: string; link: z.output<(typeof linkRow)['link']>; node: Node };

const defined = new Map<string, PageQuery<never, never>>();
const conditions = { roles: z.array(z.string()).nullable(), labels: z.array(z.string()).nullable() };

/** Which of the links are meant: those in one of the roles, and to one of the labels; null lets all through. */
export type Conditions = { readonly roles: readonly string[] | null; readonly labels: readonly string[] | null };
export const all: Conditions = { roles: null, labels: null };

/**
 * What one relationship leads to: entities of one label, or of any ('Entity', of which only the id is read),
 * each with the relationship it was reached by. The same question is the same query wherever it is asked.
 */
export function linked<Node extends z.ZodObject>(
  type: LinkType,
  direction: Direction,
  label: EntityLabel | 'Entity',
  node: Node,
  orders?: Orders,
): PageQuery<Conditions, LinkedRow<z.output<Node>>> {
  const name = `${type} ${direction} ${label} ${Object.keys(orders ?? {})}`;
  const known = defined.get(name);
  if (known) return known as never;

  const query = {
    ...pageByKey(direction === 'in' && relationship(type).ordered ? 'link/ordered' : `link/${direction}`, { ...linkRow, node } as never, {
      variant: { LINK: type, LABEL: label },
      args: conditions,
      ...(orders ? { orders } : {}),
    }),
    labels: endsOf(type, direction),
  };
  defined.set(name, query as never);
  return query as never;
}

/** Which labels may stand at the far end. */
function endsOf(type: LinkType, direction: Direction): EntityLabel[] {
  const ends = pairsOf(type).flatMap(([from, to]) => (direction === 'out' ? [to] : direction === 'in' ? [from] : [from, to]));
  return [...new Set(ends)];
}

/** The whole of a relationship that there is at most one of, for `load`. */
export const theOne: Conditions & PageArgs = { ...all, after: '', limit: 1 };

/** What a relationship leads to that there is at most one of, but for those that were taken back; ask it with `theOne`. */
export function linkedOne<Node extends z.ZodObject>(
  type: LinkType,
  direction: Exclude<Direction, 'both'>,
  label: EntityLabel | 'Entity',
  node: Node,
): KeyedQuery<Conditions & PageArgs, object, LinkedRow<z.output<Node>> | null> {
  return firstByKey(`link/one-${direction}`, { ...linkRow, node } as never, { variant: { LINK: type, LABEL: label }, args: conditions }) as never;
}

/** The resolver, and what is known ahead of it, of a field that is such a relationship of its parent, with what it carries. */
export function theLinked<Node>(query: KeyedQuery<Conditions & PageArgs, object, LinkedRow<Node> | null>) {
  return {
    resolve: ({ id }: { readonly id: string }, _: unknown, { load }: Context) => load(query, id, theOne),
    ...reading({ loads: { by: 'id', query: query as never, args: theOne, row: '' } }),
  };
}
