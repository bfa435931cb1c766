import { basename } from 'node:path';
import type { Graph } from '../graph/graph.ts';
import type { Label } from '../ids.ts';
import { batches, knownOf, notThere, toldElsewhere } from './batch.ts';
import type { Problem } from './columns.ts';
import { draftsOf, headlineDraftsOf } from './draft.ts';
import { openGed } from './file.ts';
import { nowShared } from './headline.ts';
import { type Changes, type Counts, rehearsal, writer } from './keep.ts';
import type { Known } from './known.ts';
import { type Recent, recent } from './recent.ts';
import type { GedRow } from './row.ts';
import { findSources } from './source.ts';
import { survey } from './survey.ts';

/** How far an import is: it reads the file twice, first for the names in it. */
export interface Progress {
  readonly phase: 'reading names' | 'importing';
  readonly bytes: number;
  readonly ofBytes: number;
  readonly rows: number;
}

export interface Summary extends Counts {
  readonly read: number;
  readonly imported: number;
  readonly already: number;
  readonly refused: number;
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
  /** Whether the numbers in headlines become claims; they do unless told otherwise. */
  readonly extract?: boolean;
  /** Only says what would change. */
  readonly isRehearsal?: boolean;
}

const sharedLabels: ReadonlySet<Label> = new Set(['Group', 'Place', 'Dyad', 'Conflict']);

/**
 * Imports a UCDP GED table. Each batch of rows is written whole or not at all, and a row whose event is there already is left alone, apart from
 * numbers in its headlines that an import without them left out: doing it again changes nothing, and an import that was interrupted goes on
 * where it stopped.
 */
export async function importGed(graph: Graph, path: string, options: ImportOptions = {}): Promise<Summary> {
  const { onProblem = () => {}, onProgress = () => {}, signal, rowsPerBatch = 200, now = new Date(), extract = true, isRehearsal = false } = options;
  const file = await openGed(path);
  const counts = { read: 0, imported: 0, already: 0, refused: 0 };
  const report = (phase: Progress['phase']) => (bytes: number) => onProgress({ phase, bytes, ofBytes: file.bytes, rows: counts.read });
  const refuse = (problems: readonly Problem[]) => {
    counts.refused += 1;
    problems.forEach(onProblem);
  };

  const names = await survey(file, report('reading names'));
  const memory = { drafted: new Set<string>(), headlines: recent(50_000) };
  const sources = await findSources(graph, file, names);
  const what = { file: { header: file.header, name: basename(path) }, survey: names, sources, today: now.toISOString().slice(0, 10), extract, ...memory };
  const keep = isRehearsal ? rehearsal(graph) : writer(graph, now);
  const before = await keep.size();

  const write = async (change: () => Promise<void>, imported: number) => {
    await change();
    counts.imported += imported;
  };

  // The next batch is read, drafted and made ready while this one is being written.
  let writing = Promise.resolve();
  let isComplete = true;
  try {
    for await (const batch of batches(file, rowsPerBatch, refuse, report('importing'))) {
      isComplete = !signal?.aborted;
      if (!isComplete) break;
      const { fresh, there } = await notThere(graph, batch.rows);
      const changes = await changesOf(graph, fresh, there, what);
      const change = keep.change(changes);
      await writing;
      counts.read += batch.read;
      counts.already += there.length;
      if (changes.drafts.nodes.length + changes.aboutNone.length > 0) {
        writing = write(change, fresh.length);
        writing.catch(() => {}); // Told when it is waited for, which may be after the next batch was read.
      }
    }
  } finally {
    await writing;
  }

  const after = await keep.size();
  return { ...counts, nodes: after.nodes - before.nodes, links: after.links - before.links, isComplete };
}

/** What has been drafted need not be again: should a batch not be written, none is after it. */
interface Memory {
  readonly drafted: Set<string>;
  readonly headlines: Recent;
}

function keepInMind({ drafted, headlines }: Memory, { nodes, keys }: Changes['drafts'], rows: readonly GedRow[]): void {
  for (const { keys, label } of nodes) if (sharedLabels.has(label)) for (const key of keys) drafted.add(key);
  for (const { key } of keys) drafted.add(key);
  for (const { articles } of rows) for (const { key } of articles) headlines.add(key);
}

/** What rows that are new bring along, and of the others what an earlier import left out. */
async function changesOf(graph: Graph, fresh: readonly GedRow[], there: readonly GedRow[], what: Omit<Known, 'elsewhere'> & Memory): Promise<Changes> {
  const elsewhere = what.extract ? await toldElsewhere(graph, [...fresh, ...there]) : new Set<string>();
  const known: Known = { ...what, elsewhere };
  const drafts = draftsOf(fresh, known);
  const late = headlineDraftsOf(there, known);
  keepInMind(what, drafts, fresh);
  const isThere = await knownOf(
    graph,
    late.nodes.map(({ id }) => id),
  );
  return {
    drafts: {
      ...drafts,
      nodes: [...drafts.nodes, ...late.nodes.filter(({ id }) => !isThere.has(id))],
      links: [...drafts.links, ...late.links.filter(({ type, from, to }) => !isThere.has(type === 'CONTAINS' ? to : from))],
    },
    aboutNone: nowShared([...fresh, ...there], known),
  };
}
