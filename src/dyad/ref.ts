import { z } from 'zod';
import { builder } from '../builder.ts';
import { base, text } from '../graph/shapes.ts';

export type Conflict = z.output<typeof Conflict>;
export const Conflict = z.object({ ...base, name: z.string() });
export const ConflictType = builder.objectRef<Conflict>('Conflict');

export type Dyad = z.output<typeof Dyad>;
export const Dyad = z.object({ ...base, name: z.string(), conflictId: text, sideAId: text, sideBId: text });
export const DyadType = builder.objectRef<Dyad>('Dyad');
export const dyadOrders = { BY_LABEL: 'byLabel' };
