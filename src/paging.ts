import type { OutputRefShape } from '@pothos/core';
import { type BuilderTypes, builder } from './builder.ts';
import type { Context } from './context.ts';
import { cursorAt, type PageArguments, pageSize, rangeOf } from './cursors.ts';
import type { FilterType } from './filter.ts';
import type { KeyedQuery, PageArgs, PageQuery } from './graph/keyed.ts';
import { type Asked, type Listed, type Listing, reading } from './graph/reading.ts';
import { type Soon, soon } from './graph/soon.ts';
import { asking, type Conditions, type Elsewhere } from './listing.ts';
import { aOrAn } from './text.ts';

/** A page as Relay describes it. Rows and total are each read once, and only when somebody asks. */
export interface Page<Row> {
  readonly rows: () => Soon<readonly Row[]>;
  readonly total: () => Soon<number>;
  readonly first: number;
  readonly order: string;
  readonly isFirst: boolean;
}

export interface Cursored {
  readonly cursor: string;
}

const PageInfoType = builder.objectRef<Page<Cursored>>('PageInfo').implement({
  description: 'Where a page stands in its list (Relay).',
  fields: (t) => ({
    hasNextPage: t.boolean({
      description: 'Whether more follow this page.',
      resolve: (page) => soon(page.rows(), (rows) => rows.length > page.first),
      ...reading({ looksAt: [] }),
    }),
    hasPreviousPage: t.boolean({
      description: 'Whether the page was asked for with `after`, so that others stand before it.',
      resolve: (page) => !page.isFirst,
      ...reading({ looksAt: [] }),
    }),
    startCursor: t.string({
      description: 'The cursor of the first edge.',
      nullable: true,
      resolve: (page) => soon(shown(page), (rows) => cursorOf(page, rows[0])),
      ...reading({ looksAt: ['cursor'] }),
    }),
    endCursor: t.string({
      description: 'The cursor of the last edge: give it as `after` to have the next page.',
      nullable: true,
      resolve: (page) => soon(shown(page), (rows) => cursorOf(page, rows.at(-1))),
      ...reading({ looksAt: ['cursor'] }),
    }),
  }),
});

export type EdgeFields<Row> = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, EdgeOf<Row>>;

interface EdgeOf<Row> {
  readonly row: Row;
  readonly order: string;
}

/** How a row's node is found, and how it is read ahead. */
export interface Node<Row> extends Partial<ReturnType<typeof reading>> {
  readonly of: (row: Row, context: Context) => unknown;
}

/** Where the row has its node as a part of it. */
export const ownNode: Node<{ readonly node: unknown }> = { of: ({ node }) => node, ...reading({ row: 'node_' }) };

/**
 * A connection and its edge over rows of a list. `node` says how a row's node is found;
 * `edge` adds the fields that the relationship carries.
 */
export function connectionType<Row extends Cursored>(
  name: string,
  options: {
    readonly description: string;
    readonly type: unknown;
    readonly node: Node<Row>;
    readonly edge?: (t: EdgeFields<Row>) => Record<string, unknown>;
  },
) {
  const EdgeType = builder.objectRef<EdgeOf<Row>>(`${name}Edge`).implement({
    description: `One of ${aOrAn(`${name}Connection`)}, with what joins it to where the list began.`,
    fields: (t) => ({
      cursor: t.string({
        description: 'Where this edge stands: give it as `after` to go on behind it.',
        resolve: ({ row, order }) => cursorAt(order, row.cursor),
        ...reading({ looksAt: ['cursor'] }),
      }),
      node: t.field({
        description: 'What the edge leads to.',
        type: options.type as never,
        resolve: ({ row }, _, context) => options.node.of(row, context) as never,
        extensions: options.node.extensions ?? {},
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
        resolve: (page) => soon(shown(page), (rows) => rows.map((row) => ({ row, order: page.order }))),
        ...reading({ page: 'edges' }),
      }),
      pageInfo: t.field({
        description: 'Where this page stands in the list.',
        type: PageInfoType,
        resolve: (page) => page as Page<Cursored>,
        ...reading({ page: 'info' }),
      }),
      totalCount: t.int({
        description: 'How many there are in all pages together; counted only when asked.',
        resolve: (page) => page.total(),
        ...reading({ page: 'total' }),
      }),
    }),
  });
}

/** The options of a field that answers with pages of a list: `t.field(page({ … }))`. */
export function page<Parent, Row extends Cursored, Args extends object>(options: {
  readonly description: string;
  readonly type: OutputRefShape<never> | unknown;
  readonly query: PageQuery<Args, Row>;
  readonly key: (parent: Parent) => string;
  /** At the root there is no parent: the key then comes from the arguments. */
  readonly keyOf?: (given: never) => string;
  /** The enum of the list's orders; without it there is the default order alone. */
  readonly orderBy?: unknown;
  readonly filter?: FilterType;
  /** Where one of the filter's conditions names a better place to begin. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Whether its answer has to be looked for even without a filter. */
  readonly searches?: 'always';
  /** Further arguments: how they are declared, and what the query takes them as. */
  readonly args?: (t: ArgBuilder) => Record<string, unknown>;
  readonly bind?: (given: never, context: Context) => Args;
}) {
  const { description, type, query, key, keyOf, orderBy, filter, elsewhere, bind = () => ({}) as Args } = options;
  const [byDefault] = Object.keys(query.orders) as [string];

  return listed<Parent>({
    description,
    type,
    key,
    labels: query.labels,
    searches: options.searches ?? (filter ? 'filtered' : undefined),
    args: (t) => ({
      ...(options.args?.(t) as {}),
      ...(filter ? { filter: t.field({ type: filter.type as never, description: 'Only those that meet all of these conditions.' }) } : {}),
      ...(orderBy ? { orderBy: t.field({ type: orderBy as never, description: `In which order; ${byDefault} when not given.` }) } : {}),
      ...pageArgs(t),
    }),
    list: ((given: PageArguments, context: Context): Listed => {
      const order = given.orderBy ?? byDefault;
      const conditions = (given.filter ?? {}) as Conditions;
      const bound = bind(given as never, context);
      const usual = asking({ query, filter, conditions, key: keyOf ? keyOf(given as never) : null, order, bound });
      const there = elsewhere?.(conditions, context);
      if (!there) return { order, ...usual };
      const better = asking({ ...there, order, bound });
      const rows = (range: PageArgs) => soon(there.isFor(range.limit), (isBetter) => (isBetter ? better : usual).rows(range));
      return { order, rows, count: better.count };
    }) as Listing,
  });
}

/** The same for a list that says itself what it asks for. */
export function listed<Parent>(options: {
  readonly description: string;
  readonly type: OutputRefShape<never> | unknown;
  readonly args: (t: ArgBuilder) => Record<string, unknown>;
  readonly key: (parent: Parent) => string;
  readonly list: Listing;
  /** Whether its answer has to be looked for, always or when there is a filter: a query may do that a few times only. */
  readonly searches?: 'always' | 'filtered' | undefined;
  /** Of which labels its nodes may be, whatever it is asked with, where there are several. */
  readonly labels?: readonly string[] | undefined;
}) {
  const { description, type, key, list, searches, labels } = options;
  return {
    description,
    type: type as never,
    args: builder.args((t) => options.args(t) as never) as never,
    resolve: ((parent: Parent, given: PageArguments, context: Context): Page<Cursored> => {
      const { order, rows, count } = list(given as never, context as never);
      const load = <Answer>(asked: Asked | null, empty: Answer): Soon<Answer> =>
        asked === null ? empty : ((context.load as LoadPage)(asked.query as never, asked.key ?? key(parent), asked.args) as Soon<Answer>);
      return pageOf(given, order, {
        rows: (range) => soon(rows(range), (asked) => load<readonly Cursored[]>(asked, [])),
        total: () => soon(count(), (asked) => load(asked, 0)),
      });
    }) as never,
    extensions: { ...reading({ lists: list, labels }).extensions, searches },
  };
}

/** A page of a list that is at hand as a whole, in the order of its cursors. */
export function pageOfAll<Row extends Cursored>(all: readonly Row[], order: string, given: Pick<PageArguments, 'first' | 'after'>): Page<Row> {
  return pageOf(given, order, {
    rows: async ({ after, limit }) => all.filter(({ cursor }) => cursor > after).slice(0, limit),
    total: async () => all.length,
  });
}

/** The page that was asked for, of a list that can be read from any position in its order and counted. */
export function pageOf<Row>(
  { first, after }: Pick<PageArguments, 'first' | 'after'>,
  order: string,
  list: { readonly rows: (position: PageArgs) => Soon<readonly Row[]>; readonly total: () => Soon<number> },
): Page<Row> {
  const position = rangeOf({ first, after }, order);
  return {
    first: position.limit - 1,
    order,
    isFirst: position.after === '',
    rows: once(() => list.rows(position)),
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

// `Load` asks for arguments only where a query has some; which a generic list cannot prove.
export type LoadPage = <Args, Row, Answer>(keyed: KeyedQuery<Args, Row, Answer>, key: string, args: Args) => Soon<Answer>;
export type ArgBuilder = Parameters<Parameters<typeof builder.args>[0]>[0];

function shown<Row>(page: Page<Row>): Soon<readonly Row[]> {
  return soon(page.rows(), (rows) => (rows.length > page.first ? rows.slice(0, page.first) : rows));
}

function cursorOf(page: { readonly order: string }, row: Cursored | undefined): string | null {
  return row ? cursorAt(page.order, row.cursor) : null;
}

/** The same work, done once and only when it is asked for. */
export function once<Answer>(work: () => Soon<Answer>): () => Soon<Answer> {
  let answer: Soon<Answer> | undefined;
  return () => {
    answer ??= work();
    return answer;
  };
}
