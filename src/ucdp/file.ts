import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { CsvError, Options } from 'csv-parse';
import { StartError } from '../errors.ts';
import { recordsOf } from '../input/records.ts';
import { type Header, headerFrom, type Problem, requiredColumns } from './columns.ts';

/** One row of the file as it stands there; `line` is where it begins, `position` how many rows stand before it. */
export interface RawRow {
  readonly position: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/** A GED file that has been looked at: its header is what it should be. */
export interface GedFile {
  readonly path: string;
  readonly bytes: number;
  readonly header: Header;
}

/** No row of any release comes near; what is longer comes from a quote that was never closed. */
const longestRow = 4_000_000;

/** Looks at a file before anything is read from it: what is no GED table is a StartError that says what it is instead. */
export async function openGed(path: string): Promise<GedFile> {
  const { bytes, beginning } = await beginningOf(path);
  const other = otherKind(beginning);
  if (other) throw new StartError(`${path} should be a UCDP GED table as comma-separated text (csv), but ${other}.`);
  for await (const { cells } of records(path, { to: 1 })) return { path, bytes, header: headerOf(path, cells) };
  throw new StartError(`${path} should be a UCDP GED table, but has no line with column names.`);
}

/**
 * Every row below the header, one after the other, however large the file. What cannot be read as a row goes to `refuse`; where nothing can be
 * read any more, that is a StartError. `progress` learns how many bytes have been read.
 */
export async function* rowsOf(
  { path, header }: GedFile,
  refuse: (problem: Problem) => void,
  progress: (bytes: number) => void = () => {},
): AsyncGenerator<RawRow> {
  for await (const row of records(path, {}, header, progress)) {
    if (row.position < 0) continue; // The header.
    if (row.cells.length === header.columns.length) yield row;
    else refuse({ line: row.line, column: null, value: null, reason: `has ${row.cells.length} cells, but the header has ${header.columns.length}` });
  }
}

async function* records(path: string, options: Options, header: Header | null = null, progress: (bytes: number) => void = () => {}): AsyncGenerator<RawRow> {
  const found = recordsOf(decoded(path, progress), { max_record_size: longestRow, ...options });
  try {
    for (let position = -1; ; position += 1) {
      const { done, value } = await found.next();
      if (!done) yield { position, ...value };
      else if (value) throw unreadable(path, value.line, value.error, header);
      else return;
    }
  } finally {
    await found.return(null); // Whoever reads may have seen enough: then the file is closed.
  }
}

/** What the parser could not read ends the table there; anything else that went wrong is not the row's fault. */
function unreadable(path: string, line: number, error: CsvError, header: Header | null): Error {
  const column = header?.columns[Number((error as { column?: unknown }).column)];
  const where = `${path}, line ${line}${column === undefined ? '' : `, ${column.trim()}`}`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new StartError(`${where}: a cell should end, but this one never does, or the row has more than ${longestRow} characters. Mend it and try again.`);
  return error.code?.startsWith('CSV_') ? new StartError(`${where}: cannot be read as a row (${error.code}). Mend it and try again.`) : error;
}

/** The file's text. Bytes that are no UTF-8 are a StartError that names their line. */
async function* decoded(path: string, progress: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let lines = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    const text = decodedChunk(
      decoder,
      chunk,
      () => `${path} should be UTF-8, but is not in line ${lines + linesBeforeDamage(chunk)}. Save it as UTF-8 and try again.`,
    );
    progress(bytes);
    yield text;
    lines += newlines(chunk);
  }
  const rest = decodedChunk(decoder, null, () => `${path} should be UTF-8, but ends within a character.`);
  if (rest !== '') yield rest;
}

function decodedChunk(decoder: TextDecoder, chunk: Buffer | null, otherwise: () => string): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new StartError(otherwise());
  }
}

/** How many lines end before the first bytes that are no UTF-8. */
function linesBeforeDamage(chunk: Buffer): number {
  return chunk.toString('utf8').split('\uFFFD', 1)[0]?.split('\n').slice(1).length ?? 0;
}

function newlines(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

async function beginningOf(path: string): Promise<{ bytes: number; beginning: Buffer }> {
  try {
    const file = await open(path);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw new StartError(`${path} should be a file, but is ${stat.isDirectory() ? 'a folder' : 'none'}.`);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
      return { bytes: stat.size, beginning: buffer.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unopened(path, error as NodeJS.ErrnoException);
  }
}

function unopened(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new StartError(`There is no file ${path}.`);
  if (error.code === 'EACCES' || error.code === 'EPERM') return new StartError(`The file ${path} may not be read by this user.`);
  return error;
}

/** What a file is that is no text of ours, by how it begins. */
function otherKind(beginning: Buffer): string | null {
  const hex = beginning.toString('hex', 0, 4);
  if (beginning.length === 0) return 'is empty';
  if (hex.startsWith('504b0304')) return 'is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv';
  if (hex.startsWith('1f8b')) return 'is compressed (gzip): unpack it first';
  if (hex.startsWith('fffe') || hex.startsWith('feff')) return 'is UTF-16 text: save it as UTF-8';
  if (hex.startsWith('25504446')) return 'is a PDF';
  const text = beginning.toString('latin1').trimStart().replace(/^ï»¿/, '');
  if (text.startsWith('<')) return 'is a web page or XML';
  if (text.startsWith('{') || text.startsWith('[')) return 'is JSON';
  return beginning.includes(0) && !text.includes(',') ? 'is no text' : null;
}

function headerOf(path: string, names: readonly string[]): Header {
  const header = headerFrom(names);
  const columns = names.map((name) => name.trim());
  const missing = requiredColumns.filter((name) => !header.at.has(name));
  if (missing.length === requiredColumns.length) throw new StartError(noneOfThem(path, columns));
  if (missing.length > 0) throw new StartError(`${path} should have the columns of UCDP GED, but has no ${missing.join(', ')}.`);
  const twice = columns.find((name, index) => header.at.get(name) !== index);
  if (twice !== undefined) throw new StartError(`${path} should have each column once, but has "${twice}" twice.`);
  return header;
}

function noneOfThem(path: string, columns: readonly string[]): string {
  const first = columns[0] ?? '';
  const separated = first.includes('\t') ? 'tabs' : first.includes(';') ? 'semicolons' : null;
  if (separated) return `${path} should have its cells separated by commas, but has ${separated}.`;
  return `${path} should begin with the column names of UCDP GED (id, type_of_violence, …), but begins with ${JSON.stringify(columns.join(',').slice(0, 100))}.`;
}
