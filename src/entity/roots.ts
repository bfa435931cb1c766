import { AssessmentFilter, AssessmentType } from '../assessment/ref.ts';
import { builder } from '../builder.ts';
import { ClaimFilter, ClaimOrderType, ClaimType } from '../claim/ref.ts';
import { CommunityFilter, CommunityType } from '../community/ref.ts';
import { connectionOf } from '../connections.ts';
import { enumOf } from '../enums.ts';
import { InvalidInputError } from '../errors.ts';
import { EventFilter, EventOrderType, EventType } from '../event/ref.ts';
import { eventsThere } from '../event-places/within.ts';
import type { FilterType } from '../filter.ts';
import type { PageQuery } from '../graph/keyed.ts';
import { reading } from '../graph/reading.ts';
import { GroupFilter, GroupType } from '../group/ref.ts';
import { type EntityLabel, idOf } from '../ids.ts';
import type { Elsewhere } from '../listing.ts';
import { type Cursored, page } from '../paging.ts';
import { PersonFilter, PersonType } from '../person/ref.ts';
import { PlaceFilter, PlaceType } from '../place/ref.ts';
import { ReportFilter, ReportOrderType, ReportType } from '../report/ref.ts';
import { entity, idsOfKeys, node } from './find.ts';
import { assessments, byIdOf, claims, communities, events, groups, people, places, reports } from './queries.ts';
import { EntityType, NodeType } from './ref.ts';

const most = 100;

builder.queryFields((t) => ({
  node: t.field({
    description: 'Anything by its id, or null when nothing has it.',
    type: NodeType,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id.' }) },
    resolve: (_, { id }, context) => node(context, id),
    ...reading({ loads: { by: ({ id }: { id: string }) => id, query: byIdOf as never, row: 'node_' } }),
  }),
  nodes: t.field({
    description: `Several by their ids, in the same order, null where nothing has an id. Up to ${most}.`,
    type: t.listRef(NodeType, { nullable: true }),
    args: { ids: t.arg.idList({ required: true, description: 'The ids.' }) },
    extensions: { holds: 'ids' },
    resolve: (_, { ids }, context) => Promise.all(few(ids, 'ids').map((id) => node(context, id))),
  }),
  byKey: t.field({
    description: 'An entity by an external key, such as `ucdp:event:261850`, or null when none has it.',
    type: EntityType,
    nullable: true,
    args: { key: t.arg.string({ required: true, description: 'The key.' }) },
    resolve: async (_, { key }, context) => entity(context, (await idsOfKeys(context.read, [key]))[0] ?? null),
  }),
  byKeys: t.field({
    description: `Several by their external keys, in the same order, null where none has a key. Up to ${most}.`,
    type: t.listRef(EntityType, { nullable: true }),
    args: { keys: t.arg.stringList({ required: true, description: 'The keys.' }) },
    extensions: { holds: 'keys' },
    resolve: async (_, { keys }, context) => Promise.all((await idsOfKeys(context.read, few(keys, 'keys'))).map((id) => entity(context, id))),
  }),
}));

const orderByLabel = (name: string, what: string) => enumOf(`${name}Order`, `Orders of ${what}, each ending with the id.`, { BY_LABEL: 'By label.' });

addRoot('Group', 'group', 'groups', GroupType, groups, GroupFilter, orderByLabel('Group', 'groups'));
addRoot('Community', 'community', 'communities', CommunityType, communities, CommunityFilter, orderByLabel('Community', 'communities'));
addRoot('Place', 'place', 'places', PlaceType, places, PlaceFilter, orderByLabel('Place', 'places'));
addRoot('Person', 'person', 'people', PersonType, people, PersonFilter, orderByLabel('Person', 'people'));
addRoot('Report', 'report', 'reports', ReportType, reports, ReportFilter, ReportOrderType);
addRoot('Event', 'event', 'events', EventType, events, EventFilter, EventOrderType, eventsThere);
addRoot('Claim', 'claim', 'claims', ClaimType, claims, ClaimFilter, ClaimOrderType);
addRoot('Assessment', 'assessment', 'assessments', AssessmentType, assessments, AssessmentFilter, orderByLabel('Assessment', 'assessments'));

/** The two fields that every kind of entity has at the root: one by its id, and all of them in pages. */
function addRoot<Args extends object, Row extends Cursored>(
  label: EntityLabel,
  one: string,
  several: string,
  type: unknown,
  query: PageQuery<Args, Row>,
  filter: FilterType,
  orderBy: unknown,
  elsewhere?: Elsewhere,
): void {
  builder.queryField(one, (t) =>
    t.field({
      description: `One ${one} by its id, or null when none has it.`,
      type: type as never,
      nullable: true,
      args: { id: t.arg.id({ required: true, description: 'The id.' }) },
      resolve: (_, { id }, { load }) => load(byIdOf[label] as never, idOf(label, id)) as never,
      ...reading({ loads: { by: ({ id }: { id: string }) => idOf(label, id), query: byIdOf[label] as never, row: 'node_' } }),
    }),
  );
  builder.queryField(several, (t) =>
    t.field(
      page({
        description: `All ${several}, in pages.`,
        type: connectionOf[label],
        query,
        key: () => '',
        keyOf: () => '',
        filter,
        orderBy,
        elsewhere,
      }),
    ),
  );
}

function few<Item>(list: readonly Item[], name: string): readonly Item[] {
  if (list.length > most) throw new InvalidInputError([name], `at most ${most} of them`, `${list.length}`);
  return list;
}
