import { idsOfKeys } from '../entity/find.ts';
import { type Drafts, writeDrafts } from '../entity/write.ts';
import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Problem } from '../input/csv.ts';
import { rowDrafts } from './draft.ts';
import { problemsBeside, secondKind } from './held.ts';
import { kinds } from './kinds.ts';
import { linksTogether } from './links.ts';
import type { TableMapping } from './mapping.ts';
import { repeats } from './repeats.ts';
import { mappedRows, type TableFile } from './rows.ts';

export interface TableReport {
  readonly rows: number;
  readonly problems: number;
  /** How many drafts the rows made, by type. One entity in many rows counts in each. */
  readonly made: Readonly<Record<string, number>>;
  /** What is no problem, but should be known: rows that give a key of an earlier row other values. */
  readonly notes: readonly string[];
}

const rowsPerTransaction = 200;

/**
 * Reads the whole table through a mapping and writes nothing: every cell that cannot be meant goes to `onProblem`. A mapping that names columns
 * which the table does not have is a StartError.
 */
export async function checkTable(file: TableFile, mapping: TableMapping, onProblem: (problem: Problem) => void): Promise<TableReport> {
  const { report, together } = await readThrough(file, mapping, onProblem);
  for (const problem of together) onProblem(problem);
  return { ...report, problems: report.problems + together.length };
}

/** What each row says, and apart from that what is wrong with all of them together, if two keys are always two things. */
async function readThrough(
  file: TableFile,
  mapping: TableMapping,
  onProblem: (problem: Problem) => void,
): Promise<{ report: TableReport; together: readonly Problem[] }> {
  const made: Record<string, number> = {};
  const repeated = repeats();
  const secondKind = kinds(mapping);
  const links = linksTogether(mapping);
  const together: Problem[] = [];
  let rows = 0;
  let problems = 0;
  const refuse = (problem: Problem) => {
    problems += 1;
    onProblem(problem);
  };
  for await (const { line, cells } of mappedRows(file, mapping, refuse)) {
    rows += 1;
    const row = rowDrafts(mapping, cells);
    for (const problem of row.problems) refuse({ line, ...problem });
    for (const node of row.nodes) {
      made[node.label] = (made[node.label] ?? 0) + 1;
      repeated.see(line, node);
      const reason = secondKind(line, node);
      if (reason !== null) refuse({ line, column: null, value: null, reason });
    }
    for (const { type } of row.links) made[type] = (made[type] ?? 0) + 1;
    together.push(...links.see(line, row));
  }
  return { report: { rows, problems, made, notes: repeated.notes() }, together: [...together, ...links.problems()] };
}

/**
 * Imports a table through a mapping, when all of it can be meant: it is read once by itself and once beside the graph to be sure, and again to be
 * written. With any problem nothing is written. Doing it twice changes nothing; doing it again after an interruption completes it.
 */
export async function importTable(
  graph: Graph,
  file: TableFile,
  mapping: TableMapping,
  { onProblem = (_: Problem) => {}, by = 'import csv' } = {},
): Promise<TableReport> {
  const { report, together } = await readThrough(file, mapping, onProblem);
  // Only the graph knows which keys are one: what rows come to together is said by the table alone where nothing comes of it anyway.
  const others = report.problems > 0 ? together : await problemsBeside(graph, file, mapping);
  for (const problem of others) onProblem(problem);
  const problems = report.problems + others.length;
  if (problems > 0) return { ...report, problems };

  const stamp = { at: new Date().toISOString(), by };
  for await (const drafts of draftBatches(file, mapping)) {
    const known = await underKnownIds(graph, drafts);
    await graph.write((run) => writeDrafts(run, known, stamp));
  }
  return report;
}

/** A key may be a further key of an entity that the graph has under another id: then that one is meant. */
async function underKnownIds(graph: Graph, { nodes, links }: Drafts): Promise<Drafts> {
  const found = await idsOfKeys(
    graph.read,
    nodes.map(({ keys: [key] }) => key as string),
  );
  const known = new Map(nodes.map((node, at) => [node.id, ofSameKind(node, found[at] ?? node.id)]));
  const idOf = (id: string) => known.get(id) ?? id;
  return {
    nodes: nodes.filter(({ id }) => idOf(id) === id),
    links: links.map((link) => ({ ...link, from: idOf(link.from), to: idOf(link.to), evidence: link.evidence?.map(idOf) })),
  };
}

function ofSameKind(node: Drafts['nodes'][number], id: string): string {
  const reason = secondKind(node, id);
  if (reason === null) return id;
  throw new StartError(`The graph changed while a table was imported: ${reason}. Rows before it may have been imported.`);
}

async function* draftBatches(file: TableFile, mapping: TableMapping): AsyncGenerator<Drafts> {
  const changed = ({ line, reason }: Problem) => {
    throw new StartError(`${file.path} changed while it was imported: line ${line} ${reason}. Import it again to complete it.`);
  };
  let nodes = new Map<string, Drafts['nodes'][number]>();
  let links = new Map<string, Drafts['links'][number]>();
  let rows = 0;
  for await (const { cells } of mappedRows(file, mapping, changed)) {
    const row = rowDrafts(mapping, cells);
    for (const node of row.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node);
    for (const link of row.links) {
      const name = JSON.stringify([link.type, link.from, link.to, link.role, link.evidence]);
      if (!links.has(name)) links.set(name, link);
    }
    rows += 1;
    if (rows % rowsPerTransaction !== 0) continue;
    yield { nodes: [...nodes.values()], links: [...links.values()] };
    nodes = new Map();
    links = new Map();
  }
  if (nodes.size > 0) yield { nodes: [...nodes.values()], links: [...links.values()] };
}
