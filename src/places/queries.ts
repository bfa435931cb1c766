import { z } from 'zod';
import { oneByKey } from '../graph/keyed.ts';
import { readQuery, writeQuery } from '../graph/query.ts';
import { decimal, text, texts } from '../graph/shapes.ts';
import { Place } from '../place/ref.ts';

/** Kept apart, because a boundary is long and few ask for it. */
export const boundaryOfPlace = oneByKey('place/boundary', 'place', z.object({ boundary: text }));

export type KnownPlace = z.output<typeof KnownPlace>;
const KnownPlace = Place.extend({ boundary: text });
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

export const completePlaces = writeQuery('place/complete', { rows: z.array(z.record(z.string(), z.unknown())) }, { written: z.int() });
