import { StartError } from '../errors.ts';
import { type Bytes, openTable, type Problem } from '../input/csv.ts';
import { type Cells, columnsIn } from './cell.ts';
import type { TableMapping, ValueOf } from './mapping.ts';

export interface TableFile {
  readonly path: string;
  readonly bytes: Bytes;
}

/** A row's cells by their columns, and the line where it begins. */
export interface MappedRow {
  readonly line: number;
  readonly cells: Cells;
}

/** The rows of a table that has every column that a mapping names; one that has not is a StartError. */
export async function* mappedRows({ path, bytes }: TableFile, mapping: TableMapping, refuse: (problem: Problem) => void): AsyncGenerator<MappedRow> {
  const { columns, rows, close } = await openTable(path, bytes, mapping.delimiter, refuse);
  const missing = [...columnsOf(mapping)].find((column) => !columns.includes(column));
  if (missing !== undefined) {
    await close();
    throw new StartError(`${path} should have the column "${missing}" that the map names, but has ${columns.join(', ')}.`);
  }
  for await (const { line, cells } of rows) yield { line, cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])) };
}

/** Every column that a mapping names. */
export function columnsOf({ entities, links }: TableMapping): Set<string> {
  const inValue = (value: ValueOf) => (typeof value === 'string' ? columnsIn(value) : typeof value === 'object' ? [value.column] : []);
  const named = new Set<string>();
  for (const { key, each, when, set } of entities.values()) {
    const inside = [...columnsIn(key), ...Object.values(set).flatMap(inValue)].filter((column) => !(each && column === 'part'));
    for (const column of [...inside, ...(each ? [each.column] : []), ...(when === undefined ? [] : [when])]) named.add(column);
  }
  for (const { set } of links) for (const column of Object.values(set).flatMap(inValue)) if (column !== 'part') named.add(column);
  return named;
}
