import { builder } from '../builder.ts';
import { ClaimType, MetricType, PopulationType } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import { sizeOf } from '../cursors.ts';
import { entity } from '../entity/find.ts';
import { EventType } from '../event/ref.ts';
import { SourceType } from '../source/ref.ts';
import type { Corroboration } from './corroboration.ts';
import { corroborationOfClaim, corroborationOfEvent } from './load.ts';

export const CorroborationType = builder.objectRef<Corroboration>('Corroboration').implement({
  description: 'On how many independent feet something stands. Copies are reports, never origins. What was taken back is not counted.',
  fields: (t) => ({
    reports: t.exposeInt('reports', { description: 'How many reports say so.' }),
    publishers: t.exposeInt('publishers', { description: 'How many known publishers these have.' }),
    origins: t.exposeInt('origins', {
      description:
        'On how many sources it rests in the end, independent of each other: claimants where they are named, else the publishers of what others repeat or cite.',
    }),
    unknownOrigins: t.exposeInt('unknownOrigins', {
      description: 'How many reports, and claims without report, do not tell whose word they give; never counted as origins.',
    }),
    partyOrigins: t.exposeInt('partyOrigins', {
      description: 'How many of the origins are parties to the event, which is more than a witness or somebody mentioned: they speak about themselves.',
    }),
    originSources: t.field({
      description: 'The origins, by label; of several that are not independent of each other, the one that most claims come from.',
      type: [SourceType],
      args: { first: t.arg.int({ defaultValue: 20, description: 'How many at most, 1 to 100.' }) },
      resolve: (corroboration, { first }, context) => originSources(corroboration, sizeOf(first), context),
    }),
  }),
});

builder.objectField(EventType, 'corroboration', (t) =>
  t.field({
    description:
      'On how many independent sources all that is said of this rests, or all that is said of one number of it: by those who deny it or give no number as well.',
    type: CorroborationType,
    args: {
      metric: t.arg({ type: MetricType, description: 'Only claims that count this.' }),
      population: t.arg({ type: PopulationType, description: 'Only claims that count these.' }),
    },
    resolve: ({ id }, { metric, population }, context) => corroborationOfEvent(context, id, { metric: metric ?? null, population: population ?? null }),
  }),
);

builder.objectField(ClaimType, 'corroboration', (t) =>
  t.field({
    description: 'On how many independent sources its statement stands: what it repeats in the end, and all that repeat that.',
    type: CorroborationType,
    resolve: ({ id }, _, context) => corroborationOfClaim(context, id),
  }),
);

async function originSources({ originSources }: Corroboration, first: number, context: Context) {
  return (await Promise.all(originSources.slice(0, first).map(({ id }) => entity(context, id)))).filter((source) => source !== null) as never[];
}
