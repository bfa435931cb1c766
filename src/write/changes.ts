import type { Values } from '../entity/draft.ts';

/**
 * One thing that a mutation changed: an entity or a link, with the properties that differ. Nothing before: it was made.
 * Nothing after: it was removed. Only what was given is told; what follows from it (labels, sort keys) is reckoned again.
 */
export type Change = { readonly entity: string; readonly before: Values | null; readonly after: Values | null } | LinkChange;
export interface LinkChange {
  readonly link: string;
  readonly before: Values | null;
  readonly after: Values | null;
}

export function isLinkChange(change: Change): change is LinkChange {
  return 'link' in change;
}

/** What was given of a link; when it is known from follows from its evidence. */
export function givenOf({ knownFrom: _, ...given }: Values): Values {
  return given;
}

/** What undoes a change. */
export function reversed(change: Change): Change {
  return { ...change, before: change.after, after: change.before };
}

/** The properties of `after` that `before` has otherwise, each on both sides; absent is null. */
export function difference(before: Values, after: Values): { before: Values; after: Values } {
  const names = Object.keys(after).filter((name) => !same(before[name], after[name]));
  return {
    before: Object.fromEntries(names.map((name) => [name, before[name] ?? null])),
    after: Object.fromEntries(names.map((name) => [name, after[name] ?? null])),
  };
}

/** The names of what is given and is not so there. */
export function differing(given: Values, there: Values): string[] {
  return Object.keys(given).filter((name) => given[name] != null && !same(given[name], there[name]));
}

/** A value as a sentence shows it. */
export function shown(value: unknown): string {
  const text = value == null ? 'not known' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** Whether two stored values are the same; absent and null are, and so are an empty list and none. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? null : (value ?? null);
}
