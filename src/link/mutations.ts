import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { entityLabels } from '../ids.ts';
import { longest, passage } from '../write/checks.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { nothing, together } from '../write/plan.ts';
import { byId } from '../write/refs.ts';
import { asLink } from '../write/results.ts';
import { settle } from '../write/settle.ts';
import { type GivenLink, LinkInput, linkPlan } from './input.ts';
import { type Link, LinkObjectType, linkIdOf, readLinkId } from './ref.ts';

interface Unlinked {
  readonly id: string;
  readonly reason: string;
}

const UnlinkedType = builder.objectRef<Unlinked>('Unlinked').implement({
  description: 'A relationship that is not drawn any more. Its history keeps it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id it had.' }),
    reason: t.exposeString('reason', { description: 'Why it was taken away.' }),
  }),
});

mutation<{ input: GivenLink }, Link>('link', {
  description: 'Draws a relationship between two entities, or answers the one that is there: same type, ends, role and evidence.',
  type: LinkObjectType,
  fails: mayFail.refer,
  args: (arg) => ({ input: arg.field({ type: LinkInput, required: true, description: 'What is to be joined, and how.' } as never) }),
  resolve: link,
});

mutation<{ id: string; reason: string }, Unlinked>('unlink', {
  description: 'Takes a relationship away, for a reason that its history keeps.',
  type: UnlinkedType,
  fails: mayFail.refer,
  args: (arg) => ({
    id: arg.id({ required: true, description: "The link's id." }),
    reason: arg.string({ required: true, description: 'Why.' }),
  }),
  resolve: unlink,
});

function link({ input, idempotencyKey }: { input: GivenLink; idempotencyKey?: string | null }, context: Context): Promise<Link> {
  const plan = linkPlan(input, ['input']);
  return mutate(context, {
    name: 'link',
    given: { input },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      const { changes, links } = settle(plan, looked, stamp);
      return { changes, answer: () => asLink(links[0] as (typeof links)[number]) };
    },
  });
}

function unlink({ id, reason, idempotencyKey }: { id: string; reason: string; idempotencyKey?: string | null }, context: Context): Promise<Unlinked> {
  const parts = readLinkId(id);
  if (!parts) throw new InvalidInputError(['id'], 'a link\'s id, such as "WITHIN.place_abcdefghijklmnopqrst.place_tsrqponmlkjihgfedcba"', id);
  passage(longest.note)(reason as never, ['reason']);
  // Whole: a claim that leaves its report stands in time where it was asserted.
  const ends = [parts.from, parts.to].map((end) => byId(end, entityLabels, ['id'], true).plan);
  return mutate(context, {
    name: 'unlink',
    given: { id, reason },
    idempotencyKey,
    plan: { ...together(...ends), links: nothing.links },
    also: { links: [parts] },
    decide: (looked) => {
      const there = looked.links.find((link) => linkIdOf(link.type, link.from, link.to, String(link.properties.disc)) === id);
      if (!there) throw new NotFoundError('link', id);
      return { changes: [{ link: id, before: there.properties, after: null }], answer: () => ({ id, reason }), reason };
    },
  });
}
