import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

/** What is to be laid out. `stage` says when it came: what came earlier stays where it is. */
export interface LayoutNode {
  readonly id: string;
  readonly stage: number;
  readonly size: number;
  /** What it came with: it settles around that. */
  readonly parent: string | null;
}

export interface LayoutLink {
  readonly from: string;
  readonly to: string;
}

export type Positions = ReadonlyMap<string, readonly [number, number]>;

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly size: number;
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/** Lays out a graph, stage by stage. The same graph gives the same positions, whatever was looked at before. */
export function layOut(nodes: readonly LayoutNode[], links: readonly LayoutLink[], onRough: (rough: Positions) => void = () => {}): Positions {
  const placed = new Map<string, readonly [number, number]>();
  for (const stage of [...new Set(nodes.map((node) => node.stage))].sort((one, other) => one - other)) settle(nodes, links, stage, placed, onRough);
  return placed;
}

/** From so many bodies on a graph takes seconds, and is shown while it settles. */
const manyBodies = 700;

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
  const springs = links.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to).map(({ from, to }) => ({ source: from, target: to }));
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
  simulation.tick(many ? 86 : 260);
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
