import { anyId, camera, day, ids, type Key, linkTypes, names, oneId, oneOf, opened, pinned, viewId, whole, words } from './keys.ts';

export const viewNames = ['start', 'graph', 'map', 'timeline', 'matrix'] as const;
export type ViewName = (typeof viewNames)[number];

/** All that an address can say, in the order in which it says it. */
const keys = {
  view: viewId,
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
  fold: ids,
  pin: pinned,
  at: camera,
  as: oneOf(['picture', 'table']),
} as const;

type Keys = typeof keys;
export type KeyName = keyof Keys;
export type State = { readonly [Name in KeyName]: Keys[Name] extends Key<infer Value> ? Value : never };

const everywhere: readonly KeyName[] = ['view', 'known', 'find', 'sel', 'hide', 'as'];
const ownKeys: Readonly<Record<ViewName, readonly KeyName[]>> = {
  start: ['find'],
  graph: ['of', 'depth', 'through', 'open', 'fold', 'pin', 'at', ...everywhere],
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

/** A saved view's state: what an address with its id begins from, and says only where it differs. */
export interface Base {
  readonly id: string;
  readonly state: State;
}

/** What an address means. What cannot be meant is left aside and named. */
export function readAddress(path: string, search: string, base: Base | null = null): Address {
  const view = viewNames.find((name) => path === `/view/${name}`) ?? 'start';
  const problems: Problem[] = [];
  const given = new Map(new URLSearchParams(search));
  const start = base !== null && given.get('view') === base.id ? base.state : usualState;
  const state: Record<string, unknown> = { ...start };
  for (const [key, text] of given) {
    if (!isKeyOf(view, key)) {
      problems.push({ key, given: text, expected: `not in ${view === 'start' ? 'this page' : `the ${view} view`}` });
      continue;
    }
    // Beside a saved view nothing at all takes back what the view says.
    const value = text === '' && start !== usualState ? usualState[key] : (keys[key] as Key<unknown>).read(text);
    if (value === undefined) problems.push({ key, given: text, expected: keys[key].expected });
    else state[key] = value;
  }
  return { view, state: state as State, problems };
}

/** An address that is longer is kept as a saved view, and is then as short as its id: some programs cut long links off. */
export const longestAddress = 1800;

/** The address of a state: keys in fixed order, what is as usual left out, so that equal views have equal addresses. */
export function writeAddress(view: ViewName, state: Partial<State>, base: Base | null = null): string {
  const start = base !== null && state.view === base.id ? { ...base.state, view: '' } : usualState;
  const parts = keyNames
    .filter((name) => isKeyOf(view, name))
    .map((name) => ({ name, text: textOf(name, state) }))
    .filter(({ name, text }) => text !== textOf(name, start))
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
