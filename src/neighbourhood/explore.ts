import type { Context } from '../context.ts';
import type { LinkType } from '../graph/model.ts';
import { type Link, linkId } from '../link/ref.ts';
import { linksAround } from './queries.ts';

/** What of an entity's relationships of one type is not drawn. */
export interface Omission {
  readonly node: string;
  readonly through: LinkType;
  readonly shown: number;
  readonly total: number;
}

export interface Subgraph {
  readonly nodes: readonly string[];
  readonly links: readonly Link[];
  readonly omitted: readonly Omission[];
}

export interface Bounds {
  readonly depth: number;
  readonly types: readonly LinkType[];
  /** How many relationships of one type and direction are followed from one entity. */
  readonly perNode: number;
  /** How many entities there may be in all. */
  readonly limit: number;
}

/** A piece of the graph, level by level from some entities outwards, one read a level: it ends with the depth, or when nothing new is found. */
export async function explore(read: Context['read'], of: readonly string[], { depth, types, perNode, limit }: Bounds): Promise<Subgraph> {
  const nodes = new Set(of.slice(0, limit));
  const links = new Map<string, Link>();
  const totals = new Map<string, { node: string; through: LinkType; total: number }>();
  let frontier = [...nodes];

  for (let level = 0; level < depth && frontier.length > 0; level += 1) {
    const rows = await read(linksAround, { keys: frontier, types: [...types], perNode });
    frontier = [];
    for (const { key, total, ...link } of rows) {
      count(totals, key, link, total);
      const far = link.fromId === key ? link.toId : link.fromId;
      if (!nodes.has(far) && nodes.size >= limit) continue;
      if (!nodes.has(far)) frontier.push(far);
      nodes.add(far);
      links.set(linkId(link), link);
    }
  }

  return {
    nodes: [...nodes],
    links: [...links.values()],
    omitted: omissions(
      [...totals.values()].map(({ node, through, total }) => ({ node, through, total })),
      links,
    ),
  };
}

/** Both directions of a type together: that is how they are left out. A row of each direction brings its total along. */
function count(totals: Map<string, { node: string; through: LinkType; total: number }>, node: string, { type, fromId }: Link, total: number): void {
  const direction = `${node} ${type} ${fromId === node}`;
  if (!totals.has(direction)) totals.set(direction, { node, through: type, total });
}

function omissions(totals: readonly { node: string; through: LinkType; total: number }[], links: ReadonlyMap<string, Link>): Omission[] {
  const drawn = new Map<string, number>();
  for (const { type, fromId, toId } of links.values())
    for (const end of new Set([fromId, toId])) drawn.set(`${end} ${type}`, (drawn.get(`${end} ${type}`) ?? 0) + 1);

  const sums = new Map<string, Omission>();
  for (const { node, through, total } of totals) {
    const name = `${node} ${through}`;
    sums.set(name, { node, through, shown: drawn.get(name) ?? 0, total: total + (sums.get(name)?.total ?? 0) });
  }
  return [...sums.values()].filter(({ shown, total }) => shown < total);
}
