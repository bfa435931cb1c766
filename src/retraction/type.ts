import { z } from 'zod';
import { builder } from '../builder.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { reading } from '../graph/reading.ts';

/** What is kept with a report or a claim that was retracted. */
export interface Retractable {
  readonly id: string;
  readonly retractedAt: string | null;
  readonly retractionReason: string | null;
  readonly retractionDependants: number | null;
}

const dependantsOf: KeyedQuery<{}, { dependants: number }, number> = {
  query: readQuery('retraction/dependants', { keys: z.array(z.string()) }, { key: z.string(), dependants: z.int() }),
  answer: (rows) => rows[0]?.dependants ?? 0,
};

const RetractionType = builder.objectRef<Retractable>('Retraction').implement({
  description: 'That a report or a claim was taken back. Everything is kept, and what rested on it is marked.',
  fields: (t) => ({
    reason: t.string({ description: 'Why.', resolve: ({ retractionReason }) => retractionReason ?? '', ...reading({ looksAt: ['retractionReason'] }) }),
    at: t.field({ description: 'When.', type: 'DateTime', resolve: ({ retractedAt }) => retractedAt as string, ...reading({ looksAt: ['retractedAt'] }) }),
    dependants: t.int({
      description: 'How much rests on it: the claims it contains, what they supersede, and the links they are evidence for.',
      resolve: ({ id, retractionDependants }, _, { load }) => load(dependantsOf, retractionDependants === null ? null : id),
    }),
  }),
});

/** The field `retraction` of what can be retracted. A claim retracted with its report says so too, with no dependants of its own. */
export const retraction = () =>
  ({
    description: 'That it was taken back; null when it stands.',
    type: RetractionType,
    nullable: true,
    resolve: (it: Retractable) => (it.retractedAt === null ? null : it),
    ...reading({ row: '', looksAt: ['retractedAt'] }),
  }) as const;
