import { type Column, givenIn, isCalled, quoted } from './sample.ts';

/** The columns that tell the rows of a table apart, and what is to be said of them. */
export interface RowKey {
  readonly columns: readonly Column[];
  readonly remarks: readonly string[];
}

/** A key is no place for prose. */
const longestPart = 100;

/**
 * What makes the key of a row: a column that is called an id, when it is one; else as few columns as tell the rows apart, beginning with the one that
 * is called an id. Counts are the last to be taken, since they are what is set right later.
 */
export function rowKeyOf(table: readonly Column[], counts: readonly (Column | undefined)[]): RowKey {
  const named = table.filter((column) => isCalled(column, /^(id|event id|key|code|event id .*)$/));
  const id = named.find(isDistinct);
  if (id) return { columns: [id], remarks: emptyIn(id) };
  const first = named.find(isPart) ?? null;
  const parts = table.filter(isPart);
  const others = widened(
    first ? [first] : [],
    parts.filter((part) => !counts.includes(part)),
  );
  const columns = widened(others, parts);
  if (columns.length > 0) return { columns, remarks: [...named.flatMap(repeatedIn), ...madeOf(columns)] };
  const most = table.reduce<Column | null>((best, column) => (best && toldApart([best]) >= toldApart([column]) ? best : column), null);
  return most ? { columns: [most], remarks: [...madeOf([most]), ...emptyIn(most)] } : { columns: [], remarks: [] };
}

function isDistinct(column: Column): boolean {
  const given = givenIn(column);
  return toldApart([column]) === given.length && (given.length > 0 || column.cells.length === 0);
}

/** Whether a column may be part of a key, which needs all of its cells. */
function isPart({ cells }: Column): boolean {
  return cells.length > 0 && cells.every(({ text }) => text !== '' && text.length <= longestPart);
}

/** Adds the column that tells most rows apart, again and again; it ends when none tells more of them apart. */
function widened(columns: readonly Column[], parts: readonly Column[]): readonly Column[] {
  const wider = parts.map((part) => [...columns, part]).map((some) => ({ some, told: toldApart(some) }));
  const [best] = wider.sort((one, other) => other.told - one.told);
  return best && best.told > toldApart(columns) ? widened(best.some, parts) : columns;
}

/** How many keys the rows have by these columns. */
function toldApart(columns: readonly Column[]): number {
  const rows = columns[0]?.cells ?? [];
  const keys = rows.map((_, at) => columns.map(({ cells }) => cells[at]?.text));
  return new Set(keys.filter((key) => key.every(Boolean)).map((key) => key.join(':'))).size;
}

function emptyIn({ name, cells }: Column): string[] {
  const empty = cells.find(({ text }) => text === '');
  return empty ? [`${quoted(name)} is empty in line ${empty.line}: a row without it becomes no event.`] : [];
}

function repeatedIn(column: Column): string[] {
  const given = givenIn(column);
  const again = given.find(({ text }, at) => given.findIndex((cell) => cell.text === text) < at);
  const before = given.find(({ text }) => text === again?.text);
  return again && before ? [`${quoted(column.name)} is no id: ${quoted(again.text)} is in line ${before.line} and again in line ${again.line}.`] : [];
}

function madeOf(columns: readonly Column[]): string[] {
  const rows = columns[0]?.cells.length ?? 0;
  if (rows === 0) return [];
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  const made = `The key of an event is made of ${names}`;
  if (toldApart(columns) < rows) return [`${made}: not all of the first ${rows} rows differ there, and rows with one key become one event.`];
  return [`${made}, which ${columns.length > 1 ? 'together differ' : 'differs'} in each of the first ${rows} rows.`];
}
