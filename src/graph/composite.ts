import { z } from 'zod';
import type { Run } from './graph.ts';
import { type Query, register } from './query.ts';

/** A write over `$rows` that says how many it wrote. */
export type RowsQuery = Query<{ rows: object[] }, { written: number }>;

export const rows = z.array(z.record(z.string(), z.unknown()));
export const written = { written: z.int() };

/** Several writes as one statement, one after the other; each part's rows go in under the part's name. */
export interface Composite {
  readonly parts: ReadonlyMap<string, RowsQuery>;
  readonly whole: Query<{ rows: Record<string, object[]> }, { written: number }>;
}

/**
 * Puts writes together. The text is made once, of the parts' own files, and is the same however many rows there are. All rows are one
 * parameter: of a list, Neo4j plans a statement anew for each order of magnitude of its length, and of several for each combination.
 */
export function composite(name: string, named: Readonly<Record<string, RowsQuery>>): Composite {
  const parts = new Map(Object.entries(named));
  const [first] = parts.values() as unknown as [RowsQuery];
  const textOf = (engine: 'neo4j' | 'embedded') =>
    inTurn([...parts].map(([part, query]) => [part, query.text[engine].replaceAll(/\$rows\b/g, `$rows.${part}`)] as const));

  const whole = register(
    { name, file: first.file, text: { neo4j: textOf('neo4j'), embedded: textOf('embedded') }, access: 'write' },
    { rows: z.record(z.string(), rows) },
    written,
  );
  return { parts, whole: whole as never };
}

/** Runs the parts that have rows, in the composite's order, in one round trip: a single part by its own statement. Says how many rows were written. */
export async function runParts(run: Run, { parts, whole }: Composite, filled: Readonly<Record<string, readonly object[]>>): Promise<number> {
  const names = Object.keys(filled).filter((name) => filled[name]?.length);
  const unknown = names.find((name) => !parts.has(name));
  if (unknown !== undefined) throw new Error(`The statement ${whole.name} has no part ${unknown}.`);
  const [only] = names;
  if (only === undefined) return 0;
  if (names.length === 1) return runRows(run, parts.get(only) as RowsQuery, [...(filled[only] ?? [])]);
  const [row] = await runWhole(run, { parts, whole }, filled);
  return row?.written ?? 0;
}

/** Runs a write when there are rows for it. Says how many were written. */
export async function runRows(run: Run, query: RowsQuery, rows: object[]): Promise<number> {
  if (rows.length === 0) return 0;
  const [row] = await run(query, { rows });
  return row?.written ?? 0;
}

/** Runs the whole of a composite with nothing to do, so that it is planned. */
export async function warm(run: Run, all: Composite): Promise<void> {
  await runWhole(run, all, {});
}

function runWhole(run: Run, { parts, whole }: Composite, filled: Readonly<Record<string, readonly object[]>>) {
  return run(whole, { rows: Object.fromEntries([...parts.keys()].map((part) => [part, [...(filled[part] ?? [])]])) });
}

/** Repeats a write for each of the words that one in capitals stands for; a text without that word takes it from its rows, and stays as it is. */
export function forEach(word: string, values: readonly string[]): (text: string) => string {
  const pattern = new RegExp(`\\b${word}\\b`, 'g');
  return (text) => {
    const body = withoutComments(text);
    return body.search(pattern) < 0 ? text : inTurn(values.map((value) => [value, body.replaceAll(pattern, value)] as const));
  };
}

/** Writes that follow each other in one statement, which says how many rows all of them wrote. */
function inTurn(parts: readonly (readonly [name: string, text: string])[]): string {
  const calls = parts.map(([name, text]) => `CALL () {\n${withoutComments(text).replaceAll(/\bAS written\b/g, `AS ${name}_written`)}\n}\n`);
  return `${calls.join('')}RETURN ${parts.map(([name]) => `${name}_written`).join(' + ')} AS written\n`;
}

export function withoutComments(text: string): string {
  return text.replaceAll(/^\/\/.*\n/gm, '').trim();
}
