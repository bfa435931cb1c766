import { figure, inWords } from '../page/words.ts';
import type { Edge, GraphData } from './load.ts';

/** What hangs on a hub, drawn as one counted thing. */
export interface Fold {
  readonly id: string;
  readonly hub: string;
  /** How many of those that are drawn otherwise it stands for. */
  readonly drawn: number;
  /** How many there are in all, by their relationship to the hub: "11,640 published, 24,884 attributed to". */
  readonly words: string;
  /** Where else relationships of theirs lead, and how many. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Reports and claims are what hubs have thousands of. */
const foldedTypes: ReadonlySet<string> = new Set(['REPORT', 'CLAIM']);
/** Of a source only its own: not what others write about it. */
const ownOfSource: ReadonlySet<string> = new Set(['PUBLISHED', 'ATTRIBUTED_TO']);
const fewest = 2;

/** Whether so many reports or claims hang on an entity that they can be folded. */
export const isFoldable = (data: GraphData, id: string): boolean => data.nodes.has(id) && membersOf(data, id).size >= fewest;

/** A graph in which the reports and claims around these hubs are folded. All others stay where they are. */
export function folded(data: GraphData, hubs: readonly string[]): { readonly data: GraphData; readonly folds: readonly Fold[] } {
  const folds: Fold[] = [];
  let rest = data;
  for (const hub of hubs) {
    if (!isFoldable(rest, hub)) continue;
    const members = membersOf(rest, hub);
    const fold = foldOf(rest, hub, members);
    folds.push(fold.fold);
    rest = fold.rest;
  }
  return { data: rest, folds };
}

function membersOf({ nodes, links, seeds, positions }: GraphData, hub: string): ReadonlySet<string> {
  const isSource = ['GROUP', 'PERSON'].includes(nodes.get(hub)?.type ?? '');
  const others = links.flatMap(({ type, from, to }) => {
    if (isSource && !ownOfSource.has(type)) return [];
    return from.id === hub ? [to] : to.id === hub ? [from] : [];
  });
  return new Set(others.filter(({ id, type }) => foldedTypes.has(type) && nodes.has(id) && positions.has(id) && !seeds.includes(id)).map(({ id }) => id));
}

function foldOf(data: GraphData, hub: string, members: ReadonlySet<string>): { readonly fold: Fold; readonly rest: GraphData } {
  const id = `fold.${hub}`;
  const own = data.links.filter(({ from, to }) => (from.id === hub && members.has(to.id)) || (to.id === hub && members.has(from.id)));
  const through = new Set<string>(own.map(({ type }) => type));
  const stubs = data.stubs.filter((stub) => stub.node === hub && through.has(stub.through));
  const words = [...through].sort().map((type) => `${figure(stubs.find((stub) => stub.through === type)?.total ?? countOf(own, type))} ${inWords(type)}`);
  // Where a mark for more of them stood, or else the first of them: that place is free.
  const [first = ''] = [...stubs.map((stub) => stub.id).filter((stub) => data.positions.has(stub)), ...[...members].sort()];
  return {
    fold: { id, hub, drawn: members.size, words: words.join(', '), lines: linesOf(data.links, hub, members) },
    rest: {
      ...data,
      nodes: new Map([...data.nodes].filter(([node]) => !members.has(node))),
      links: data.links.filter(({ from, to }) => !members.has(from.id) && !members.has(to.id)),
      stubs: data.stubs.filter((stub) => !members.has(stub.node) && !stubs.includes(stub)),
      positions: new Map([...data.positions, [id, data.positions.get(first) ?? [0, 0]]]),
    },
  };
}

const countOf = (links: readonly Edge[], type: string) => links.filter((link) => link.type === type).length;

function linesOf(links: readonly Edge[], hub: string, members: ReadonlySet<string>): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { from, to } of links) {
    const other = members.has(from.id) && !members.has(to.id) ? to.id : members.has(to.id) && !members.has(from.id) ? from.id : hub;
    if (other !== hub) lines.set(other, (lines.get(other) ?? 0) + 1);
  }
  return lines;
}
