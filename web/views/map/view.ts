import type { Camera } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { LegendItem, Space, Table, View } from '../page/view.ts';
import { figure, plural } from '../page/words.ts';
import { kilometres, project, ringsOf } from './earth.ts';
import { loadMap, type MapData, type Spot } from './load.ts';
import { mapScene, nameOf, wordsOf } from './scene.ts';

export const map: View<MapData> = {
  name: 'map',
  isPlane: true,
  load: loadMap,
  title: ({ events, total }) => (total === 1 ? (events[0]?.title ?? 'Map') : `${plural(total, 'event')} on the map`),
  summary,
  emptiness: ({ events }, state) =>
    events.length > 0
      ? null
      : {
          says: 'No events there, then.',
          widen: [
            ...(state.from || state.to ? [{ label: 'Any time', change: { from: '', to: '' } }] : []),
            ...(state.where ? [{ label: 'Anywhere', change: { where: '' } }] : []),
            ...(state.known ? [{ label: 'As known today', change: { known: '' } }] : []),
          ],
        },
  scene: mapScene,
  tables,
  legend,
  fit,
  asksFor: ['of', 'where', 'from', 'to', 'known'],
  credits: ({ spots }) => [
    'Country outlines: Natural Earth, public domain.',
    ...(spots.some(({ place }) => place.boundary) ? ['Administrative boundaries: OCHA, CC BY-IGO; simplified.'] : []),
  ],
};

function summary({ events, total, spots }: MapData, { known }: State): string {
  const margin = spots
    .filter(({ precision }) => (precision ?? 0) >= 6)
    .map((spot) => `${spot.place.name}, ${wordsOf(spot.precision)}: ${plural(spot.events.length, 'event')}`);
  const unplaced = spots.filter(({ precision, place }) => (precision ?? 0) < 6 && place.latitude === null);
  const nowhere = events.filter(({ places }) => places.edges.length === 0).length;
  return [
    `${total > events.length ? `${figure(events.length)} of ` : ''}${plural(total, 'event')} at ${plural(spots.length, 'place')}${total > events.length ? ', newest first: narrow the dates to see others' : ''}${known ? ', as known then' : ''}.`,
    ...margin.map((text) => `${text}.`),
    unplaced.length > 0 ? `${plural(unplaced.length, 'place has', 'places have')} no coordinates.` : '',
    nowhere > 0 ? `${plural(nowhere, 'event names', 'events name')} no place.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tables({ spots }: MapData): Table[] {
  return [
    {
      caption: 'Events, by place',
      columns: [
        { label: 'Place' },
        { label: 'How precisely' },
        { label: 'From', kind: 'date' },
        { label: 'To', kind: 'date' },
        { label: 'Event', kind: 'long' },
      ],
      rows: spots.flatMap((spot) =>
        spot.events.map((event) => ({ id: event.id, cells: [spot.place.name, wordsOf(spot.precision), event.from, event.to, event.title] })),
      ),
    },
  ];
}

function legend({ spots }: MapData, { hide }: State): LegendItem[] {
  const present = new Map<string, Spot>();
  for (const spot of spots) if (!present.has(nameOf(spot))) present.set(nameOf(spot), spot);
  return [...present]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { precision }]) => ({
      marks: signOf(precision),
      says: `${wordsOf(precision)}: ${plural(
        spots.filter((spot) => nameOf(spot) === name).reduce((sum, { events }) => sum + events.length, 0),
        'event',
      )}${hide.includes(name) ? ' (hidden)' : ''}`,
      hides: name,
    }));
}

function signOf(precision: number | null): LegendItem['marks'] {
  const ring = { mark: 'circle', x: 18, y: 10, r: 8, stroke: 'event', width: 1.5 } as const;
  if (precision === 1) return [{ mark: 'circle', x: 18, y: 10, r: 6, fill: 'event' }];
  if (precision === 2) return [ring, { mark: 'circle', x: 18, y: 10, r: 2, fill: 'event' }];
  if (precision === 3 || precision === 4) return [{ mark: 'rect', x: 4, y: 2, w: 28, h: 16, fill: 'event', hatch: true, stroke: 'event', width: 1.5 }];
  if (precision === 5) return [{ ...ring, dash: [4, 3] }];
  if (precision === null) return [{ ...ring, r: 6, width: 2 }];
  return [{ mark: 'text', x: 18, y: 14, text: '№', size: 12, weight: 600, fill: 'event', anchor: 'middle' }];
}

function fit({ spots }: MapData, _: State, { width, height }: Space): Camera {
  const points = spots.filter(({ precision, place }) => (precision ?? 0) < 6 && place.latitude !== null).flatMap(reachOf);
  if (points.length === 0) return { x: 20, y: -20, k: Math.max(2, width / 360) };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min((width - 100) / Math.max(0.8, right - left), (height - 90) / Math.max(0.8, bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2, k };
}

/** How far a spot's drawing reaches. */
function reachOf({ place, precision }: Spot): (readonly [number, number])[] {
  const [x, y] = project(place.longitude ?? 0, place.latitude ?? 0);
  const rings = precision === 3 || precision === 4 ? ringsOf(place.boundary) : [];
  if (rings.length > 0) return rings.flatMap((ring) => [0, 1].map((side) => [extreme(ring, 0, side), extreme(ring, 1, side)] as const));
  const reach = kilometres(25, place.latitude ?? 0);
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

function extreme(ring: readonly number[], axis: 0 | 1, side: number): number {
  let most = side === 0 ? Infinity : -Infinity;
  for (let index = axis; index < ring.length; index += 2) most = side === 0 ? Math.min(most, ring[index] as number) : Math.max(most, ring[index] as number);
  return most;
}
