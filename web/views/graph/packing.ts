import type { LayoutLink, LayoutNode, Positions } from './force.ts';

/**
 * A graph as it is sent to another thread: entities by their number, in flat lists of numbers. Thousands of objects would have to be taken apart
 * and put together again, and the page would stand still for it.
 */
export interface Packed {
  readonly ids: readonly string[];
  readonly stages: Int32Array;
  readonly sizes: Int32Array;
  /** The number of what each came with; -1 for none. */
  readonly parents: Int32Array;
  /** Three numbers a relationship: where it begins, where it leads, when it came. */
  readonly links: Int32Array;
}

export function pack(nodes: readonly LayoutNode[], links: readonly LayoutLink[]): Packed {
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const numberOf = (id: string | null) => (id === null ? -1 : (numbers.get(id) ?? -1));
  return {
    ids: nodes.map(({ id }) => id),
    stages: Int32Array.from(nodes, ({ stage }) => stage),
    sizes: Int32Array.from(nodes, ({ size }) => size),
    parents: Int32Array.from(nodes, ({ parent }) => numberOf(parent)),
    links: Int32Array.from(links.flatMap(({ from, to, stage }) => [numberOf(from), numberOf(to), stage])),
  };
}

export function unpack({ ids, stages, sizes, parents, links }: Packed): { readonly nodes: LayoutNode[]; readonly links: LayoutLink[] } {
  const idOf = (number: number | undefined) => ids[number ?? -1] ?? null;
  return {
    nodes: ids.map((id, at) => ({ id, stage: stages[at] ?? 0, size: sizes[at] ?? 0, parent: idOf(parents[at]) })),
    links: Array.from({ length: links.length / 3 }, (_, at) => ({
      from: idOf(links[3 * at]) ?? '',
      to: idOf(links[3 * at + 1]) ?? '',
      stage: links[3 * at + 2] ?? 0,
    })),
  };
}

/** What has no place yet. */
const nowhere = -(2 ** 31);

/** Two numbers an entity, in the order of the ids. Positions are whole. */
export function packPositions(ids: readonly string[], positions: Positions): Int32Array {
  return Int32Array.from(ids.flatMap((id) => positions.get(id) ?? [nowhere, nowhere]));
}

export function unpackPositions(ids: readonly string[], places: Int32Array): Positions {
  const all = ids.map((id, at): [string, [number, number]] => [id, [places[2 * at] as number, places[2 * at + 1] as number]]);
  return new Map(all.filter(([, [x]]) => x !== nowhere));
}
