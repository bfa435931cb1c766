import type { Context } from '../context.ts';
import { type Place, PlaceType } from '../place/ref.ts';
import { areasOfPlace } from './queries.ts';

/** A place at which something occurred, and how precisely that is known. */
export interface Occurrence {
  readonly place: Place;
  readonly scheme: string | null;
  readonly code: number | null;
}

/** The field `area`: what a map shades for what is known no better. */
export const area = <Row>(occurrence: (row: Row) => Occurrence) => ({
  description:
    'What is to be shaded on a map for what is only known to have occurred somewhere in it: the district (precision 3) or governorate (4) that the place is or lies within; null for other precisions, and where no boundary is kept.',
  type: PlaceType,
  nullable: true as const,
  resolve: (row: Row, _: unknown, context: Context) => areaOf(occurrence(row), context),
});

async function areaOf({ place, scheme, code }: Occurrence, { load }: Context): Promise<Place | null> {
  const kind = kindFor(place, scheme === null ? null : code);
  if (kind === null) return null;
  return (await load(areasOfPlace, place.id)).find((unit) => unit.kind === kind) ?? null;
}

/** The kind of unit in which something is known to have occurred; where no precision is recorded, the place's own, if it is a unit. */
function kindFor({ kind }: Place, code: number | null): Place['kind'] {
  if (code === 3) return kind === 'ADM3' ? 'ADM3' : 'ADM2';
  if (code === 4) return 'ADM1';
  return code === null && (kind === 'ADM1' || kind === 'ADM2' || kind === 'ADM3') ? kind : null;
}
