import { builder } from '../builder.ts';
import { ClaimType, MetricType } from '../claim/ref.ts';
import { enumOf } from '../enums.ts';
import { connectionType, pageOfAll } from '../paging.ts';
import { comparisonKinds, contradictionReasons, notComparableReasons } from './compare.ts';
import type { Contradiction } from './contradictions.ts';
import { comparison, contradictionsAbout, type Explained } from './load.ts';

const ReasonType = enumOf('ContradictionReason', 'Why two claims cannot both be true.', contradictionReasons);

const ContradictionType = builder.objectRef<Explained<Contradiction>>('Contradiction').implement({
  description: 'Two claims that cannot both be true. Which one is, if any, is not for this graph to say.',
  fields: (t) => ({
    a: t.field({ description: 'One claim: of a part and its whole the part, else the earlier.', type: ClaimType, resolve: ({ a }) => a.claim }),
    b: t.field({ description: 'The other claim.', type: ClaimType, resolve: ({ b }) => b.claim }),
    reason: t.field({ description: 'Why not both can be true.', type: ReasonType, resolve: ({ contradiction }) => contradiction }),
    explanation: t.exposeString('explanation', { description: 'The same in one plain sentence that can be checked.' }),
  }),
});

const ContradictionConnection = connectionType<Explained<Contradiction> & { cursor: string }>('Contradiction', {
  description: 'Contradictions, in pages.',
  type: ContradictionType,
  node: { of: (contradiction) => contradiction },
});

const ComparisonType = builder.objectRef<Explained>('Comparison').implement({
  description: 'How two claims stand to each other.',
  fields: (t) => ({
    kind: t.expose('kind', {
      description: 'Whether they count the same, or one a part of the other, or cannot be compared.',
      type: enumOf('ComparisonKind', 'How what two claims count is related.', comparisonKinds),
    }),
    notComparable: t.expose('notComparable', {
      description: 'Why they cannot be compared, when they cannot.',
      type: enumOf('NotComparableReason', 'Why two claims cannot be held against each other.', notComparableReasons),
      nullable: true,
    }),
    contradiction: t.expose('contradiction', { description: 'Why not both can be true, when they contradict each other.', type: ReasonType, nullable: true }),
    explanation: t.exposeString('explanation', { description: 'The same in one plain sentence that can be checked.' }),
  }),
});

builder.queryFields((t) => ({
  contradictions: t.field({
    description:
      'Pairs of claims about an event that cannot both be true: among the current numbers, and between what is asserted and denied. A source that revises itself does not contradict itself.',
    type: ContradictionConnection,
    args: {
      about: t.arg.id({ required: true, description: 'The event.' }),
      metric: t.arg({ type: MetricType, defaultValue: 'KILLED', description: 'Only numbers of this; null for all. What is no number is always meant.' }),
      includeSuperseded: t.arg.boolean({ defaultValue: false, description: 'Whether numbers that were replaced since are meant too.' }),
      first: t.arg.int({ defaultValue: 50, description: 'How many at most, 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor to go on behind.' }),
    },
    resolve: async (_, { about, metric, includeSuperseded, first, after }, context) =>
      pageOfAll(await contradictionsAbout(context, about, { metric: metric ?? null, includeSuperseded: includeSuperseded ?? false }), 'BY_DAY', {
        first: first ?? 50,
        after: after ?? null,
      }),
  }),
  compare: t.field({
    description: 'How two claims stand to each other, also why they cannot be compared.',
    type: ComparisonType,
    args: {
      a: t.arg.id({ required: true, description: 'One claim.' }),
      b: t.arg.id({ required: true, description: 'Another claim.' }),
    },
    resolve: (_, ids, context) => comparison(context, ids),
  }),
}));
