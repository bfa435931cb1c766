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
  readonly whole: Query<Record<string, object[]>, { written: number }>;
}

/** Puts writes together. The text is made once, of the parts' own files, and is the same however many rows there are. */
export function composite(name: string, named: Readonly<Record<string, RowsQuery>>): Composite {
  const parts = new Map(Object.entries(named));
  const [first] = parts.values() as unknown as [RowsQuery];
  const textOf = (engine: 'neo4j' | 'embedded') =>
    [...parts].map(([part, query]) => `CALL () {\n${partText(query.text[engine], part)}\n}\n`).join('') +
    `RETURN ${[...parts.keys()].map((part) => `${part}_written`).join(' + ')} AS written\n`;

  const whole = register(
    { name, file: first.file, text: { neo4j: textOf('neo4j'), embedded: textOf('embedded') }, access: 'write' },
    Object.fromEntries([...parts.keys()].map((part) => [part, rows])),
    written,
  );
  return { parts, whole: whole as never };
}

/**
 * Runs the parts that have rows, in the composite's order, in one round trip: a single part by its own statement, several by the
 * first composite that has them all (plans of small ones are cheap, so they come first). Says how many rows were written.
 */
export async function runParts(run: Run, composites: readonly Composite[], filled: Readonly<Record<string, readonly object[]>>): Promise<number> {
  const names = Object.keys(filled).filter((name) => filled[name]?.length);
  const [only] = names;
  if (only === undefined) return 0;
  const chosen = composites.find(({ parts }) => names.every((name) => parts.has(name)));
  if (!chosen) throw new Error(`No composite statement has all of ${names.join(', ')}.`);
  const alone = names.length === 1 ? chosen.parts.get(only) : undefined;
  const [row] = alone
    ? await run(alone, { rows: [...(filled[only] ?? [])] })
    : await run(chosen.whole, Object.fromEntries([...chosen.parts.keys()].map((part) => [part, [...(filled[part] ?? [])]])));
  return row?.written ?? 0;
}

/** Runs the parts that have rows, one by one and in order: more round trips than together, and no large statement to plan for a few rows. */
export async function runEach(run: Run, { parts }: Composite, filled: Readonly<Record<string, readonly object[]>>): Promise<void> {
  for (const [part, query] of parts) if (filled[part]?.length) await run(query, { rows: [...filled[part]] });
}

function partText(text: string, part: string): string {
  const body = text.replaceAll(/^\/\/.*\n/gm, '').trim();
  return body.replaceAll(/\$rows\b/g, `$${part}`).replaceAll(/\bAS written\b/g, `AS ${part}_written`);
}
