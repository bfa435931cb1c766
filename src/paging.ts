import type { OutputRefShape } from '@pothos/core';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { InvalidInputError } from './errors.ts';
import type { FilterType } from './filter.ts';
import type { KeyedQuery, PageArgs, PageQuery } from './graph/keyed.ts';

/** A page as Relay describes it. Rows and total are each read once, and only when somebody asks. */
export interface Page<Row> {
  readonly rows: () => Promise<readonly Row[]>;
  readonly total: () => Promise<number>;
  readonly first: number;
  readonly order: string;
  readonly isFirst: boolean;
}

export interface Cursored {
  readonly cursor: string;
}

export const pageSize = { usual: 20, largest: 100 };

const PageInfoType = builder.objectRef<Page<Cursored>>('PageInfo').implement({
  description: 'Where a page stands in its list (Relay).',
  fields: (t) => ({
    hasNextPage: t.boolean({ description: 'Whether more follow this page.', resolve: async (page) => (await page.rows()).length > page.first }),
    hasPreviousPage: t.boolean({
      description: 'Whether the page was asked for with `after`, so that others stand before it.',
      resolve: (page) => !page.isFirst,
    }),
    startCursor: t.string({ description: 'The cursor of the first edge.', nullable: true, resolve: async (page) => cursorOf(page, (await shown(page))[0]) }),
    endCursor: t.string({
      description: 'The cursor of the last edge: give it as `after` to have the next page.',
      nullable: true,
      resolve: async (page) => cursorOf(page, (await shown(page)).at(-1)),
    }),
  }),
});

interface EdgeOf<Row> {
  readonly row: Row;
  readonly cursor: string;
}

/**
 * A connection and its edge over rows of a list. `node` says how a row's node is found;
 * `edge` adds the fields that the relationship carries.
 */
export function connectionType<Row extends Cursored>(
  name: string,
  options: {
    readonly description: string;
    readonly type: unknown;
    readonly node: (row: Row, context: Context) => unknown;
    readonly edge?: (t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, EdgeOf<Row>>) => Record<string, unknown>;
  },
) {
  const EdgeType = builder.objectRef<EdgeOf<Row>>(`${name}Edge`).implement({
    description: `One of a ${name}Connection, with what joins it to where the list began.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', { description: 'Where this edge stands: give it as `after` to go on behind it.' }),
      node: t.field({
        description: 'What the edge leads to.',
        type: options.type as never,
        resolve: ({ row }, _, context) => options.node(row, context) as never,
      }),
      ...(options.edge?.(t as never) as {}),
    }),
  });
  return builder.objectRef<Page<Row>>(`${name}Connection`).implement({
    description: options.description,
    fields: (t) => ({
      edges: t.field({
        description: 'The page.',
        type: [EdgeType],
        resolve: async (page) => (await shown(page)).map((row) => ({ row, cursor: cursorOf(page, row) as string })),
      }),
      pageInfo: t.field({ description: 'Where this page stands in the list.', type: PageInfoType, resolve: (page) => page as Page<Cursored> }),
      totalCount: t.int({ description: 'How many there are in all pages together; counted only when asked.', resolve: (page) => page.total() }),
    }),
  });
}

/** The options of a field that answers with pages of a list: `t.field(page({ … }))`. */
export function page<Parent, Row extends Cursored, Args extends object>(options: {
  readonly description: string;
  readonly type: OutputRefShape<never> | unknown;
  readonly query: PageQuery<Args, Row>;
  readonly key: (parent: Parent) => string;
  /** The enum of the list's orders; without it there is the default order alone. */
  readonly orderBy?: unknown;
  readonly filter?: FilterType;
  /** Further arguments: how they are declared, and what the query takes them as. */
  readonly args?: (t: ArgBuilder) => Record<string, unknown>;
  readonly bind?: (given: never, context: Context) => Args;
}) {
  const { description, type, query, key, orderBy, filter, bind = () => ({}) as Args } = options;
  const [byDefault] = Object.keys(query.orders) as [string];

  return {
    description,
    type: type as never,
    args: builder.args((t) => ({
      ...(options.args?.(t) as {}),
      ...(filter ? { filter: t.field({ type: filter.type as never, description: 'Only those that meet all of these conditions.' }) } : {}),
      ...(orderBy ? { orderBy: t.field({ type: orderBy as never, description: `In which order; ${byDefault} when not given.` }) } : {}),
      ...pageArgs(t),
    })) as never,
    resolve: (async (parent: Parent, given: PageArguments, context: Context): Promise<Page<Row>> => {
      const order = given.orderBy ?? byDefault;
      const filtered = given.filter != null;
      const args = { ...bind(given as never, context), ...(filtered ? filter?.bind(given.filter as {}) : {}) } as Args;
      const load = context.load as LoadPage;

      return pageOf(given, order, {
        rows: (position) => load(query.rows(order, filtered), key(parent), { ...args, ...position }),
        total: () => load(query.count(filtered), key(parent), { ...args, after: '' }),
      });
    }) as never,
  };
}

/** The page that was asked for, of a list that can be read from any position in its order and counted. */
export function pageOf<Row>(
  { first, after }: Pick<PageArguments, 'first' | 'after'>,
  order: string,
  list: { readonly rows: (position: PageArgs) => Promise<readonly Row[]>; readonly total: () => Promise<number> },
): Page<Row> {
  const size = sizeOf(first);
  const position = after == null ? '' : positionOf(after, order);
  return {
    first: size,
    order,
    isFirst: position === '',
    rows: once(() => list.rows({ after: position, limit: size + 1 })), // One row over, so that we know whether more follow.
    total: once(list.total),
  };
}

/** The arguments of every list in pages. */
export function pageArgs(t: ArgBuilder) {
  return {
    first: t.int({ defaultValue: pageSize.usual, description: `How many at most, 1 to ${pageSize.largest}.` }),
    after: t.string({ description: 'The cursor to go on behind.' }),
  };
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly orderBy?: string | null;
  readonly filter?: object | null;
}

// `Load` asks for arguments only where a query has some; which a generic list cannot prove.
export type LoadPage = <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string, args: Args) => Promise<Answer>;
type BuilderTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Types> ? Types : never;
type ArgBuilder = Parameters<Parameters<typeof builder.args>[0]>[0];

/** How many a page has, when it may have so many. */
export function sizeOf(first: number | null | undefined): number {
  return first == null ? pageSize.usual : between(1, pageSize.largest, first, 'first');
}

/** A number that an argument may have, or an InvalidInputError. */
export function between(least: number, largest: number, given: number, argument: string): number {
  if (given < least || given > largest) throw new InvalidInputError([argument], `from ${least} to ${largest}`, given);
  return given;
}

async function shown<Row>(page: Page<Row>): Promise<readonly Row[]> {
  return (await page.rows()).slice(0, page.first);
}

function cursorOf(page: { readonly order: string }, row: Cursored | undefined): string | null {
  return row ? cursorAt(page.order, row.cursor) : null;
}

/** A cursor names its order, so that it cannot be taken for a place in another one. */
export function cursorAt(order: string, position: string): string {
  return Buffer.from(`${order}\n${position}`).toString('base64url');
}

/** The place that a cursor stands for, in the order it was given for. */
export function positionOf(cursor: string, order: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const position = text.slice(order.length + 1); // All of it: a title may have several lines.
  if (position !== '' && text.startsWith(`${order}\n`)) return position;
  throw new InvalidInputError(['after'], `a cursor that this list gave in the order ${order}`, cursor);
}

/** The same work, done once and only when it is asked for. */
export function once<Answer>(work: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}
