import { middleOf } from '../draw/canvas.ts';
import type { LineTarget, Scene, Target, Window } from '../draw/mark.ts';
import { placing } from '../draw/project.ts';

/** What lies under a point of the screen: of several, the one whose middle is nearest. */
export function targetAt({ targets }: Scene, window: Window, x: number, y: number): Target | undefined {
  let best: Target | undefined;
  let least = Infinity;
  for (const target of targets) {
    const [tx, ty] = placing(window, target.fix)(target.x, target.y);
    const [dx, dy] = [Math.abs(tx - x), Math.abs(ty - y)];
    if (dx > target.rx || dy > target.ry || dx + dy >= least) continue;
    least = dx + dy;
    best = target;
  }
  return best;
}

const nearLine = 6;

/** The line that runs by a point of the screen, the nearest of several; where a thing lies it is that which is meant. */
export function lineUnder(lines: readonly LineTarget[], window: Window, x: number, y: number): LineTarget | undefined {
  const place = placing(window);
  let best: LineTarget | undefined;
  let least = nearLine;
  for (const line of lines) {
    const distance = distanceTo(onScreen(line, place), line.bend, x, y);
    if (distance >= least) continue;
    least = distance;
    best = line;
  }
  return best;
}

/** Where the ends of a line stand on the screen. */
export function onScreen({ points: [x1, y1, x2, y2] }: LineTarget, place: ReturnType<typeof placing>): readonly [number, number, number, number] {
  return [...place(x1, y1), ...place(x2, y2)];
}

function distanceTo(points: readonly [number, number, number, number], bend: number, x: number, y: number): number {
  const [x1, y1, x2, y2] = points;
  const reach = nearLine + Math.abs(bend);
  if (x < Math.min(x1, x2) - reach || x > Math.max(x1, x2) + reach || y < Math.min(y1, y2) - reach || y > Math.max(y1, y2) + reach) return Infinity;
  if (bend === 0) return distanceToStretch(x1, y1, x2, y2, x, y);
  const [cx, cy] = middleOf(points, bend);
  const bent = (at: number) =>
    [(1 - at) ** 2 * x1 + 2 * (1 - at) * at * cx + at ** 2 * x2, (1 - at) ** 2 * y1 + 2 * (1 - at) * at * cy + at ** 2 * y2] as const;
  const parts = 12;
  const distances = Array.from({ length: parts }, (_, part) => distanceToStretch(...bent(part / parts), ...bent((part + 1) / parts), x, y));
  return Math.min(...distances);
}

function distanceToStretch(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x1 + along * dx - x, y1 + along * dy - y);
}

/** Where an arrow key leads: along a relationship if one leads that way, else to the nearest in that direction. */
export function nearest(targets: readonly Target[], from: Target | undefined, direction: readonly [number, number]): Target | undefined {
  if (!from) return targets[0];
  const along = targets.filter(({ id }) => from.next?.includes(id));
  return best(along, from, direction) ?? best(targets, from, direction);
}

function best(targets: readonly Target[], from: Target, [dx, dy]: readonly [number, number]): Target | undefined {
  let found: Target | undefined;
  let least = Infinity;
  for (const target of targets) {
    const ahead = (target.x - from.x) * dx + (target.y - from.y) * dy;
    const aside = Math.abs((target.x - from.x) * dy) + Math.abs((target.y - from.y) * dx);
    if (target === from || ahead <= 0.001 || aside > ahead * 3) continue;
    const cost = ahead + aside * 2;
    if (cost >= least) continue;
    least = cost;
    found = target;
  }
  return found;
}
