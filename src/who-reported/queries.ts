import { z } from 'zod';
import { Claim, claimOrders } from '../claim/ref.ts';
import { pageByKey } from '../graph/keyed.ts';
import { readQuery, type Shape } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';
import { conditionFilter } from './conditions.ts';

/** An order by label has no end to give: the ids stand in for dates there, and below every `until`. A count is free to use whichever index. */
const dated = (property: string | null) => (property === claimOrders.BY_LABEL ? 'id' : (property ?? claimOrders.NEWEST_FIRST));

/** The same claims, begun at one condition or another, up to where an order by date may end ($until). */
const claims = <Args extends Shape = {}>(file: string, { args, own }: { args?: Args; own?: string } = {}) =>
  pageByKey(
    `who-reported/${file}`,
    { node: Claim },
    {
      orders: claimOrders,
      filter: conditionFilter,
      variant: (property) => ({ ...(own ? { OWN: own } : {}), DATED: dated(property) }),
      args: { until: z.string(), ...(args as Args) },
    },
  );
const claimsByOwn = (own: string) => claims('by-own', { own });

export const allClaims = claims('all');
export const claimsByEvent = claimsByOwn('eventId');
export const claimsByClaimant = claimsByOwn('claimantId');
export const claimsByPublisher = claimsByOwn('publisherId');
export const claimsByType = claimsByOwn('claimType');
export const claimsByMetric = claimsByOwn('metric');
export const claimsByPopulation = claimsByOwn('population');
export const claimsByName = claims('by-name');
export const claimsByPlace = claims('by-place');
export const claimsByTime = claims('by-time', { args: { begun: z.string() } });

/** About how many claims meet each condition by itself; `all` of them there are. */
export const sizes = readQuery(
  'who-reported/sizes',
  {
    about: text,
    claimant: text,
    publisher: text,
    naming: text,
    within: text,
    types: z.array(z.string()),
    metric: text,
    population: text,
    happenedFrom: text,
    happenedTo: text,
    publishedFrom: text,
    publishedTo: text,
  },
  { condition: z.string(), size: z.int() },
);
