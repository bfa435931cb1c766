import { z } from 'zod';
import { builder } from '../builder.ts';
import { oneByKey, pageByKey } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';
import type { Change } from '../write/changes.ts';

export type Revision = z.output<typeof Revision>;
export const Revision = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  mutation: z.string(),
  reason: text,
  undoes: text,
  byNewest: z.string(),
  changes: z.string().transform((json) => JSON.parse(json) as readonly Change[]),
});

export const RevisionType = builder.objectRef<Revision>('Revision');

export const revisionById = oneByKey('entity/by-id', 'node', Revision, { variant: { LABEL: 'Revision' } });
export const revisionsByEntity = pageByKey('revision/by-entity', { node: Revision }, { orders: { NEWEST_FIRST: 'byNewest' } });
export const laterRevisions = readQuery('revision/later', { ids: z.array(z.string()), than: z.string() }, { node: Revision });
