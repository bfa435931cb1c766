import type { AreaMark, CircleMark, LineMark, Mark, RectMark, TextMark } from './mark.ts';
import type { Palette } from './palette.ts';
import { family, isRightToLeft } from './text.ts';

type Shape = Exclude<Mark, TextMark>;

/** Paints marks, in their order, on a canvas that has been scaled to screen pixels. */
export function paint(context: CanvasRenderingContext2D, marks: readonly Mark[], palette: Palette): void {
  for (const _ of painting(context, marks, palette));
}

/** The same, stroke by stroke: whoever has to leave off in between can. */
export function* painting(context: CanvasRenderingContext2D, marks: readonly Mark[], palette: Palette): Generator<void> {
  let batch: Shape[] = [];
  for (const mark of marks) {
    const [before] = batch;
    if (before && (mark.mark === 'text' || batch.length >= mostAtOnce[before.mark] || !isAlike(mark, before))) {
      paintShapes(context, batch, palette);
      batch = [];
      yield;
    }
    if (mark.mark !== 'text') {
      batch.push(mark);
      continue;
    }
    paintText(context, mark, palette);
    yield;
  }
  paintShapes(context, batch, palette);
}

/** How many of one style are one path. Lines are cheaper together; each shape of a filled path is compared with all its others. */
const mostAtOnce: Readonly<Record<Shape['mark'], number>> = { line: 250, circle: 8, area: 1, rect: 1 };

function isAlike(one: Shape, other: Shape): boolean {
  return (
    one.mark === other.mark &&
    one.fill === other.fill &&
    one.stroke === other.stroke &&
    one.width === other.width &&
    one.opacity === other.opacity &&
    one.hatch === other.hatch &&
    isSameDash(one.dash, other.dash) &&
    (one as LineMark).arrow === (other as LineMark).arrow
  );
}

function isSameDash(one: Shape['dash'], other: Shape['dash']): boolean {
  return one === other || (one !== undefined && other !== undefined && one.length === other.length && one.every((length, at) => length === other[at]));
}

function paintShapes(context: CanvasRenderingContext2D, shapes: readonly Shape[], palette: Palette): void {
  const [first] = shapes;
  if (!first) return;
  context.globalAlpha = first.opacity ?? 1;
  context.beginPath();
  for (const shape of shapes) trace(context, shape);
  if (first.fill) {
    context.fillStyle = first.hatch ? hatchOf(context, palette[first.fill]) : palette[first.fill];
    context.fill(first.mark === 'area' ? 'evenodd' : 'nonzero');
  }
  if (first.stroke) {
    context.strokeStyle = palette[first.stroke];
    context.lineWidth = first.width ?? 1;
    context.setLineDash(first.dash ? [...first.dash] : []);
    context.stroke();
    context.setLineDash([]);
    if (first.mark === 'line' && first.arrow) paintArrows(context, shapes as readonly LineMark[], palette[first.stroke]);
  }
  context.globalAlpha = 1;
}

function trace(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.mark) {
    case 'line':
      traceLine(context, shape);
      return;
    case 'area':
      traceArea(context, shape);
      return;
    case 'circle':
      traceCircle(context, shape);
      return;
    case 'rect':
      traceRect(context, shape);
  }
}

function traceLine(context: CanvasRenderingContext2D, { points, bend }: LineMark): void {
  context.moveTo(points[0] as number, points[1] as number);
  if (bend) {
    const [cx, cy] = middleOf(points, bend);
    context.quadraticCurveTo(cx, cy, points[2] as number, points[3] as number);
    return;
  }
  for (let index = 2; index < points.length; index += 2) context.lineTo(points[index] as number, points[index + 1] as number);
}

/** The point that a bent line is drawn towards. */
export function middleOf(points: readonly number[], bend: number): [number, number] {
  const [x1, y1, x2, y2] = points as unknown as [number, number, number, number];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(x1 + x2) / 2 - ((y2 - y1) / length) * bend, (y1 + y2) / 2 + ((x2 - x1) / length) * bend];
}

/** The three corners of an arrow's head. */
export function headOf({ points, bend, width = 1 }: LineMark): [number, number, number, number, number, number] {
  const [fromX, fromY] = bend ? middleOf(points, bend) : [points.at(-4) as number, points.at(-3) as number];
  const [x, y] = [points.at(-2) as number, points.at(-1) as number];
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [ux, uy, size] = [(x - fromX) / length, (y - fromY) / length, 5 + width];
  return [x, y, x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45, x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45];
}

function paintArrows(context: CanvasRenderingContext2D, lines: readonly LineMark[], colour: string): void {
  context.beginPath();
  for (const line of lines) {
    const [x, y, x1, y1, x2, y2] = headOf(line);
    context.moveTo(x, y);
    context.lineTo(x1, y1);
    context.lineTo(x2, y2);
    context.lineTo(x, y); // Closing a subpath costs more the longer the path is.
  }
  context.fillStyle = colour;
  context.fill();
}

function traceArea(context: CanvasRenderingContext2D, { rings }: AreaMark): void {
  for (const ring of rings) {
    context.moveTo(ring[0] as number, ring[1] as number);
    for (let index = 2; index < ring.length; index += 2) context.lineTo(ring[index] as number, ring[index + 1] as number);
    context.lineTo(ring[0] as number, ring[1] as number);
  }
}

function traceCircle(context: CanvasRenderingContext2D, mark: CircleMark): void {
  const { x, y, r } = mark;
  if (mark.corners) {
    traceArea(context, { mark: 'area', rings: [cornersOf(mark)] });
    return;
  }
  context.moveTo(x + r, y);
  context.arc(x, y, r, 0, Math.PI * 2);
}

/** The corners of a mark that has some, beginning at the top. */
export function cornersOf({ x, y, r, corners = 4, turn = 0 }: CircleMark): number[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((index / corners) * 360 + turn - 90) * (Math.PI / 180);
    return [x + Math.cos(angle) * r, y + Math.sin(angle) * r];
  }).flat();
}

function traceRect(context: CanvasRenderingContext2D, { x, y, w, h, round }: RectMark): void {
  if (round) context.roundRect(x, y, w, h, round);
  else context.rect(x, y, w, h);
}

const hatches = new Map<string, CanvasPattern>();

function hatchOf(context: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  const known = hatches.get(colour);
  if (known) return known;
  const tile = document.createElement('canvas');
  tile.width = 7;
  tile.height = 7;
  const brush = tile.getContext('2d');
  if (!brush) return colour;
  brush.strokeStyle = colour;
  brush.lineWidth = 1.2;
  brush.beginPath();
  for (const start of [-7, 0, 7]) {
    brush.moveTo(start, 7);
    brush.lineTo(start + 7, 0);
  }
  brush.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern) hatches.set(colour, pattern);
  return pattern ?? colour;
}

function paintText(context: CanvasRenderingContext2D, mark: TextMark, palette: Palette): void {
  context.globalAlpha = mark.opacity ?? 1;
  context.font = `${mark.weight ?? 400} ${mark.size}px ${family}`;
  context.direction = isRightToLeft(mark.text) ? 'rtl' : 'ltr';
  context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor === 'end' ? 'right' : 'left';
  const [x, y] = [mark.x + (mark.dx ?? 0), mark.y + (mark.dy ?? 0)];
  if (mark.turn) {
    context.save();
    context.translate(x, y);
    context.rotate((mark.turn * Math.PI) / 180);
    write(context, mark, 0, 0, palette);
    context.restore();
  } else {
    write(context, mark, x, y, palette);
  }
  context.globalAlpha = 1;
}

function write(context: CanvasRenderingContext2D, { text, fill, halo }: TextMark, x: number, y: number, palette: Palette): void {
  if (halo) {
    context.strokeStyle = palette.paper;
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeText(text, x, y);
    context.lineJoin = 'miter'; // As for all else: what is painted next must not look different for what was painted before.
  }
  context.fillStyle = palette[fill];
  context.fillText(text, x, y);
}
