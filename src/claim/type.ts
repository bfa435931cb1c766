import { builder } from '../builder.ts';
import { kept, keptEntity } from '../entity/find.ts';
import { eventById, reportById } from '../entity/queries.ts';
import { EntityType, Id, NodeType } from '../entity/ref.ts';
import { enumOf } from '../enums.ts';
import { EventType } from '../event/ref.ts';
import { reading } from '../graph/reading.ts';
import type { Role } from '../graph/relationship.ts';
import { NamedConnection } from '../link/connections.ts';
import { all, type LinkedRow, linked, linkedOne, theLinked } from '../link/linked.ts';
import { RoleType } from '../link/ref.ts';
import { page } from '../paging.ts';
import { ReportType } from '../report/ref.ts';
import { retraction } from '../retraction/type.ts';
import { SourceType } from '../source/ref.ts';
import { Claim, ClaimBasisType, ClaimStatusType, ClaimType, ClaimTypeType, MetricType, OperatorType, PolarityType, PopulationType } from './ref.ts';

export const BasisType = enumOf('Basis', 'How it is known that a claim replaces an earlier one.', {
  EXPLICIT: 'The report says so.',
  INFERRED: 'Same claimant, later as-of.',
  CURATED: 'A curator decided.',
});

const SupersessionType = builder.objectRef<LinkedRow<Claim>>('Supersession').implement({
  description: 'That one claim replaces another.',
  fields: (t) => ({
    claim: t.field({ description: 'The other claim.', type: ClaimType, resolve: ({ node }) => node, ...reading({ row: 'node_' }) }),
    basis: t.field({
      description: 'How that is known.',
      type: BasisType,
      resolve: ({ link }) => (link.basis ?? 'CURATED') as never,
      ...reading({ looksAt: ['link_basis'] }),
    }),
    at: t.field({
      description: 'When it became known; absent, when both claims are.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ link }) => link.at,
      ...reading({ looksAt: ['link_at'] }),
    }),
    retractedAt: t.field({
      description: 'When it was taken back: the claim that replaces, or all that says so; null when it stands.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ link }) => link.retractedAt,
      ...reading({ looksAt: ['link_retractedAt'] }),
    }),
  }),
});

const supersedes = linkedOne('SUPERSEDES', 'out', 'Claim', Claim);
const supersededBy = linkedOne('SUPERSEDES', 'in', 'Claim', Claim);

ClaimType.implement({
  description: 'One statement, by one claimant, in one report, about one event. It is never edited: a change is a new claim.',
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    claimType: t.expose('claimType', { description: 'What it is about.', type: ClaimTypeType }),
    polarity: t.expose('polarity', { description: 'Whether the source asserts, denies or leaves open.', type: PolarityType }),
    statement: t.exposeString('statement', { description: 'What is claimed, in one plain sentence.', nullable: true }),
    metric: t.expose('metric', { description: 'What is counted.', type: MetricType, nullable: true }),
    population: t.expose('population', { description: 'Who is counted.', type: PopulationType, nullable: true }),
    low: t.exposeInt('low', { description: 'The lower bound, included; absent, it is open.', nullable: true }),
    best: t.exposeInt('best', { description: 'The number itself.', nullable: true }),
    high: t.exposeInt('high', { description: 'The upper bound, included; absent, it is open.', nullable: true }),
    operator: t.expose('operator', { description: 'How the number is meant.', type: OperatorType, nullable: true }),
    cumulative: t.exposeBoolean('cumulative', { description: 'Whether it counts everything since the event began.', nullable: true }),
    asOf: t.expose('asOf', { description: 'The day the number holds for.', type: 'Date', nullable: true }),
    windowFrom: t.expose('windowFrom', { description: 'Of a count that is not cumulative: from which day.', type: 'Date', nullable: true }),
    windowTo: t.expose('windowTo', { description: 'Of a count that is not cumulative: to which day.', type: 'Date', nullable: true }),
    assertedAt: t.expose('assertedAt', { description: 'When the claimant said it, where that is known.', type: 'DateTime', nullable: true }),
    quote: t.exposeString('quote', { description: 'The words, as the report has them.', nullable: true }),
    quoteStart: t.exposeInt('quoteStart', { description: "Where the quote begins in the report's text (UTF-16 code units).", nullable: true }),
    quoteEnd: t.exposeInt('quoteEnd', { description: "Where the quote ends in the report's text, exclusive.", nullable: true }),
    translation: t.exposeString('translation', { description: 'The quote in English.', nullable: true }),
    basis: t.expose('basis', { description: 'What the claimant rests on.', type: ClaimBasisType, nullable: true }),
    credibility: t.exposeInt('credibility', {
      description: 'How credible a curator judged it, by the Admiralty code: 1 confirmed … 6 cannot be judged.',
      nullable: true,
    }),
    status: t.expose('status', { description: 'Whether it stands.', type: ClaimStatusType }),
    retraction: t.field(retraction()),
    claimant: t.field({
      description: 'Whose word it is; may differ from who published it, and null when that is not known.',
      type: SourceType,
      nullable: true,
      ...keptEntity('claimantId'),
    }),
    report: t.field({
      description: 'The report that contains it.',
      type: ReportType,
      nullable: true,
      ...kept(reportById, 'reportId'),
    }),
    event: t.field({ description: 'The event it is about.', type: EventType, nullable: true, ...kept(eventById, 'eventId') }),
    names: t.field(
      page({
        description: 'Whom and what it names, each in its role.',
        type: NamedConnection,
        query: linked('NAMES', 'out', 'Entity', Id),
        key: (claim: Claim) => claim.id,
        args: (arg) => ({ roles: arg.field({ type: [RoleType], description: 'Only in one of these roles.' }) }),
        bind: ({ roles }: { roles?: Role[] | null }) => ({ ...all, roles: roles ?? null }),
      }),
    ),
    supersedes: t.field({
      description: 'The earlier claim it replaces; where no replacement stands, the last that was taken back.',
      type: SupersessionType,
      nullable: true,
      ...theLinked(supersedes),
    }),
    supersededBy: t.field({
      description: 'The later claim that replaces it; where no replacement stands, the last that was taken back.',
      type: SupersessionType,
      nullable: true,
      ...theLinked(supersededBy),
    }),
  }),
});
