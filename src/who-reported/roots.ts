import { builder } from '../builder.ts';
import { type Claim, ClaimOrderType } from '../claim/ref.ts';
import { ClaimConnection } from '../connections.ts';
import type { Context } from '../context.ts';
import { type LoadPage, once, type Page, type PageArguments, pageArgs, pageOf } from '../paging.ts';
import { type Beginning, beginningsFor, cheapest, count, end, type Order, stretch } from './begin.ts';
import { type Conditions, checkIds, conditionArgs, conditionFilter } from './conditions.ts';

builder.queryField('whoReported', (t) =>
  t.field({
    description:
      'Who reported what, where: the claims that meet all of the conditions given, each with its claimant, its report and its event. Without conditions: all claims. An id that nothing has gives none.',
    type: ClaimConnection as never,
    args: {
      ...conditionArgs(),
      orderBy: t.arg({ type: ClaimOrderType, description: 'In which order; NEWEST_FIRST when not given.' }),
      ...pageArgs(t.arg as never),
    } as never,
    resolve: (_, given, context) => whoReported(given as never, context) as never,
  }),
);

type Found = { readonly cursor: string; readonly node: Claim };

function whoReported({ first, after, orderBy, ...given }: Conditions & PageArguments, { load, read }: Context): Page<Found> {
  checkIds(given);
  const order = (orderBy ?? 'NEWEST_FIRST') as Order;
  const sizes = once(() => count(given, read));
  const begin = async (order: Order | null, limit: number) => {
    const offered = beginningsFor(given, order);
    return from(offered.length === 1 ? (offered[0] as Beginning) : cheapest(offered, await sizes(), given, order, limit), given);
  };

  return pageOf({ first, after } as PageArguments, order, {
    rows: async ({ after, limit }) => {
      const { query, key, args, filtered } = await begin(order, limit);
      const { since, until } = stretch(order, given.published);
      return (load as LoadPage)(query.rows(order, filtered), key, { ...args, until, after: later(after, since), limit });
    },
    // A count has no order: it begins wherever the fewest are.
    total: async () => {
      const { query, key, args, filtered } = await begin(null, Number.POSITIVE_INFINITY);
      return (load as LoadPage)(query.count(filtered), key, { ...args, until: end, after: '' });
    },
  });
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
