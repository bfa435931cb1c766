import { z } from 'zod';
import type { Value } from '../entity/draft.ts';
import { linkProperties } from '../graph/relationship.ts';
import { expectedBy } from '../input/json.ts';
import { comparedName } from '../text.ts';
import type { ValueOf } from './map.ts';

/** The cells of a row by column, and with `each` the part of a cell that stands under `part`. */
export type Cells = ReadonlyMap<string, string>;

export interface CellProblem {
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

const placeholder = /\{([^{}|]+)(\|compared)?\}/g;

/** The columns that a text names. */
export function columnsIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, column]) => column as string);
}

/** A text with its cells in it; null when it names columns and all of them are empty. `{column|compared}` has a name as it is compared. */
export function filled(template: string, cells: Cells): string | null {
  const columns = columnsIn(template);
  if (columns.length > 0 && columns.every((column) => cellOf(cells, column) === '')) return null;
  return template
    .replaceAll(placeholder, (_, column: string, compared?: string) => (compared ? comparedName(cellOf(cells, column)) : cellOf(cells, column)))
    .trim();
}

/** A key, which needs every cell that it names; null when one is empty. */
export function keyFrom(template: string, cells: Cells): string | null {
  return columnsIn(template).some((column) => cellOf(cells, column) === '') ? null : filled(template, cells);
}

export function cellOf(cells: Cells, column: string): string {
  return (cells.get(column) ?? '').trim();
}

/** What a property of this shape is made of its cells; null for nothing. What cannot be meant goes to `refuse`. */
export function valueFrom(property: string, shape: z.ZodType, made: ValueOf, cells: Cells, refuse: (problem: CellProblem) => void): Value {
  const { column, raw, order } = rawValue(made, cells);
  if (raw === null) return null;
  const wrong = (reason: string) => {
    refuse({ column, value: String(raw), reason });
    return null;
  };
  const read = datedProperties.has(property) ? dateFrom(String(raw), order) : raw;
  if (read === null) return wrong(`"${property}" should be a day that there was, since 1900, such as 2024-01-31 (order ${order}), and not in the future`);
  const value = instants.has(property) ? endOfDay(String(read)) : read;
  const range = ranges[property];
  if (range && !(Math.abs(Number(value)) <= range)) return wrong(`"${property}" should be degrees from -${range} to ${range}`);
  return shaped(shape, value) ?? wrong(`"${property}" should be ${expectation(shape, value)}`);
}

const days: ReadonlySet<string> = new Set(['from', 'to', 'asOf', 'windowFrom', 'windowTo']);
const instants: ReadonlySet<string> = new Set(['publishedAt', 'retrievedAt', 'assertedAt', 'at']);
const datedProperties: ReadonlySet<string> = new Set([...days, ...instants]);
const ranges: Readonly<Record<string, number>> = { latitude: 90, longitude: 180 };

const linkShapes = { String: z.string(), Boolean: z.boolean(), Int: z.int(), Float: z.number(), Date: z.string(), DateTime: z.string() };

/** The same for a property that a relationship carries. */
export function linkValueFrom(property: string, made: ValueOf, cells: Cells, refuse: (problem: CellProblem) => void): Value {
  const { type } = linkProperties[property as keyof typeof linkProperties];
  return valueFrom(property, linkShapes[type], made, cells, refuse);
}

function rawValue(made: ValueOf, cells: Cells): { column: string | null; raw: Value; order: 'ymd' | 'dmy' | 'mdy' } {
  if (typeof made === 'number' || typeof made === 'boolean') return { column: null, raw: made, order: 'ymd' };
  if (typeof made === 'string') return { column: columnsIn(made)[0] ?? null, raw: filled(made, cells) || null, order: 'ymd' };
  const { column, empty, values = {}, split, order } = made;
  const cell = cellOf(cells, column);
  if (cell === '' || empty.includes(cell)) return { column, raw: null, order };
  if (split !== undefined) return { column, raw: partsOf(cell, split), order };
  return { column, raw: Object.hasOwn(values, cell) ? (values[cell] as Value) : cell, order };
}

/** The parts of a cell, without blanks around them and without those that are empty or there already. */
export function partsOf(cell: string, mark: string): string[] {
  return [...new Set(cell.split(mark).map((part) => part.trim()))].filter(Boolean);
}

/** The value in the shape of its property: texts of numbers and truths are read as such where the property is one. */
function shaped(shape: z.ZodType, value: Value): Value {
  const number = typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
  const truth = value === 'true' ? true : value === 'false' ? false : undefined;
  const list = typeof value === 'string' ? [value] : undefined;
  const fits = [value, number, truth, list].find((candidate) => candidate !== undefined && shape.safeParse(candidate).success);
  return fits as Value;
}

function expectation(shape: z.ZodType, value: Value): string {
  const issue = shape.safeParse(value).error?.issues[0];
  return issue ? expectedBy(issue) : 'something else';
}

function endOfDay(day: string): string {
  return `${day}T23:59:59.999Z`;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day as `YYYY-MM-DD`; null for what is none. A time behind an ISO day is left off; a month may have its English name. */
function dateFrom(text: string, order: 'ymd' | 'dmy' | 'mdy'): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text);
  const named = /^(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4})$/.exec(text);
  const numbers = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (named) return day(Number(named[3]), months.indexOf((named[2] as string).slice(0, 3).toLowerCase()) + 1, Number(named[1]));
  if (!numbers) return null;
  const [first, second, third] = numbers.slice(1).map(Number) as [number, number, number];
  if (order === 'ymd') return day(first, second, third);
  return order === 'dmy' ? day(third, second, first) : day(third, first, second);
}

function day(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const isReal = moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return isReal && year >= 1900 && moment.getTime() <= Date.now() + 86_400_000 ? moment.toISOString().slice(0, 10) : null;
}
