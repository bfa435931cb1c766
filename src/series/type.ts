import { builder } from '../builder.ts';
import { ClaimType, MetricType, OperatorType, PopulationType } from '../claim/ref.ts';
import { BasisType } from '../claim/type.ts';
import type { Context } from '../context.ts';
import { corroboration, saidAbout } from '../corroboration/load.ts';
import { CorroborationType } from '../corroboration/type.ts';
import { entity } from '../entity/find.ts';
import { groupById, placeById } from '../entity/queries.ts';
import { EventType } from '../event/ref.ts';
import { sources } from '../filter.ts';
import { GroupType } from '../group/ref.ts';
import { idOf } from '../ids.ts';
import { PlaceType } from '../place/ref.ts';
import { SourceType } from '../source/ref.ts';
import { operatorOf } from './bounds.ts';
import type { Point } from './points.ts';
import { type Metric, type Population, type Series, seriesOf } from './series.ts';

const TollPointType = builder.objectRef<Point>('TollPoint').implement({
  description: 'What a series says as of one day. The operator is part of the number: at least 1,500 is not 1,500.',
  fields: (t) => ({
    asOf: t.expose('asOf', { description: 'The day the number holds for; the day of publication where nothing else is said.', type: 'Date', nullable: true }),
    low: t.int({ description: 'The lower bound, included; absent, it is open.', nullable: true, resolve: ({ told }) => told.claim.low }),
    best: t.int({ description: 'The number itself.', nullable: true, resolve: ({ told }) => told.claim.best }),
    high: t.int({ description: 'The upper bound, included; absent, it is open.', nullable: true, resolve: ({ told }) => told.claim.high }),
    operator: t.field({ description: 'How the number is meant.', type: OperatorType, resolve: ({ told }) => operatorOf(told.claim) }),
    basis: t.expose('basis', {
      description: 'How it is known that this number replaces the one before; null where it replaces none.',
      type: BasisType,
      nullable: true,
    }),
    supersededAt: t.expose('supersededAt', { description: 'When a later number replaced it; null as long as it stands.', type: 'DateTime', nullable: true }),
    claim: t.field({ description: 'The claim that gives the number.', type: ClaimType, resolve: ({ told }) => told.claim }),
    relays: t.field({
      description: "Other claims of this point, by publication: who relays the number, and the claimant's other words for it. They never give the value.",
      type: [ClaimType],
      resolve: ({ relays }) => relays.map(({ claim }) => claim),
    }),
    corroboration: t.field({
      description: 'On how many independent sources this number stands: its claim and the relays.',
      type: CorroborationType,
      resolve: async ({ told, relays }, _, context) => corroboration(context, [told, ...relays], await saidBeside(context, told.claim.eventId)),
    }),
  }),
});

const TollSeriesType = builder.objectRef<Series>('TollSeries').implement({
  description: "One claimant's numbers of one thing, by day. Parts are series of their own and are never added to their total.",
  fields: (t) => ({
    claimant: t.field({
      description: 'Whose numbers these are; null when nobody is named for them: then each report is a series of its own.',
      type: SourceType,
      nullable: true,
      resolve: ({ claimant }, _, context) => entity(context, claimant?.id ?? null) as never,
    }),
    metric: t.expose('metric', { description: 'What is counted.', type: MetricType }),
    population: t.expose('population', { description: 'Who is counted.', type: PopulationType }),
    cumulative: t.exposeBoolean('cumulative', { description: 'Whether each number counts everything since the event began.' }),
    perpetrator: t.field({
      description: 'The group that the numbers are limited to: those killed by it. Null, they count what anybody did.',
      type: GroupType,
      nullable: true,
      resolve: ({ perpetrators }, _, { load }) => load(groupById, perpetrators[0]?.id ?? null),
    }),
    scope: t.field({
      description: 'The places that the numbers are limited to; none, they count the whole event.',
      type: [PlaceType],
      resolve: async ({ places }, _, { load }) => (await Promise.all(places.map(({ id }) => load(placeById, id)))).filter((place) => place !== null),
    }),
    points: t.field({ description: 'The progression, by day.', type: [TollPointType], resolve: ({ points }) => [...points] }),
    current: t.field({
      description: 'The last number that nothing has replaced and nobody has taken back.',
      type: TollPointType,
      nullable: true,
      resolve: ({ current }) => current,
    }),
  }),
});

builder.objectField(EventType, 'tolls', (t) =>
  t.field({
    description: 'How many people were harmed, according to whom: a series for each claimant, metric, population and part, each with its progression.',
    type: [TollSeriesType],
    args: {
      metric: t.arg({ type: MetricType, defaultValue: 'KILLED', description: 'What is counted; null for everything.' }),
      population: t.arg({ type: PopulationType, description: 'Only numbers of these.' }),
      claimant: t.arg.id({ description: 'Only numbers that this source gives.' }),
    },
    resolve: ({ id }, { metric, population, claimant }, context) => tolls(context, id, { metric, population, claimant }),
  }),
);

interface Meant {
  readonly metric?: Metric | null | undefined;
  readonly population?: Population | null | undefined;
  readonly claimant?: string | null | undefined;
}

async function tolls(context: Context, eventId: string, { metric, population, claimant }: Meant): Promise<Series[]> {
  if (claimant != null) idOf(sources, claimant, ['claimant']);
  return seriesOf(await saidAbout(context, eventId)).filter(
    (series) =>
      (metric == null || series.metric === metric) &&
      (population == null || series.population === population) &&
      (claimant == null || series.claimant?.id === claimant),
  );
}

async function saidBeside(context: Context, eventId: string | null) {
  return eventId === null ? [] : saidAbout(context, eventId);
}
