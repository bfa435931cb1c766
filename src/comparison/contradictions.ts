import { GraphQLError } from 'graphql';
import { isCurrent } from '../series/points.ts';
import { repetitionOf } from '../series/repetition.ts';
import { isCount, seriesOf } from '../series/series.ts';
import { dayOf, ordered, type Testimony } from '../testimony/ref.ts';
import { areTwoVoices, type Comparison, compare, type contradictionReasons, type Knowledge } from './compare.ts';
import { polarityOf } from './statement.ts';

export interface Contradiction extends Comparison {
  readonly contradiction: keyof typeof contradictionReasons;
}

export interface Meant {
  /** Only counts of this; what counts nothing is always meant. */
  readonly metric: Testimony['claim']['metric'];
  /** Whether numbers that were replaced since are held against each other too. */
  readonly includeSuperseded: boolean;
}

/** Every pair of claims about one event that cannot both be true, by day of the first, then of the second, then by id. */
export function contradictionsAmong(said: readonly Testimony[], meant: Meant, knowledge: Knowledge): Contradiction[] {
  const numbers = standing(said, meant);
  const isWord = isOwnWord(said, meant);
  const denials = said.filter((told) => isMeant(told, meant) && polarityOf(told) === 'DENIES' && isWord(told));
  const assertions = said.filter((told) => isMeant(told, meant) && polarityOf(told) === 'ASSERTS' && (isCount(told) ? numbers.has(told) : isWord(told)));
  few((numbers.size * (numbers.size - 1)) / 2 + denials.length * assertions.length);
  const pairs = [...pairsOf([...numbers]), ...denials.flatMap((denial) => assertions.map((assertion) => [assertion, denial] as const))];
  return pairs
    .filter(([a, b]) => areTwoVoices(a, b, knowledge))
    .map(([a, b]) => compare(a, b, knowledge))
    .filter((comparison): comparison is Contradiction => comparison.contradiction !== null)
    .sort((a, b) => ordered(positionOf(a), positionOf(b)));
}

/** So many pairs are looked at; an event with more of them is refused rather than looked at in part. */
const mostPairs = 2_000_000;

function few(pairs: number): void {
  if (pairs <= mostPairs) return;
  throw new GraphQLError(
    `Claims about an event are held against each other in up to ${mostPairs.toLocaleString('en-US')} pairs, but this would be ${pairs.toLocaleString('en-US')}. Ask for one metric, or without those that were replaced.`,
    { extensions: { code: 'TOO_MANY' } },
  );
}

/** The claims that give the value of a point which stands, or of any point. Of numbers for windows of time each stands until it is replaced. */
function standing(said: readonly Testimony[], { metric, includeSuperseded }: Meant): Set<Testimony> {
  const series = seriesOf(said).filter((one) => metric === null || one.metric === metric);
  return new Set(
    series
      .flatMap(({ points, current, cumulative }) => (includeSuperseded ? points : cumulative ? (current ? [current] : []) : points.filter(isCurrent)))
      .map(({ told }) => told),
  );
}

function isMeant({ claim, isRetracted }: Testimony, { metric }: Meant): boolean {
  return !isRetracted && (metric === null || claim.metric === null || claim.metric === metric);
}

/** Whether a claim is a statement of its own that stands: not one that only relays another of these, nor one that was replaced since. Numbers are told by their series. */
function isOwnWord(said: readonly Testimony[], { includeSuperseded }: Meant): (told: Testimony) => boolean {
  const standing = said.filter(({ isRetracted }) => !isRetracted);
  const { isRoot } = repetitionOf(standing);
  const replaced = new Set(includeSuperseded ? [] : standing.flatMap(({ supersedes }) => (supersedes?.retractedAt === null ? supersedes.id : [])));
  return (told) => isRoot(told) && !replaced.has(told.claim.id);
}

/** Where a contradiction stands in its list. */
export function positionOf({ a, b }: Contradiction): string {
  return `${dayOf(a) ?? '~'} ${dayOf(b) ?? '~'} ${a.claim.id} ${b.claim.id}`;
}

function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}
