import { ordered, type Testimony } from '../testimony/ref.ts';

/** Who repeats whom among some claims. */
export interface Repetition {
  readonly byId: ReadonlyMap<string, Testimony>;
  /** The claim that this one repeats in the end; itself when it repeats none of them. */
  readonly rootOf: (told: Testimony) => Testimony;
  readonly isRoot: (told: Testimony) => boolean;
  /** All whose root this is, but for itself. */
  readonly relaysOf: (root: Testimony) => readonly Testimony[];
}

/** Follows what repeats what, as far as it is among `all`. */
export function repetitionOf(all: readonly Testimony[]): Repetition {
  const byId = new Map(all.map((told) => [told.claim.id, told]));
  const roots = new Map(all.map((told) => [told, rootAmong(byId, told)]));
  const relays = new Map<Testimony, Testimony[]>(all.map((told) => [told, []]));
  for (const [told, root] of roots) if (told !== root) relays.get(root)?.push(told);

  const rootOf = (told: Testimony) => roots.get(told) ?? told;
  return { byId, rootOf, isRoot: (told) => rootOf(told) === told, relaysOf: (root) => relays.get(root) ?? [] };
}

/** By claim what it is one progression with: the same for all that replaced each other, at once, by way of others, or by way of who relays them. */
export function progressionsAmong(all: readonly Testimony[]): (told: Testimony) => string {
  const byId = new Map(all.map((told) => [told.claim.id, told]));
  const led = new Map<string, string>(); // From the id of each to that of an earlier one, so that ways end.
  const first = (id: string) => {
    let here = id;
    for (let next = led.get(here); next !== undefined; next = led.get(here)) {
      led.set(here, led.get(next) ?? next);
      here = next;
    }
    return here;
  };
  const ofRoot = (told: Testimony) => first(rootAmong(byId, told).claim.id);
  for (const told of all) {
    const old = told.supersedes && byId.get(told.supersedes.id);
    if (!old) continue;
    const [one, other] = [ofRoot(told), ofRoot(old)].sort(ordered) as [string, string];
    if (one !== other) led.set(other, one);
  }
  const progressions = new Map(all.map((told) => [told.claim.id, ofRoot(told)]));
  return ({ claim: { id } }) => progressions.get(id) ?? id;
}

/**
 * Where a chain of repetitions ends. A circle has no end: all on it have the same root, the one with the smallest id,
 * so that together they still are one statement.
 */
export function rootAmong(byId: ReadonlyMap<string, Testimony>, told: Testimony): Testimony {
  const way: Testimony[] = []; // Grows with every step and never holds a claim twice, so the walk ends.
  let here = told;
  for (;;) {
    const circle = way.indexOf(here);
    if (circle >= 0) return way.slice(circle).reduce((least, other) => (other.claim.id < least.claim.id ? other : least));
    way.push(here);
    const repeated = here.repeats === null ? undefined : byId.get(here.repeats);
    if (!repeated) return here;
    here = repeated;
  }
}
