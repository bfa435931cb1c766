import { EntityType, Id, NodeType } from '../entity/ref.ts';
import { involvedIn } from '../event/involved-in.ts';
import { MemberConnection } from '../link/connections.ts';
import { all, linked } from '../link/linked.ts';
import { page } from '../paging.ts';
import { SourceType } from '../source/ref.ts';
import { type Group, GroupKindType, GroupType } from './ref.ts';

GroupType.implement({
  description: 'A state, armed group, monitor, agency or any other body. One group may be a belligerent and a source at once.',
  interfaces: [SourceType, EntityType, NodeType] as never,
  fields: (t) => ({
    aliases: t.exposeStringList('aliases', { description: 'Other names, in any script.' }),
    kind: t.expose('kind', { description: 'What kind of group.', type: GroupKindType }),
    activeFrom: t.expose('activeFrom', { description: 'Since when it exists.', type: 'Date', nullable: true }),
    activeTo: t.expose('activeTo', { description: 'Until when it existed.', type: 'Date', nullable: true }),
    involvedIn: t.field(involvedIn()),
    members: t.field(
      page({
        description: 'Groups and people that belong to it.',
        type: MemberConnection,
        query: linked('MEMBER_OF', 'in', 'Entity', Id),
        key: (group: Group) => group.id,
        bind: () => all,
      }),
    ),
  }),
});
