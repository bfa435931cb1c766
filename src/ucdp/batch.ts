import { z } from 'zod';
import { idsKnown } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { readQuery } from '../graph/query.ts';
import { idFromKey } from '../ids.ts';
import type { Problem } from './columns.ts';
import { compactMap } from './compact.ts';
import { eventKey } from './draft.ts';
import { type GedFile, type RawRow, rowsOf } from './file.ts';
import { claimsIn } from './headline.ts';
import { type GedRow, parseRow } from './row.ts';

const eventsTold = readQuery('report/events-told', { ids: z.array(z.string()) }, { id: z.string(), eventId: z.string() });

/** The rows that can be relied on, some at a time; `read` counts the others too. */
export async function* batches(
  file: GedFile,
  rowsPerBatch: number,
  refuse: (problems: readonly Problem[]) => void,
  progress: (bytes: number) => void,
): AsyncGenerator<{ rows: GedRow[]; read: number }> {
  const lineOfId = compactMap();
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

/** The rows whose events the graph does not have, and the others. */
export async function notThere(graph: Graph, rows: readonly GedRow[]): Promise<{ fresh: GedRow[]; there: GedRow[] }> {
  const known = await knownOf(
    graph,
    rows.map((row) => idFromKey('Event', eventKey(row))),
  );
  const isThere = (row: GedRow) => known.has(idFromKey('Event', eventKey(row)));
  return { fresh: rows.filter((row) => !isThere(row)), there: rows.filter(isThere) };
}

/** Which of these ids the graph has. */
export async function knownOf(graph: Graph, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += 5000) {
    for (const { id } of await graph.read(idsKnown, { ids: ids.slice(start, start + 5000) })) known.add(id);
  }
  return known;
}

/** Keys of those of the rows' reports with numbers in their headlines that the graph has events of which are none of these rows. */
export async function toldElsewhere(graph: Graph, rows: readonly GedRow[]): Promise<ReadonlySet<string>> {
  const reports = new Map<string, { key: string; events: Set<string> }>();
  for (const row of rows) {
    for (const { key } of row.articles.filter((article) => claimsIn(article).length > 0)) {
      const report = reports.get(idFromKey('Report', key)) ?? { key, events: new Set() };
      reports.set(idFromKey('Report', key), report);
      report.events.add(idFromKey('Event', eventKey(row)));
    }
  }
  const told = await graph.read(eventsTold, { ids: [...reports.keys()] });
  return new Set(told.flatMap(({ id, eventId }) => (reports.get(id)?.events.has(eventId) ? [] : (reports.get(id)?.key ?? []))));
}
