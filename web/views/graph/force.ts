import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

/** What is to be laid out. `stage` says when it came: what came earlier stays where it is. */
export interface LayoutNode {
  readonly id: string;
  readonly stage: number;
  readonly size: number;
  /** What it came with: it settles around that. */
  readonly parent: string | null;
}

/** `stage` says when it came: it pulls at nothing that stood there before it. */
export interface LayoutLink {
  readonly from: string;
  readonly to: string;
  readonly stage: number;
}

export type Positions = ReadonlyMap<string, readonly [number, number]>;

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly size: number;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** A graph that was laid out before. */
export interface LaidOut {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  readonly positions: Positions;
}

/**
 * Lays out a graph, stage by stage. The same graph gives the same positions, whatever was looked at before; where it only grew since it was laid
 * out, the stages of `before` are not computed again.
 */
export function layOut(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  { onRough = () => {}, before = null }: { readonly onRough?: (rough: Positions) => void; readonly before?: LaidOut | null } = {},
): Positions {
  const placed = new Map(before && hasGrownFrom(before, nodes, links) ? before.positions : []);
  const stages = new Set(nodes.filter(({ id }) => !placed.has(id)).map(({ stage }) => stage));
  for (const stage of [...stages].sort((one, other) => one - other)) settle(nodes, links, stage, placed, onRough);
  return placed;
}

/** Whether up to the last stage of the one nothing else is in the other, and nothing is missing. */
function hasGrownFrom(before: LaidOut, nodes: readonly LayoutNode[], links: readonly LayoutLink[]): boolean {
  const last = Math.max(0, ...before.nodes.map(({ stage }) => stage));
  const written = (some: readonly (LayoutNode | LayoutLink)[]) =>
    some
      .filter(({ stage }) => stage <= last)
      .map((one) => JSON.stringify(one))
      .join();
  return written(before.nodes) === written(nodes) && written(before.links) === written(links);
}

/** From so many bodies on a graph takes seconds, and is shown while it settles. */
const manyBodies = 700;
/** What comes to a graph that stands finds its place sooner. */
const ticks = { first: 260, many: 86, later: 110 } as const;

function settle(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  stage: number,
  placed: Map<string, readonly [number, number]>,
  onRough: (rough: Positions) => void,
): void {
  const here = nodes.filter((node) => node.stage <= stage).sort((one, other) => (one.id < other.id ? -1 : 1));
  const bodies = here.map((node, index) => bodyOf(node, index, stage, placed));
  const known = new Set(here.map(({ id }) => id));
  const springs = links
    .filter((link) => link.stage <= stage && known.has(link.from) && known.has(link.to) && link.from !== link.to)
    .map(({ from, to }) => ({ source: from, target: to }));
  const many = bodies.length > manyBodies;
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, (typeof springs)[number]>(springs)
        .id(({ id }) => id)
        .distance(many ? 72 : 110)
        .iterations(many ? 1 : 2),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(many ? -260 : -620)
        .theta(many ? 1.1 : 0.9)
        .distanceMax(700),
    )
    .force('collide', forceCollide<Body>(({ size }) => size).iterations(1))
    .force('x', forceX(0).strength(0.035))
    .force('y', forceY(0).strength(0.085))
    .stop();
  if (many) {
    simulation.tick(4);
    onRough(new Map([...bodies.map(({ id, x = 0, y = 0 }): [string, [number, number]] => [id, [Math.round(x), Math.round(y)]]), ...placed]));
  }
  const all = many ? ticks.many : placed.size > 0 ? ticks.later : ticks.first;
  if (all === ticks.later) simulation.alphaDecay(1 - 0.001 ** (1 / all));
  simulation.tick(all);
  for (const { id, x = 0, y = 0 } of bodies) if (!placed.has(id)) placed.set(id, [Math.round(x) + 0, Math.round(y) + 0]);
}

/** New ones begin around what they came with, on a spiral; old ones are held. */
function bodyOf({ id, size, stage: own, parent }: LayoutNode, index: number, stage: number, placed: ReadonlyMap<string, readonly [number, number]>): Body {
  const at = placed.get(id);
  if (at && own < stage) return { id, size, x: at[0], y: at[1], fx: at[0], fy: at[1] };
  const [x, y] = (parent && placed.get(parent)) || [0, 0];
  const [angle, radius] = [index * goldenAngle, (parent && placed.has(parent) ? 50 : 14) * Math.sqrt(index + 1)];
  return { id, size, x: x + Math.cos(angle) * radius, y: y + Math.sin(angle) * radius };
}
