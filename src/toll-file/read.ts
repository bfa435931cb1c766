import { z } from 'zod';
import { type JsonFile, shapedAs } from '../input/json.ts';
import { type Measure, measures, type Speaker, type Territory, territories, verified } from './fields.ts';

/** One figure that a source stated for a day. */
export interface Figure {
  readonly field: string;
  readonly measure: Measure;
  readonly value: number;
}

/** What one source stated on one day. */
export interface Statement {
  readonly speaker: Speaker;
  readonly figures: readonly Figure[];
}

/** A row of the file: the day, every cell as text, and what sources stated; none where the compiler filled the day in. */
export interface TollDay {
  readonly date: string;
  /** The first day that the row's daily figures cover; null when the row does not say. */
  readonly since: string | null;
  readonly cells: readonly (readonly [column: string, cell: string])[];
  readonly statements: readonly Statement[];
}

export interface TollFile {
  readonly name: string;
  readonly territory: Territory;
  readonly days: readonly TollDay[];
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as "2024-01-31"')
  .refine(
    (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text) && text >= '1900-01-01',
    'a day that there was, since 1900',
  );
const Rows = z
  .array(z.looseObject({ report_date: day, report_period: z.int().min(0).max(2400).optional(), verified: z.record(z.string(), z.unknown()).optional() }))
  .min(1, 'at least one row');
type Row = z.output<typeof Rows>[number];

/** The days of a toll file. Anything that cannot be meant is a StartError with file, line and column. */
export function tollFileOf(file: JsonFile): TollFile {
  const rows = shapedAs(file, Rows);
  const territory = territories.find(({ sourceColumn }) => sourceColumn in (rows[0] as Row));
  if (!territory) throw file.wrong([0], `a row with ${territories.map(({ sourceColumn }) => `"${sourceColumn}"`).join(' or ')}`, rows[0]);
  const seen = new Set<string>();
  const days = rows.map((row, index) => {
    if (seen.has(row.report_date)) throw file.wrong([index, 'report_date'], 'a day that is not in the file yet', row.report_date);
    seen.add(row.report_date);
    return dayOf(file, territory, row, index);
  });
  return { name: file.name, territory, days };
}

function dayOf(file: JsonFile, territory: Territory, row: Row, index: number): TollDay {
  const code = row[territory.sourceColumn];
  const speaker = territory.speakers.find((one) => one.code === code);
  const codes = [...territory.speakers.map((one) => one.code), ...territory.filled];
  if (!speaker && !territory.filled.includes(code as string)) throw file.wrong([index, territory.sourceColumn], `one of ${codes.join(', ')}`, code);

  // The verified database counts single days; for the others the row says how many hours its daily figures cover.
  const hours = row.report_period ?? 24;
  return {
    date: row.report_date,
    since: hours >= 24 ? daysBefore(row.report_date, Math.round(hours / 24) - 1) : null,
    cells: cellsOf((file.value as Row[])[index] as Row), // As the file has it: a checked row has its columns in another order.
    statements: [
      ...(speaker ? [{ speaker, figures: figuresOf(file, row, [index]) }] : []),
      ...(row.verified ? [{ speaker: verified, figures: figuresOf(file, row.verified, [index, 'verified']) }] : []),
    ],
  };
}

function figuresOf(file: JsonFile, fields: Readonly<Record<string, unknown>>, path: readonly (string | number)[]): Figure[] {
  return Object.entries(measures).flatMap(([field, measure]) => {
    const value = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (value === undefined || value === null) return [];
    if (!Number.isSafeInteger(value) || (value as number) < 0) throw file.wrong([...path, field], 'a whole number from 0', value);
    return [{ field, measure, value: value as number }];
  });
}

/** Every cell as text, in the order of the file; those of an inner object under its name. */
function cellsOf(row: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(row).flatMap(([column, value]): [string, string][] =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.entries(value).map(([inner, cell]) => [`${column}.${inner}`, asText(cell)])
      : [[column, asText(value)]],
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
