import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, beginsByNewest, during, filterType } from '../filter.ts';
import { base, text, whole } from '../graph/shapes.ts';

export type Event = z.output<typeof Event>;
export const Event = z.object({
  ...base,
  title: z.string(),
  from: text,
  to: text,
  datePrecision: whole,
  clarity: whole,
  violenceType: text,
  dyadId: text,
  recordId: text,
});

export const EventType = builder.objectRef<Event>('Event');

export const eventOrders = { BY_LABEL: 'byLabel', NEWEST_FIRST: 'byNewest', OLDEST_FIRST: 'byOldest' };
export const EventOrderType = enumOf('EventOrder', 'Orders of events, each ending with the id.', {
  BY_LABEL: 'By title.',
  NEWEST_FIRST: 'By first day, newest first; those of unknown date last.',
  OLDEST_FIRST: 'By first day, oldest first; those of unknown date last.',
});
export const EventFilter = filterType('Event', {
  happened: {
    description: 'It happened, or may have happened, in this range; where the last day is not known, by its first.',
    type: during('from', '').type,
    matches: '(it.from <= $.to AND coalesce(it.to, it.from) >= $.from)',
    bind: during('from', '').bind as (value: never) => unknown,
    begins: { NEWEST_FIRST: beginsByNewest }, // The oldest may have gone on for any time.
  },
  violenceTypes: anyOf('violenceType', 'String', 'UCDP type of violence: STATE_BASED, NON_STATE or ONE_SIDED.'),
  where: {
    description: 'It occurred at this place, or at one that lies within it.',
    type: 'ID',
    idOf: ['Place'],
    // `IN`, since by `=` Neo4j would begin at the place: with all that lies within a country, once for every event.
    matches: 'EXISTS { MATCH it_way = (it)-[:OCCURRED_AT]->(:Place)-[:WITHIN*0..12]->(it_around:Place) WHERE $ IN [it_around.id] AND along(it_way) }',
  },
  involving: {
    description: 'It involves this group, community or person.',
    type: 'ID',
    idOf: ['Group', 'Community', 'Person'],
    matches: 'EXISTS { MATCH (it)-[it_involves:INVOLVES]->(:Entity {id: $}) WHERE drawn(it_involves) }',
  },
});
