import { AssessmentType } from './assessment/ref.ts';
import { ClaimType } from './claim/ref.ts';
import { CommunityType } from './community/ref.ts';
import { entity } from './entity/find.ts';
import { byIdOf } from './entity/queries.ts';
import type { Identified } from './entity/ref.ts';
import { EventType } from './event/ref.ts';
import { reading } from './graph/reading.ts';
import { GroupType } from './group/ref.ts';
import type { EntityLabel } from './ids.ts';
import { type Link, LinkObjectType } from './link/ref.ts';
import { type Cursored, connectionType, type Node, ownNode } from './paging.ts';
import { PersonType } from './person/ref.ts';
import { PlaceType } from './place/ref.ts';
import { ReportType } from './report/ref.ts';
import { SourceType } from './source/ref.ts';

/** A row of a list: the node, and the relationship it was reached by, where the list follows one. */
export type ListRow<Node extends Identified = Identified> = Cursored & { readonly node: Node } & Partial<Link>;
export type LinkedRow = Cursored & { readonly node: Identified } & Link;

/** The edge's own way to the relationship it stands for. */
export const linkOf = {
  description: 'The relationship that this edge follows, with its evidence; null in a list that follows none.',
  type: LinkObjectType,
  nullable: true as const,
  ...reading({ row: '' }),
};
const asLink = (row: ListRow): Link | null => (row.link ? (row as Link) : null);

function listOf(name: string, type: unknown, description: string) {
  return connectionType<ListRow>(name, {
    description,
    type,
    node: ownNode,
    edge: (t) => ({ link: t.field({ ...linkOf, resolve: ({ row }) => asLink(row) }) }),
  });
}

export const GroupConnection = listOf('Group', GroupType, 'Groups, in pages.');
export const CommunityConnection = listOf('Community', CommunityType, 'Communities, in pages.');
export const PlaceConnection = listOf('Place', PlaceType, 'Places, in pages.');
export const PersonConnection = listOf('Person', PersonType, 'People, in pages.');
export const ReportConnection = listOf('Report', ReportType, 'Reports, in pages.');
export const EventConnection = listOf('Event', EventType, 'Events, in pages.');
export const ClaimConnection = listOf('Claim', ClaimType, 'Claims, in pages.');
export const AssessmentConnection = listOf('Assessment', AssessmentType, 'Assessments, in pages.');

/** The connection over one kind of entity. */
export const connectionOf: Record<EntityLabel, unknown> = {
  Group: GroupConnection,
  Community: CommunityConnection,
  Place: PlaceConnection,
  Person: PersonConnection,
  Report: ReportConnection,
  Event: EventConnection,
  Claim: ClaimConnection,
  Assessment: AssessmentConnection,
};

/** Where the far end may be of several types, a row has only its id. */
export const anyEntity: Node<{ readonly node: Identified }> = {
  of: ({ node }, context) => entity(context, node.id),
  ...reading({ loads: { by: 'node_id', query: byIdOf as never, row: 'node_' } }),
};

export const SourceConnection = connectionType<ListRow>('Source', {
  description: 'Groups and people as sources, in pages.',
  type: SourceType,
  node: anyEntity,
  edge: (t) => ({ link: t.field({ ...linkOf, resolve: ({ row }) => asLink(row) }) }),
});
