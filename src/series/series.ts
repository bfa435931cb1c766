import { metrics, populations } from '../claim/ref.ts';
import { dayOf, isCumulative, ordered, type Testimony, type Voice } from '../testimony/ref.ts';
import { hasFigure } from './bounds.ts';
import { isCurrent, type Point, pointsOf } from './points.ts';
import { type Repetition, repetitionOf } from './repetition.ts';

export type Metric = keyof typeof metrics;
export type Population = keyof typeof populations;

/** A place or group that a count is limited to. */
export interface Part {
  readonly id: string;
  readonly label: string;
}

/** One claimant's numbers of one thing, and how they went on. */
export interface Series {
  /** The same for all claims of the series, and for no other. */
  readonly key: string;
  readonly claimant: Voice | null;
  readonly metric: Metric;
  readonly population: Population;
  readonly cumulative: boolean;
  /** What it is limited to; empty, it counts the whole event. */
  readonly places: readonly Part[];
  readonly perpetrators: readonly Part[];
  readonly points: readonly Point[];
  readonly current: Point | null;
}

/** Whether a claim gives a number of people, for which it can stand in a progression. A denial, or that nothing was said, gives none. */
export function isCount({ claim }: Testimony): boolean {
  return claim.claimType === 'CASUALTY_COUNT' && claim.metric !== null && (claim.polarity === 'ASSERTS' || claim.polarity === 'UNCERTAIN') && hasFigure(claim);
}

/** The series of all counts among what is said about one event, in an order that depends on nothing but them. */
export function seriesOf(testimonies: readonly Testimony[]): Series[] {
  const counts = testimonies.filter(isCount);
  const repetition = repetitionOf(counts);
  const speakers = speakersOf(counts, repetition);

  const told = new Map<string, Testimony[]>();
  for (const count of counts.filter(repetition.isRoot)) {
    const key = seriesKey(count, speakers);
    const others = told.get(key);
    if (others) others.push(count);
    else told.set(key, [count]);
  }
  return [...told].map(([key, some]) => series(key, some, pointsOf(some, testimonies, repetition))).sort(bySeries);
}

/** What a count is limited to, by label. */
export function scopeOf({ names }: Testimony, role: 'SCOPE' | 'SCOPE_PERPETRATOR'): Part[] {
  const parts = new Map(names.filter((named) => named.role === role).map(({ id, label }) => [id, { id, label }]));
  return [...parts.values()].sort((a, b) => ordered(a.label, b.label) || ordered(a.id, b.id));
}

export function populationOf({ claim }: Testimony): Population {
  return claim.population ?? 'UNKNOWN';
}

function series(key: string, told: readonly Testimony[], points: readonly Point[]): Series {
  const [one] = told as [Testimony];
  return {
    key,
    claimant: one.claimant,
    metric: one.claim.metric as Metric,
    population: populationOf(one),
    cumulative: isCumulative(one),
    places: scopeOf(one, 'SCOPE'),
    perpetrators: scopeOf(one, 'SCOPE_PERPETRATOR'),
    points,
    current: points.findLast(isCurrent) ?? null,
  };
}

function seriesKey(count: Testimony, speakers: ReadonlyMap<string, string>): string {
  const { claim } = count;
  return JSON.stringify([
    speakers.get(claim.id),
    claim.eventId,
    claim.metric,
    populationOf(count),
    isCumulative(count),
    scopeOf(count, 'SCOPE').map(({ id }) => id),
    scopeOf(count, 'SCOPE_PERPETRATOR').map(({ id }) => id),
  ]);
}

/**
 * Who speaks in each count. Two texts that do not say whose number they give are not one claimant: each report speaks for itself,
 * except that a count continues the series of the unattributed one it supersedes.
 */
function speakersOf(counts: readonly Testimony[], { byId }: Repetition): Map<string, string> {
  const speakers = new Map<string, string>();
  for (const count of counts) speakers.set(count.claim.id, count.claimant?.id ?? textThatSpeaks(count, byId));
  return speakers;
}

function textThatSpeaks(count: Testimony, byId: Repetition['byId']): string {
  const seen = new Set<string>(); // Nothing is visited twice, so the way back ends.
  let first = count;
  for (;;) {
    seen.add(first.claim.id);
    const earlier = first.supersedes ? byId.get(first.supersedes.id) : undefined;
    if (!earlier || earlier.claimant || seen.has(earlier.claim.id)) return first.report?.id ?? first.claim.id;
    first = earlier;
  }
}

const metricOrder = Object.keys(metrics);
const populationOrder = Object.keys(populations);

/** By claimant (those unknown last), then what is counted, the whole before its parts. */
function bySeries(a: Series, b: Series): number {
  return (
    Number(a.claimant === null) - Number(b.claimant === null) ||
    ordered(a.claimant?.label ?? '', b.claimant?.label ?? '') ||
    ordered(a.claimant?.id ?? '', b.claimant?.id ?? '') ||
    metricOrder.indexOf(a.metric) - metricOrder.indexOf(b.metric) ||
    populationOrder.indexOf(a.population) - populationOrder.indexOf(b.population) ||
    Number(b.cumulative) - Number(a.cumulative) ||
    a.places.length + a.perpetrators.length - b.places.length - b.perpetrators.length ||
    ordered(partLabels(a), partLabels(b)) ||
    ordered(firstDay(a), firstDay(b)) ||
    ordered(a.key, b.key)
  );
}

function firstDay({ points }: Series): string {
  return (points[0] && dayOf(points[0].told)) ?? '';
}

function partLabels({ places, perpetrators }: Series): string {
  return [...places, ...perpetrators].map(({ label }) => label).join('\u0001');
}
