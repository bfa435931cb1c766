import type { Label } from '../ids.ts';
import type { KeyedQuery } from './keyed.ts';

export type AnyKeyed = KeyedQuery<never, { key: string }, unknown>;

/** A load that is going to follow from another one, with all that follows from it: known before anything is read. */
export interface Plan {
  /** The column of the row above that is its key; the first load of all has its key given. */
  readonly by: string;
  /** What it is going to be asked with, and what the statement asks with in its place: a row less, where nobody looks at the last one. */
  readonly args: object | undefined;
  readonly params: object;
  /** Behind which position its page goes on, where that goes with the key and not with the statement. */
  readonly position?: string | undefined;
  /** What is loaded: one thing, or another for each label that the key's id may be of. */
  readonly cases: ReadonlyMap<Label | null, Case>;
}

export interface Case {
  readonly keyed: AnyKeyed;
  /** Whether anybody is going to look at a column of it. */
  readonly looksAt: (column: string) => boolean;
  readonly next: readonly Plan[];
}

/** What a plan's statement is asked with: each load's parameters under its number. */
export function paramsOf({ params, cases }: Plan): Record<string, unknown> {
  const asked: Record<string, unknown> = { ...beneath(cases).params };
  putUnder(0, params, asked);
  return asked;
}

/** Which statement a plan needs, given the document: the queries that were chosen by its arguments, and which of these are not given. */
export function formOf(plan: Plan): string {
  return formWith(plan, beneath(plan.cases).form);
}

/** The key that a plan's statement is asked with: with the positions of its pages, where they go with it. */
export function keyOf(plan: Plan, key: string): string {
  const placed = placedIn(plan);
  return placed.length === 0 ? key : JSON.stringify([key, ...placed.map(({ position }) => position)]);
}

/** The pages whose positions go with the key, this and those below, in the order in which they stand there. */
export function placedIn(plan: Plan): readonly Plan[] {
  const { placed } = beneath(plan.cases);
  return plan.position === undefined ? placed : [plan, ...placed];
}

/** What a plan's form, parameters and placed pages have from its cases, with all that follows; plans that share their cases have it in common. */
interface Beneath {
  readonly form: string;
  readonly params: object;
  readonly placed: readonly Plan[];
}

const known = new WeakMap<Plan['cases'], Beneath>();

function beneath(cases: Plan['cases']): Beneath {
  const before = known.get(cases);
  if (before) return before;
  const params: Record<string, unknown> = {};
  const placed: Plan[] = [];
  let number = 0;
  const collect = (one: Plan) => {
    number += 1;
    putUnder(number, one.params, params);
    if (one.position !== undefined) placed.push(one);
    for (const { next } of one.cases.values()) next.forEach(collect);
  };
  for (const { next } of cases.values()) next.forEach(collect);
  const made = { form: formBelow(cases), params, placed };
  known.set(cases, made);
  return made;
}

function formBelow(cases: Plan['cases']): string {
  const formOfCase = ({ keyed, next }: Case) => `${keyed.query.name}[${next.map((plan) => formWith(plan, formBelow(plan.cases))).join(' ')}]`;
  return [...cases.values()].map(formOfCase).join('|');
}

function formWith({ by, params, position }: Plan, below: string): string {
  return `${by}-${mootIn(params)}${position === undefined ? '' : ' placed'}(${below})`;
}

function putUnder(number: number, params: object, into: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(params)) if (value !== null) into[`p${number}_${name}`] = value;
}

/** What a plan is not asked with: conditions of that are left out of its statement, so that another one has it. */
export function mootIn(params: object): string[] {
  return Object.entries(params).flatMap(([name, value]) => (value === null ? [name] : []));
}
