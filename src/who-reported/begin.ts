import { type Claim, claimOrders } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import { complemented } from '../entity/draft.ts';
import { bounds, type DateRange } from '../filter.ts';
import type { PageQuery } from '../graph/keyed.ts';
import type { ConditionName, Conditions } from './conditions.ts';
import {
  allClaims,
  claimsByClaimant,
  claimsByEvent,
  claimsByMetric,
  claimsByName,
  claimsByPlace,
  claimsByPopulation,
  claimsByPublisher,
  claimsByTime,
  claimsByType,
  sizes,
} from './queries.ts';

export type Order = keyof typeof claimOrders;

/** Where an answer may begin: at the claims that meet one condition, the others being looked at claim by claim. */
export interface Beginning {
  readonly condition: ConditionName | null;
  readonly query: PageQuery<{ until: string }, { cursor: string; node: Claim }>;
  /** What to begin at, or null where the condition was not given. */
  readonly key: (given: Conditions) => string | null | undefined;
  readonly args?: (given: Conditions) => object;
  readonly orders: readonly Order[];
  /** Whether all its claims are read and sorted; otherwise they come in order, and reading stops when the page is full. */
  readonly whole: boolean;
}

const anyOrder = Object.keys(claimOrders) as Order[];
const newestFirst: readonly Order[] = ['NEWEST_FIRST'];

const everywhere: Beginning = { condition: null, query: allClaims, key: () => '', orders: anyOrder, whole: false };
const beginnings: readonly Beginning[] = [
  { condition: 'about', query: claimsByEvent, key: ({ about }) => about, orders: anyOrder, whole: false }, // Sorted, but an event's claims are few.
  { condition: 'claimant', query: claimsByClaimant, key: ({ claimant }) => claimant, orders: anyOrder, whole: false },
  { condition: 'publisher', query: claimsByPublisher, key: ({ publisher }) => publisher, orders: anyOrder, whole: false },
  { condition: 'naming', query: claimsByName, key: ({ naming }) => naming, orders: anyOrder, whole: true },
  { condition: 'where', query: claimsByPlace, key: ({ where }) => where, orders: anyOrder, whole: true },
  {
    condition: 'happened',
    query: claimsByTime as never,
    key: ({ happened }) => happened && bounds(happened).from,
    args: ({ happened }) => ({ begun: bounds(happened ?? {}).to }),
    orders: anyOrder,
    whole: true,
  },
  { condition: 'types', query: claimsByType, key: ({ types }) => (types?.length === 1 ? types[0] : null), orders: newestFirst, whole: false },
  { condition: 'metric', query: claimsByMetric, key: ({ metric }) => metric, orders: newestFirst, whole: false },
  { condition: 'population', query: claimsByPopulation, key: ({ population }) => population, orders: newestFirst, whole: false },
];

/** Where an answer to what was given may begin. With one place to choose there is nothing to count. */
export function beginningsFor(given: Conditions, order: Order): readonly Beginning[] {
  const offered = beginnings.filter(({ key, orders }) => key(given) != null && orders.includes(order));
  return offered.length === 1 && !offered[0]?.whole ? offered : [...offered, everywhere];
}

/** Counts, in one round trip, about how many claims meet each of the conditions by itself. */
export async function count(given: Conditions, read: Context['read']): Promise<Sizes> {
  const { about = null, claimant = null, publisher = null, naming = null, where = null, types, metric = null, population = null } = given;
  const happened = given.happened ? bounds(given.happened) : null;
  const published = given.published ? bounds(given.published) : null;
  const rows = await read(sizes, {
    ...{ about, claimant, publisher, naming, within: where, types: [...(types ?? [])], metric, population },
    ...{ happenedFrom: happened?.from ?? null, happenedTo: happened?.to ?? null },
    ...{ publishedFrom: published?.from ?? null, publishedTo: published?.to ?? null },
  });
  return new Map(rows.map(({ condition, size }) => [condition, size]));
}

type Sizes = ReadonlyMap<string, number>;

/**
 * The beginning from which the fewest claims have to be read until `limit` of them are found. Conditions are taken to be independent of
 * each other; where they are not, what was chosen is slower than need be, never wrong.
 */
export function cheapest(offered: readonly Beginning[], sizes: Sizes, given: Conditions, limit: number): Beginning {
  const all = Math.max(1, sizes.get('all') ?? 0);
  const sizeOf = (condition: ConditionName | null) => (condition === null ? all : (sizes.get(condition) ?? 0));
  const asked = Object.keys(given).filter((name) => given[name as ConditionName] != null) as ConditionName[];
  const expected = Math.max(1, all * asked.reduce((product, name) => (product * sizeOf(name)) / all, 1));

  const cost = ({ condition, whole }: Beginning) => (whole ? 1 : Math.min(1, limit / expected)) * sizeOf(condition);
  return offered.reduce((best, other) => (cost(other) < cost(best) ? other : best));
}

/** Above every date in an order, and every id. */
export const end = '~~';

/** The stretch of an order that a range of publication covers: outside it, `published` need not be looked for. */
export function stretch(order: Order, published: DateRange | null | undefined): { since: string; until: string } {
  if (!published || order === 'BY_LABEL') return { since: '', until: end };
  const { from, to } = bounds(published);
  return order === 'OLDEST_FIRST' ? { since: from, until: to } : { since: complemented(published.to ?? ''), until: `${complemented(from)}~` };
}
