import type { GraphQLFieldExtensions } from 'graphql';
import type { PageArgs } from './keyed.ts';
import type { AnyKeyed } from './plan.ts';
import type { Soon } from './soon.ts';

/**
 * What a field says, in its extensions, of how it gets its answer, so that it can be read before its resolver asks for it.
 * Columns are those of its parent's row. A field that says nothing is one of which nothing is known: it just loads.
 */
export type Reading =
  /** From these columns, without loading anything. */
  | { readonly looksAt: readonly string[] }
  /** It is its parent's row, or the part of it whose columns begin so; whether it is, these columns may tell. */
  | { readonly row: string; readonly looksAt?: readonly string[] }
  /** It loads one thing. */
  | { readonly loads: Loading }
  /** It is a page of a list, which loads when somebody looks into it. Whatever it is asked with, its nodes are of these labels, where there are several. */
  | { readonly lists: Listing; readonly labels?: readonly string[] | undefined }
  /** What of a page it is. */
  | { readonly page: 'edges' | 'info' | 'total' };

export interface Loading {
  /** The column that is the key, or at the root what the arguments make the key. */
  readonly by: string | ((given: never) => string);
  /** One query, or one for each label that the key's id may be of. */
  readonly query: AnyKeyed | Readonly<Record<string, AnyKeyed>>;
  readonly args?: object;
  /** With what the columns of its answer begin in the row. */
  readonly row: string;
  /** Which of them it looks at itself. */
  readonly looksAt?: readonly string[];
}

/** Whether it is the node of a list, which may know of which labels its nodes are. */
export function isNode({ by }: Loading): boolean {
  return by === 'node_id';
}

/** What loads something of this type. */
export function queryFor({ query }: Loading, type: string): AnyKeyed | undefined {
  return isOne(query) ? query : query[type];
}

export function isOne(query: Loading['query']): query is AnyKeyed {
  return 'answer' in query && typeof query.answer === 'function';
}

/** A list as it is asked with a field's arguments. */
export type Listing = (given: never, context: never) => Listed;

export interface Listed {
  readonly order: string;
  /** What is asked for a page of it, and for the number of all; null when nothing is, since it is known to be empty. */
  readonly rows: (range: PageArgs) => Soon<Asked | null>;
  readonly count: () => Soon<Asked | null>;
  /** Of which labels its nodes may be, where its arguments say so. */
  readonly labels?: readonly string[] | undefined;
}

export interface Asked {
  readonly query: AnyKeyed;
  /** Null for what is its parent's. */
  readonly key: string | null;
  readonly args: object;
}

export function reading(how: Reading): { readonly extensions: { readonly reading: Reading } } {
  return { extensions: { reading: how } };
}

/** How a field gets its answer, as far as it says so: one that exposes a property looks at that. */
export function readingOf({ reading: said, pothosExposedField: exposed }: Readonly<GraphQLFieldExtensions<unknown, unknown>>): Reading | null {
  if (said) return said as Reading;
  return typeof exposed === 'string' ? { looksAt: [exposed] } : null;
}
