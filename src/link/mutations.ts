import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { BatchError, ConflictError, InvalidInputError, NotFoundError, type RowError } from '../errors.ts';
import { entityLabels } from '../ids.ts';
import { givenOf } from '../write/changes.ts';
import { longest, passage } from '../write/checks.ts';
import { idOfLink } from '../write/looked.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { nothing, type Plan, together } from '../write/plan.ts';
import { byId } from '../write/refs.ts';
import { asLink } from '../write/results.ts';
import { settle } from '../write/settle.ts';
import { type GivenLink, LinkInput, linkPlan } from './input.ts';
import { type Link, LinkObjectType, readLinkId } from './ref.ts';

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

interface Batch {
  readonly links: readonly Link[];
  readonly created: number;
  readonly existing: number;
}

const LinkBatchType = builder.objectRef<Batch>('LinkBatch').implement({
  description: 'Relationships that were drawn together.',
  fields: (t) => ({
    links: t.field({
      description: 'One for each row, in order; the same one where rows say the same.',
      type: [LinkObjectType],
      resolve: ({ links }) => [...links],
    }),
    created: t.exposeInt('created', { description: 'How many were not there before.' }),
    existing: t.exposeInt('existing', { description: 'How many rows were there already.' }),
  }),
});

const mostLinks = 1000;

mutation<{ input: readonly GivenLink[] }, Batch>('links', {
  description: `Draws up to ${mostLinks} relationships. All or nothing: on failure there is one error for each bad row, with its index.`,
  type: LinkBatchType,
  fails: { errors: { types: [BatchError, InvalidInputError, ConflictError] } },
  args: (arg) => ({ input: arg.field({ type: [LinkInput], required: true, description: 'What is to be joined, row by row.' } as never) }),
  resolve: links,
});

function links({ input, idempotencyKey }: { input: readonly GivenLink[]; idempotencyKey?: string | null }, context: Context): Promise<Batch> {
  if (input.length > mostLinks) throw new InvalidInputError(['input'], `at most ${mostLinks} links`, input.length);
  const rows = input.map((row, index) => judged(row, index));
  const bad = rows.flatMap(({ index, error }) => (error ? [{ index, error }] : []));
  const good = rows.flatMap(({ index, plan }) => (plan ? [{ index, plan }] : []));
  const plan = together(...good.map((row) => row.plan));

  return mutate(context, {
    name: 'links',
    given: { input },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      const worse: RowError[] = [];
      const settled = settle(plan, looked, stamp, (index, error) => worse.push({ index: good[index]?.index ?? index, error }));
      const errors = [...bad, ...worse].sort((one, other) => one.index - other.index);
      if (errors.length > 0) throw new BatchError(errors, input.length);
      const created = settled.links.filter(({ isNew }) => isNew).length;
      return {
        changes: settled.changes,
        answer: () => ({ links: settled.links.map(asLink), created, existing: settled.links.length - created }),
      };
    },
  });
}

/** A row's plan, or what is wrong with it whatever the graph holds. */
function judged(row: GivenLink, index: number): { index: number; plan?: Plan; error?: Error } {
  try {
    return { index, plan: linkPlan(row, ['input', `${index}`]) };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { index, error };
  }
}

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
      const there = looked.links.find((link) => idOfLink(link) === id);
      if (!there) throw new NotFoundError('link', id);
      return { changes: [{ link: id, before: givenOf(there.properties), after: null }], answer: () => ({ id, reason }), reason };
    },
  });
}
