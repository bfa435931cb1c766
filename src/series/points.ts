import { grouped } from '../entity/stored.ts';
import { byPublication, dayOf, isCumulative, knownAt, ordered, type Testimony } from '../testimony/ref.ts';
import type { Repetition } from './repetition.ts';

/** What a series says as of one day, of a window one of one window. */
export interface Point {
  readonly asOf: string | null;
  /** The claim that gives the value. */
  readonly told: Testimony;
  /** The others of this point: who relays the number, and the claimant's other words for it. */
  readonly relays: readonly Testimony[];
  /** How it is known that the value replaces the one before; null where it replaces none. */
  readonly basis: 'EXPLICIT' | 'INFERRED' | 'CURATED' | null;
  readonly isSuperseded: boolean;
  /** When the value was replaced; null as long as it stands. */
  readonly supersededAt: string | null;
}

export function isCurrent({ isSuperseded, told }: Point): boolean {
  return !isSuperseded && !told.isRetracted;
}

/**
 * The progression of one series: `own` are its claims that repeat none, `said` all that is said about the event. Points stand by day, those of
 * unknown day first, since they should not pass for the latest, unless they replace one whose day is known: then they stand after it. A claim
 * that replaces one of the same day, at once or by way of others, begins a point after it. What was counted in different windows of time is not
 * one number, though it was published on one day.
 */
export function pointsOf(own: readonly Testimony[], said: readonly Testimony[], repetition: Repetition): Point[] {
  const steps = stepsOf(said, repetition);
  const replaced = replacedBy(own, steps);
  const standsAt = (told: Testimony) => dayOf(told) ?? [...replaced(told)].map((old) => dayOf(old) ?? '').reduce(laterOf, '');
  const onDay = grouped(own, standsAt);

  const places = new Map<string, { day: string | null; at: string; level: number; window: string; told: Testimony[] }>();
  for (const [at, sameDay] of onDay) {
    const levels = levelsOf(sameDay, replaced);
    for (const told of sameDay) {
      const [day, level, window] = [dayOf(told), levels.get(told) ?? 0, windowOf(told)];
      const place = places.get(`${at} ${day} ${level} ${window}`) ?? { day, at, level, window, told: [] };
      place.told.push(told);
      places.set(`${at} ${day} ${level} ${window}`, place);
    }
  }
  return [...places.values()]
    .sort((a, b) => ordered(a.at, b.at) || a.level - b.level || ordered(a.day ?? '', b.day ?? '') || ordered(a.window, b.window))
    .map(({ day, told }) => point(day, told, repetition, steps));
}

/** What replaces what, seen from the claims that others relay: a relay that replaces a relay says so of the numbers themselves. */
interface Steps {
  readonly before: ReadonlyMap<Testimony, readonly Step[]>;
  readonly after: ReadonlyMap<Testimony, readonly Step[]>;
}

interface Step {
  readonly to: Testimony;
  readonly by: Testimony;
  readonly basis: Point['basis'];
  readonly at: string;
  /** What is taken back replaces nothing, though it keeps its place. */
  readonly stands: boolean;
}

/** A number is replaced by whatever says so, be it a number or not. */
function stepsOf(said: readonly Testimony[], { byId, rootOf }: Repetition): Steps {
  const before = new Map<Testimony, Step[]>();
  const after = new Map<Testimony, Step[]>();
  for (const by of said) {
    const old = by.supersedes ? byId.get(by.supersedes.id) : undefined;
    if (!old || rootOf(old) === rootOf(by)) continue;
    const at = by.supersedes?.at ?? laterOf(knownFrom(by), knownFrom(old)); // Known, unless it says otherwise, when both claims are.
    const stands = by.supersedes?.retractedAt === null && !by.isRetracted && !rootOf(by).isRetracted;
    const step = { by, basis: by.supersedes?.basis ?? ('CURATED' as const), at, stands };
    before.set(rootOf(by), [...(before.get(rootOf(by)) ?? []), { ...step, to: rootOf(old) }]);
    after.set(rootOf(old), [...(after.get(rootOf(old)) ?? []), { ...step, to: rootOf(by) }]);
  }
  return { before, after };
}

/** For each claim of a series those that it replaces, one after the other. A circle of replacements should not be there; it ends all the same. */
function replacedBy(own: readonly Testimony[], { before }: Steps): (told: Testimony) => ReadonlySet<Testimony> {
  const series = new Set(own);
  return (told) => {
    const found = new Set<Testimony>();
    for (const ahead = [told]; ahead.length > 0; ) {
      for (const { to } of before.get(ahead.pop() as Testimony) ?? []) {
        if (!series.has(to) || found.has(to) || to === told) continue;
        found.add(to);
        ahead.push(to);
      }
    }
    return found;
  };
}

/** Of claims that stand at one day, how many of the others each replaces, one after the other. */
function levelsOf(sameDay: readonly Testimony[], replaced: (told: Testimony) => ReadonlySet<Testimony>): ReadonlyMap<Testimony, number> {
  if (sameDay.length === 1) return new Map();
  const others = new Map(
    sameDay.map((told) => {
      const olds = replaced(told);
      return [told, sameDay.filter((other) => olds.has(other))];
    }),
  );
  const levels = new Map<Testimony, number>();
  // Who replaces fewer comes first, for whatever it replaces replaces fewer still.
  for (const [told, olds] of [...others].sort(([, a], [, b]) => a.length - b.length))
    levels.set(told, Math.max(0, ...olds.map((old) => 1 + (levels.get(old) ?? 0))));
  return levels;
}

function point(day: string | null, told: readonly Testimony[], { relaysOf }: Repetition, { before, after }: Steps): Point {
  const standing = told.filter(({ isRetracted }) => !isRetracted);
  const eligible = standing.length > 0 ? standing : told;
  const inProgression = eligible.filter((one) => before.get(one)?.some(({ stands }) => stands) || after.get(one)?.some(({ stands }) => stands));
  const [value] = [...(inProgression.length > 0 ? inProgression : eligible)].sort(byPublication) as [Testimony];

  const step = before
    .get(value)
    ?.filter(({ stands }) => stands)
    .toSorted((a, b) => Number(b.by === value) - Number(a.by === value) || byPublication(a.by, b.by))[0];
  const replaced = after.get(value)?.filter(({ stands }) => stands) ?? [];
  return {
    asOf: day,
    told: value,
    relays: [...told, ...told.flatMap(relaysOf)].filter((one) => one !== value && !one.isRetracted).sort(byPublication),
    basis: step?.basis ?? null,
    isSuperseded: replaced.length > 0,
    supersededAt: replaced.map(({ at }) => at).sort(ordered)[0] ?? null,
  };
}

/** The window of time that a number is limited to; none, where it counts everything up to its day. */
function windowOf(told: Testimony): string {
  return isCumulative(told) ? '' : `${told.claim.windowFrom ?? ''}/${told.claim.windowTo ?? ''}`;
}

function knownFrom(told: Testimony): string {
  return knownAt(told) ?? told.claim.recordedAt;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
