import { z } from 'zod';
import type { EntityLabel } from '../ids.ts';
import { type Definition, type Query, readQuery, type Shape } from './query.ts';

/** A read that answers for many keys in one round trip: `$keys` goes in, rows with their `key` come out. */
export interface KeyedQuery<Args, Row, Answer> {
  readonly query: Query<Args & { keys: readonly string[] }, Row & { key: string }>;
  /** What one key's rows amount to; called with no rows for a key that has none. */
  readonly answer: (rows: Row[]) => Answer;
  /** How the statement is given its parameters, where not each under its own name. */
  readonly given?: (params: Readonly<Record<string, unknown>>) => object;
}

type Output<S extends Shape> = z.output<z.ZodObject<S>>;

const keys = z.array(z.string());
const key = z.string();

/** One part by key, null where there is none: the file ends in `RETURN key, columns(part)`. */
export function oneByKey<Part extends z.ZodObject>(
  file: string,
  part: string,
  shape: Part,
  definition: Definition = {},
): KeyedQuery<{}, { [part: string]: z.output<Part> }, z.output<Part> | null> {
  const query = readQuery(file, { keys }, { key, [part]: shape }, definition);
  return { query: query as never, answer: (rows) => rows[0]?.[part] ?? null };
}

/** The order properties of a list: by the name of the order, which stored sort key it follows. The first is the default. */
export type Orders = Readonly<Record<string, string>>;

/** A filter of a room: its parameters, the condition on `it` that they make, and the lists that it looks into. */
export interface Filter<S extends Shape = Shape> {
  readonly params: S;
  readonly matches: string;
  readonly lists?: Readonly<Record<string, string>>;
}

export interface PageArgs {
  readonly after: string;
  readonly limit: number;
}

/** A list in pages: one constant text for each order, with and without the room's filter, and the same without its page for the count. */
export interface PageQuery<Args, Row> {
  readonly file: string;
  readonly orders: Orders;
  readonly filter: Filter | null;
  /** Of which labels its nodes may be, where there are several. */
  readonly labels?: readonly EntityLabel[];
  rows(order: string, filtered: boolean): KeyedQuery<Args & PageArgs, Row, Row[]>;
  count(filtered: boolean): KeyedQuery<Args & { after: string }, { total: number }, number>;
}

/** Files are written for this order; the others take its place. */
const orderInFiles = 'byLabel';
const labelOrder: Orders = { BY_LABEL: orderInFiles };

/**
 * A list of which each key has its own page. `purpose` names a list that is always asked
 * with its filter, and tells it from other lists of the same file. Its file reads, in this shape and no other, since the count is made of it:
 * `UNWIND $keys AS key CALL (key) { MATCH … WHERE … RETURN x ORDER BY … LIMIT $limit } RETURN key, … AS cursor, columns(x)`.
 */
export function pageByKey<Parts extends Record<string, z.ZodObject>, A extends Shape = {}>(
  file: string,
  parts: Parts,
  options: {
    orders?: Orders;
    filter?: Filter;
    args?: A;
    variant?: Readonly<Record<string, string>>;
    purpose?: string;
    rewrite?: (text: string) => string;
    /** The file that counts, where it is not made of this one. */
    counted?: string;
  } = {},
): PageQuery<Output<A>, { cursor: string } & { [Part in keyof Parts]: z.output<Parts[Part]> }> {
  const { orders = labelOrder, filter = null, args = {} as A, variant = {}, purpose = '', rewrite = (text) => text, counted } = options;
  const filters = purpose ? [true] : filter ? [false, true] : [false];

  const rows = new Map<string, KeyedQuery<never, never, never[]>>();
  const counts = new Map<boolean, KeyedQuery<never, { total: number }, number>>();
  for (const filtered of filters) {
    const params = { keys, ...args, ...(filtered ? filter?.params : {}), after: z.string() };
    const { matches, lists } = filtered && filter ? filter : {};
    const suffix = `${purpose && ` ${purpose}`}${filtered ? ' filtered' : ''}`;
    for (const property of new Set(Object.values(orders))) {
      const inThisOrder = property === orderInFiles ? variant : { ...variant, [orderInFiles]: property };
      const query = readQuery(
        file,
        { ...params, limit: z.int() },
        { key, cursor: z.string(), ...parts },
        { variant: inThisOrder, matches, lists, rewrite, suffix },
      );
      rows.set(`${property} ${filtered}`, { query: query as never, answer: (found) => found });
    }
    const { after, ...whole } = params;
    const query = counted
      ? readQuery(counted, whole, { key, total: z.int() }, { variant, matches, lists, rewrite, suffix: `${suffix} count` })
      : readQuery(file, params, { key, total: z.int() }, { variant, matches, lists, rewrite: withoutPage, suffix: `${suffix} count` });
    counts.set(filtered, { query: query as never, answer: (found) => found[0]?.total ?? 0 });
  }

  return {
    file,
    orders,
    filter,
    rows: (order, filtered) => rows.get(`${orders[order]} ${filtered || purpose !== ''}`) as never,
    count: (filtered) => counts.get(filtered || purpose !== '') as never,
  };
}

/** The first of each key's list, null where it is empty: for a relationship that there is at most one of. */
export function firstByKey<Parts extends Record<string, z.ZodObject>, A extends Shape>(
  file: string,
  parts: Parts,
  { args, variant }: { args: A; variant: Readonly<Record<string, string>> },
): KeyedQuery<Output<A> & PageArgs, object, { [Part in keyof Parts]: z.output<Parts[Part]> } | null> {
  const query = readQuery(file, { keys, ...args, after: z.string(), limit: z.int() }, { key, cursor: z.string(), ...parts }, { variant });
  return { query: query as never, answer: (rows) => (rows[0] as never) ?? null };
}

/** The same question without its page: how many there are in all. */
function withoutPage(text: string): string {
  const counted = text.replace(/RETURN [^\n]*\n\s*ORDER BY [^\n]*\n\s*LIMIT \$limit\n\}[\s\S]*$/, 'RETURN count(*) AS total\n}\nRETURN key, total\n');
  if (counted === text) throw new Error(`A list's file ends in RETURN, ORDER BY and LIMIT $limit, each on its line, but this one does not:\n${text}`);
  return counted;
}
