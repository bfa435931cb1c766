import { openTable } from '../input/csv.ts';
import { comparedName } from '../text.ts';
import type { TableFile } from './rows.ts';

/** A cell without blanks around it, and the line where its row begins. */
export interface Cell {
  readonly line: number;
  readonly text: string;
}

/** A column, with a cell of each of the first rows. */
export interface Column {
  readonly name: string;
  readonly cells: readonly Cell[];
}

const sampleRows = 50;

/** The columns of a table as its first rows have them. */
export async function sampleOf(file: TableFile): Promise<Column[]> {
  const { columns, rows } = await openTable(file.path, file.bytes, null, () => {});
  const seen: { readonly line: number; readonly cells: readonly string[] }[] = [];
  for await (const row of rows) {
    seen.push(row);
    if (seen.length === sampleRows) break;
  }
  return columns.map((name, at) => ({ name, cells: seen.map(({ line, cells }) => ({ line, text: (cells[at] ?? '').trim() })) }));
}

/** The cells that are not empty. */
export function givenIn({ cells }: Column): Cell[] {
  return cells.filter(({ text }) => text !== '');
}

export function isCalled({ name }: Column, pattern: RegExp): boolean {
  return pattern.test(comparedName(name).replaceAll(/[^\p{L}\p{N}]+/gu, ' '));
}

/** A text of the table in one line of a comment. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
