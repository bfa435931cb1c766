import { dateOf } from '../scalars.ts';
import type { Column, Header, Problem } from './columns.ts';
import type { RawRow } from './file.ts';

/** Reads the cells of one row, each as what its column means; what is wrong is noted, never thrown. */
export interface Cells {
  readonly problems: readonly Problem[];
  text(column: Column): string;
  /** Something that must have a name, with its blanks collapsed. */
  name(column: Column): string;
  /** The number that stands for something: "007" and "7" are one. */
  id(column: Column): string;
  /** A whole number; nothing and -1 both say that it is not recorded. */
  whole(column: Column, least: number, most: number): number | null;
  deaths(column: Column): number | null;
  degrees(column: Column, most: number): number | null;
  /** A day, given with or without a time. */
  day(column: Column): string;
  /** One of a few numbers, which must be there. */
  oneOf<Number extends number>(column: Column, numbers: readonly Number[]): Number;
}

const longestCell = 1_000_000;
const dayForm = /^\d{4}-\d{2}-\d{2}([T ][\d:.]+Z?)?$/;

export function cellsOf(header: Header, { line, cells }: RawRow): Cells {
  const problems = unstorable(header, { line, cells });
  const raw = (column: Column) => cells[header.at.get(column) ?? -1] ?? '';
  const trimmed = (column: Column) => raw(column).trim();
  const wrong = (column: Column, reason: string) => void problems.push({ line, column, value: raw(column), reason });

  const whole = (column: Column, least: number, most: number, expected = `should be a whole number from ${least} to ${most}`) => {
    const text = trimmed(column);
    if (text === '' || text === '-1') return null;
    if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    wrong(column, expected);
    return null;
  };

  return {
    problems,
    text: raw,
    name: (column) => {
      if (trimmed(column) === '') wrong(column, 'should not be empty');
      return collapsed(raw(column));
    },
    id: (column) => {
      if (!/^\d{1,15}$/.test(trimmed(column))) wrong(column, 'should be a whole number');
      return String(Number(trimmed(column)));
    },
    whole,
    deaths: (column) => whole(column, 0, 1_000_000_000, 'should be a number of deaths, or -1 when it is not recorded'),
    degrees: (column, most) => {
      const text = trimmed(column);
      if (text === '') return null;
      if (/^[-+]?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most) return Number(text);
      wrong(column, `should be degrees from -${most} to ${most}`);
      return null;
    },
    day: (column) => {
      const day = dayForm.test(trimmed(column)) ? dateOf(trimmed(column).slice(0, 10)) : null;
      if (day === null) wrong(column, 'should be a day such as 2016-01-31, with or without a time');
      else if (day < '1900') wrong(column, 'should be the day of an event, from 1900 on, and no stand-in for one that is not known');
      return day ?? '';
    },
    oneOf: (column, numbers) => {
      const found = numbers.find((number) => String(number) === trimmed(column));
      if (found === undefined) wrong(column, `should be one of ${numbers.join(', ')}`);
      return found ?? (numbers[0] as never);
    },
  };
}

/** Text with its blanks and line ends collapsed, as a name is shown. */
export function collapsed(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** What no store keeps: NUL characters, and cells so long that they must come from a mistake. */
function unstorable({ columns }: Header, { line, cells }: Pick<RawRow, 'line' | 'cells'>): Problem[] {
  return cells.flatMap((value, index) => {
    const column = columns[index] ?? null;
    if (value.includes('\0')) return [{ line, column, value, reason: 'should not contain a NUL character' }];
    if (value.length > longestCell) return [{ line, column, value, reason: `should have at most ${longestCell} characters, but has ${value.length}` }];
    return [];
  });
}
