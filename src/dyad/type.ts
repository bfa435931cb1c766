import { EventConnection } from '../connections.ts';
import { kept } from '../entity/find.ts';
import { conflictById, dyadsByConflict, eventsByDyad, groupById } from '../entity/queries.ts';
import { NodeType } from '../entity/ref.ts';
import { EventOrderType } from '../event/ref.ts';
import { GroupType } from '../group/ref.ts';
import { connectionType, ownNode, page } from '../paging.ts';
import { type Conflict, ConflictType, type Dyad, DyadType } from './ref.ts';

const DyadConnection = connectionType<{ cursor: string; node: Dyad }>('Dyad', { description: 'Dyads, in pages.', type: DyadType, node: ownNode });

ConflictType.implement({
  description: 'A conflict as UCDP defines it: an incompatibility over which at least two parties fight.',
  interfaces: [NodeType],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the dataset.' }),
    keys: t.exposeStringList('keys', { description: 'External keys, such as `ucdp:conflict:299`.' }),
    dyads: t.field(
      page({ description: 'The pairs of parties that fight it.', type: DyadConnection, query: dyadsByConflict, key: (conflict: Conflict) => conflict.id }),
    ),
  }),
});

DyadType.implement({
  description: 'Two parties to a conflict, as UCDP pairs them. Sides A and B say nothing about who attacked.',
  interfaces: [NodeType],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the dataset.' }),
    keys: t.exposeStringList('keys', { description: 'External keys, such as `ucdp:dyad:11973`.' }),
    conflict: t.field({
      description: 'The conflict it belongs to.',
      type: ConflictType,
      nullable: true,
      ...kept(conflictById, 'conflictId'),
    }),
    sideA: t.field({ description: 'Side A.', type: GroupType, nullable: true, ...kept(groupById, 'sideAId') }),
    sideB: t.field({ description: 'Side B.', type: GroupType, nullable: true, ...kept(groupById, 'sideBId') }),
    events: t.field(
      page({ description: 'Events coded under it.', type: EventConnection, query: eventsByDyad, key: (dyad: Dyad) => dyad.id, orderBy: EventOrderType }),
    ),
  }),
});
