import { ClaimFilter, ClaimOrderType } from '../claim/ref.ts';
import { ClaimConnection, EventConnection, ReportConnection } from '../connections.ts';
import { DyadType } from '../dyad/ref.ts';
import { kept } from '../entity/find.ts';
import { claimsByEvent, dyadById, recordById, reportsByEvent, siblingsOfEvent } from '../entity/queries.ts';
import { EntityType, Id, NodeType } from '../entity/ref.ts';
import type { Role } from '../graph/relationship.ts';
import { EventPlaceConnection, InvolvementConnection } from '../link/connections.ts';
import { all, linked } from '../link/linked.ts';
import { RoleType } from '../link/ref.ts';
import { page } from '../paging.ts';
import { Place } from '../place/ref.ts';
import { SourceRecordType } from '../record/ref.ts';
import { ReportOrderType } from '../report/ref.ts';
import { type Event, EventType } from './ref.ts';

EventType.implement({
  description: 'Something that is said to have happened. It carries no counts: numbers are claims about it.',
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title.' }),
    from: t.expose('from', { description: 'The first day.', type: 'Date', nullable: true }),
    to: t.expose('to', { description: 'The last day; absent where it is not known, or is the first.', type: 'Date', nullable: true }),
    datePrecision: t.exposeInt('datePrecision', {
      description: 'How precisely the days are known; UCDP: 1 the day, 2 within 2–6 days, 3 the week, 4 the month, 5 the year.',
      nullable: true,
    }),
    clarity: t.exposeInt('clarity', { description: 'UCDP event clarity: 1 a single event, 2 an aggregate of several.', nullable: true }),
    violenceType: t.exposeString('violenceType', { description: 'UCDP type of violence: STATE_BASED, NON_STATE or ONE_SIDED.', nullable: true }),
    places: t.field(
      page({
        description: 'Where it occurred, each with how precisely that is known.',
        type: EventPlaceConnection,
        query: linked('OCCURRED_AT', 'out', 'Place', Place),
        key: (event: Event) => event.id,
        bind: () => all,
      }),
    ),
    involved: t.field(
      page({
        description: 'Groups, communities and people it involves.',
        type: InvolvementConnection,
        query: linked('INVOLVES', 'out', 'Entity', Id),
        key: (event: Event) => event.id,
        args: (arg) => ({ roles: arg.field({ type: [RoleType], description: 'Only in one of these roles.' }) }),
        bind: ({ roles }: { roles?: Role[] | null }) => ({ ...all, roles: roles ?? null }),
      }),
    ),
    claims: t.field(
      page({
        description: 'What is claimed about it.',
        type: ClaimConnection,
        query: claimsByEvent,
        key: (event: Event) => event.id,
        orderBy: ClaimOrderType,
        filter: ClaimFilter,
      }),
    ),
    reports: t.field(
      page({
        description: 'Reports that say something about it, each once.',
        type: ReportConnection,
        query: reportsByEvent,
        key: (event: Event) => event.id,
        orderBy: ReportOrderType,
      }),
    ),
    siblings: t.field(
      page({
        description:
          'The other events that a dataset made of the same report, with the same days and dyad at other places. What the report says was divided among them, evenly where it does not say how: only together they are what it tells.',
        type: EventConnection,
        query: siblingsOfEvent,
        key: (event: Event) => event.id,
      }),
    ),
    dyad: t.field({
      description: 'The pair of parties it is coded under.',
      type: DyadType,
      nullable: true,
      ...kept(dyadById, 'dyadId'),
    }),
    sourceRecord: t.field({
      description: 'The row of a dataset it was made from.',
      type: SourceRecordType,
      nullable: true,
      ...kept(recordById, 'recordId'),
    }),
  }),
});
