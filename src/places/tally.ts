import { isAdministrative } from './aliases.ts';
import type { Unit, Units } from './geojson.ts';
import type { Placing, Unplaced } from './placing.ts';

/** A place whose name leads elsewhere than its coordinates. */
export interface Disagreement {
  readonly id: string;
  readonly name: string;
  readonly named: string;
  readonly located: string;
  readonly events: number;
}

interface Counted {
  readonly places: number;
  readonly events: number;
}

/** What an import of boundaries did. Events are counted at the places where they occurred. */
export interface PlacesReport {
  readonly units: number;
  readonly made: number;
  readonly joined: number;
  readonly linked: Counted;
  readonly byWhat: Readonly<Record<string, Counted>>;
  /** Places that neither name nor coordinates lead into these boundaries. */
  readonly elsewhere: Counted;
  readonly disagreements: readonly Disagreement[];
}

/** Counts what becomes of each place while it is decided. */
export function createTally(units: Units['units']) {
  const counts = new Map<string, { places: number; events: number }>();
  const disagreements: Disagreement[] = [];
  const titled = (pcode: string | null) => (pcode === null ? 'outside every boundary' : titleOf(units, pcode));

  return {
    count: ({ place, events, placing }: { place: Unplaced; events: number; placing: Placing | null }) => {
      const what = placing === null ? 'elsewhere' : 'within' in placing ? placing.foundBy : 'disagree';
      const { places, events: before } = counts.get(what) ?? { places: 0, events: 0 };
      counts.set(what, { places: places + 1, events: before + events });
      if (placing && 'named' in placing)
        disagreements.push({ id: place.id, name: place.name, named: titled(placing.named), located: titled(placing.located), events });
    },
    result: () => {
      const none: Counted = { places: 0, events: 0 };
      const byWhat = Object.fromEntries(['POINT_AND_NAME', 'POINT', 'NAME'].map((what) => [what, counts.get(what) ?? none]));
      const linked = Object.values(byWhat).reduce((sum, one) => ({ places: sum.places + one.places, events: sum.events + one.events }), none);
      return { linked, byWhat, elsewhere: counts.get('elsewhere') ?? none, disagreements: disagreements.sort((one, other) => other.events - one.events) };
    },
  };
}

function titleOf(units: Units['units'], pcode: string): string {
  const chain = [pcode, ...(units.get(pcode)?.within ?? [])]
    .map((one) => units.get(one))
    .filter((unit): unit is Unit => unit !== undefined && isAdministrative(unit));
  return `${
    chain
      .map(({ name }) => name)
      .slice(0, -1)
      .join(', ') ||
    (chain[0]?.name ?? pcode)
  } (${pcode})`;
}
