import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { readQuery } from '../graph/query.ts';
import { decimal, listOf, text, texts, whole } from '../graph/shapes.ts';

export const dataset = 'ucdp-ged';

const rowsPerBlock = 500;

/** A name for some consecutive rows of a file: they are read out together, and the next ones after them. */
export function blockOf(file: string, position: number): string {
  return `${dataset}/${file}/${Math.floor(position / rowsPerBlock)}`;
}

const keptRow = {
  record: z.object({ rowKey: z.string(), position: z.int(), columns: z.array(z.string()), cells: z.array(z.string()) }),
  event: z.object({ id: text, from: text, to: text, datePrecision: whole, clarity: whole, violenceType: text }),
  places: listOf(
    z.object({
      id: z.string(),
      key: text,
      name: z.string(),
      latitude: decimal,
      longitude: decimal,
      precision: whole,
    }),
  ),
  parties: listOf(z.object({ role: text, id: z.string(), name: z.string(), keys: texts })),
};

/** A row as it was imported, with what has become of its event. */
export type Kept = z.output<z.ZodObject<typeof keptRow>>;

const files = readQuery('record/files', { dataset: z.string() }, { file: text, total: z.int(), last: z.int().nullable() });
const byBlock = readQuery('record/by-block', { block: z.string() }, keptRow);

export interface KeptFile {
  readonly file: string;
  readonly rows: number;
  readonly last: number;
}

/** The files that were imported into a graph. */
export async function keptFiles(graph: Graph): Promise<KeptFile[]> {
  const found = await graph.read(files, { dataset });
  return found.flatMap(({ file, total, last }) => (file === null || last === null ? [] : [{ file, rows: total, last }]));
}

/** The rows of a file in its order, a block at a time. */
export async function* keptRows(graph: Graph, { file, last }: KeptFile): AsyncGenerator<Kept[]> {
  for (let position = 0; position <= last; position += rowsPerBlock) {
    const rows = await graph.read(byBlock, { block: blockOf(file, position) });
    yield rows.sort((one, other) => one.record.position - other.record.position || (one.record.rowKey < other.record.rowKey ? -1 : 1));
  }
}
