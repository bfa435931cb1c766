import type { Claim, claimOrders } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import { complemented } from '../entity/draft.ts';
import { bounds, type DateRange } from '../filter.ts';
import type { PageQuery } from '../graph/keyed.ts';
import type { ConditionName, Conditions } from './conditions.ts';
import {
  allClaims,
  claimsNaming,
  claimsOfClaimant,
  claimsOfEvent,
  claimsOfMetric,
  claimsOfPopulation,
  claimsOfPublication,
  claimsOfPublisher,
  claimsOfTime,
  claimsOfType,
  claimsWithin,
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
  /** The orders in which its claims come by themselves, so that reading stops when the page is full; in others all are read and sorted. */
  readonly inOrder: readonly Order[];
}

const anyOrder: readonly Order[] = ['NEWEST_FIRST', 'OLDEST_FIRST', 'BY_LABEL'];
const newest: readonly Order[] = ['NEWEST_FIRST'];

export const everywhere: Beginning = { condition: null, query: allClaims, key: () => '', inOrder: anyOrder };
export const beginnings: readonly Beginning[] = [
  { condition: 'about', query: claimsOfEvent, key: ({ about }) => about, inOrder: anyOrder }, // Sorted, but an event's claims are few.
  { condition: 'claimant', query: claimsOfClaimant, key: ({ claimant }) => claimant, inOrder: anyOrder },
  { condition: 'publisher', query: claimsOfPublisher, key: ({ publisher }) => publisher, inOrder: anyOrder },
  { condition: 'types', query: claimsOfType, key: ({ types }) => (types?.length === 1 ? types[0] : null), inOrder: newest },
  { condition: 'metric', query: claimsOfMetric, key: ({ metric }) => metric, inOrder: newest },
  // Those that do not say whom they count are in no index by population.
  { condition: 'population', query: claimsOfPopulation, key: ({ population }) => (population === 'UNKNOWN' ? null : population), inOrder: newest },
  { condition: 'naming', query: claimsNaming, key: ({ naming }) => naming, inOrder: [] },
  { condition: 'where', query: claimsWithin, key: ({ where }) => where, inOrder: [] },
  {
    condition: 'happened',
    query: claimsOfTime as never,
    key: ({ happened }) => happened && '',
    args: ({ happened }) => rangeOf(happened, 'lasting', 'begun'),
    inOrder: [],
  },
  {
    condition: 'published',
    query: claimsOfPublication as never,
    key: ({ published }) => published && '',
    args: ({ published }) => rangeOf(published, 'since', 'before'),
    inOrder: [],
  },
];

/** A range under the names that a statement has for it. It is no key: two ranges are long enough each to be read side by side. */
function rangeOf(range: DateRange | null | undefined, start: string, end: string) {
  const { from, to } = bounds(range ?? {});
  return { [start]: from, [end]: to };
}

/** Where a page in some order may begin, or a count, which has no order. With one place to choose there is nothing to count. */
export function beginningsFor(given: Conditions, order: Order | null): readonly Beginning[] {
  const offered = beginnings.filter(({ key, condition }) => key(given) != null && (condition !== 'published' || !isByDate(order)));
  const needsAll = order === null ? offered.length === 0 : !offered.some(({ inOrder }) => inOrder.includes(order));
  return needsAll ? [...offered, everywhere] : offered;
}

/** In an order by date, a range of publication is a stretch of it, wherever one begins. */
function isByDate(order: Order | null): boolean {
  return order === 'NEWEST_FIRST' || order === 'OLDEST_FIRST';
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
 * The beginning from which the fewest claims have to be read until `limit` of them are found, or all where there is no order. Conditions are
 * taken to be independent of each other; where they are not, what was chosen is slower than need be, never wrong.
 */
export function cheapest(offered: readonly Beginning[], sizes: Sizes, given: Conditions, order: Order | null, limit: number): Beginning {
  const all = Math.max(1, sizes.get('all') ?? 0);
  const sizeOf = (condition: ConditionName | null) => sizes.get(condition ?? (given.published && isByDate(order) ? 'published' : 'all')) ?? 0;
  const asked = Object.keys(given).filter((name) => given[name as ConditionName] != null) as ConditionName[];
  const expected = Math.max(1, all * asked.reduce((product, name) => (product * sizeOf(name)) / all, 1));

  const cost = ({ condition, inOrder }: Beginning) => (order && inOrder.includes(order) ? Math.min(1, limit / expected) : 1) * sizeOf(condition);
  return offered.reduce((best, other) => (cost(other) < cost(best) ? other : best));
}

/** Above every place in every order: no text begins with a higher character. */
export const end = '\u{10FFFF}';

/** The stretch of an order that a range of publication covers. */
export function stretch(order: Order, published: DateRange | null | undefined): { since: string; until: string } {
  if (!published || order === 'BY_LABEL') return { since: '', until: end };
  const { from, to } = bounds(published);
  return order === 'OLDEST_FIRST' ? { since: from, until: to } : { since: complemented(published.to ?? ''), until: `${complemented(from)}~` };
}
