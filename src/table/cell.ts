import { z } from 'zod';
import type { Value } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import { type LinkPropertyDeclaration, linkProperties } from '../graph/relationship.ts';
import { expectedBy } from '../input/json.ts';
import { checkValue } from '../link/rules.ts';
import { instantOf } from '../scalars.ts';
import { comparedName } from '../text.ts';
import type { Check } from '../write/checks.ts';
import { type DayOrder, dayOf } from './day.ts';
import type { ValueOf } from './mapping.ts';

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

/** What a property may be: its shape, and what is refused of it. */
export interface Wanted {
  readonly property: string;
  readonly shape: z.ZodType;
  readonly check: Check;
}

/** What a property is made of its cells; null for nothing. What cannot be meant goes to `refuse`. */
export function valueFrom({ property, shape, check }: Wanted, made: ValueOf, cells: Cells, refuse: (problem: CellProblem) => void): Value {
  const { column, raw, order } = rawValue(made, cells);
  if (raw === null) return null;
  const wrong = (reason: string) => {
    refuse({ column, value: String(raw), reason });
    return null;
  };
  const read = datedProperties.has(property) ? dayOf(String(raw), order) : raw;
  if (read === null) return wrong(`"${property}" should be a day that there was, since 1900, such as 2024-01-31 (order ${order}), and not in the future`);
  const value = instants.has(property) ? (instantOf(raw) ?? `${read}T23:59:59.999Z`) : read;
  const fits = shaped(shape, value);
  if (fits === undefined) return wrong(`"${property}" should be ${expectation(shape, value)}`);
  const refused = refusalOf(() => check(fits as never, [property]));
  if (refused === null) return fits;
  // A line break within a name or title is how the table was typed, not how it is called.
  const inOneLine = typeof fits === 'string' ? fits.replace(/\s*[\r\n]+\s*/g, ' ') : fits;
  return refusalOf(() => check(inOneLine as never, [property])) === null ? inOneLine : wrong(refused);
}

/** What a check has against something, as a reason; null when it has nothing. */
export function refusalOf(check: () => void): string | null {
  const error = refused(check);
  return error && `"${error.inputPath.at(-1)}" should be ${error.expected}`;
}

/** What a check refuses, or null. */
export function refused(check: () => void): InvalidInputError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return error;
  }
}

const days: ReadonlySet<string> = new Set(['from', 'to', 'asOf', 'windowFrom', 'windowTo']);
const instants: ReadonlySet<string> = new Set(['publishedAt', 'retrievedAt', 'assertedAt', 'at']);
const datedProperties: ReadonlySet<string> = new Set([...days, ...instants]);

const linkShapes = { String: z.string(), Boolean: z.boolean(), Int: z.int(), Float: z.number(), Date: z.string(), DateTime: z.string() };

/** The same for a property that a relationship carries. */
export function linkValueFrom(property: string, made: ValueOf, cells: Cells, refuse: (problem: CellProblem) => void): Value {
  const declared: LinkPropertyDeclaration = linkProperties[property as keyof typeof linkProperties];
  return valueFrom({ property, shape: linkShapes[declared.type], check: (value, path) => checkValue(property, value, path) }, made, cells, refuse);
}

function rawValue(made: ValueOf, cells: Cells): { column: string | null; raw: Value; order: DayOrder } {
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
  const number = typeof value === 'string' ? numberIn(value.trim(), shape) : undefined;
  const truth = value === 'true' ? true : value === 'false' ? false : undefined;
  const list = typeof value === 'string' ? [value] : undefined;
  const fits = [value, number, truth, list].find((candidate) => candidate !== undefined && shape.safeParse(candidate).success);
  return fits as Value;
}

/** A whole number with commas for thousands. */
export const thousands = /^[1-9]\d{0,2}(,\d{3})+$/;

/** Commas are for thousands only where a number is whole: elsewhere one may stand before the fraction. */
function numberIn(text: string, shape: z.ZodType): number | undefined {
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return Number(text);
  const isWhole = !shape.safeParse(0.5).success;
  return isWhole && thousands.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

function expectation(shape: z.ZodType, value: Value): string {
  const issue = shape.safeParse(value).error?.issues[0];
  return issue ? expectedBy(issue) : 'something else';
}
