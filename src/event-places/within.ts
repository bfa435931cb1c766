import { z } from 'zod';
import { Event, eventOrders } from '../event/ref.ts';
import { pageByKey } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import type { Elsewhere } from '../listing.ts';
import { PlacedEventFilter } from './queries.ts';

const eventsWithin = pageByKey('event/within', { node: Event }, { orders: eventOrders, filter: PlacedEventFilter });

const sizes = readQuery('event/sizes', { within: z.string() }, { part: z.enum(['within', 'all']), size: z.int() });

/** More events than this are not counted, only to see where to begin. */
const many = 10_000;
/** To follow an event's place upwards costs about so many times what it costs to find the event from its place. */
const dearer = 10;

/**
 * Where the events at a place are looked for: there, with all that lies within it. One by one in the order asked for, each with what its place lies
 * within, the few of a village are found when all of the graph's have been looked at. So is only a page of very many, of which nothing else is asked.
 */
export const eventsThere: Elsewhere = ({ where, ...others }, { recall }) => {
  if (where == null) return null;
  const place = String(where);
  const isLimited = Object.values(others).some((condition) => condition != null);
  return {
    query: eventsWithin as never,
    key: place,
    filter: PlacedEventFilter,
    conditions: others,
    isFor: async (limit) => {
      if (isLimited) return true;
      const found = await recall(`events within ${place}`, (read) => read(sizes, { within: place }));
      const sizeOf = (asked: 'within' | 'all') => found.find(({ part }) => part === asked)?.size ?? 0;
      return sizeOf('within') < many && sizeOf('within') ** 2 < dearer * limit * sizeOf('all');
    },
  };
};
