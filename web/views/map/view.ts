import type { Camera } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { Counts, LegendItem, Space, Table, View } from '../page/view.ts';
import { plural } from '../page/words.ts';
import { kilometres, project } from './earth.ts';
import { loadMap, type MapData } from './load.ts';
import { mapScene, nameOf, wordsOf } from './scene.ts';
import type { Spot } from './spots.ts';

export const map: View<MapData> = {
  name: 'map',
  isPlane: true,
  load: loadMap,
  title: ({ subject, total }) => subject ?? (total === null ? 'Events on the map' : `${plural(total, 'event')} on the map`),
  basis: ({ spots }) => spots,
  summary,
  emptiness: ({ total, spots }, state) =>
    total !== 0 || spots.length > 0
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
  counts,
  legend,
  fit,
  asksFor: ['of', 'where', 'from', 'to', 'known'],
  credits: ({ spots }) => [
    'Country outlines: Natural Earth, public domain.',
    ...[...new Set(spots.flatMap(({ area }) => area?.credit ?? []))].map((credit) => `Administrative boundaries: ${credit}; simplified.`),
  ],
};

function summary({ total, spots, nowhere, gone }: MapData, { known }: State): string {
  const margin = spots
    .filter(({ precision }) => (precision ?? 0) >= 6)
    .map(({ place, precision, count }) => `${place.name}, ${wordsOf(precision)}: ${plural(count, 'event')}`);
  const unplaced = spots.filter(({ precision, place }) => (precision ?? 0) < 6 && place.latitude === null);
  return [
    `${total === null ? 'Events' : plural(total, 'event')} at ${plural(spots.length, 'place')}${known ? ', as known then' : ''}.`,
    ...margin.map((text) => `${text}.`),
    unplaced.length > 0 ? `${plural(unplaced.length, 'place has', 'places have')} no coordinates.` : '',
    nowhere > 0 ? `${plural(nowhere, 'event names', 'events name')} no place.` : '',
    gone > 0 ? `${plural(gone, 'item is', 'items are')} gone.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tables({ spots }: MapData): Table[] {
  const single = partsOf(spots).flatMap(({ event, ...part }) => (event ? [{ ...part, event }] : []));
  if (single.length > 0) {
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
        rows: single.map(({ event, place, precision }) => ({ id: event.id, cells: [place.name, wordsOf(precision), event.from, event.to, event.title] })),
      },
    ];
  }
  return [
    {
      caption: 'Places, by the number of events',
      columns: [
        { label: 'Place' },
        { label: 'How precisely' },
        { label: 'Events', kind: 'number' },
        { label: 'From', kind: 'date' },
        { label: 'To', kind: 'date' },
        { label: 'Shaded' },
        { label: 'Events in it', kind: 'number' },
      ],
      rows: partsOf(spots).map(({ place, precision, count, from, to, shaded }) => ({
        id: place.id,
        cells: [place.name, wordsOf(precision), count, from, to, shaded?.name ?? null, shaded?.count ?? null],
      })),
    },
  ];
}

/** Each place with what was counted there and, where it is known no better, what is shaded with how many. */
function partsOf(spots: readonly Spot[]) {
  return spots.flatMap(({ parts, precision, area, count }) =>
    parts.map((part) => ({ ...part, precision, shaded: area && part.area ? { ...part.area, count } : null })),
  );
}

/** Of chosen events nothing is counted: they are named. */
function counts({ spots }: MapData): Counts | null {
  if (spots.some(({ parts }) => parts.some(({ event }) => event))) return null;
  return {
    title: 'CSV: events by place',
    words: 'the numbers that the map counts, and shades areas with; its events themselves are in attested export geojson',
    file: 'attested.events-by-place.csv',
    columns: ['place', 'name', 'latitude', 'longitude', 'precisionCode', 'radiusKm', 'events', 'from', 'to', 'shaded', 'shadedName', 'shadedEvents'],
    rows: partsOf(spots).map(({ place, precision, radiusKm, count, from, to, shaded }) => [
      ...[place.id, place.name, place.latitude, place.longitude, precision, radiusKm, count, from, to],
      ...[shaded?.id ?? null, shaded?.name ?? null, shaded?.count ?? null],
    ]),
  };
}

function legend({ spots, total }: MapData, { hide }: State): LegendItem[] {
  const names = [...new Set(spots.map(nameOf))].sort();
  return names.map((name) => {
    const some = spots.filter((spot) => nameOf(spot) === name);
    const [{ precision } = { precision: null }] = some;
    const count = some.reduce((sum, spot) => sum + spot.count, 0);
    const without = (precision === 3 || precision === 4) && some.some(({ area }) => !area) ? '; a round mark where its boundary is not kept' : '';
    const what = total === 1 ? plural(some.length, 'place') : plural(count, 'event');
    return { marks: signOf(precision), says: `${wordsOf(precision)}${without}: ${what}${hide.includes(name) ? ' (hidden)' : ''}`, hides: name };
  });
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
function reachOf({ place, area }: Spot): (readonly [number, number])[] {
  const [x, y] = project(place.longitude ?? 0, place.latitude ?? 0);
  const rings = area?.rings ?? [];
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
