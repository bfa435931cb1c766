import type { Value, Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { Check } from './checks.ts';
import type { InputPath } from './plan.ts';

/** One property that can be given: how the API takes it, what is refused, and what is stored of it. */
export interface InputProperty {
  readonly type: unknown;
  readonly description: string;
  readonly required?: true;
  readonly check?: Check;
  /** What it becomes; without it a property of its own name. */
  readonly stores?: { readonly names: readonly string[]; readonly as: (value: never) => Values };
}

/** What a room's entities can be given. */
export interface RoomInput {
  readonly properties: Readonly<Record<string, InputProperty>>;
  /** Refuses properties that contradict each other. */
  readonly together?: (values: Values, path: InputPath) => void;
}

export type Given = Readonly<Record<string, unknown>>;

/** The stored properties that an input gives, each checked; what it leaves out is left out. Null takes a property away. */
export function storedValues({ properties }: RoomInput, given: Given, path: InputPath): Values {
  return Object.assign({}, ...Object.entries(properties).map(([name, property]) => storedValue(name, property, given[name], [...path, name])));
}

function storedValue(name: string, { required, check, stores, type }: InputProperty, value: unknown, path: InputPath): Values {
  if (value === undefined) return {};
  if (value === null) {
    if (required) throw new InvalidInputError(path, 'given, since it cannot be without', null);
    return Object.fromEntries((stores?.names ?? [name]).map((one) => [one, null]));
  }
  if (!check && type === 'String') throw new Error(`The property "${name}" takes any text.`);
  check?.(value as never, path);
  return stores ? stores.as(value as never) : { [name]: value as Value };
}

/** Refuses an end that stands before its beginning. */
export function inOrder(from: string, to: string) {
  return (values: Values, path: InputPath): void => {
    const [first, last] = [values[from], values[to]];
    if (first != null && last != null && first > last) throw new InvalidInputError([...path, to], `no less than ${from}, ${first}`, last);
  };
}
