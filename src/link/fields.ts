import { AssessmentType } from '../assessment/ref.ts';
import { builder } from '../builder.ts';
import { ClaimType } from '../claim/ref.ts';
import { CommunityType } from '../community/ref.ts';
import { connectionOf, SourceConnection } from '../connections.ts';
import type { Context } from '../context.ts';
import { entity } from '../entity/find.ts';
import { shapeOf } from '../entity/queries.ts';
import { EntityType, Id, type Identified } from '../entity/ref.ts';
import { EventType } from '../event/ref.ts';
import type { PageQuery } from '../graph/keyed.ts';
import { type LinkType, linkTypes, pairsOf, relationship } from '../graph/model.ts';
import { reading } from '../graph/reading.ts';
import { soon } from '../graph/soon.ts';
import { GroupType } from '../group/ref.ts';
import type { EntityLabel } from '../ids.ts';
import { page } from '../paging.ts';
import { PersonType } from '../person/ref.ts';
import { PlaceType } from '../place/ref.ts';
import { ReportType } from '../report/ref.ts';
import { all, type Conditions, type Direction, type LinkedRow, linked, linkedOne, theOne } from './linked.ts';

const types = {
  Group: GroupType,
  Community: CommunityType,
  Place: PlaceType,
  Person: PersonType,
  Report: ReportType,
  Event: EventType,
  Claim: ClaimType,
  Assessment: AssessmentType,
};

/** What the rooms themselves say better: with filters and orders, with the relationship's own words on the edges, or as the one it is. */
const ownFields = new Set([
  'Report.publisher',
  'Group.published',
  'Person.published',
  'Report.claims',
  'Claim.report',
  'Claim.claimant',
  'Group.claimsMade',
  'Person.claimsMade',
  'Claim.event',
  'Event.claims',
  'Claim.supersedes',
  'Claim.supersededBy',
  'Report.mentions',
  'Report.cites',
  'Report.citedBy',
  'Group.members',
  'Claim.names',
  'Event.involved',
  'Event.places',
  'Group.involvedIn',
  'Community.involvedIn',
  'Person.involvedIn',
  'Place.events',
  'Assessment.by',
]);

/** Gives every type a field for each relationship it can be at either end of, under the name that the model gives that end. */
export function addRelationshipFields(): void {
  for (const type of linkTypes) {
    const { out, in: back, each, symmetric } = relationship(type);
    addFrom(type, symmetric ? 'both' : 'out', out, 0, each.from === 'one');
    if (!symmetric) addFrom(type, 'in', back, 1, each.to === 'one');
  }
}

/** The fields of one end: for each type that may stand there, one leading to whatever may stand at the other end. */
function addFrom(type: LinkType, direction: Direction, name: string, end: 0 | 1, isOne: boolean): void {
  const pairs = pairsOf(type);
  for (const here of new Set(pairs.map((pair) => pair[end]))) {
    if (ownFields.has(`${here}.${name}`) || name === 'mentionedIn') continue;
    const there = [...new Set(pairs.filter((pair) => pair[end] === here).map((pair) => pair[1 - end] as EntityLabel))];
    const { outSays, inSays } = relationship(type);
    const description = `${direction === 'in' ? inSays : outSays} Relationship: ${type}.`;
    builder.objectField(
      types[here] as never,
      name as never,
      (t) => (isOne && direction !== 'both' ? t.field(one(type, direction, there, description)) : t.field(many(type, direction, there, description))) as never,
    );
  }
}

function many(type: LinkType, direction: Direction, there: readonly EntityLabel[], description: string) {
  const [only] = there as [EntityLabel];
  return page({
    description,
    type: there.length === 1 ? connectionOf[only] : SourceConnection, // Other mixtures have fields of their own in their rooms.
    query: (there.length === 1 ? linked(type, direction, only, shapeOf[only] as never) : linked(type, direction, 'Entity', Id)) as PageQuery<
      Conditions,
      LinkedRow<Identified>
    >,
    key: (here: Identified) => here.id,
    bind: () => all,
  });
}

function one(type: LinkType, direction: 'out' | 'in', there: readonly EntityLabel[], description: string) {
  const [only, another] = there as [EntityLabel, EntityLabel?];
  const query = another ? linkedOne(type, direction, 'Entity', Id) : linkedOne(type, direction, only, shapeOf[only] as never);
  const found = ({ id }: Identified, { load }: Context) => soon(load(query, id, theOne), (row) => (row as LinkedRow<Identified> | null)?.node ?? null);
  return {
    description,
    type: (another ? EntityType : types[only]) as never,
    nullable: true,
    resolve: (another
      ? (here: Identified, _: unknown, context: Context) => soon(found(here, context), (far) => entity(context, far?.id ?? null))
      : (here: Identified, _: unknown, context: Context) => found(here, context)) as never,
    ...(another ? {} : reading({ loads: { by: 'id', query: query as never, args: theOne, row: 'node_' } })),
  } as never;
}
