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
