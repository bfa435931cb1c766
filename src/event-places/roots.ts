import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { EventFilter } from '../event/ref.ts';
import { linkProperties } from '../graph/relationship.ts';
import { idOf } from '../ids.ts';
import { PlaceType } from '../place/ref.ts';
import { area } from './area.ts';
import { type EventPlaceRow, eventsByPlace, eventsByPlaceWithin, PlacedEventFilter } from './queries.ts';

/** Enough for the places of a war; a map cannot show more. */
const most = 5000;

const PlaceOfEventsType = builder.objectRef<EventPlaceRow>('PlaceOfEvents').implement({
  description: 'How many events occurred at one place, known to one precision.',
  fields: (t) => ({
    place: t.field({ description: 'The place.', type: PlaceType, resolve: ({ place }) => place }),
    precisionScheme: t.string({ description: 'The scheme of the precision code, such as UCDP.', nullable: true, resolve: ({ scheme }) => scheme }),
    precisionCode: t.int({
      description: linkProperties.precisionCode.description,
      nullable: true,
      resolve: ({ code }) => code,
    }),
    radiusKm: t.float({ description: 'Within how many kilometres; the largest of these events.', nullable: true, resolve: ({ radiusKm }) => radiusKm }),
    events: t.int({ description: 'How many events.', resolve: ({ events }) => events }),
    from: t.field({ description: 'The first day on which one of them began.', type: 'Date', nullable: true, resolve: ({ first }) => first }),
    to: t.field({ description: 'The last day on which one of them began.', type: 'Date', nullable: true, resolve: ({ last }) => last }),
    area: t.field(area((row: EventPlaceRow) => row)),
  }),
});

builder.queryField('eventsByPlace', (t) =>
  t.field({
    description: `Where events occurred: each place with how precisely that is known and how many events, most first. An event with several places is counted at each. At most ${most} rows.`,
    type: [PlaceOfEventsType],
    args: {
      filter: t.arg({ type: EventFilter.type as never, description: 'Only events that meet all of these conditions; with `where`, only places within.' }),
    },
    resolve: (_, { filter }, context) => found((filter ?? {}) as Record<string, unknown>, context),
    extensions: { searches: 'always', holds: most },
  }),
);

async function found({ where, ...conditions }: Record<string, unknown>, { read }: Context): Promise<EventPlaceRow[]> {
  const params = { ...PlacedEventFilter.bind(conditions), limit: most };
  if (where == null) return [...(await read(eventsByPlace, params as never))];
  return [...(await read(eventsByPlaceWithin, { within: idOf('Place', String(where), ['filter', 'where']), ...params } as never))];
}
