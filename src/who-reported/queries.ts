import { z } from 'zod';
import { Claim, claimOrders } from '../claim/ref.ts';
import type { Conditional } from '../filter.ts';
import { pageByKey } from '../graph/keyed.ts';
import { readQuery, type Shape } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';
import { conditionFilter } from './conditions.ts';

/** The same claims, begun at one condition or another, up to a place in the order asked for ($until). */
const claims = <Args extends Shape = {}>(file: string, { args, own, filter = conditionFilter }: { args?: Args; own?: string; filter?: Conditional } = {}) =>
  pageByKey(
    `who-reported/${file}`,
    { node: Claim },
    { orders: claimOrders, filter, variant: own ? { OWN: own } : {}, args: { until: z.string(), ...(args as Args) } },
  );
const claimsByOwn = (own: string) => claims('by-own', { own });

export const allClaims = claims('all');
export const claimsOfEvent = claimsByOwn('eventId');
export const claimsOfClaimant = claimsByOwn('claimantId');
export const claimsOfPublisher = claimsByOwn('publisherId');
export const claimsOfType = claimsByOwn('claimType');
export const claimsOfMetric = claimsByOwn('metric');
export const claimsOfPopulation = claimsByOwn('population');
export const claimsNaming = claims('by-name');
export const claimsWithin = claims('by-place', { filter: conditionFilter.without('where') });
export const claimsOfTime = claims('by-time', { args: { lasting: z.string(), begun: z.string() } });
export const claimsOfPublication = claims('by-publication', { args: { since: z.string(), before: z.string() } });

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
