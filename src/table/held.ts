import { joinsLike } from '../claim/series.ts';
import type { LinkDraft, NodeDraft } from '../entity/draft.ts';
import type { Graph, Run } from '../graph/graph.ts';
import { type LinkType, relationship } from '../graph/model.ts';
import { labelOf } from '../ids.ts';
import type { Problem } from '../input/csv.ts';
import { aOrAn } from '../text.ts';
import { goneBeginning, goneEvidence } from '../write/board.ts';
import { sight } from '../write/look.ts';
import type { Looked } from '../write/looked.ts';
import { type RowDrafts, rowDrafts } from './draft.ts';
import { drawsLike } from './likes.ts';
import { linksTogether, namesOf } from './links.ts';
import type { TableMapping } from './mapping.ts';
import { mappedRows, type TableFile } from './rows.ts';

interface Row extends Pick<RowDrafts, 'nodes' | 'links'> {
  readonly line: number;
}

const rowsAtOnce = 200;

/**
 * Reads a table that was checked by itself once more, and holds it against the graph: what its keys stand for there, and what its relationships come to
 * beside those that are there. It writes nothing, asks at most twice for each 200 rows, and keeps what `linksTogether` keeps.
 */
export async function problemsBeside(graph: Graph, file: TableFile, mapping: TableMapping): Promise<Problem[]> {
  const problems: Problem[] = [];
  const refuse = (problem: Problem) => problems.push(problem);
  const together = linksTogether(mapping);
  const asksClaims = drawsLike(mapping);
  const isFollowed = new Set<string>();
  for await (const rows of rowsOf(file, mapping, refuse)) {
    const found = await sight(graph.read, { drafts: distinct(rows.flatMap(({ nodes }) => nodes)) }, ({ label }) => asksClaims && label === 'Claim');
    const meant = rows.map((row) => underKnownIds(row, found, refuse));
    together.hold({ entities: found.entities, ...(await around(graph.read, meant, found, isFollowed)) });
    for (const { line, nodes, links } of meant) {
      problems.push(...together.see(line, { nodes, links }));
      for (const link of links) {
        const reason = together.isInGraph(link) ? null : goneOf(link, found, namesOf(nodes));
        if (reason !== null) refuse({ line, column: null, value: null, reason });
      }
    }
  }
  return [...problems, ...together.problems()];
}

async function* rowsOf(file: TableFile, mapping: TableMapping, refuse: (problem: Problem) => void): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for await (const { line, cells } of mappedRows(file, mapping, refuse)) {
    rows.push({ line, ...rowDrafts(mapping, cells) });
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function distinct(nodes: readonly NodeDraft[]): NodeDraft[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

/** A row as it is meant: a key may be a further key of an entity that the graph has under another id. What cannot be meant so is refused and left out. */
function underKnownIds({ line, nodes, links }: Row, { named }: Looked, refuse: (problem: Problem) => void): Row {
  const wrong = (reason: string) => refuse({ line, column: null, value: null, reason });
  const idOf = (id: string) => named.get(id)?.id ?? id;
  for (const node of nodes) {
    const reason = secondKind(node, idOf(node.id));
    if (reason !== null) wrong(reason);
  }
  const nameOf = namesOf(nodes);
  const meant = links.flatMap((link): LinkDraft[] => {
    const [from, to] = [idOf(link.from), idOf(link.to)];
    if (labelOf(from) !== labelOf(link.from) || labelOf(to) !== labelOf(link.to)) return [];
    if (from !== to) return [{ ...link, from, to, evidence: link.evidence?.map(idOf) }];
    wrong(`${nameOf(link.from)} and ${nameOf(link.to)} are one in the graph, ${to}, and nothing is joined to itself by ${link.type}`);
    return [];
  });
  return { line, nodes: nodes.map((node) => ({ ...node, id: idOf(node.id) })), links: meant };
}

/** What speaks against a key that stands for this id in the graph, or null. */
export function secondKind({ label, keys: [key] }: NodeDraft, id: string): string | null {
  if (labelOf(id) === label) return null;
  const [kind, other] = [labelOf(id), label].map((one) => aOrAn(String(one).toLowerCase()));
  return `the key "${key}" already stands for ${kind}, ${id}, and cannot stand for ${other} too`;
}

/** What the graph has beside relationships that are drawn: those that exclude another, and where they lead on. What is new has nothing yet. */
async function around(read: Run, rows: readonly Row[], { named }: Looked, isFollowed: Set<string>): Promise<Pick<Looked, 'links' | 'steps'>> {
  const isThere = new Set([...named.values()].map(({ id }) => id));
  const links = rows.flatMap((row) => row.links);
  const single = new Set(links.flatMap(singleEnds).filter((id) => isThere.has(id)));
  const chains = links.flatMap(({ type, to }) => {
    const start = `${type} ${to}`;
    if (!relationship(type as LinkType).acyclic || !isThere.has(to) || isFollowed.has(start)) return [];
    isFollowed.add(start);
    return [{ type, id: to }];
  });
  const every = new Set(links.flatMap(({ type, from, to }) => (joinsLike(type as LinkType) ? [from, to].filter((id) => isThere.has(id)) : [])));
  if (single.size === 0 && chains.length === 0 && every.size === 0) return { links: [], steps: [] };
  const { links: beside, steps } = await sight(read, { single: [...single], chains, every: [...every] }, () => false);
  return { links: beside, steps };
}

function singleEnds({ type, from, to }: LinkDraft): string[] {
  const { each } = relationship(type as LinkType);
  return [...(each.from === 'one' ? [from] : []), ...(each.to === 'one' ? [to] : [])];
}

/** What speaks against a new relationship that would stand on what was taken back, or null. */
function goneOf({ type, from, to, evidence = [] }: LinkDraft, { entities }: Looked, nameOf: (id: string) => string): string | null {
  const retractedAt = (id: string) => (entities.get(id)?.retractedAt ?? null) as string | null;
  const link = { type: type as LinkType, from, to, evidence };
  const gone = goneEvidence(retractedAt, link);
  if (gone !== null) return `${nameOf(gone)} was retracted, at ${retractedAt(gone)}, and is evidence of nothing`;
  const begins = goneBeginning(retractedAt, link);
  return begins && `${nameOf(from)} ${begins}`;
}
