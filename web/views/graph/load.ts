import type { Opened } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { Expand, type ExpandAnswer } from '../operations/expand.ts';
import { Neighbourhood, type NeighbourhoodAnswer, type NeighbourhoodVariables } from '../operations/neighbourhood.ts';
import type { LayoutLink, LayoutNode, Positions } from './force.ts';
import { settling } from './settle.ts';

type Around = NeighbourhoodAnswer['neighbourhood'];
export type Entity = Around['nodes'][number];
export type Edge = Around['links'][number];

/** Relationships of one entity that are not drawn, or not all of them. */
export interface Stub {
  readonly id: string;
  readonly node: string;
  readonly through: string;
  readonly shown: number;
  readonly total: number;
}

export interface GraphData {
  readonly seeds: readonly string[];
  readonly nodes: ReadonlyMap<string, Entity>;
  readonly links: readonly Edge[];
  readonly stubs: readonly Stub[];
  readonly positions: Positions;
  /** At which step each came: the start, then each expansion. */
  readonly stages: ReadonlyMap<string, number>;
  readonly isCapped: boolean;
}

/** Of nothing there is nothing to ask. */
const nothing = { nodes: new Map(), links: [], stubs: [], positions: new Map(), stages: new Map(), isCapped: false };

export const most = { nodes: 2000, links: 5000 } as const;
export const pageSize = 25;

export async function loadGraph(state: State, ask: Ask, signal: AbortSignal, show: (data: GraphData) => void): Promise<GraphData> {
  if (state.of.length === 0) return { ...nothing, seeds: [] };
  const { settle, end } = settling(signal);
  try {
    const grown = await gathered(state, ask);
    const links = [...grown.links.values()];
    const placed = (positions: Positions): GraphData => {
      const pinned = new Map([...positions, ...state.pin.map(({ id, x, y }): [string, [number, number]] => [id, [x, y]])]);
      return { seeds: state.of, nodes: grown.nodes, links, stubs: [...grown.stubs.values()], positions: pinned, stages: grown.stages, isCapped: isFull(grown) };
    };
    return placed(await settle(bodiesOf(grown), springsOf(grown), (rough) => show(placed(rough))));
  } finally {
    end();
  }
}

async function gathered(state: State, ask: Ask): Promise<Grown> {
  const around = await ask(Neighbourhood, {
    of: state.of,
    depth: state.depth,
    through: through(state.through),
    perNode: 10,
    limit: 200,
    known: state.known,
  });
  const grown = begun(around.neighbourhood, state.of);
  for (const [index, opened] of state.open.entries()) grow(grown, opened, index + 1, await opening(opened, state, ask));
  return grown;
}

type Through = NeighbourhoodVariables['through'];

/** The address takes any name; one that the service does not know is answered with its error. */
const through = (names: readonly string[]): Through => (names.length > 0 ? (names as Through) : null);

async function opening({ id, through: name, pages }: Opened, { known }: State, ask: Ask): Promise<{ readonly links: readonly Edge[]; readonly total: number }> {
  const links: Edge[] = [];
  let after: string | null = null;
  let total = 0;
  do {
    const answer: ExpandAnswer = await ask(Expand, {
      id,
      through: through([name]) as never,
      first: Math.min(100, pages * pageSize - links.length),
      after,
      known,
    }); // One page behind the other, at most 99.
    const connection = answer.node && 'links' in answer.node ? answer.node.links : null;
    links.push(...(connection?.edges.map(({ node }) => node) ?? []));
    total = connection?.totalCount ?? 0;
    after = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  } while (after !== null && links.length < pages * pageSize);
  return { links, total };
}

/** A graph to which expansions are added, one after the other. */
interface Grown {
  readonly nodes: Map<string, Entity>;
  readonly links: Map<string, Edge>;
  readonly stubs: Map<string, Stub>;
  readonly stages: Map<string, number>;
  readonly parents: Map<string, string>;
  /** At which step each relationship came. */
  readonly linkStages: Map<string, number>;
}

function begun({ nodes, links, omitted }: Around, seeds: readonly string[]): Grown {
  const grown: Grown = { nodes: new Map(), links: new Map(), stubs: new Map(), stages: new Map(), parents: new Map(), linkStages: new Map() };
  for (const node of nodes) {
    grown.nodes.set(node.id, node);
    grown.stages.set(node.id, 0);
  }
  for (const link of links) addLink(grown, link, 0);
  for (const { node, through: name, shown, total } of omitted) addStub(grown, { id: stubId(node, name), node, through: name, shown, total }, 0);
  for (const seed of seeds) grown.parents.delete(seed);
  return grown;
}

function grow(grown: Grown, { id, through: name }: Opened, stage: number, { links, total }: { links: readonly Edge[]; total: number }): void {
  if (!grown.nodes.has(id)) return;
  for (const link of links) {
    if (isFull(grown)) break;
    for (const end of [link.from, link.to]) {
      if (grown.nodes.has(end.id)) continue;
      grown.nodes.set(end.id, end);
      grown.stages.set(end.id, stage);
      grown.parents.set(end.id, id);
    }
    addLink(grown, link, stage);
  }
  const shown = [...grown.links.values()].filter((link) => link.type === name && (link.from.id === id || link.to.id === id)).length;
  const stub = stubId(id, name);
  if (shown < total) addStub(grown, { id: stub, node: id, through: name, shown, total }, stage);
  else grown.stubs.delete(stub);
}

function addLink({ links, linkStages }: Grown, link: Edge, stage: number): void {
  links.set(link.id, link);
  if (!linkStages.has(link.id)) linkStages.set(link.id, stage);
}

function addStub(grown: Grown, stub: Stub, stage: number): void {
  if (!grown.stages.has(stub.id)) grown.stages.set(stub.id, stage);
  grown.parents.set(stub.id, stub.node);
  grown.stubs.set(stub.id, stub);
}

function isFull({ nodes, links }: Grown): boolean {
  return nodes.size >= most.nodes || links.size >= most.links;
}

function bodiesOf({ nodes, stages, parents }: Grown): LayoutNode[] {
  const stageOf = (id: string) => stages.get(id) ?? 0;
  return [
    ...[...nodes.keys()].map((id) => ({ id, stage: stageOf(id), size: 32, parent: parents.get(id) ?? null })),
    // A stub that has been opened to its end keeps its place free, so that the rest stays where it is.
    ...[...stages.keys()].filter((id) => id.startsWith('stub.')).map((id) => ({ id, stage: stageOf(id), size: 34, parent: parents.get(id) ?? null })),
  ];
}

function springsOf({ links, stages, parents, linkStages }: Grown): LayoutLink[] {
  const stubs = [...stages].filter(([id]) => id.startsWith('stub.')).map(([id, stage]) => ({ from: parents.get(id) ?? '', to: id, stage }));
  return [...[...links.values()].map(({ id, from, to }) => ({ from: from.id, to: to.id, stage: linkStages.get(id) ?? 0 })), ...stubs];
}

const stubId = (node: string, name: string) => `stub.${node}.${name}`;
