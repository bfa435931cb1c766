import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { datedOrders, type Values } from '../entity/draft.ts';
import type { Stamp } from '../entity/stored.ts';
import { ConflictError, InvalidInputError } from '../errors.ts';
import { runParts } from '../graph/composite.ts';
import type { Run } from '../graph/graph.ts';
import { newId } from '../ids.ts';
import { readLinkId } from '../link/ref.ts';
import { applied } from './apply.ts';
import { type Change, isLinkChange } from './changes.ts';
import { type Also, look } from './look.ts';
import type { Looked } from './looked.ts';
import type { Plan } from './plan.ts';
import { writeChanges } from './statements.ts';

/** One mutation, from what was given to what it answers. */
export interface Mutation<Answer> {
  readonly name: string;
  /** All that the caller gave, apart from the idempotency key: the same key may only come with the same again. */
  readonly given: unknown;
  readonly idempotencyKey?: string | null | undefined;
  readonly plan: Plan;
  readonly also?: Omit<Also, 'idempotencyKey'>;
  /** Decides from what was found; throws what stands against it. Called again when the store reports a conflict. */
  readonly decide: (looked: Looked, stamp: Stamp, run: Run) => Decision<Answer> | Promise<Decision<Answer>>;
}

export interface Decision<Answer> {
  readonly changes: readonly Change[];
  /** The answer, made of the entities as they are after the changes. It is kept as JSON. */
  readonly answer: (after: ReadonlyMap<string, Values>, revision: string | null) => Answer;
  readonly reason?: string | null;
  readonly undoes?: string;
  /** The entities as they were, where the decision looked further than the plan. */
  readonly before?: ReadonlyMap<string, Values>;
}

/** Does a mutation: all of it in one transaction, together with its revision and, under its idempotency key, its answer. */
export async function mutate<Answer>(context: Context, mutation: Mutation<Answer>): Promise<Answer> {
  const { name, given, plan, also = {} } = mutation;
  const idempotencyKey = checkedKey(mutation.idempotencyKey);
  const input = hashOf([name, given]);

  return context.write(async (run) => {
    const looked = await look(run, plan, { ...also, idempotencyKey });
    const forgotten = new Date(Date.now() - context.keepRequestsMs).toISOString();
    if (looked.request && looked.request.at >= forgotten) return repeated<Answer>(looked.request, input, idempotencyKey);

    const stamp = { at: context.now(), by: context.by };
    const decision = await mutation.decide(looked, stamp, run);
    const { rows, after } = applied(decision.changes, decision.before ?? looked.entities);
    const revision = decision.changes.length > 0 ? newId('Revision') : null;
    const answer = decision.answer(after, revision);

    await runParts(run, writeChanges, {
      ...rows,
      ...(revision ? recorded(revision, name, decision, stamp) : {}),
      keep: idempotencyKey === null ? [] : [{ key: idempotencyKey, input, at: stamp.at, answer: JSON.stringify(answer), forgotten }],
    });
    return answer;
  });
}

function checkedKey(key: string | null | undefined): string | null {
  if (key == null) return null;
  if (key.trim() === '' || key.length > 200 || !key.isWellFormed()) throw new InvalidInputError(['idempotencyKey'], 'a text of 1 to 200 characters', key);
  return key;
}

function repeated<Answer>(request: NonNullable<Looked['request']>, input: string, key: string | null): Answer {
  if (request.input !== input)
    throw new ConflictError(`The idempotency key "${key}" was used for another request, at ${request.at}. Give each request a key of its own.`);
  return JSON.parse(request.answer) as Answer;
}

/** The same for the same input, in whichever order its fields come. */
function hashOf(given: unknown): string {
  const sorted = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(given, sorted)).digest('base64url');
}

function recorded(id: string, mutation: string, { changes, reason, undoes }: Decision<unknown>, { at, by }: Stamp) {
  const { byNewest } = datedOrders(id, at);
  const properties = { id, at, by, mutation, byNewest, changes: JSON.stringify(changes), reason: reason ?? null, undoes: undoes ?? null };
  return {
    record: [{ id, properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null)) }],
    touch: touched(changes).map((entityId) => ({ entityId, revisionId: id, byNewest })),
  };
}

/** Every entity whose history a change is part of: itself, a link's ends, and the claims it rests on. */
function touched(changes: readonly Change[]): string[] {
  return [...new Set(changes.flatMap((change) => (isLinkChange(change) ? touchedByLink(change) : [change.entity])))];
}

function touchedByLink({ link, before, after }: { link: string; before: Values | null; after: Values | null }): string[] {
  const parts = readLinkId(link);
  return parts ? [parts.from, parts.to, ...(((after ?? before)?.evidence ?? []) as readonly string[])] : [];
}
