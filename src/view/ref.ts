import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { oneByKey, pageByKey } from '../graph/keyed.ts';
import { text, truth } from '../graph/shapes.ts';

export type View = z.output<typeof View>;
export const View = z.object({
  id: z.string(),
  name: z.string(),
  description: text,
  address: z.string(),
  savedAt: z.string(),
  updatedAt: z.string(),
  recordedBy: z.string(),
  unlisted: truth,
});

export const ViewType = builder.objectRef<View>('View');

const viewOrders = { NEWEST_FIRST: 'byNewest', BY_LABEL: 'byLabel' };
export const ViewOrderType = enumOf('ViewOrder', 'Orders of saved views, each ending with the id.', {
  NEWEST_FIRST: 'By when they were saved, newest first.',
  BY_LABEL: 'By name.',
});

export const viewById = oneByKey('entity/by-id', 'node', View, { variant: { LABEL: 'View' } });

/** Views that a program kept for itself are not what somebody looks for. */
const listed = { params: {}, matches: 'coalesce(it.unlisted, false) = false' };
export const views = pageByKey('entity/list', { node: View }, { variant: { LABEL: 'View' }, orders: viewOrders, filter: listed, purpose: 'listed' });
