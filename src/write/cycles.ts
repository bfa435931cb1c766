/** Where relationships of one type lead on: for each entity the next ones. */
export type Steps = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The way back from where a new step would end to where it would begin, both included, or null when there is none.
 * Each entity is entered once, so the search ends.
 */
export function wayBack(steps: Steps, from: string, to: string): string[] | null {
  const cameFrom = new Map<string, string | null>([[to, null]]);
  const ahead = [to];
  for (let here = ahead.pop(); here !== undefined; here = ahead.pop()) {
    if (here === from) return traced(cameFrom, here);
    for (const next of steps.get(here) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, here);
      ahead.push(next);
    }
  }
  return null;
}

function traced(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let here: string | null = end; here !== null; here = cameFrom.get(here) ?? null) way.unshift(here);
  return way;
}

/** Whether every way on from an entity ends within so many steps. Each round is one step, so the search ends. */
export function isShorterThan(most: number, steps: Steps, from: string): boolean {
  let here = new Set([from]);
  for (let taken = 0; taken < most && here.size > 0; taken += 1) here = new Set([...here].flatMap((id) => [...(steps.get(id) ?? [])]));
  return here.size === 0;
}

/** Steps, and perhaps what there is to say of each. */
type Ways = ReadonlyMap<string, { keys(): Iterator<string, undefined> }>;

/** Where steps lead back to where they began, each time as the entities on the way, and how many steps lead on at most from each entity. */
export interface Led {
  readonly rounds: readonly (readonly string[])[];
  readonly longest: ReadonlyMap<string, number>;
}

/**
 * Follows all steps at once, each of them one time, so it ends: from an entity that is still under way every way on is taken in turn, and one that
 * leads back to such an entity closes a round.
 */
export function followed(steps: Ways): Led {
  const rounds: string[][] = [];
  const longest = new Map<string, number>();
  for (const first of steps.keys()) {
    if (longest.has(first)) continue;
    const way = [onTheWay(steps, first)];
    const places = new Map([[first, 0]]);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const { value: next, done } = here.ahead.next();
      if (done) {
        way.pop();
        places.delete(here.id);
        longest.set(here.id, here.most);
        const before = way.at(-1);
        if (before) before.most = Math.max(before.most, here.most + 1);
        continue;
      }
      const place = places.get(next);
      const known = longest.get(next);
      if (place !== undefined) rounds.push([...way.slice(place).map(({ id }) => id), next]);
      else if (known !== undefined) here.most = Math.max(here.most, known + 1);
      else {
        places.set(next, way.length);
        way.push(onTheWay(steps, next));
      }
    }
  }
  return { rounds, longest };
}

function onTheWay(steps: Ways, id: string): { readonly id: string; readonly ahead: Iterator<string, undefined>; most: number } {
  return { id, ahead: (steps.get(id) ?? new Set<string>()).keys(), most: 0 };
}
