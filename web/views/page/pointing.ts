import type { Scene, Target, Window } from '../draw/mark.ts';
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
