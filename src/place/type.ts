import { builder } from '../builder.ts';
import { EventConnection } from '../connections.ts';
import { EntityType, NodeType } from '../entity/ref.ts';
import { Event, EventOrderType, eventOrders } from '../event/ref.ts';
import { reading } from '../graph/reading.ts';
import { soon } from '../graph/soon.ts';
import { all, linked } from '../link/linked.ts';
import { page } from '../paging.ts';
import { boundaryOfPlace } from '../places/queries.ts';
import { type Place, PlaceKindType, PlaceType } from './ref.ts';

const PlaceNameType = builder.objectRef<{ language: string; name: string }>('PlaceName').implement({
  description: 'The name of a place in one language.',
  fields: (t) => ({
    language: t.exposeString('language', { description: 'The language (BCP 47), such as "ar".' }),
    name: t.exposeString('name', { description: 'The name in that language and its script.' }),
  }),
});

PlaceType.implement({
  description: 'A country, governorate, town, site or area.',
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name.' }),
    names: t.field({
      description: 'The name in several languages.',
      type: [PlaceNameType],
      resolve: namesOf,
      ...reading({ looksAt: ['nameLanguages', 'namesInLanguages'] }),
    }),
    aliases: t.exposeStringList('aliases', { description: 'Other names and spellings.' }),
    kind: t.expose('kind', { description: 'What kind of place.', type: PlaceKindType, nullable: true }),
    latitude: t.exposeFloat('latitude', { description: 'Degrees north (WGS 84).', nullable: true }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees east (WGS 84).', nullable: true }),
    pcode: t.exposeString('pcode', { description: 'The p-code (OCHA common operational dataset).', nullable: true }),
    boundary: t.string({
      description: 'Its outline for maps: a GeoJSON geometry (Polygon or MultiPolygon, WGS 84) as text, simplified, at most 64 kB; null where none is kept.',
      nullable: true,
      resolve: ({ id }, _, { load }) => soon(load(boundaryOfPlace, id), (place) => place?.boundary ?? null),
      ...reading({ loads: { by: 'id', query: boundaryOfPlace as never, row: 'place_', looksAt: ['boundary'] } }),
    }),
    boundaryCredit: t.string({
      description: 'Whom to credit for the boundary wherever it is shown, and under which licence, such as "OCHA, CC BY-IGO"; null where none is kept.',
      nullable: true,
      resolve: async ({ id }, _, { load }) => (await load(boundaryOfPlace, id))?.boundaryCredit ?? null,
    }),
    events: t.field(
      page({
        description: 'Events that occurred at this very place; `events(filter: {where: …})` has those within it too.',
        type: EventConnection,
        query: linked('OCCURRED_AT', 'in', 'Event', Event, eventOrders),
        key: (place: Place) => place.id,
        orderBy: EventOrderType,
        bind: () => all,
      }),
    ),
  }),
});

function namesOf({ nameLanguages, namesInLanguages }: Place) {
  return nameLanguages.map((language, index) => ({ language, name: namesInLanguages[index] ?? '' }));
}
