import type { Value } from '../entity/draft.ts';
import { type ExportSource, linkProperties, nodeProperties } from './source.ts';

/** The entities as a table; lists are JSON in their cell. */
export async function* nodesCsv({ nodes }: ExportSource): AsyncGenerator<string> {
  const columns = [...nodeProperties.keys()];
  yield line(['id', 'type', 'label', 'keys', 'recordedAt', 'updatedAt', ...columns]);
  for await (const { id, type, label, keys, recordedAt, updatedAt, properties } of nodes())
    yield line([id, type, label, keys, recordedAt, updatedAt, ...columns.map((column) => properties[column])]);
}

/** The relationships as a table, with everything they carry. */
export async function* linksCsv({ links }: ExportSource): AsyncGenerator<string> {
  const columns = [...linkProperties.keys()];
  yield line(['id', 'type', 'fromId', 'toId', ...columns]);
  for await (const { id, type, from, to, properties } of links()) yield line([id, type, from, to, ...columns.map((column) => properties[column])]);
}

function line(cells: readonly Value[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: Value): string {
  const text = value == null ? '' : Array.isArray(value) ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
