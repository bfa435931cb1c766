import type { CircleMark, LineMark, Mark, Scene, TextMark, Window } from './mark.ts';
import { clipped, type Measure } from './text.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Cells = Map<string, Box[]>;

/** Where no label can be any more, by cells of the screen. */
interface Taken {
  readonly labels: Cells;
  readonly signs: Cells;
}

type Place = (x: number, y: number) => readonly [number, number];

/** The marks of a scene as they stand on the screen: moved, shortened, without what lies outside, without labels that would cover others. */
export function project(scene: Scene, window: Window, measure: Measure): Mark[] {
  const steps = projecting(scene, window, measure);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value; // It ends with the marks of the last layer.
}

const marksAtOnce = 500;

/** The same, some hundred marks at a time. */
export function* projecting(scene: Scene, window: Window, measure: Measure): Generator<void, Mark[]> {
  const taken: Taken = { labels: new Map(), signs: new Map() };
  const all: Mark[] = [];
  for (const { marks, fix } of scene.layers) {
    const place = placing(window, fix);
    const seen: Mark[] = [];
    for (const [index, mark] of marks.entries()) {
      const one = moved(mark, place, window);
      if (isSeen(one, window)) seen.push(one);
      if (index % marksAtOnce === marksAtOnce - 1) yield;
    }
    all.push(...withoutCover(seen, taken, measure, window));
  }
  return all;
}

/** Where a point of a layer stands on the screen. */
export function placing({ width, height, at, isPlane }: Window, fix?: 'x' | 'y' | 'both'): Place {
  if (isPlane) return (x, y) => [(x - at.x) * at.k + width / 2, (y - at.y) * at.k + height / 2];
  const [left, top] = [fix === 'x' || fix === 'both' ? 0 : at.x, fix === 'y' || fix === 'both' ? 0 : at.y];
  return (x, y) => [x - left, y - top];
}

function moved(mark: Mark, place: Place, window: Window): Mark {
  switch (mark.mark) {
    case 'line':
      return { ...mark, points: shortened(mark, along(mark.points, place)) };
    case 'area':
      return { ...mark, rings: mark.rings.filter((ring) => reaches(ring, place, window)).map((ring) => along(ring, place)) };
    default: {
      const [x, y] = place(mark.x, mark.y);
      if (mark.mark === 'circle' && mark.trueScale) return { ...mark, x, y, r: mark.r * window.at.k };
      return { ...mark, x, y };
    }
  }
}

const extents = new WeakMap<readonly number[], Box>();

/** Whether an outline reaches into the window; most of the world does not, and is not worth moving. */
function reaches(ring: readonly number[], place: Place, { width, height }: Window): boolean {
  const box = extents.get(ring) ?? around([ring]);
  extents.set(ring, box);
  const [[left, top], [right, bottom]] = [place(box.left, box.top), place(box.right, box.bottom)];
  return right >= 0 && bottom >= 0 && left <= width && top <= height;
}

function along(points: readonly number[], place: Place): number[] {
  const placed = new Array<number>(points.length);
  for (let index = 0; index < points.length; index += 2) {
    const [x, y] = place(points[index] as number, points[index + 1] as number);
    placed[index] = x;
    placed[index + 1] = y;
  }
  return placed;
}

function shortened({ gap }: LineMark, points: number[]): number[] {
  if (!gap || points.length !== 4) return points;
  const [x1, y1, x2, y2] = points as [number, number, number, number];
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length <= gap[0] + gap[1] + 1) return points;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  return [x1 + ux * gap[0], y1 + uy * gap[0], x2 - ux * gap[1], y2 - uy * gap[1]];
}

function isSeen(mark: Mark, { width, height }: Window): boolean {
  const box = boxOf(mark);
  return box.right >= -60 && box.bottom >= -60 && box.left <= width + 60 && box.top <= height + 60;
}

function boxOf(mark: Mark): Box {
  switch (mark.mark) {
    case 'line':
      return around([mark.points]);
    case 'area':
      return around(mark.rings);
    case 'circle':
      return { left: mark.x - mark.r, top: mark.y - mark.r, right: mark.x + mark.r, bottom: mark.y + mark.r };
    case 'rect':
      return { left: mark.x, top: mark.y, right: mark.x + mark.w, bottom: mark.y + mark.h };
    case 'text': {
      // As far as a text may reach in any direction.
      const reach = mark.text.length * mark.size;
      return { left: mark.x - reach, top: mark.y - reach, right: mark.x + reach, bottom: mark.y + reach };
    }
  }
}

function around(rings: readonly (readonly number[])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let index = 0; index < ring.length; index += 2) {
      left = Math.min(left, ring[index] as number);
      right = Math.max(right, ring[index] as number);
      top = Math.min(top, ring[index + 1] as number);
      bottom = Math.max(bottom, ring[index + 1] as number);
    }
  }
  return { left, top, right, bottom };
}

const cell = 48;

/** More labels than this nobody reads at once, and they cost more than all else. */
const mostLabels = 240;

/** Keeps labels from covering each other and what is to be clear: the higher rank first, then the order they came in. Only those that may be drawn are measured. */
function withoutCover(marks: readonly Mark[], taken: Taken, measure: Measure, window: Window): Mark[] {
  for (const mark of marks) if (mark.mark === 'circle' && mark.isClear) take(signBox(mark), taken.signs);
  const ranked = marks.filter((mark): mark is TextMark => mark.mark === 'text' && mark.rank !== undefined);
  const inOrder = ranked.sort((one, other) => (other.rank as number) - (one.rank as number)).slice(0, mostLabels);
  const shown = new Map<Mark, TextMark>();
  for (const label of inOrder) {
    const cut = withinItsMost(label, measure);
    const places = cut.elseDy === undefined ? [cut] : [cut, { ...cut, dy: cut.elseDy }];
    const free = places.map((one) => withinWindow(one, window, measure)).filter((one) => isFree(labelBox(one, measure), taken.labels));
    const best = free.find((one) => isFree(labelBox(one, measure), taken.signs)) ?? (label.isNeeded ? free[0] : undefined);
    if (!best) continue;
    shown.set(label, best);
    take(labelBox(best, measure), taken.labels);
  }
  return marks.flatMap((mark) => (mark.mark !== 'text' || mark.rank === undefined ? mark : (shown.get(mark) ?? [])));
}

function withinItsMost(label: TextMark, measure: Measure): TextMark {
  return label.most === undefined ? label : { ...label, text: clipped(label.text, label.most, label.size, measure) };
}

const edge = 4;

/** Of what can be seen, all of the name can be read: at an edge it is moved inward. */
function withinWindow(label: TextMark, { width, isPlane }: Window, measure: Measure): TextMark {
  const { left, right } = labelBox(label, measure);
  if (!isPlane || label.x < 0 || label.x > width || right - left > width - 2 * edge) return label;
  const by = Math.max(0, edge - left) + Math.min(0, width - edge - right);
  return by === 0 ? label : { ...label, dx: (label.dx ?? 0) + by };
}

/** A pixel less than the sign, since its own label touches it. */
const signBox = ({ x, y, r }: CircleMark): Box => ({ left: x - r + 1, top: y - r + 1, right: x + r - 1, bottom: y + r - 1 });

function labelBox(label: TextMark, measure: Measure): Box {
  const width = measure(label.text, label.size, label.weight);
  const x = label.x + (label.dx ?? 0) - (label.anchor === 'middle' ? width / 2 : label.anchor === 'end' ? width : 0);
  const y = label.y + (label.dy ?? 0);
  return { left: x - 2, top: y - label.size, right: x + width + 2, bottom: y + label.size * 0.3 };
}

function isFree(box: Box, taken: Cells): boolean {
  return cellsOf(box).every((name) => (taken.get(name) ?? []).every((other) => !overlap(box, other)));
}

function take(box: Box, taken: Cells): void {
  for (const name of cellsOf(box)) {
    const others = taken.get(name);
    if (others) others.push(box);
    else taken.set(name, [box]);
  }
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const names: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1) {
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) names.push(`${x} ${y}`);
  }
  return names;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
