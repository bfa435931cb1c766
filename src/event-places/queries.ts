import { z } from 'zod';
import { EventFilter } from '../event/ref.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { decimal, text, whole } from '../graph/shapes.ts';
import { Place } from '../place/ref.ts';

const row = { place: Place, scheme: text, code: whole, radiusKm: decimal, events: z.int(), first: text, last: text };
export type EventPlaceRow = z.output<z.ZodObject<typeof row>>;

/** All conditions but `where`: within a place is where its query begins. The embedded engine would look for every event's surroundings, asked or not. */
export const PlacedEventFilter = EventFilter.without('where');

const limit = { limit: z.int() };
export const eventsByPlace = readQuery('event/by-place', { ...PlacedEventFilter.params, ...limit }, row, { matches: PlacedEventFilter.matches });
export const eventsByPlaceWithin = readQuery('event/by-place-within', { within: z.string(), ...PlacedEventFilter.params, ...limit }, row, {
  matches: PlacedEventFilter.matches,
});

const areas = readQuery('place/area', { keys: z.array(z.string()) }, { key: z.string(), steps: z.int(), unit: Place });
/** The administrative units with a boundary that a place is or lies within, nearest first. */
export const areasOfPlace: KeyedQuery<{}, z.output<typeof areas.row>, Place[]> = {
  query: areas as never,
  answer: (rows) => rows.map(({ unit }) => unit),
};
