import { z } from 'zod';
import { builder } from './builder.ts';
import { complemented } from './entity/draft.ts';
import { InvalidInputError } from './errors.ts';
import type { Filter } from './graph/keyed.ts';
import { type EntityLabel, idOf } from './ids.ts';
import { words } from './text.ts';

/** One condition of a filter: its input type, the Cypher it means (`it` is what is filtered, `$` the value), and how the value is sent. */
export interface Condition {
  readonly description: string;
  readonly type: unknown;
  readonly matches: string;
  /** Lists that `matches` looks into, by their names in it: each a query that is asked once for each key, and not for each row. */
  readonly lists?: Readonly<Record<string, string>>;
  readonly bind?: (value: never) => unknown;
  /** Of what its value is the id: another id would be met by nothing, which reads as if nobody had said so. */
  readonly idOf?: readonly EntityLabel[];
  /** By the name of an order: the place in it before which nothing meets the condition, so that nobody reads that far to find out. */
  readonly begins?: Readonly<Record<string, (value: never) => string>>;
}

/** A room's filter: the input type, and the condition that query files call `matches(it)`. */
export interface FilterType extends Filter {
  readonly type: unknown;
  /** The parameters for what was given; what was not given is null and lets everything through. */
  readonly bind: (given: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** The place in an order before which nothing meets what was given. */
  readonly begin: (order: string, given: Readonly<Record<string, unknown>>) => string;
  /** The same without one of its conditions, for a query that begins at what that condition names. */
  readonly without: (condition: string) => Conditional;
}

/** Conditions that are no input type. */
export type Conditional = Omit<FilterType, 'type'>;

const inEveryFilter: Record<string, Condition> = {
  text: {
    description:
      'Every one of these words stands in the name or title, an alias or a name in another language, the quote, its translation or the statement. Case, accents and vowel marks make no difference.',
    type: 'String',
    matches: 'all(word IN $ WHERE it.searchText CONTAINS word)',
    bind: (text: string) => wordsOf(text).map((word) => ` ${word} `),
  },
  keys: {
    description: 'It has one of these external keys.',
    type: ['String'],
    matches: 'any(known IN it.keys WHERE known IN $)',
  },
};

/** The words to look for, each once: it is looked for in everything. A text that has none would let everything through, which is not what it looks like. */
function wordsOf(text: string): string[] {
  const found = [...new Set(words(text))];
  if (found.length === 0 && text.trim() !== '') throw new InvalidInputError(['text'], 'a text with a letter or a digit in it', text);
  return found;
}

/** Declares `<name>Filter`: `text` and `keys`, which every list has, and the room's own conditions; all that are given must hold. */
export function filterType(name: string, own: Readonly<Record<string, Condition>>): FilterType {
  const conditions = { ...inEveryFilter, ...own };

  return {
    ...filterOf(conditions),
    type: builder.inputType(`${name}Filter`, {
      description: 'Conditions that must all hold; one that is left out lets everything through.',
      fields: (t) =>
        Object.fromEntries(Object.entries(conditions).map(([key, { description, type }]) => [key, t.field({ type: type as never, description })])) as {},
    }),
  };
}

/** Several conditions as one that query files can ask for; all that are given must hold. */
export function filterOf(conditions: Readonly<Record<string, Condition>>): Conditional {
  const entries = Object.entries(conditions);
  const withValue = (key: string, text: string) => text.replaceAll(/\$(?!\w)/g, `$where_${key}`);

  return {
    params: Object.fromEntries(entries.map(([key]) => [`where_${key}`, z.unknown()])),
    matches: entries.map(([key, { matches }]) => `($where_${key} IS NULL OR ${withValue(key, matches)})`).join(' AND '),
    lists: Object.fromEntries(entries.flatMap(([key, { lists = {} }]) => Object.entries(lists).map(([name, list]) => [name, withValue(key, list)]))),
    bind: (given) => Object.fromEntries(entries.map(([key, condition]) => [`where_${key}`, given[key] == null ? null : bound(key, condition, given[key])])),
    without: (condition) => filterOf(Object.fromEntries(entries.filter(([key]) => key !== condition))),
    begin: (order, given) => entries.map(([key, { begins }]) => (given[key] == null ? '' : (begins?.[order]?.(given[key] as never) ?? ''))).reduce(later, ''),
  };
}

function bound(name: string, { bind = (value: unknown) => value, idOf: kinds }: Condition, value: unknown): unknown {
  if (kinds) idOf(kinds, `${value}`, [name]);
  return (bind as (value: unknown) => unknown)(value);
}

/** Of two places in an order the one further on. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

export const DateRangeType = builder.inputType('DateRange', {
  description: 'From one day to another, both included; an end that is left out is open. Without either it is any day that is known.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    to: t.field({ type: 'Date', description: 'The last day.' }),
  }),
});

export interface DateRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

/** A range as a query takes it: two texts that every day or instant in the range stands between. */
export function bounds({ from, to }: DateRange): { from: string; to: string } {
  if (from != null && to != null && from > to) throw new InvalidInputError(['to'], `a day that is not before ${from}, where the range begins`, to);
  return { from: from ?? '', to: `${to ?? ''}~` };
}

/** Where in the order by newest first the last day of a range stands: whatever comes before it is newer. */
export function beginsByNewest({ to }: DateRange): string {
  return to == null ? '' : complemented(to);
}

/** The condition that a day or instant falls into the range. */
export function during(property: string, description: string): Condition {
  return { description, type: DateRangeType, matches: `(it.${property} >= $.from AND it.${property} <= $.to)`, bind: bounds };
}

/** The condition that a property has one of the values. */
export function anyOf(property: string, type: unknown, description: string): Condition {
  return { description, type: [type], matches: `it.${property} IN $` };
}

/** Of whom a claim may be the word, and who may publish. */
export const sources: readonly EntityLabel[] = ['Group', 'Person'];

/** The condition that a relationship's far end, whose id the node keeps, is the entity with this id. */
export function isId(property: string, idOf: readonly EntityLabel[], description: string): Condition {
  return { description, type: 'ID', idOf, matches: `it.${property} = $ AND known(it.${property})` };
}
