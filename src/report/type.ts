import { ClaimFilter, ClaimOrderType } from '../claim/ref.ts';
import { ClaimConnection, EventConnection } from '../connections.ts';
import { keptEntity } from '../entity/find.ts';
import { claimsByReport, eventsByReport, textOfReport } from '../entity/queries.ts';
import { EntityType, Id, type Kind, KindType, labelOfKind, NodeType } from '../entity/ref.ts';
import { reading } from '../graph/reading.ts';
import { soon } from '../graph/soon.ts';
import { CitationConnection, MentionConnection } from '../link/connections.ts';
import { all, linked } from '../link/linked.ts';
import { page } from '../paging.ts';
import { retraction } from '../retraction/type.ts';
import { SourceType } from '../source/ref.ts';
import { type Report, ReportKindType, ReportType } from './ref.ts';

ReportType.implement({
  description: 'Something published: an article, bulletin, statement or post. It contains claims and makes none of its own.',
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title or headline.' }),
    kind: t.expose('kind', { description: 'What kind of report.', type: ReportKindType }),
    url: t.exposeString('url', { description: 'Where it stands.', nullable: true }),
    language: t.exposeString('language', { description: 'Its language (BCP 47).', nullable: true }),
    publishedAt: t.expose('publishedAt', {
      description: 'When it was published. Of a month or a year: its last millisecond.',
      type: 'DateTime',
      nullable: true,
    }),
    publishedAtRaw: t.exposeString('publishedAtRaw', { description: 'The date as it was given, also where it is impossible.', nullable: true }),
    byline: t.exposeString('byline', { description: 'The byline as printed.', nullable: true }),
    retrievedAt: t.expose('retrievedAt', { description: 'When it was fetched.', type: 'DateTime', nullable: true }),
    sha256: t.exposeString('sha256', { description: 'The hash of its text, in hexadecimal.', nullable: true }),
    text: t.string({
      description: 'Its text, where it is kept.',
      nullable: true,
      resolve: ({ id }, _, { load }) => soon(load(textOfReport, id), (report) => report?.text ?? null),
      ...reading({ loads: { by: 'id', query: textOfReport as never, row: 'report_', looksAt: ['text'] } }),
    }),
    retraction: t.field(retraction()),
    publisher: t.field({
      description: 'Who published it; null when that is not known.',
      type: SourceType,
      nullable: true,
      ...keptEntity('publisherId'),
    }),
    claims: t.field(
      page({
        description: 'What it says, claim by claim.',
        type: ClaimConnection,
        query: claimsByReport,
        key: (report: Report) => report.id,
        orderBy: ClaimOrderType,
        filter: ClaimFilter,
      }),
    ),
    events: t.field(
      page({ description: 'Events that its claims are about, each once.', type: EventConnection, query: eventsByReport, key: (report: Report) => report.id }),
    ),
    mentions: t.field(
      page({
        description: 'What it mentions.',
        type: MentionConnection,
        query: linked('MENTIONS', 'out', 'Entity', Id),
        key: (report: Report) => report.id,
        args: (arg) => ({ types: arg.field({ type: [KindType], description: 'Only these kinds of entity.' }) }),
        bind: ({ types }: { types?: Kind[] | null }) => ({ ...all, labels: types?.map(labelOfKind) ?? null }),
      }),
    ),
    cites: t.field(
      page({
        description: 'What it rests on.',
        type: CitationConnection,
        query: linked('CITES', 'out', 'Entity', Id),
        key: (report: Report) => report.id,
        bind: () => all,
      }),
    ),
    citedBy: t.field(
      page({
        description: 'Reports that rest on it.',
        type: CitationConnection,
        query: linked('CITES', 'in', 'Entity', Id),
        key: (report: Report) => report.id,
        bind: () => all,
      }),
    ),
  }),
});
