import { type LinkType, relationship } from '../graph/model.ts';
import type { Problem } from '../input/csv.ts';
import { furthestOf } from '../write/board.ts';
import { followed } from '../write/cycles.ts';
import type { Drawn } from './singles.ts';

export interface Rounds {
  /** Takes in one that may not lead back to where it begins. */
  readonly see: (link: Drawn, nameOf: (id: string) => string) => void;
  /** When all have been seen: those that lead back, and those that lead on further than is followed. */
  readonly problems: () => Problem[];
}

/** Relationships that lead on and may not lead back. They are followed once, at the end: which row closes a circle depends on no order. */
export function rounds(): Rounds {
  const lines = new Map<LinkType, Map<string, Map<string, number | null>>>();
  const names = new Map<string, string>();

  const see: Rounds['see'] = ({ line, type, from, to }, nameOf) => {
    if (!relationship(type).acyclic) return;
    const steps = lines.get(type) ?? new Map<string, Map<string, number | null>>();
    lines.set(type, steps);
    const next = steps.get(from) ?? new Map<string, number | null>();
    steps.set(from, next);
    if (!next.has(to)) next.set(to, line);
    for (const id of [from, to]) if (!names.has(id)) names.set(id, nameOf(id));
  };

  const problemsOf = (type: LinkType, steps: ReadonlyMap<string, ReadonlyMap<string, number | null>>): Problem[] => {
    const { rounds, longest } = followed(steps);
    const most = furthestOf(type);
    const lineOf = (from: string, to: string) => steps.get(from)?.get(to) ?? null;
    const leadsBack = rounds.flatMap((round) => {
      const drawn = round.slice(1).flatMap((to, at) => lineOf(round[at] as string, to) ?? []);
      const last = drawn.reduce((most, line) => Math.max(most, line), 0);
      return problemAt(last, `${type} may not lead back to where it begins, but this would: ${shown(round.map((id) => names.get(id)))}`);
    });
    if (leadsBack.length > 0) return leadsBack;
    return [...steps].flatMap(([from, next]) =>
      [...next].flatMap(([to, line]) =>
        line !== null && (longest.get(to) ?? 0) >= most
          ? problemAt(line, `${type} leads on from ${names.get(from)} for more than ${most} steps, further than it is followed`)
          : [],
      ),
    );
  };
  return { see, problems: () => [...lines].flatMap(([type, steps]) => problemsOf(type, steps)) };
}

/** A circle that no row has a part in has no line: it was there before. */
function problemAt(line: number, reason: string): Problem[] {
  return line > 0 ? [{ line, column: null, value: null, reason }] : [];
}

const mostShown = 10;

function shown(names: readonly (string | undefined)[]): string {
  const [first, last] = [names.slice(0, mostShown), names.slice(Math.max(mostShown, names.length - 2))];
  const between = names.length - first.length - last.length;
  return [...first, ...(between > 0 ? [`… ${between} others …`] : []), ...last].join(' → ');
}
