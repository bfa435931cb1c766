import type { Mark, TextMark } from '../draw/mark.ts';
import { amountInWords } from '../page/words.ts';
import type { Ground } from './lane.ts';
import type { Point } from './load.ts';

/** A number where it is drawn. */
export interface Placed {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Where a number may be written beside its sign, best first: totals rise, so there is room to the left above a step. */
const sides = [
  { anchor: 'end', dx: -8, dy: -7 },
  { anchor: 'start', dx: 9, dy: -7 },
  { anchor: 'start', dx: 9, dy: 17 },
  { anchor: 'end', dx: -8, dy: 17 },
] as const;

/** The numbers of a series: each beside its sign, on no other sign or number while there is room, and on no step if that can be. */
export function numberMarks(placed: readonly Placed[], { left, right, measure }: Ground): Mark[] {
  const signs = placed.flatMap(signBoxes);
  const steps = placed.flatMap(stepBoxes);
  const written: Box[] = [];
  return placed.map(({ point, x, y }) => {
    const text = amountInWords(point);
    const width = measure(text, 13, 600);
    const places = sides
      .map((side) => ({ side, box: boxAt(x + side.dx - (side.anchor === 'end' ? width : 0), y + side.dy, width) }))
      .filter(({ box: [from, , to] }) => from > left - 12 && to < right + 18);
    const free = places.filter(({ box }) => ![...signs, ...written].some((other) => overlap(box, other)));
    const { side, box } = free.find((place) => !steps.some((step) => overlap(place.box, step))) ?? free[0] ?? places[0] ?? last(x, y, width);
    written.push(box);
    return { mark: 'text', x: x + side.dx, y: y + side.dy, text, size: 13, weight: 600, fill: 'ink', anchor: side.anchor, halo: true } satisfies TextMark;
  });
}

/** Where nothing fits, it begins at its sign. */
const last = (x: number, y: number, width: number) => ({ side: sides[1], box: boxAt(x + sides[1].dx, y + sides[1].dy, width) });

const boxAt = (x: number, y: number, width: number): Box => [x, y - 11, x + width, y + 3];

function signBoxes({ point: { operator }, x, y }: Placed): Box[] {
  const isOpen = operator === 'AT_LEAST' || operator === 'MORE_THAN';
  return [[x - 6, y - 6, x + 6, y + 6], ...(isOpen ? [[x - 4, y - 24, x + 4, y] as const] : [])];
}

/** A step runs on at its height, and up or down to the next one. */
function stepBoxes({ x, y }: Placed, index: number, placed: readonly Placed[]): Box[] {
  const next = placed[index + 1];
  if (!next) return [];
  return [
    [x, y - 1, next.x, y + 1],
    [next.x - 1, Math.min(y, next.y), next.x + 1, Math.max(y, next.y)],
  ];
}

const overlap = (one: Box, other: Box): boolean => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
