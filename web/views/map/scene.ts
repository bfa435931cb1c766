import type { State } from '../address/state.ts';
import type { Mark, Scene, Target } from '../draw/mark.ts';
import { dayInWords, figure, plural } from '../page/words.ts';
import { kilometres, project } from './earth.ts';
import type { MapData } from './load.ts';
import type { Spot } from './spots.ts';

/** What a precision means, in words; UCDP's codes. */
export const precisions: Readonly<Record<number, string>> = {
  1: 'exact place',
  2: 'within 25 km of the place',
  3: 'somewhere in the district',
  4: 'somewhere in the governorate',
  5: 'along a line, or in an area without boundary',
  6: 'country only',
  7: 'international waters or airspace',
};

export const wordsOf = (precision: number | null): string =>
  precision === null ? 'precision not stated' : (precisions[precision] ?? `precision ${precision}`);

export function mapScene({ spots, outlines }: MapData, state: State): Scene {
  const shown = spots.filter((spot) => !state.hide.includes(nameOf(spot)));
  const drawn = shown.filter(({ place, precision }) => (precision ?? 0) < 6 && place.latitude !== null && place.longitude !== null);
  const areas = drawn.filter(({ precision }) => precision === 3 || precision === 4);
  const points = drawn.filter(({ precision }) => precision !== 3 && precision !== 4);
  const rings = points.filter(({ precision }) => precision === 2).length;
  const land: Mark = { mark: 'area', rings: outlines, fill: 'wash', stroke: 'hair', width: 1 };
  return {
    width: 0,
    height: 0,
    layers: [{ marks: [land] }, { marks: [...areas.flatMap(areaMarks), ...points.flatMap((spot) => pointMarks(spot, rings)), ...drawn.flatMap(labelMarks)] }],
    targets: drawn.map(targetOf),
  };
}

export const nameOf = ({ precision }: Spot): string => `precision.${precision ?? 0}`;

const at = ({ place }: Spot) => project(place.longitude ?? 0, place.latitude ?? 0);

/** A district or governorate is shaded as a whole; where no boundary is kept, a wide dashed mark says so. Never a dot. */
function areaMarks(spot: Spot): Mark[] {
  const rings = spot.area?.rings ?? [];
  const [x, y] = at(spot);
  if (rings.length === 0) {
    return [
      { mark: 'circle', x, y, r: 26, fill: 'event', hatch: true, opacity: 0.45 },
      { mark: 'circle', x, y, r: 26, stroke: 'event', width: 1.5, dash: [4, 4] },
    ];
  }
  return [
    { mark: 'area', rings, fill: 'event', hatch: true, opacity: Math.min(0.75, 0.3 + spot.count / 400) },
    { mark: 'area', rings, stroke: 'event', width: 1.25, opacity: 0.8 },
  ];
}

/** The more rings there are, the fainter each: where many lie over each other they add up. */
function pointMarks(spot: Spot, rings: number): Mark[] {
  const [x, y] = at(spot);
  const { precision, radiusKm, count } = spot;
  const size = 3 + Math.min(15, Math.sqrt(count) * 0.8);
  if (precision === 2) {
    const r = kilometres(radiusKm ?? 25, spot.place.latitude ?? 0);
    return [
      { mark: 'circle', x, y, r, trueScale: true, fill: 'event', opacity: Math.min(0.12, 5 / rings) },
      { mark: 'circle', x, y, r, trueScale: true, stroke: 'event', width: 1, opacity: Math.min(0.55, 0.12 + 20 / rings) },
      { mark: 'circle', x, y, r: 2, fill: 'event', opacity: 0.8 },
    ];
  }
  if (precision === 5) return [{ mark: 'circle', x, y, r: 18, stroke: 'event', width: 1.5, dash: [6, 4] }];
  if (precision === 1) return [{ mark: 'circle', x, y, r: size, fill: 'event', stroke: 'paper', width: 1, opacity: 0.85 }];
  return [{ mark: 'circle', x, y, r: size, fill: 'paper', stroke: 'event', width: 2 }];
}

function labelMarks(spot: Spot): Mark[] {
  const [x, y] = at(spot);
  const isArea = spot.precision === 3 || spot.precision === 4;
  const letters = [...spot.place.name];
  const name = letters.length > 26 ? `${letters.slice(0, 24).join('')}…` : spot.place.name;
  return [
    {
      mark: 'text',
      x,
      y,
      dy: spot.area ? 4 : isArea ? 42 : 22,
      text: spot.count > 1 || isArea ? `${name} · ${figure(spot.count)}` : name,
      size: 12,
      weight: isArea ? 600 : 400,
      fill: 'ink',
      anchor: 'middle',
      halo: true,
      rank: spot.count + (isArea ? 50 : 0),
    },
  ];
}

function targetOf(spot: Spot): Target {
  const [x, y] = at(spot);
  return {
    id: spot.place.id,
    x,
    y,
    rx: 16,
    ry: 16,
    get says() {
      return `${spot.place.name}, ${wordsOf(spot.precision)}${withoutBoundary(spot)}: ${happenedAt(spot)}`;
    },
  };
}

function happenedAt({ count, parts: [first] }: Spot): string {
  const event = count === 1 ? first?.event : null;
  return event ? `${event.title}${event.from ? `, ${dayInWords(event.from)}` : ''}` : plural(count, 'event');
}

const withoutBoundary = ({ precision, area }: Spot) => ((precision === 3 || precision === 4) && !area ? '; its boundary is not kept here' : '');
