import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { Boundaries } from '../operations/boundaries.ts';
import { EventsAtPlaces, type EventsAtPlacesAnswer } from '../operations/events-at-places.ts';
import { MapPlaces, type MapPlacesAnswer, type MapPlacesVariables } from '../operations/map.ts';
import { MapTotal } from '../operations/map-total.ts';
import { placeOf } from '../page/places.ts';
import { project, ringsOf } from './earth.ts';
import { type Found, type Happening, type Outline, type Spot, spotsOf } from './spots.ts';

type Counted = MapPlacesAnswer['eventsByPlace'][number];

export interface MapData {
  /** What the map is of: one event's title, or the place that it is about. */
  readonly subject: string | null;
  /** How many events there are; null while they are still being counted. */
  readonly total: number | null;
  readonly spots: readonly Spot[];
  /** How many of the events name no place. */
  readonly nowhere: number;
  /** How many of those that were asked for are not there. */
  readonly gone: number;
  /** Outlines of the world's countries: rings of the plane. */
  readonly outlines: readonly (readonly number[])[];
}

let world: Promise<readonly (readonly number[])[]> | undefined;

export async function loadMap(state: State, ask: Ask, _: AbortSignal, show: (data: MapData) => void): Promise<MapData> {
  world ??= loadWorld().catch((error: unknown) => {
    world = undefined; // It may be there when it is asked for again.
    throw error;
  });
  const isOfAll = state.of.length === 0;
  // With a filter the events are counted one by one, which the picture need not wait for.
  const total = isOfAll ? ask(MapTotal, { filter: filterOf(state), known: state.known }) : null;
  total?.catch(() => {}); // It is told below, unless something else fails before.
  const [{ found, ...rest }, outlines] = await Promise.all([isOfAll ? all(state, ask) : chosen(state, ask), world]);
  const data = { ...rest, spots: spotsOf(found, await boundariesOf(found, ask, state.known)), outlines };
  if (total === null) return data;
  show(data);
  return { ...data, total: (await total).events.totalCount };
}

/** What the address says of which events; null where it says nothing. */
function filterOf({ where, from, to }: State): NonNullable<MapPlacesVariables['filter']> | null {
  const happened = from || to ? { from: from || null, to: to || null } : null;
  return where || happened ? { ...(where ? { where } : {}), ...(happened ? { happened } : {}) } : null;
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
      event.places.edges.map(
        ({ node, area, precisionCode, radiusKm }): Found => ({ place: node, area, precisionCode, radiusKm, from: event.from, to: event.to, count: 1, event }),
      ),
    ),
    nowhere: events.filter(({ places }) => places.edges.length === 0).length,
    gone: nodes.filter((node) => node === null).length,
  };
}

async function all(state: State, ask: Ask): Promise<Asked> {
  const { where, known } = state;
  const answer: MapPlacesAnswer = await ask(MapPlaces, { filter: filterOf(state), names: where ? [where] : [], known });
  const [place] = answer.nodes;
  return {
    subject: place && 'label' in place ? place.label : null,
    total: null,
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
      nodes.flatMap((node): [string, Outline][] => {
        const rings = node && 'boundary' in node ? ringsOf(node.boundary) : [];
        return node && 'boundary' in node && rings.length > 0 ? [[node.id, { rings, credit: node.boundaryCredit }]] : [];
      }),
    ),
  );
}

async function loadWorld(): Promise<readonly (readonly number[])[]> {
  const response = await fetch(placeOf('world'));
  if (!response.ok) throw new Error('The outlines of the countries are not there. Try again.');
  const rings = (await response.json()) as number[][];
  return rings.map(fromSteps);
}

/** Each point stands there as hundredths of degrees from the one before. */
function fromSteps(steps: readonly number[]): number[] {
  const plane: number[] = [];
  let [longitude, latitude] = [0, 0];
  for (let index = 0; index < steps.length; index += 2) {
    longitude += steps[index] as number;
    latitude += steps[index + 1] as number;
    plane.push(...project(longitude / 100, latitude / 100));
  }
  return plane;
}
