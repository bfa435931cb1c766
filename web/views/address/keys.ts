/** How one part of a view's state stands in its address: read from text, undefined when it cannot be meant. */
export interface Key<Value> {
  readonly expected: string;
  readonly usual: Value;
  readonly read: (text: string) => Value | undefined;
  readonly write: (value: Value) => string;
}

const id = /^[a-z]+_[a-z2-7]{20}$/;
const linkType = /^[A-Z_]{2,30}$/;

export const isId = (text: string): boolean => id.test(text);

/** A calendar day that exists. */
export function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const plain = (expected: string, is: (text: string) => boolean, usual = ''): Key<string> => ({
  expected,
  usual,
  read: (text) => (is(text) ? text : undefined),
  write: encodeURIComponent,
});

export const day = plain('a day such as 2025-03-08', isDay);
export const viewId = plain('the id of a saved view', (text) => /^view_[a-z2-7]{20}$/.test(text));
export const oneId = plain('the id of an entity', isId);
/** What is selected: an entity, or a relationship (type, ends, and what tells it from others). */
export const anyId = plain('the id of an entity or of a relationship', (text) => /^[\w.~-]{3,160}$/.test(text));
export const words = plain('at most 200 characters', (text) => text.length <= 200);

export function oneOf<Name extends string>(names: readonly [Name, ...Name[]]): Key<Name> {
  const isName = (text: string): text is Name => (names as readonly string[]).includes(text);
  return { expected: `one of ${names.join(', ')}`, usual: names[0], read: (text) => (isName(text) ? text : undefined), write: (name) => name };
}

export function whole(least: number, most: number, usual: number): Key<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    usual,
    read: (text) => (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
    write: String,
  };
}

/** Several, separated by commas; each once, at most so many. */
export function several<Item>(expected: string, most: number, read: (text: string) => Item | undefined, write: (item: Item) => string): Key<readonly Item[]> {
  return {
    expected: `${expected}, separated by commas, at most ${most}`,
    usual: [],
    read: (text) => {
      const items = text.split(',').map(read);
      return items.length <= most && items.every((item) => item !== undefined) ? (items as Item[]) : undefined;
    },
    write: (items) => items.map(write).join(','),
  };
}

export const ids = several('ids of entities', 50, (text) => (isId(text) ? text : undefined), encodeURIComponent);
export const linkTypes = several('relationships such as ABOUT', 40, (text) => (linkType.test(text) ? text : undefined), encodeURIComponent);
export const names = several('names', 40, (text) => (/^[\w.-]{1,60}$/.test(text) ? text : undefined), encodeURIComponent);

/** One relationship of one entity, opened so many pages far. */
export interface Opened {
  readonly id: string;
  readonly through: string;
  readonly pages: number;
}

export const opened = several<Opened>(
  'ID~RELATIONSHIP~PAGES',
  60,
  (text) => {
    const [entity = '', through = '', pages = ''] = text.split('~');
    return isId(entity) && linkType.test(through) && /^[1-9]\d?$/.test(pages) ? { id: entity, through, pages: Number(pages) } : undefined;
  },
  ({ id, through, pages }) => `${id}~${through}~${pages}`,
);

/** An entity that somebody put at a place. */
export interface Pinned {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

const position = /^-?\d{1,6}$/;

export const pinned = several<Pinned>(
  'ID~X~Y',
  100,
  (text) => {
    const [entity = '', x = '', y = ''] = text.split('~');
    return isId(entity) && position.test(x) && position.test(y) ? { id: entity, x: Number(x), y: Number(y) } : undefined;
  },
  ({ id, x, y }) => `${id}~${x}~${y}`,
);

/** The world point at the middle of the picture, and how much it is enlarged. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export const camera: Key<Camera | null> = {
  expected: 'X_Y_ENLARGEMENT',
  usual: null,
  read: (text) => {
    const [x = '', y = '', k = ''] = text.split('_');
    const isNumber = (part: string) => /^-?\d{1,6}(\.\d{1,3})?$/.test(part);
    return isNumber(x) && isNumber(y) && isNumber(k) && Number(k) >= 0.02 && Number(k) <= 40_000 ? { x: Number(x), y: Number(y), k: Number(k) } : undefined;
  },
  write: (at) => (at ? `${rounded(at).x}_${rounded(at).y}_${rounded(at).k}` : ''),
};

/** The camera as its address has it: what the screen shows is what the link shows. */
export function rounded({ x, y, k }: Camera): Camera {
  const places = k >= 50 ? 1000 : 10;
  const round = (value: number) => Math.round(value * places) / places + 0; // Never -0.
  return { x: round(x), y: round(y), k: k < 1 ? Math.round(k * 1000) / 1000 : Number(k.toPrecision(4)) };
}
