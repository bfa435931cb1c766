import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { past } from '../write/checks.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { together } from '../write/plan.ts';
import { byId, linked } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';
import { ClaimType } from './ref.ts';
import { BasisType } from './type.ts';

interface SupersedeArgs {
  readonly claim: string;
  readonly by: string;
  readonly basis: string;
  readonly at?: string | null;
  readonly idempotencyKey?: string | null;
}

mutation<SupersedeArgs, object>('supersede', {
  description: 'Says that a claim is replaced by a later one of the same series, and answers the claim that is replaced. Both stay as they are.',
  type: ClaimType,
  fails: mayFail.refer,
  args: (arg) => ({
    claim: arg.id({ required: true, description: 'The id of the claim that is replaced.' }),
    by: arg.id({ required: true, description: 'The id of the claim that replaces it.' }),
    basis: arg.field({ type: BasisType, required: true, description: 'How that is known.' }),
    at: arg.field({ type: 'DateTime', description: 'When it became known; absent, when both claims are.' }),
  }),
  resolve: supersede,
});

function supersede({ claim, by, basis, at, idempotencyKey }: SupersedeArgs, context: Context): Promise<object> {
  const ends = together(byId(by, ['Claim'], ['by']).plan, byId(claim, ['Claim'], ['claim'], true).plan);
  if (claim === by) throw new InvalidInputError(['by'], 'another claim than the one that is replaced', by);
  const plan = together(ends, linked('SUPERSEDES', by, claim, [], true, { properties: { basis, at }, far: ['claim'] }));
  return mutate(context, {
    name: 'supersede',
    given: { claim, by, basis, at },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      past(at, stamp.at, ['at']);
      const { changes } = settle(plan, looked, stamp);
      return { changes, answer: (after) => rowOf('Claim', after.get(claim) ?? {}) };
    },
  });
}
