import { builder } from '../builder.ts';
import { ClaimOrderType, ClaimTypeType, claimOrders, MetricType, PopulationType } from '../claim/ref.ts';
import { ClaimConnection, type ListRow } from '../connections.ts';
import type { Context } from '../context.ts';
import { entityId, idOf } from '../entity/find.ts';
import { bounds, type DateRange, DateRangeType } from '../filter.ts';
import { type Page, type PageArguments, pageArgs, pageOf } from '../paging.ts';
import { beginnings, claimSizes } from './queries.ts';

interface Question extends PageArguments {
  readonly where?: string | null;
  readonly about?: string | null;
  readonly claimant?: string | null;
  readonly publisher?: string | null;
  readonly naming?: string | null;
  readonly types?: readonly string[] | null;
  readonly metric?: string | null;
  readonly population?: string | null;
  readonly happened?: DateRange | null;
  readonly published?: DateRange | null;
}

builder.queryField('whoReported', (t) =>
  t.field({
    description:
      'Who reported what, where: claims that meet all of the conditions, each with whose word it is, in which report, about which event. Begins with the most selective condition. Without conditions: all claims.',
    type: ClaimConnection,
    args: {
      where: t.arg.id({ description: "At this place or within it: the claim's own places (roles LOCATION, SCOPE) if it names any, else its event's." }),
      about: t.arg.id({ description: 'About this event.' }),
      claimant: t.arg.id({ description: 'The word of this source.' }),
      publisher: t.arg.id({ description: 'In a report that this source published.' }),
      naming: t.arg.id({ description: 'Naming this group, community, person or place, in any role.' }),
      types: t.arg({ type: [ClaimTypeType], description: 'Of one of these types.' }),
      metric: t.arg({ type: MetricType, description: 'Counting this.' }),
      population: t.arg({ type: PopulationType, description: 'Counting this population.' }),
      happened: t.arg({ type: DateRangeType, description: 'About an event that happened, or may have happened, in this range.' }),
      published: t.arg({ type: DateRangeType, description: 'In a report that was published in this range.' }),
      orderBy: t.arg({ type: ClaimOrderType, description: 'In which order; NEWEST_FIRST when not given.' }),
      ...pageArgs(t.arg as never),
    } as never,
    resolve: (_, given, context) => whoReported(given as never, context) as never,
  }),
);

async function whoReported(given: Question, context: Context): Promise<Page<ListRow>> {
  const ids = idsOf(given);
  const conditions = {
    ...ids,
    types: given.types ?? null,
    metric: given.metric ?? null,
    population: given.population ?? null,
    happened: given.happened ? bounds(given.happened) : null,
    published: given.published ? bounds(given.published) : null,
  };
  const beginning = await smallest(ids, context);
  const query = beginnings[beginning];
  const key = beginning === 'anywhere' ? '' : (ids[beginning] as string);
  const order = given.orderBy ?? (Object.keys(claimOrders)[0] as string);

  return pageOf(given, order, {
    rows: (position) => context.load(query.rows(order, true), key, { ...conditions, ...position } as never),
    total: () => context.load(query.count(true), key, { ...conditions, after: '' } as never),
  });
}

type Ids = Record<'about' | 'claimant' | 'publisher' | 'naming' | 'within', string | null>;

/** The ids that were given; one that cannot be of that kind is an InvalidInputError. */
function idsOf({ about, claimant, publisher, naming, where }: Question): Ids {
  return {
    about: about == null ? null : idOf('Event', about, ['about']),
    claimant: claimant == null ? null : entityId(claimant, ['claimant']),
    publisher: publisher == null ? null : entityId(publisher, ['publisher']),
    naming: naming == null ? null : entityId(naming, ['naming']),
    within: where == null ? null : idOf('Place', where, ['where']),
  };
}

/** The condition that leaves the fewest claims. An event's claims are few; of the others, where there are several, the graph is asked how many each has. */
async function smallest(ids: Ids, { read }: Context): Promise<keyof typeof beginnings> {
  const { about, ...others } = ids;
  if (about !== null) return 'about';
  const given = (Object.keys(others) as (keyof typeof others)[]).filter((name) => others[name] !== null);
  if (given.length < 2) return given[0] ?? 'anywhere';

  const sizes = new Map((await read(claimSizes, { ids: [...new Set(given.map((name) => others[name] as string))] })).map((size) => [size.id, size]));
  const sizeOf = (name: keyof typeof others) => sizes.get(others[name] as string)?.[name] ?? 0;
  return given.reduce((one, other) => (sizeOf(other) < sizeOf(one) ? other : one));
}
