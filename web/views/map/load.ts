import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { EventsAtPlaces, type EventsAtPlacesAnswer } from '../operations/events-at-places.ts';
import { MapEvents, type MapEventsAnswer } from '../operations/map.ts';
import { placeOf } from '../page/places.ts';

export type Happening = MapEventsAnswer['events']['edges'][number]['node'];
type Where = Happening['places']['edges'][number];

/** A place with the events that are said to have happened there, known to one precision. */
export interface Spot {
  readonly place: Where['node'] & { readonly boundary: string | null };
  readonly precision: number | null;
  readonly radiusKm: number | null;
  readonly events: readonly Happening[];
}

export interface MapData {
  readonly events: readonly Happening[];
  readonly total: number;
  readonly spots: readonly Spot[];
  /** Outlines of the world's countries: rings of degrees. */
  readonly outlines: readonly (readonly number[])[];
}

const mostEvents = 2000;
let world: Promise<readonly (readonly number[])[]> | undefined;

export async function loadMap(state: State, ask: Ask): Promise<MapData> {
  world ??= loadWorld();
  const [{ events, total }, outlines] = await Promise.all([state.of.length > 0 ? chosen(state, ask) : all(state, ask), world]);
  return { events, total, spots: spotsOf(events), outlines };
}

async function chosen({ of, known }: State, ask: Ask): Promise<{ events: Happening[]; total: number }> {
  const { nodes }: EventsAtPlacesAnswer = await ask(EventsAtPlaces, { ids: of, known });
  const events = nodes.flatMap((node) => (node && 'places' in node ? [node] : []));
  return { events, total: events.length };
}

async function all({ where, from, to, known }: State, ask: Ask): Promise<{ events: Happening[]; total: number }> {
  const events: Happening[] = [];
  let after: string | null = null;
  for (;;) {
    const { events: page }: MapEventsAnswer = await ask(MapEvents, { where: where || null, from: from || null, to: to || null, after, known }); // At most 20 pages.
    events.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after === null || events.length >= mostEvents) return { events, total: page.totalCount };
  }
}

function spotsOf(events: readonly Happening[]): Spot[] {
  const spots = new Map<string, { place: Spot['place']; precision: number | null; radiusKm: number | null; events: Happening[] }>();
  for (const event of events) {
    for (const { node, precisionCode, radiusKm } of event.places.edges) {
      const precision = precisionCode ?? byKind(node.kind);
      const key = `${node.id} ${precision}`;
      const spot = spots.get(key) ?? { place: { ...node, boundary: boundaryOf(node) }, precision, radiusKm, events: [] };
      spot.events.push(event);
      spots.set(key, spot);
    }
  }
  return [...spots.values()].sort((one, other) => other.events.length - one.events.length || (one.place.id < other.place.id ? -1 : 1));
}

/** The outline of a place, where the service keeps one. */
function boundaryOf(place: Where['node']): string | null {
  return 'boundary' in place && typeof place.boundary === 'string' ? place.boundary : null;
}

/** Where no precision is recorded, a place is known no better than what it is. */
function byKind(kind: string | null): number | null {
  if (kind === 'COUNTRY') return 6;
  if (kind === 'ADM1') return 4;
  return kind === 'ADM2' || kind === 'ADM3' ? 3 : null;
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
