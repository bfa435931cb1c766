import { areDisjoint, boundsOf } from '../series/bounds.ts';
import { isCount, type Part, populationOf, scopeOf } from '../series/series.ts';
import { dayOf, isCumulative, type Testimony } from '../testimony/ref.ts';
import { isSameStatement, polarityOf } from './statement.ts';

/** Why two claims cannot be held against each other. */
export const notComparableReasons = {
  METRIC: 'They do not count the same thing, or one counts nothing.',
  POPULATION: 'They count different people, neither among the other.',
  SCOPE: 'They count different parts of the event, neither within the other, or each is the smaller in some way.',
  WINDOW: 'They count different stretches of time.',
  EVENT: 'They are not about one and the same event.',
  AS_OF: 'For one of them it is not known as of which day it holds.',
} as const;

export const contradictionReasons = {
  DISJOINT: 'They count the same people as of the same time, and no number fits both.',
  AS_OF_FELL: 'They count the same people; the earlier number is higher than the later, but such a total can only grow.',
  PART_EXCEEDS_WHOLE: 'One counts a part of what the other counts, and yet more.',
  ASSERTED_AND_DENIED: 'One asserts what the other denies.',
} as const;

export const comparisonKinds = {
  SAME: 'They count the same people in the same part of the event.',
  SUBSET: 'One counts a part of what the other counts.',
  NOT_COMPARABLE: 'They cannot be held against each other.',
} as const;

/** How two claims stand to each other. Of a SUBSET `a` is the part; of a contradiction in time `a` is the earlier. */
export interface Comparison {
  readonly a: Testimony;
  readonly b: Testimony;
  readonly kind: keyof typeof comparisonKinds;
  readonly notComparable: keyof typeof notComparableReasons | null;
  readonly contradiction: keyof typeof contradictionReasons | null;
}

/** What is needed to compare beyond the two claims. */
export interface Knowledge {
  /** Whether a place is, or lies within, another. */
  readonly isWithin: (part: string, whole: string) => boolean;
  /** Whether two claims are one statement, of which one relays the other. */
  readonly isRelayed: (a: Testimony, b: Testimony) => boolean;
  /** What a claim is one progression with: the same for all that replaced each other. */
  readonly progressionOf: (told: Testimony) => string;
}

export function compare(one: Testimony, other: Testimony, knowledge: Knowledge): Comparison {
  const relation = relationOf(one, other, knowledge.isWithin);
  const [a, b] = relation === 'WHOLE' || (relation === 'EQUAL' && isLater(one, other)) ? [other, one] : [one, other];
  const kind = relation === 'EQUAL' ? 'SAME' : relation === 'PART' || relation === 'WHOLE' ? 'SUBSET' : 'NOT_COMPARABLE';
  const notComparable = kind === 'NOT_COMPARABLE' ? (relation as keyof typeof notComparableReasons) : null;
  return { a, b, kind, notComparable, contradiction: areTwoVoices(a, b, knowledge) ? contradictionOf(a, b, kind) : null };
}

/** Whether two claims can contradict each other at all: one claimant's later word revises the earlier, a relay is no second word, and what was taken back is none. */
export function areTwoVoices(a: Testimony, b: Testimony, { isRelayed, progressionOf }: Knowledge): boolean {
  const isRevised = progressionOf(a) === progressionOf(b);
  return a.claim.id !== b.claim.id && !isRevised && !isOneVoice(a, b) && !isRelayed(a, b) && !a.isRetracted && !b.isRetracted;
}

/** One claimant; where nobody is named, one text. */
function isOneVoice(a: Testimony, b: Testimony): boolean {
  if (a.claimant !== null || b.claimant !== null) return a.claimant?.id === b.claimant?.id;
  return a.report !== null && a.report.id === b.report?.id;
}

function contradictionOf(a: Testimony, b: Testimony, kind: Comparison['kind']): Comparison['contradiction'] {
  if (isSameStatement(a, b)) {
    const polarities = new Set([polarityOf(a), polarityOf(b)]);
    if (polarities.has('ASSERTS') && polarities.has('DENIES')) return 'ASSERTED_AND_DENIED';
  }
  if (kind === 'NOT_COMPARABLE' || !isAssertedCount(a) || !isAssertedCount(b)) return null;
  return kind === 'SAME' ? contradictionOfSame(a, b) : contradictionOfPart(a, b);
}

/** `a` is the earlier, where the days differ. */
function contradictionOfSame(a: Testimony, b: Testimony): Comparison['contradiction'] {
  const [earlier, later] = [boundsOf(a.claim), boundsOf(b.claim)];
  if (!isCumulative(a) || dayOf(a) === dayOf(b)) return areDisjoint(earlier, later) ? 'DISJOINT' : null;
  return earlier.low > later.high ? 'AS_OF_FELL' : null;
}

function contradictionOfPart(part: Testimony, whole: Testimony): Comparison['contradiction'] {
  const isCovered = isCumulative(part) ? (dayOf(part) ?? '~') <= (dayOf(whole) ?? '') : isWindowWithin(part, whole);
  return isCovered && boundsOf(part.claim).low > boundsOf(whole.claim).high ? 'PART_EXCEEDS_WHOLE' : null;
}

/** Whether a claim asserts a number. */
export function isAssertedCount(told: Testimony): boolean {
  return isCount(told) && polarityOf(told) === 'ASSERTS';
}

type Containment = 'EQUAL' | 'PART' | 'WHOLE' | 'CROSSED';

function relationOf(a: Testimony, b: Testimony, isWithin: Knowledge['isWithin']): Exclude<Containment, 'CROSSED'> | keyof typeof notComparableReasons {
  if (a.claim.eventId === null || a.claim.eventId !== b.claim.eventId) return 'EVENT';
  if (a.claim.metric === null || b.claim.metric === null) return isSameStatement(a, b) ? 'EQUAL' : 'METRIC';
  if (a.claim.metric !== b.claim.metric) return 'METRIC';

  const population = populations(a, b);
  if (population === 'CROSSED') return 'POPULATION';
  const scope = both(
    both(population, parts(scopeOf(a, 'SCOPE'), scopeOf(b, 'SCOPE'), isWithin)),
    parts(scopeOf(a, 'SCOPE_PERPETRATOR'), scopeOf(b, 'SCOPE_PERPETRATOR'), (part, whole) => part === whole),
  );
  if (scope === 'CROSSED') return 'SCOPE';

  if (isSameStatement(a, b)) return scope;
  if (isCumulative(a) !== isCumulative(b) || (!isCumulative(a) && !doWindowsOverlap(a, b))) return 'WINDOW';
  return isCumulative(a) && (dayOf(a) === null || dayOf(b) === null) ? 'AS_OF' : scope;
}

/** Everybody is among ALL; no other population is known to contain another. */
function populations(a: Testimony, b: Testimony): Containment {
  const [one, other] = [populationOf(a), populationOf(b)];
  if (one === other) return 'EQUAL';
  return other === 'ALL' ? 'PART' : one === 'ALL' ? 'WHOLE' : 'CROSSED';
}

/** Several are contained when each is; without any, the whole event is meant. */
function parts(a: readonly Part[], b: readonly Part[], isWithin: (part: string, whole: string) => boolean): Containment {
  const contained = (some: readonly Part[], others: readonly Part[]) =>
    others.length === 0 || (some.length > 0 && some.every((part) => others.some((whole) => isWithin(part.id, whole.id))));
  const [isPart, isWhole] = [contained(a, b), contained(b, a)];
  return isPart && isWhole ? 'EQUAL' : isPart ? 'PART' : isWhole ? 'WHOLE' : 'CROSSED';
}

/** Smaller in one way and larger in another is neither. */
function both(one: Containment, other: Containment): Containment {
  return one === other || other === 'EQUAL' ? one : one === 'EQUAL' ? other : 'CROSSED';
}

/** A window that is open at both ends says nothing of when, so it overlaps with none. */
function doWindowsOverlap(a: Testimony, b: Testimony): boolean {
  const [one, other] = [windowOf(a), windowOf(b)];
  return one !== null && other !== null && one.from <= other.to && other.from <= one.to;
}

function isWindowWithin(part: Testimony, whole: Testimony): boolean {
  const [one, other] = [windowOf(part), windowOf(whole)];
  return one !== null && other !== null && one.from >= other.from && one.to <= other.to;
}

function windowOf({ claim }: Testimony): { from: string; to: string } | null {
  if (claim.windowFrom === null && claim.windowTo === null) return null;
  return { from: claim.windowFrom ?? '', to: claim.windowTo ?? claim.asOf ?? '~' };
}

function isLater(a: Testimony, b: Testimony): boolean {
  const [one, other] = [`${dayOf(a) ?? ''} ${a.claim.id}`, `${dayOf(b) ?? ''} ${b.claim.id}`];
  return one > other;
}
