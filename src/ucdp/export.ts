import { z } from 'zod';
import type { Assessment } from '../assessment/ref.ts';
import { assessmentById, placeById } from '../entity/queries.ts';
import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { readQuery } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';
import { idFromKey } from '../ids.ts';
import { placesContaining } from '../testimony/queries.ts';
import { type Header, headerFrom } from './columns.ts';
import { assessmentKey } from './draft.ts';
import { type Kept, type KeptFile, keptFiles, keptRows } from './kept.ts';
import { type Edit, editsOf, placeInstead, type Units } from './mirror.ts';
import { type GedRow, parseRow } from './row.ts';

const changedReports = readQuery('report/changed', { ids: z.array(z.string()) }, { id: z.string(), title: z.string(), date: text });

/** A row as it is given back, and which of its cells are others than those that were imported. */
export interface ExportedRow {
  readonly id: string;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  readonly edits: readonly Edit[];
}

/** The files to give back: the one that is named, or all that were imported. */
export async function filesToExport(graph: Graph, name: string | null): Promise<KeptFile[]> {
  const all = await keptFiles(graph);
  if (all.length === 0) throw new StartError('Nothing was imported from UCDP: attested import ucdp brings it in.');
  const meant = name === null ? all : all.filter(({ file }) => file === name);
  if (meant.length === 0) throw new StartError(`No file "${name}" was imported from UCDP, but ${named(all)}.`);
  return meant;
}

function named(files: readonly KeptFile[]): string {
  return files.map(({ file }) => `"${file}"`).join(', ');
}

/** Every row of some files in their order, a block at a time. Files with other columns cannot stand in one table: that is a StartError. */
export async function* exportedRows(graph: Graph, files: readonly KeptFile[]): AsyncGenerator<ExportedRow> {
  let header: Header | null = null;
  for (const file of files) {
    for await (const block of keptRows(graph, file)) {
      for (const { record } of block) {
        header ??= headerFrom(record.columns);
        if (record.columns.join() !== header.columns.join())
          throw new StartError(`The rows of ${file.file} have other columns than those before. Export one file at a time with --file: ${named(files)}.`);
      }
      if (header) yield* await withEdits(graph, header, block);
    }
  }
}

/** The rows as csv text: the header, then a line for each. */
export async function* gedCsv(rows: AsyncIterable<ExportedRow>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { columns, cells } of rows) {
    if (isFirst) yield line(columns);
    isFirst = false;
    yield line(cells);
  }
}

async function withEdits(graph: Graph, header: Header, block: readonly Kept[]): Promise<ExportedRow[]> {
  const read = block.map(({ record }) => rowOf(header, record));
  const [assessments, reports, unitsOf] = await Promise.all([
    assessmentsOf(graph, block),
    reportsSetRight(graph, read),
    unitsAround(
      graph,
      block.flatMap((kept, at) => (read[at] ? (placeInstead(read[at], kept) ?? []) : [])),
    ),
  ]);
  return block.map((kept, at) => {
    const { rowKey: id, cells } = kept.record;
    const row = read[at];
    // An event is never taken away; should its record stand alone, it is given back as it was.
    const edits = row && kept.event.id !== null ? editsOf(header, row, kept, { assessment: assessments.get(id) ?? null, reports, unitsOf }) : [];
    return { id, columns: header.columns, cells: edited(header, cells, edits), edits };
  });
}

/** The row as the import read it. */
function rowOf(header: Header, { position, cells }: Kept['record']): GedRow | null {
  const read = parseRow(header, { position, line: 0, cells });
  return 'row' in read ? read.row : null;
}

function edited(header: Header, cells: readonly string[], edits: readonly Edit[]): readonly string[] {
  if (edits.length === 0) return cells;
  const now = new Map(edits.map(({ column, after }) => [header.at.get(column), after]));
  return cells.map((cell, at) => now.get(at) ?? cell);
}

async function assessmentsOf(graph: Graph, block: readonly Kept[]): Promise<Map<string, Assessment>> {
  const rowKeys = new Map(block.map(({ record: { rowKey } }) => [idFromKey('Assessment', assessmentKey(rowKey)), rowKey]));
  const found = await graph.read(assessmentById.query, { keys: [...rowKeys.keys()] });
  return new Map(found.flatMap(({ key, node }) => (node ? [[rowKeys.get(key) ?? '', node]] : [])));
}

async function reportsSetRight(graph: Graph, rows: readonly (GedRow | null)[]) {
  const ids = rows.flatMap((row) => row?.articles.map(({ key }) => idFromKey('Report', key)) ?? []);
  return new Map((await graph.read(changedReports, { ids: [...new Set(ids)] })).map((report) => [report.id, report]));
}

/** What lies around some places: of several districts or governorates around one, UCDP's own. */
async function unitsAround(graph: Graph, places: readonly string[]): Promise<(placeId: string) => Units> {
  if (places.length === 0) return () => ({ adm1: null, adm2: null, country: null });
  const around = await graph.read(placesContaining.query, { keys: [...new Set(places)] });
  const found = await graph.read(placeById.query, { keys: [...new Set(around.map(({ id }) => id))] });
  const byId = new Map(found.map(({ key, node }) => [key, node]));

  return (placeId) => {
    const units = around.filter(({ key }) => key === placeId).flatMap(({ id }) => byId.get(id) ?? []);
    const name = (kind: string) => {
      const ofKind = units.filter((unit) => unit.kind === kind);
      return (ofKind.find(({ keys }) => keys.some((key) => key.startsWith('ucdp:'))) ?? ofKind[0])?.name ?? null;
    };
    return { adm1: name('ADM1'), adm2: name('ADM2'), country: name('COUNTRY') };
  };
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
