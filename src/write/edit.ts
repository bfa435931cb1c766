import type { Values } from '../entity/draft.ts';
import { ConflictError } from '../errors.ts';
import { type Change, difference } from './changes.ts';
import type { Arg } from './mutations.ts';
import type { Given } from './properties.ts';

/** What a mutation that makes something is given. */
export interface Making {
  readonly input: Given;
  readonly idempotencyKey?: string | null;
}

/** What a mutation that sets something right is given. */
export interface Editing extends Making {
  readonly id: string;
  readonly ifVersion?: string | null | undefined;
}

/** The arguments of a mutation that makes something, and of one that sets something right. */
export const makingArgs = (input: unknown, description: string) => (arg: Arg) => ({ input: arg.field({ type: input, required: true, description } as never) });
export const editingArgs = (input: unknown) => (arg: Arg) => ({
  id: arg.id({ required: true, description: 'Its id.' }),
  input: arg.field({ type: input, required: true, description: 'What is to be another.' } as never),
  ifVersion: arg.field({ type: 'DateTime', description: 'The updatedAt that you have seen: when it has been changed since, nothing happens.' }),
});

/** Stops an edit that was made with another version in view than the one that is there now. */
export function sameVersion({ id, ifVersion }: Pick<Editing, 'id' | 'ifVersion'>, now: Values): void {
  if (ifVersion && ifVersion !== now.updatedAt)
    throw new ConflictError(`${id} was changed at ${now.updatedAt}, after the version of ${ifVersion} that this was to change. Look at it again.`, id);
}

/** What changes when an entity is given some values: nothing where it has them all. */
export function edited(id: string, now: Values, values: Values, at: string): Change[] {
  const { before, after } = difference(now, values);
  if (Object.keys(after).length === 0) return [];
  return [{ entity: id, before: { ...before, updatedAt: now.updatedAt }, after: { ...after, updatedAt: at } }];
}
