import { builder } from '../builder.ts';
import { ClaimOrderType } from '../claim/ref.ts';
import { ClaimConnection } from '../connections.ts';
import type { Context } from '../context.ts';
import type { PageArguments } from '../cursors.ts';
import type { Listed } from '../graph/reading.ts';
import { listed, pageArgs } from '../paging.ts';
import { type Beginning, beginningsFor, cheapest, count, end, type Order, stretch } from './begin.ts';
import { type Conditions, checkIds, conditionArgs, conditionFilter } from './conditions.ts';

builder.queryField('whoReported', (t) =>
  t.field(
    listed({
      description:
        'Who reported what, where: the claims that meet all of the conditions given, each with its claimant, its report and its event. Without conditions: all claims. An id that nothing has gives none.',
      type: ClaimConnection,
      args: (arg) => ({
        ...conditionArgs(),
        orderBy: arg.field({ type: ClaimOrderType, description: 'In which order; NEWEST_FIRST when not given.' }),
        ...pageArgs(arg),
      }),
      key: () => '',
      list: whoReported,
      searches: 'always',
    }),
  ),
);

function whoReported({ first, after, orderBy, ...given }: Conditions & PageArguments, { recall }: Context): Listed {
  checkIds(given);
  const order = (orderBy ?? 'NEWEST_FIRST') as Order;
  const begin = async (order: Order | null, limit: number) => {
    const offered = beginningsFor(given, order);
    if (offered.length === 1) return from(offered[0] as Beginning, given);
    const sizes = await recall(`sizes ${JSON.stringify(given)}`, (read) => count(given, read));
    return from(cheapest(offered, sizes, given, order, limit), given);
  };

  return {
    order,
    rows: async ({ after, limit }) => {
      const { query, key, args, filtered } = await begin(order, limit);
      const { since, until } = stretch(order, given.published);
      return { query: query.rows(order, filtered) as never, key, args: { ...args, until, after: later(after, since), limit } };
    },
    // A count has no order: it begins wherever the fewest are.
    count: async () => {
      const { query, key, args, filtered } = await begin(null, Number.POSITIVE_INFINITY);
      return { query: query.count(filtered) as never, key, args: { ...args, until: end, after: '' } };
    },
  };
}

/** What to ask at a beginning: the conditions that it does not meet by itself are left to the filter. */
function from({ condition, query, key, args }: Beginning, given: Conditions) {
  const others = { ...given, ...(condition ? { [condition]: null } : {}) };
  const filtered = Object.values(others).some((value) => value != null);
  return { query, key: key(given) ?? '', args: { ...args?.(given), ...(filtered ? conditionFilter.bind(others) : {}) }, filtered };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
