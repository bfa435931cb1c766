import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { reader } from './column.ts';
import type { Engine } from './engine.ts';
import { asKnown, textAsOfThen, textForNow } from './known.ts';

/**
 * One file under `cypher/`, together with the types of what goes in and what comes out.
 *
 * A file is plain Cypher, with three conveniences that are filled in once, when the program starts:
 * `columns(report)` stands for the columns of the row's part `report`; `matches(report)` for the room's filter, or `true`;
 * a word in capitals that `variants` names (a label, a relationship type, an order's property) for one of its values.
 * What was known when is said in the words of known.ts.
 */
export interface Query<Params, Row> {
  /** The file's path, and in brackets which variant of it: `report/by-publisher[byNewest]`. */
  readonly name: string;
  readonly file: string;
  readonly text: Readonly<Record<Engine, string>>;
  /** The same question as of a moment, which is in `$known` and `$recorded`. */
  readonly textAsOf: Readonly<Record<Engine, string>>;
  readonly access: 'read' | 'write';
  readonly params: z.ZodObject & { readonly _output: Params };
  readonly row: z.ZodType<Row>;
  /** Makes a row of one record's values, by the names of its columns: all that are declared, or as many of them as were asked for. */
  readonly decode: (columns: readonly string[]) => (values: readonly unknown[]) => Row;
}

export type Shape = z.ZodRawShape;
type Output<S extends Shape> = z.output<z.ZodObject<S>>;

/** Every query by name, for the tests that check them. */
export const queries = new Map<string, Query<never, unknown>>();

export interface Definition {
  /** What words in capitals, and orders' properties, stand for in this variant. */
  readonly variant?: Readonly<Record<string, string>>;
  /** The filter that `matches(x)` stands for, with `it` as the name of what is filtered. */
  readonly matches?: string | undefined;
  /** What that filter looks into, found once for each key: by its name, the query that finds it. */
  readonly lists?: Readonly<Record<string, string>> | undefined;
  /** Changes the text before anything is filled in; how a list's count is made of the list. */
  readonly rewrite?: (text: string) => string;
  readonly suffix?: string;
}

export function readQuery<P extends Shape, R extends Shape>(file: string, params: P, row: R, definition: Definition = {}): Query<Output<P>, Output<R>> {
  return define('read', file, params, row, definition);
}

export function writeQuery<P extends Shape, R extends Shape>(file: string, params: P, row: R, definition: Definition = {}): Query<Output<P>, Output<R>> {
  return define('write', file, params, row, definition);
}

function define<P extends Shape, R extends Shape>(
  access: 'read' | 'write',
  file: string,
  params: P,
  row: R,
  definition: Definition,
): Query<Output<P>, Output<R>> {
  const variant = Object.values(definition.variant ?? {})
    .filter((value) => !value.includes('|')) // A list of all there are tells nothing apart.
    .join(',');
  const name = `${file}${variant && `[${variant}]`}${definition.suffix ?? ''}`;
  const texts = (isAsOf: boolean) => ({
    neo4j: fill(read(file, 'neo4j'), row, definition, isAsOf),
    embedded: fill(read(file, 'embedded'), row, definition, isAsOf),
  });
  return register({ name, file, text: texts(false), textAsOf: texts(true), access }, params, row);
}

/** Makes a query of its text, and keeps it under its name. */
export function register<P extends Shape, R extends Shape>(
  {
    name,
    file,
    text,
    textAsOf = text,
    access,
  }: Pick<Query<unknown, unknown>, 'name' | 'file' | 'text' | 'access'> & Partial<Pick<Query<unknown, unknown>, 'textAsOf'>>,
  params: P,
  row: R,
): Query<Output<P>, Output<R>> {
  if (queries.has(name)) throw new Error(`The query "${name}" is defined twice.`);
  const schema = z.object(row);
  const query: Query<Output<P>, Output<R>> = {
    name,
    file,
    text,
    textAsOf,
    access,
    params: z.object(params) as unknown as Query<Output<P>, Output<R>>['params'],
    row: schema as unknown as z.ZodType<Output<R>>,
    decode: decoder(name, row),
  };
  queries.set(name, query as unknown as Query<never, unknown>);
  return query;
}

/** The text of a file; full-text search and the like have one file for each engine. */
function read(file: string, engine: Engine): string {
  const shared = new URL(`../../cypher/${file}.cypher`, import.meta.url);
  return readFileSync(existsSync(shared) ? shared : new URL(`../../cypher/${file}.${engine}.cypher`, import.meta.url), 'utf8');
}

function fill(raw: string, row: Shape, { variant = {}, matches, lists = {}, rewrite = (text) => text }: Definition, isAsOf: boolean): string {
  let text = Object.entries(lists).reduce(withList, rewrite(raw));
  for (const [word, value] of Object.entries(variant)) text = text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), value);
  const filled = text
    .replaceAll(/\bmatches\((\w+)\)/g, (_, it: string) => (matches ? `(${matches.replaceAll(/\bit\b/g, it)})` : 'true'))
    .replaceAll(/\bcolumns\((\w+)\)/g, (_, part: string) => columnsOf(part, row, isAsOf).join(', '));
  return isAsOf ? textAsOfThen(filled) : textForNow(filled);
}

/** A statement by keys with a list that is found before what each key stands for. */
function withList(text: string, [name, list]: [string, string]): string {
  return text.replace(/^CALL \(key(.*)\) \{$/m, (_, others: string) => `CALL (key) { ${list} AS ${name} }\nCALL (key${others}, ${name}) {`);
}

function columnsOf(part: string, row: Shape, isAsOf: boolean): string[] {
  const shape = row[part];
  if (!(shape instanceof z.ZodObject)) throw new Error(`columns(${part}) has no part "${part}" in its row.`);
  return Object.keys(shape.shape).map((property) => `${isAsOf ? asKnown(part, property) : `${part}.${property}`} AS ${part}_${property}`);
}

/** Records come as values in the order of their columns; a part's columns are gathered under the part's name. */
function decoder<Row>(name: string, row: Shape) {
  const parts = Object.keys(row).filter((key) => row[key] instanceof z.ZodObject);

  return (columns: readonly string[]) => {
    const places = columns.map((column) => {
      const part = parts.find((prefix) => column.startsWith(`${prefix}_`)) ?? null;
      const property = part === null ? column : column.slice(part.length + 1);
      const declared = part === null ? row[column] : (row[part] as z.ZodObject).shape[property];
      if (!declared) throw new Error(`A row of "${name}" has a column "${column}" that was not declared.`);
      return { column, part, property, read: reader(declared as z.ZodType) };
    });

    return (values: readonly unknown[]): Row => {
      const found: Record<string, unknown> = {};
      for (const part of parts) found[part] = {};
      for (let at = 0; at < places.length; at += 1) {
        const { part, property, column, read } = places[at] as (typeof places)[number];
        const into = part === null ? found : (found[part] as Record<string, unknown>);
        into[property] = read(values[at] ?? null, `A row of "${name}" is not what was declared: ${column}`);
      }
      return found as Row;
    };
  };
}
