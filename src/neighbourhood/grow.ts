import type { Context } from '../context.ts';
import type { LinkType } from '../graph/model.ts';
import { type Link, linkId } from '../link/ref.ts';
import { compare } from '../text.ts';
import { around } from './queries.ts';

export interface Extent {
  readonly of: readonly string[];
  readonly depth: number;
  readonly types: readonly LinkType[];
  readonly perNode: number;
  readonly limit: number;
}

/** That of one node's relationships of one kind and direction only so many are shown. */
export interface Omission {
  readonly node: string;
  readonly through: LinkType;
  readonly direction: 'OUT' | 'IN';
  readonly shown: number;
  readonly total: number;
}

export interface Grown {
  readonly nodes: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly omitted: readonly Omission[];
}

type Found = Link & { readonly key: string; readonly isOut: boolean; readonly total: number; readonly farByLabel: string };

/**
 * Grows a piece of the graph around some entities, level by level, one round trip for each. Where not all may be drawn, each node and
 * relationship gives up its last ones first, so that every kind of relationship keeps being seen.
 */
export async function grow({ of, depth, types, perNode, limit }: Extent, { read }: Pick<Context, 'read'>): Promise<Grown> {
  const nodes = new Set(of);
  const found: Found[] = [];
  let frontier = [...nodes];
  for (let level = 1; level <= depth && frontier.length > 0; level += 1) {
    const rows = fairly(await read(around, { keys: frontier, types: [...types], perNode }), frontier);
    found.push(...rows);
    frontier = [...new Set(rows.map(farOf))].filter((id) => !nodes.has(id)).slice(0, limit - nodes.size);
    for (const id of frontier) nodes.add(id);
  }

  const links = new Map(found.filter(({ fromId, toId }) => nodes.has(fromId) && nodes.has(toId)).map((link) => [linkId(link), link]));
  return { nodes, links: [...links.values()], omitted: omissions(found, [...links.values()]) };
}

/** First the first of every node's every relationship, then the second of each, and so on. */
function fairly(rows: readonly Found[], frontier: readonly string[]): Found[] {
  const place = new Map(frontier.map((id, index) => [id, index]));
  const inOrder = [...rows].sort(
    (a, b) =>
      (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0) ||
      compare(bundleOf(a), bundleOf(b)) ||
      compare(a.farByLabel, b.farByLabel) ||
      compare(a.link.disc, b.link.disc),
  );
  const counts = new Map<string, number>();
  const ranked = inOrder.map((row) => {
    const rank = counts.get(bundleOf(row)) ?? 0;
    counts.set(bundleOf(row), rank + 1);
    return { row, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ row }) => row); // Sorting is stable: within a rank the order above stays.
}

function farOf({ isOut, fromId, toId }: Found): string {
  return isOut ? toId : fromId;
}

/** One node's relationships of one type and direction. */
function bundleOf({ key, type, isOut }: Pick<Found, 'key' | 'type' | 'isOut'>): string {
  return `${key} ${type} ${isOut ? 'OUT' : 'IN'}`;
}

function omissions(found: readonly Found[], links: readonly Link[]): Omission[] {
  const shown = new Map<string, number>();
  for (const { type, fromId, toId } of links)
    for (const end of [bundleOf({ key: fromId, type, isOut: true }), bundleOf({ key: toId, type, isOut: false })]) shown.set(end, (shown.get(end) ?? 0) + 1);

  const kinds = new Map(found.map((row) => [bundleOf(row), row]));
  return [...kinds].flatMap(([kind, { key, type, isOut, total }]): Omission[] => {
    const some = shown.get(kind) ?? 0;
    return some < total ? [{ node: key, through: type, direction: isOut ? 'OUT' : 'IN', shown: some, total }] : [];
  });
}
