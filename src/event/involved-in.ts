import type { Identified } from '../entity/ref.ts';
import type { Role } from '../graph/relationship.ts';
import { GroupEventConnection } from '../link/connections.ts';
import { all, linked } from '../link/linked.ts';
import { RoleType } from '../link/ref.ts';
import { page } from '../paging.ts';
import { Event, EventOrderType, eventOrders } from './ref.ts';

/** The field `involvedIn` of whoever may be involved in an event. */
export const involvedIn = () =>
  page({
    description: 'Events that involve it, each with the part it is said to have played.',
    type: GroupEventConnection,
    query: linked('INVOLVES', 'in', 'Event', Event, eventOrders),
    key: (party: Identified) => party.id,
    orderBy: EventOrderType,
    args: (arg) => ({ roles: arg.field({ type: [RoleType], description: 'Only in one of these roles.' }) }),
    bind: ({ roles }: { roles?: Role[] | null }) => ({ ...all, roles: roles ?? null }),
  });
