import { basename } from 'node:path';
import { z } from 'zod';
import { type Drafts, writeDrafts } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { readQuery } from '../graph/query.ts';
import type { Label } from '../ids.ts';
import { idFromKey } from '../ids.ts';
import type { Problem } from './columns.ts';
import { draftsOf, eventKey, type Known } from './draft.ts';
import { type GedFile, openGed, type RawRow, rowsOf } from './file.ts';
import { type GedRow, parseRow } from './row.ts';
import { findSources } from './source.ts';
import { survey } from './survey.ts';

/** How far an import is: it reads the file twice, first for the names in it. */
export interface Progress {
  readonly phase: 'reading names' | 'importing';
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

export interface Summary {
  readonly read: number;
  readonly imported: number;
  readonly already: number;
  readonly refused: number;
  /** How many the graph has more than before. */
  readonly nodes: number;
  readonly links: number;
  /** Whether it came to the end of the file. */
  readonly isComplete: boolean;
}

export interface ImportOptions {
  readonly onProblem?: (problem: Problem) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** When aborted, the batches that are under way are finished, and nothing after them is begun. */
  readonly signal?: AbortSignal;
  readonly rowsPerBatch?: number;
  /** The moment of the import. */
  readonly now?: Date;
}

const known = readQuery('entity/known', { ids: z.array(z.string()) }, { id: z.string() });
const size = readQuery('entity/size', {}, { nodes: z.int(), links: z.int() });
const sharedLabels: ReadonlySet<Label> = new Set(['Group', 'Place', 'Dyad', 'Conflict']);

/**
 * Imports a UCDP GED table. Each batch of rows is written whole or not at all, and a row whose event is there already is left alone:
 * doing it again changes nothing, and an import that was interrupted goes on where it stopped.
 */
export async function importGed(graph: Graph, path: string, options: ImportOptions = {}): Promise<Summary> {
  const { onProblem = () => {}, onProgress = () => {}, signal, rowsPerBatch = 500, now = new Date() } = options;
  const file = await openGed(path);
  const counts = { read: 0, imported: 0, already: 0, refused: 0 };
  const report = (phase: Progress['phase']) => (bytes: number) => onProgress({ phase, bytes, ofBytes: file.bytes, rows: counts.read });
  const refuse = (problems: readonly Problem[]) => {
    counts.refused += 1;
    problems.forEach(onProblem);
  };

  const names = await survey(file, report('reading names'));
  const written = new Set<string>();
  const sources = await findSources(graph, file, names);
  const what: Known = { file: { header: file.header, name: basename(path) }, survey: names, sources, today: now.toISOString().slice(0, 10), written };
  const before = await sizeOf(graph);

  const write = async (drafts: Drafts, rows: number) => {
    await graph.write((run) => writeDrafts(run, drafts, { at: now.toISOString(), by: 'import ucdp' }));
    counts.imported += rows;
    for (const { keys, label } of drafts.nodes) if (sharedLabels.has(label)) for (const key of keys) written.add(key);
    for (const { key } of drafts.keys ?? []) written.add(key);
  };

  // The next batch is read and drafted while this one is being written.
  let writing = Promise.resolve();
  try {
    for await (const batch of batches(file, rowsPerBatch, refuse, report('importing'))) {
      if (signal?.aborted) break;
      const fresh = await notThere(graph, batch.rows);
      const drafts = draftsOf(fresh, what);
      await writing;
      counts.read += batch.read;
      counts.already += batch.rows.length - fresh.length;
      if (fresh.length > 0) writing = write(drafts, fresh.length);
    }
  } finally {
    await writing;
  }

  const after = await sizeOf(graph);
  return { ...counts, nodes: after.nodes - before.nodes, links: after.links - before.links, isComplete: !signal?.aborted };
}

/** The rows that can be relied on, some at a time; `read` counts the others too. */
async function* batches(
  file: GedFile,
  rowsPerBatch: number,
  refuse: (problems: readonly Problem[]) => void,
  progress: (bytes: number) => void,
): AsyncGenerator<{ rows: GedRow[]; read: number }> {
  const lineOfId = new Map<number, number>();
  let rows: GedRow[] = [];
  let read = 0;
  const checked = (raw: RawRow) => {
    const parsed = parseRow(file.header, raw);
    if ('problems' in parsed) return refuse(parsed.problems);
    const { id, line } = parsed.row;
    const earlier = lineOfId.get(Number(id));
    if (earlier !== undefined) return refuse([{ line, column: 'id', value: id, reason: `should be in the file once, but stands in line ${earlier} too` }]);
    lineOfId.set(Number(id), line);
    rows.push(parsed.row);
  };

  const unreadable = (problem: Problem) => {
    read += 1;
    refuse([problem]);
  };
  for await (const raw of rowsOf(file, unreadable, progress)) {
    read += 1;
    checked(raw);
    if (rows.length < rowsPerBatch) continue;
    yield { rows, read };
    rows = [];
    read = 0;
  }
  yield { rows, read };
}

/** The rows whose events the graph does not have. */
async function notThere(graph: Graph, rows: readonly GedRow[]): Promise<GedRow[]> {
  const byId = new Map(rows.map((row) => [idFromKey('Event', eventKey(row)), row]));
  for (const { id } of await graph.read(known, { ids: [...byId.keys()] })) byId.delete(id);
  return [...byId.values()];
}

async function sizeOf(graph: Graph): Promise<{ nodes: number; links: number }> {
  const [answer] = await graph.read(size, {});
  return answer ?? { nodes: 0, links: 0 };
}
