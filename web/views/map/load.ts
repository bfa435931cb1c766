import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { Boundaries } from '../operations/boundaries.ts';
import { EventsAtPlaces, type EventsAtPlacesAnswer } from '../operations/events-at-places.ts';
import { MapPlaces, type MapPlacesAnswer } from '../operations/map.ts';
import { placeOf } from '../page/places.ts';
import { type Found, type Outline, type Spot, spotsOf } from './spots.ts';

export type Happening = Extract<NonNullable<EventsAtPlacesAnswer['nodes'][number]>, { places: unknown }>;
type Counted = MapPlacesAnswer['eventsByPlace'][number];

export interface MapData {
  /** What the map is of: one event's title, or the place that it is about. */
  readonly subject: string | null;
  readonly total: number;
  readonly spots: readonly Spot[];
  /** How many of the events name no place. */
  readonly nowhere: number;
  /** How many of those that were asked for are not there. */
  readonly gone: number;
  /** Outlines of the world's countries: rings of degrees. */
  readonly outlines: readonly (readonly number[])[];
}

let world: Promise<readonly (readonly number[])[]> | undefined;

export async function loadMap(state: State, ask: Ask): Promise<MapData> {
  world ??= loadWorld();
  const [{ found, ...rest }, outlines] = await Promise.all([state.of.length > 0 ? chosen(state, ask) : all(state, ask), world]);
  return { ...rest, spots: spotsOf(found, await boundariesOf(found, ask, state.known)), outlines };
}

type Asked = Omit<MapData, 'spots' | 'outlines'> & { readonly found: readonly Found[] };

async function chosen({ of, known }: State, ask: Ask): Promise<Asked> {
  const { nodes }: EventsAtPlacesAnswer = await ask(EventsAtPlaces, { ids: of, known });
  const events = nodes.flatMap((node): Happening[] => (node && 'places' in node ? [node] : []));
  const [only] = events;
  return {
    subject: events.length === 1 && only ? only.title : null,
    total: events.length,
    found: events.flatMap((event) =>
      event.places.edges.map(({ node, area, precisionCode, radiusKm }): Found => ({ place: node, area, precisionCode, radiusKm, count: 1, event })),
    ),
    nowhere: events.filter(({ places }) => places.edges.length === 0).length,
    gone: of.length - events.length,
  };
}

async function all({ where, from, to, known }: State, ask: Ask): Promise<Asked> {
  const answer: MapPlacesAnswer = await ask(MapPlaces, { where: where || null, from: from || null, to: to || null, names: where ? [where] : [], known });
  const [place] = answer.nodes;
  return {
    subject: place && 'label' in place ? place.label : null,
    total: answer.events.totalCount,
    found: answer.eventsByPlace.map(({ events, ...one }: Counted): Found => ({ ...one, count: events, event: null })),
    nowhere: 0,
    gone: 0,
  };
}

/** The outlines of what is to be shaded, each asked for once, a hundred at a time. */
async function boundariesOf(found: readonly Found[], ask: Ask, known: string): Promise<ReadonlyMap<string, Outline>> {
  const ids = [...new Set(found.flatMap(({ area }) => (area ? [area.id] : [])))];
  const parts = Array.from({ length: Math.ceil(ids.length / 100) }, (_, index) => ids.slice(index * 100, index * 100 + 100));
  const answers = await Promise.all(parts.map((part) => ask(Boundaries, { ids: part, known })));
  return new Map(
    answers.flatMap(({ nodes }) =>
      nodes.flatMap((node): [string, Outline][] =>
        node && 'boundary' in node && node.boundary ? [[node.id, { boundary: node.boundary, credit: node.boundaryCredit }]] : [],
      ),
    ),
  );
}

async function loadWorld(): Promise<readonly (readonly number[])[]> {
  const response = await fetch(placeOf('world'));
  const rings = (await response.json()) as number[][];
  return rings.map(fromSteps);
}

/** Each point stands there as hundredths of degrees from the one before. */
function fromSteps(steps: readonly number[]): number[] {
  const sums = [0, 0];
  return steps.map((step, index) => {
    const sum = (sums[index % 2] ?? 0) + step;
    sums[index % 2] = sum;
    return sum / 100;
  });
}
