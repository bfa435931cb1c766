import { type CsvError, type Options, parse } from 'csv-parse';
import { nextLines } from './lines.ts';

/** One record of a table as it stands there; `line` is where it begins. */
export interface TableRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the parser could not read, and the line where it begins. */
export interface Unread {
  readonly line: number;
  readonly error: CsvError;
}

/** The records of comma-separated text, each as soon as it is parsed; at a mistake they end, and it is what the generator returns. */
export async function* recordsOf(texts: AsyncIterable<string>, options: Options): AsyncGenerator<TableRecord, Unread | null> {
  // Records are taken as they are parsed: out of the parser's own queue, those before a mistake would be lost with it.
  let parsed: TableRecord[] = [];
  let line = 1;
  const lineAfter = nextLines();
  const take = (record: unknown, { lines }: { lines: number }) => {
    const cells = record as string[];
    parsed.push({ line, cells });
    line = lineAfter(lines, cells);
    return null;
  };
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, on_record: take, ...options });
  let mistake: CsvError | null = null;
  parser.on('error', (error: CsvError) => {
    mistake = error;
  });
  parser.resume();
  const taken = () => {
    const records = parsed;
    parsed = [];
    return records;
  };
  for await (const text of texts) {
    await new Promise((done) => parser.write(text, done));
    yield* taken();
    if (mistake) break;
  }
  if (!mistake) await new Promise((done) => parser.end(done));
  yield* taken();
  return mistake ? { line, error: mistake } : null;
}
