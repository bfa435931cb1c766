import { z } from 'zod';
import { oneByKey } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { decimal, text, texts } from '../graph/shapes.ts';
import { Place } from '../place/ref.ts';

/** Kept apart, because a boundary is long and few ask for it. */
export const boundaryOfPlace = oneByKey('place/boundary', 'place', z.object({ boundary: text, boundaryCredit: text }));

export type KnownPlace = z.output<typeof KnownPlace>;
const KnownPlace = Place.extend({ boundary: text, boundaryCredit: text });
export const placesByPcode = readQuery('place/by-pcode', { pcodes: z.array(z.string()) }, { node: KnownPlace });

export const placesToPlace = readQuery(
  'place/to-place',
  { after: z.string(), kinds: z.array(z.string()), units: z.boolean(), limit: z.int() },
  {
    cursor: z.string(),
    node: z.object({ id: z.string(), name: z.string(), kind: Place.shape.kind, latitude: decimal, longitude: decimal }),
    parents: texts,
    events: z.int(),
  },
);
