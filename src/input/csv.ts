import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { CsvError } from 'csv-parse';
import { StartError } from '../errors.ts';
import { unopened } from './json.ts';
import { notUtf8, otherKind } from './kind.ts';
import { recordsOf } from './records.ts';

/** Something in a table that cannot be meant: where it stands, what stands there, and why it is wrong. */
export interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** A row below the header; `line` is where it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
  /** For who does not read the rows: what they are read from is let go. */
  readonly close: () => Promise<void>;
}

export type Bytes = () => AsyncIterable<Uint8Array>;

/** A row that is longer comes from a quotation mark that was never closed, or is no row of a table. */
const longestRow = 4_000_000;
const mostColumns = 1000;

/** The bytes of a file, however large, from the beginning each time they are asked for. */
export function bytesOf(path: string): Bytes {
  return () => createReadStream(path, { highWaterMark: 1 << 18 });
}

/**
 * A table of comma-separated text, row by row. What is no table at all is a StartError; a row that cannot be read goes to `refuse`.
 */
export async function openTable(path: string, bytes: Bytes, delimiter: string | null, refuse: (problem: Problem) => void): Promise<Table> {
  try {
    let unread: Problem | null = null;
    const rows = records(path, bytes, delimiter ?? (await likelyDelimiter(bytes)), (problem) => {
      unread = problem;
      refuse(problem);
    });
    const { value: header } = await rows.next();
    if (!header) throw new StartError(withoutHeader(path, unread));
    const columns = header.cells.map((name) => name.trim());
    const wrong = wrongHeader(columns);
    if (wrong) {
      await rows.return(undefined);
      throw new StartError(`${path}, line ${header.line}: ${wrong}`);
    }
    return { columns, rows: fullRows(rows, columns, refuse), close: async () => void (await rows.return(undefined)) };
  } catch (error) {
    throw unopened(path, error);
  }
}

function withoutHeader(path: string, unread: Problem | null): string {
  return unread ? `${path}, line ${unread.line}: ${unread.reason}.` : `${path} should begin with a line of column names, but is empty.`;
}

function wrongHeader(columns: readonly string[]): string | null {
  if (columns.length > mostColumns) return `the header should have at most ${mostColumns} columns, but has ${columns.length}.`;
  const nameless = columns.indexOf('');
  if (nameless !== -1) return `every column should have a name, but column ${nameless + 1} has none.`;
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  return twice === undefined ? null : `each column should have a name of its own, but "${twice}" is there twice.`;
}

async function* fullRows(rows: AsyncIterable<TableRow>, columns: readonly string[], refuse: (problem: Problem) => void): AsyncGenerator<TableRow> {
  for await (const row of rows) {
    const { line, cells } = row;
    const nul = cells.findIndex((cell) => cell.includes('\0'));
    if (cells.length !== columns.length) refuse({ line, column: null, value: null, reason: `has ${cells.length} cells, but the header has ${columns.length}` });
    else if (nul !== -1) refuse({ line, column: columns[nul] ?? null, value: cells[nul] ?? null, reason: 'has a NUL character, which is no text' });
    else yield row;
  }
}

async function* records(path: string, bytes: Bytes, delimiter: string, refuse: (problem: Problem) => void): AsyncGenerator<TableRow, undefined> {
  const unread = yield* recordsOf(decoded(path, bytes), { delimiter, max_record_size: longestRow });
  if (unread) refuse({ line: unread.line, column: null, value: null, reason: unreadable(unread.error) });
  return undefined;
}

/** What the parser could not read ends the table there; anything else that went wrong is not the row's fault. */
function unreadable(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return `a cell that begins here never ends, or the row has more than ${longestRow} characters; nothing below this line was read`;
  if (error.code?.startsWith('CSV_')) return `cannot be read as a row (${error.code}); nothing below this line was read`;
  throw error;
}

async function* decoded(path: string, bytes: Bytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  // Where the chunk begins: how many lines are behind it, how many characters of its first line, and the bytes of a character that it breaks.
  let before = { lines: 0, characters: 0, broken: new Uint8Array(0) };
  const read = (chunk: Uint8Array, isLast: boolean): string => {
    try {
      return decoder.decode(chunk, { stream: !isLast });
    } catch {
      const wrong = notUtf8(Buffer.concat([before.broken, chunk])) ?? { line: 1, column: 1 };
      const line = before.lines + wrong.line;
      const column = wrong.line === 1 ? before.characters + wrong.column : wrong.column;
      throw new StartError(`${path}, line ${line}, column ${column}: should be UTF-8, but is not. Save it as UTF-8 and try again.`);
    }
  };
  let isFirst = true;
  for await (const chunk of bytes()) {
    const other = isFirst ? otherKind(chunk) : null;
    if (other) throw new StartError(`${path} should be a table as comma-separated text (csv), but ${other}.`);
    isFirst = false;
    const text = read(chunk, false);
    yield text;
    const lines = text.split('\n').length - 1;
    const inLine = text.length - (text.lastIndexOf('\n') + 1);
    before = { lines: before.lines + lines, characters: lines === 0 ? before.characters + inLine : inLine, broken: brokenEnd(chunk) };
  }
  const rest = read(new Uint8Array(0), true);
  if (rest !== '') yield rest;
}

/** The bytes at the end of a chunk that are the beginning of a character; the rest of it comes with the next. */
function brokenEnd(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const begins = [1, 2, 3].find((back) => ((chunk.at(-back) ?? 0) & 0xc0) === 0xc0) ?? 0;
  const isWhole = begins === 0 || isUtf8(chunk.subarray(chunk.length - begins));
  return Uint8Array.from(isWhole ? [] : chunk.subarray(chunk.length - begins));
}

/** Of comma, semicolon and tab, what stands most often in the first line; a comma when none does. */
async function likelyDelimiter(bytes: Bytes): Promise<string> {
  for await (const chunk of bytes()) {
    const [line = ''] = new TextDecoder('utf-8').decode(chunk.subarray(0, 65_536)).split(/\r?\n/, 1);
    const [most] = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length })).sort((one, other) => other.count - one.count);
    return most?.mark ?? ',';
  }
  return ',';
}
