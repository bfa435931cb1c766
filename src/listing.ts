import type { Context } from './context.ts';
import { type Conditional, later } from './filter.ts';
import type { PageArgs, PageQuery } from './graph/keyed.ts';
import type { Asked } from './graph/reading.ts';
import type { Soon } from './graph/soon.ts';

export type Conditions = Readonly<Record<string, unknown>>;

/** Where a list with these conditions has a better place to begin than its order, if it has one. */
export type Elsewhere = (conditions: Conditions, context: Context) => Beginning | null;

/** Another query for the same list, which begins at what one condition of the filter names. */
export interface Beginning {
  readonly query: PageQuery<object, object>;
  readonly key: string;
  /** The conditions that are left, and the filter that they make. */
  readonly filter: Conditional;
  readonly conditions: Conditions;
  /** Whether a page of so many begins there, or one by one in the order asked for. A count has no order, and always does. */
  readonly isFor: (limit: number) => Soon<boolean>;
}

/** What is asked for a page of a list and for its count, at one of the places where it can begin. */
export function asking<Args extends object, Row>({
  query,
  filter,
  conditions,
  key,
  order,
  bound,
}: {
  readonly query: PageQuery<Args, Row>;
  readonly filter: Beginning['filter'] | undefined;
  readonly conditions: Conditions;
  readonly key: string | null;
  readonly order: string;
  readonly bound: object;
}) {
  // A filter in which nothing is said lets everything through.
  const filtered = Object.values(conditions).some((condition) => condition != null);
  const args = { ...bound, ...(filtered ? filter?.bind(conditions) : {}) };
  const begin = filtered ? (filter?.begin(order, conditions) ?? '') : '';
  return {
    rows: (range: PageArgs): Asked => ({
      query: query.rows(order, filtered) as never,
      key,
      args: { ...args, after: later(range.after, begin), limit: range.limit },
    }),
    count: (): Asked => ({ query: query.count(filtered) as never, key, args: { ...args, after: '' } }), // Of no order, so from no place in one.
  };
}
