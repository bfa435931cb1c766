import { z } from 'zod';
import { Assessment, AssessmentFilter, assessmentOrders } from '../assessment/ref.ts';
import { Claim, ClaimFilter, claimOrders } from '../claim/ref.ts';
import { Community, CommunityFilter, communityOrders } from '../community/ref.ts';
import { Conflict, Dyad, dyadOrders } from '../dyad/ref.ts';
import { Event, EventFilter, eventOrders } from '../event/ref.ts';
import { type Filter, type Orders, oneByKey, pageByKey } from '../graph/keyed.ts';
import { linkTypes } from '../graph/model.ts';
import { readQuery } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';
import { Group, GroupFilter, groupOrders } from '../group/ref.ts';
import type { Label } from '../ids.ts';
import { ofHub } from '../link/hub.ts';
import { linkRow } from '../link/ref.ts';
import { Person, PersonFilter, personOrders } from '../person/ref.ts';
import { Place, PlaceFilter, placeOrders } from '../place/ref.ts';
import { SourceRecord } from '../record/ref.ts';
import { Report, ReportFilter, reportOrders } from '../report/ref.ts';
import { revisionById } from '../revision/ref.ts';
import { viewById } from '../view/ref.ts';
import { Id } from './ref.ts';

const byId = <Shape extends z.ZodObject>(label: Label, shape: Shape) => oneByKey('entity/by-id', 'node', shape, { variant: { LABEL: label } });
const list = <Shape extends z.ZodObject>(label: Label, shape: Shape, filter: Filter, orders: Orders) =>
  pageByKey('entity/list', { node: shape }, { variant: { LABEL: label }, filter, orders });
const owned = <Shape extends z.ZodObject>(label: Label, owner: string, shape: Shape, orders: Orders, filter?: Filter) =>
  pageByKey('entity/owned', { node: shape }, { variant: { LABEL: label, OWNER: owner }, orders, ...(filter ? { filter } : {}) });

export const groupById = byId('Group', Group);
export const communityById = byId('Community', Community);
export const placeById = byId('Place', Place);
export const personById = byId('Person', Person);
export const reportById = byId('Report', Report);
export const eventById = byId('Event', Event);
export const claimById = byId('Claim', Claim);
export const assessmentById = byId('Assessment', Assessment);
export const dyadById = byId('Dyad', Dyad);
export const conflictById = byId('Conflict', Conflict);
export const recordById = byId('SourceRecord', SourceRecord);

export const groups = list('Group', Group, GroupFilter, groupOrders);
export const communities = list('Community', Community, CommunityFilter, communityOrders);
export const places = list('Place', Place, PlaceFilter, placeOrders);
export const people = list('Person', Person, PersonFilter, personOrders);
export const reports = list('Report', Report, ReportFilter, reportOrders);
export const events = list('Event', Event, EventFilter, eventOrders);
export const claims = list('Claim', Claim, ClaimFilter, claimOrders);
export const assessments = list('Assessment', Assessment, AssessmentFilter, assessmentOrders);

export const reportsByPublisher = owned('Report', 'publisherId', Report, reportOrders);
export const claimsByClaimant = owned('Claim', 'claimantId', Claim, claimOrders, ClaimFilter);
export const claimsByReport = owned('Claim', 'reportId', Claim, claimOrders, ClaimFilter);
export const claimsByEvent = owned('Claim', 'eventId', Claim, claimOrders, ClaimFilter);
export const eventsByDyad = owned('Event', 'dyadId', Event, eventOrders);
export const dyadsByConflict = owned('Dyad', 'conflictId', Dyad, dyadOrders);
export const reportsByEvent = pageByKey('report/by-event', { node: Report }, { orders: reportOrders });
export const siblingsOfEvent = pageByKey('event/siblings', { node: Event });
export const eventsByReport = pageByKey('event/by-report', { node: Event });

/** Kept apart, because a text may be long and few ask for it. */
export const textOfReport = oneByKey('report/text', 'report', z.object({ text }));

/** Every relationship of an entity, whatever it leads to. */
export const linksOf = pageByKey('link/of', { ...linkRow, node: Id } as never, {
  args: { types: z.array(z.enum(linkTypes as [string])), direction: z.enum(['OUT', 'IN', 'BOTH']) },
  counted: 'link/number',
  ...ofHub,
});

export const idsByKeys = readQuery(
  'entity/by-key',
  { rows: z.array(z.object({ key: z.string(), ids: z.array(z.string()) })) },
  { key: z.string(), id: z.string() },
);

/** The shape of each kind of entity, and how a node of any kind is found by id. */
export const shapeOf = { Group, Community, Place, Person, Report, Event, Claim, Assessment };
export const byIdOf = {
  Group: groupById,
  Community: communityById,
  Place: placeById,
  Person: personById,
  Report: reportById,
  Event: eventById,
  Claim: claimById,
  Assessment: assessmentById,
  Conflict: conflictById,
  Dyad: dyadById,
  SourceRecord: recordById,
  Revision: revisionById,
  View: viewById,
};
