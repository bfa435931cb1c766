import { byPublication, dayOf, knownAt, ordered, type Testimony } from '../testimony/ref.ts';
import type { Repetition } from './repetition.ts';

/** What a series says as of one day. */
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
 * The progression of one series: `own` are its claims that repeat none, `counts` all counts of the event. Points stand by day, those of
 * unknown day first, since they should not pass for the latest; a claim that replaces one of the same day begins a point after it.
 */
export function pointsOf(own: readonly Testimony[], counts: readonly Testimony[], repetition: Repetition): Point[] {
  const steps = stepsOf(counts, repetition);
  const series = new Set(own);
  const places = new Map<string, { day: string | null; level: number; told: Testimony[] }>();
  for (const told of own) {
    const [day, level] = [dayOf(told), levelOf(told, series, steps)];
    const place = places.get(`${day} ${level}`);
    if (place) place.told.push(told);
    else places.set(`${day} ${level}`, { day, level, told: [told] });
  }
  return [...places.values()]
    .sort((a, b) => ordered(a.day ?? '', b.day ?? '') || a.level - b.level)
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
}

function stepsOf(counts: readonly Testimony[], { byId, rootOf }: Repetition): Steps {
  const before = new Map<Testimony, Step[]>();
  const after = new Map<Testimony, Step[]>();
  for (const by of counts) {
    const old = by.supersedes && !by.isRetracted ? byId.get(by.supersedes.id) : undefined; // What is taken back replaces nothing.
    if (!old || rootOf(old) === rootOf(by)) continue;
    const at = by.supersedes?.at ?? laterOf(knownFrom(by), knownFrom(old)); // Known, unless it says otherwise, when both claims are.
    const step = { by, basis: by.supersedes?.basis ?? ('CURATED' as const), at };
    before.set(rootOf(by), [...(before.get(rootOf(by)) ?? []), { ...step, to: rootOf(old) }]);
    after.set(rootOf(old), [...(after.get(rootOf(old)) ?? []), { ...step, to: rootOf(by) }]);
  }
  return { before, after };
}

/** How many claims of the same series and day it replaces, one after the other. */
function levelOf(told: Testimony, own: ReadonlySet<Testimony>, { before }: Steps, seen: ReadonlySet<Testimony> = new Set()): number {
  if (seen.has(told)) return 0; // A circle of replacements should not be there; it ends all the same.
  const sameDay = (before.get(told) ?? []).filter(({ to }) => own.has(to) && dayOf(to) === dayOf(told));
  return Math.max(0, ...sameDay.map(({ to }) => 1 + levelOf(to, own, { before, after: before }, new Set([...seen, told]))));
}

function point(day: string | null, told: readonly Testimony[], { relaysOf }: Repetition, { before, after }: Steps): Point {
  const standing = told.filter(({ isRetracted }) => !isRetracted);
  const eligible = standing.length > 0 ? standing : told;
  const inProgression = eligible.filter((one) => before.has(one) || after.has(one));
  const [value] = [...(inProgression.length > 0 ? inProgression : eligible)].sort(byPublication) as [Testimony];

  const step = before.get(value)?.toSorted((a, b) => Number(b.by === value) - Number(a.by === value) || byPublication(a.by, b.by))[0];
  const replaced = after.get(value) ?? [];
  return {
    asOf: day,
    told: value,
    relays: [...told, ...told.flatMap(relaysOf)].filter((one) => one !== value && !one.isRetracted).sort(byPublication),
    basis: step?.basis ?? null,
    isSuperseded: replaced.length > 0,
    supersededAt: replaced.map(({ at }) => at).sort(ordered)[0] ?? null,
  };
}

function knownFrom(told: Testimony): string {
  return knownAt(told) ?? told.claim.recordedAt;
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
