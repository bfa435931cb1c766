import { painting } from './canvas.ts';
import type { Mark, Scene, Window } from './mark.ts';
import type { Palette } from './palette.ts';
import { projecting } from './project.ts';
import type { Measure } from './text.ts';

/** A scene, and from where one looks at it. */
export interface Sight {
  readonly scene: Scene;
  readonly window: Window;
  readonly palette: Palette;
  readonly measure: Measure;
}

export interface Painter {
  /** Shows this, and over it what is marked. */
  readonly show: (sight: Sight, over: readonly Mark[]) => void;
  readonly stop: () => void;
}

/** A picture that was painted to its end. */
interface Shot {
  readonly sight: Sight;
  readonly canvas: HTMLCanvasElement;
}

/** Up to so many marks a picture is painted at once. */
const fewMarks = 1500;
/** For how long one may paint in one go, so that the page stays usable in between. */
const msAtOnce = 8;
/** After so many strokes what was asked for is really painted: only then is it known how long it takes. */
const strokesAtOnce = 48;

/**
 * Paints on a canvas. A picture of many marks is painted beside the screen, a part at a time. While one moves about in it, the last whole picture
 * is moved, and the next one is painted from where one has come to.
 */
export function painterOn(front: HTMLCanvasElement): Painter {
  let wanted: { readonly sight: Sight; readonly over: readonly Mark[] } | null = null;
  let shot: Shot | null = null;
  let spare: HTMLCanvasElement | null = null;
  let underway: (Shot & { readonly strokes: Generator<void> }) | null = null;
  let frame = 0;
  let turn: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    frame = 0;
    if (!wanted) return;
    const { sight, over } = wanted;
    if (!shot || !isSame(shot.sight, sight)) begin(sight);
    if (shot && isOf(shot.sight, sight)) present(front, shot, sight, over);
  }

  /** What is being painted goes on to its end when it is of the same scene: otherwise nothing would be finished while one moves. */
  function begin(sight: Sight): void {
    if (underway && isOf(underway.sight, sight)) return;
    const canvas = spare ?? document.createElement('canvas');
    spare = null;
    underway = { sight, canvas, strokes: strokesOf(canvas, sight) };
    clearTimeout(turn);
    if (!sight.window.isPlane || marksIn(sight.scene) <= fewMarks) {
      for (const _ of underway.strokes);
      finish();
    } else turn = setTimeout(goOn);
  }

  function goOn(): void {
    if (!underway) return;
    const end = performance.now() + msAtOnce;
    for (let stroke = 1; performance.now() < end; stroke += 1) {
      if (underway.strokes.next().done) {
        finish();
        again();
        return;
      }
      if (stroke % strokesAtOnce === 0) paintNow(underway.canvas);
    }
    turn = setTimeout(goOn);
  }

  function finish(): void {
    if (!underway) return;
    spare = shot?.canvas ?? null;
    shot = underway;
    underway = null;
  }

  function again(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  return {
    show: (sight, over) => {
      wanted = { sight, over };
      again();
    },
    stop: () => {
      wanted = null;
      underway = null;
      cancelAnimationFrame(frame);
      clearTimeout(turn);
    },
  };
}

const marksIn = ({ layers }: Scene) => layers.reduce((sum, { marks }) => sum + marks.length, 0);

/** Whether one picture can stand for the other until that is painted. */
function isOf(one: Sight, other: Sight): boolean {
  const isSized = one.window.width === other.window.width && one.window.height === other.window.height;
  return one.scene === other.scene && one.palette === other.palette && isSized && (one.window.isPlane || one.window === other.window);
}

function isSame(one: Sight, other: Sight): boolean {
  const [from, to] = [one.window.at, other.window.at];
  return isOf(one, other) && from.x === to.x && from.y === to.y && from.k === to.k;
}

function* strokesOf(canvas: HTMLCanvasElement, { scene, window, palette, measure }: Sight): Generator<void> {
  const context = sized(canvas, window);
  if (!context) return;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, window.width, window.height);
  yield* painting(context, yield* projecting(scene, window, measure), palette);
}

/** The canvas in the size of the window, in pixels of the screen. */
function sized(canvas: HTMLCanvasElement, window: Window): CanvasRenderingContext2D | null {
  const ratio = devicePixelRatio || 1;
  const [wide, high] = [Math.round(window.width * ratio), Math.round(window.height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Browsers keep in mind what is to be painted until somebody looks at it. */
function paintNow(canvas: HTMLCanvasElement): void {
  look ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  look?.drawImage(canvas, 0, 0);
}

let look: CanvasRenderingContext2D | null = null;

/** The picture, moved to where one looks now, and what is marked in it. */
function present(front: HTMLCanvasElement, { canvas, sight }: Shot, { scene, window, palette }: Sight, over: readonly Mark[]): void {
  const context = sized(front, window);
  if (!context) return;
  const ratio = devicePixelRatio || 1;
  const scale = sight.window.isPlane ? window.at.k / sight.window.at.k : 1;
  const [x, y] = [sight.window.at.x - window.at.x, sight.window.at.y - window.at.y];
  const left = sight.window.isPlane ? x * window.at.k + (window.width / 2) * (1 - scale) : 0;
  const top = sight.window.isPlane ? y * window.at.k + (window.height / 2) * (1 - scale) : 0;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, window.width, window.height);
  const onPixel = (value: number) => (scale === 1 ? Math.round(value * ratio) / ratio : value);
  context.drawImage(canvas, onPixel(left), onPixel(top), window.width * scale, window.height * scale);
  for (const _ of painting(context, over, palette));
  front.dataset.drawn = String(scene.targets.length);
}
