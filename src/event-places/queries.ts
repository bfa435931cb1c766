import { z } from 'zod';
import { EventFilter } from '../event/ref.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { decimal, text, whole } from '../graph/shapes.ts';
import { Place } from '../place/ref.ts';

const row = { place: Place, scheme: text, code: whole, radiusKm: decimal, events: z.int(), first: text, last: text };
export type EventPlaceRow = z.output<z.ZodObject<typeof row>>;

const limit = { limit: z.int() };
export const eventsByPlace = readQuery('event/by-place', { ...EventFilter.params, ...limit }, row, { matches: EventFilter.matches });
export const eventsByPlaceWithin = readQuery('event/by-place-within', { within: z.string(), ...EventFilter.params, ...limit }, row, {
  matches: EventFilter.matches,
});

const areas = readQuery('place/area', { keys: z.array(z.string()) }, { key: z.string(), steps: z.int(), unit: Place });
/** The administrative units with a boundary that a place is or lies within, nearest first. */
export const areasOfPlace: KeyedQuery<{}, z.output<typeof areas.row>, Place[]> = {
  query: areas as never,
  answer: (rows) => rows.map(({ unit }) => unit),
};
