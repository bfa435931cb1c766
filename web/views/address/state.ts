import { anyId, camera, day, ids, type Key, linkTypes, names, oneId, oneOf, opened, pinned, whole, words } from './keys.ts';

export const viewNames = ['start', 'graph', 'map', 'timeline', 'matrix'] as const;
export type ViewName = (typeof viewNames)[number];

/** All that an address can say, in the order in which it says it. */
const keys = {
  of: ids,
  where: oneId,
  about: oneId,
  depth: whole(1, 2, 1),
  through: linkTypes,
  rows: oneOf(['claimant', 'publisher']),
  metric: oneOf(['all', 'KILLED', 'INJURED', 'CASUALTIES', 'DETAINED', 'MISSING', 'ABDUCTED', 'DISPLACED']),
  known: day,
  clock: oneOf(['published', 'happened', 'recorded']),
  from: day,
  to: day,
  find: words,
  sel: anyId,
  hide: names,
  open: opened,
  pin: pinned,
  at: camera,
  as: oneOf(['picture', 'table']),
} as const;

type Keys = typeof keys;
export type KeyName = keyof Keys;
export type State = { readonly [Name in KeyName]: Keys[Name] extends Key<infer Value> ? Value : never };

const everywhere: readonly KeyName[] = ['known', 'find', 'sel', 'hide', 'as'];
const ownKeys: Readonly<Record<ViewName, readonly KeyName[]>> = {
  start: ['find'],
  graph: ['of', 'depth', 'through', 'open', 'pin', 'at', ...everywhere],
  map: ['of', 'where', 'from', 'to', 'at', ...everywhere],
  timeline: ['of', 'clock', 'metric', 'from', 'to', ...everywhere],
  matrix: ['about', 'rows', 'metric', ...everywhere],
};

/** A parameter that was left aside, and why. */
export interface Problem {
  readonly key: string;
  readonly given: string;
  readonly expected: string;
}

export interface Address {
  readonly view: ViewName;
  readonly state: State;
  readonly problems: readonly Problem[];
}

const keyNames = Object.keys(keys) as KeyName[];

/** The state in which nothing is said. */
export const usualState = Object.fromEntries(keyNames.map((name) => [name, keys[name].usual])) as unknown as State;

/** What an address means. What cannot be meant is left aside and named. */
export function readAddress(path: string, search: string): Address {
  const view = viewNames.find((name) => path === `/view/${name}`) ?? 'start';
  const problems: Problem[] = [];
  const state: Record<string, unknown> = { ...usualState };
  for (const [key, given] of new Map(new URLSearchParams(search))) {
    if (!isKeyOf(view, key)) {
      problems.push({ key, given, expected: `not in ${view === 'start' ? 'this page' : `the ${view} view`}` });
      continue;
    }
    const value = (keys[key] as Key<unknown>).read(given);
    if (value === undefined) problems.push({ key, given, expected: keys[key].expected });
    else state[key] = value;
  }
  return { view, state: state as State, problems };
}

/** The address of a state: keys in fixed order, what is as usual left out, so that equal views have equal addresses. */
export function writeAddress(view: ViewName, state: Partial<State>): string {
  const parts = keyNames
    .filter((name) => isKeyOf(view, name))
    .map((name) => ({ name, text: textOf(name, state) }))
    .filter(({ name, text }) => text !== textOf(name, usualState))
    .map(({ name, text }) => `${name}=${text}`);
  return `${view === 'start' ? '/' : `/view/${view}`}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

function isKeyOf(view: ViewName, key: string): key is KeyName {
  return (ownKeys[view] as readonly string[]).includes(key);
}

function textOf(name: KeyName, state: Partial<State>): string {
  const key = keys[name] as Key<unknown>;
  return key.write(state[name] ?? key.usual);
}
