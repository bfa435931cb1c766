import { z } from 'zod';
import type { Label } from '../ids.ts';
import { apart } from './apart.ts';
import type { KeyedQuery } from './keyed.ts';
import { mootIn, type Plan, placedIn } from './plan.ts';

/** One statement for a plan, and where in its answer each load's rows stand. */
export interface Fused {
  readonly keyed: Required<KeyedQuery<object, { key: string; rows: unknown[] }, unknown[]>>;
  readonly layout: Layout;
}

export interface Layout {
  /** Which value of the row above is the key. */
  readonly at: number;
  /** Whether each row's values stand in a list of their own, and what follows from it beside them. */
  readonly nests: boolean;
  readonly cases: ReadonlyMap<Label | null, CaseLayout>;
}

export interface CaseLayout {
  readonly decode: (values: readonly unknown[]) => unknown;
  /** In the order of the plan's, each with its place beside the values. */
  readonly next: readonly { readonly place: number; readonly layout: Layout }[];
}

interface Written {
  readonly text: string;
  readonly layout: Layout;
}

let made = 0;

/**
 * Puts the statements of a plan into each other, each under the row it follows from: `CALL (v1) { WITH v1[3] AS key …its own text… }`.
 * The text is the same for all plans of one form, whatever their keys and arguments. Null when one of them is not of a form to be put together.
 */
export function fuse(plan: Plan): Fused | null {
  const names: string[] = [];
  const placed = placedIn(plan);
  const written = write(plan, -1, names, placed);
  if (!written) return null;
  const isPlaced = placed.length > 0;

  made += 1; // Of the same loads, two documents may look at different columns: their statements are two.
  const text = isPlaced
    ? `UNWIND $q.keys AS pg\nCALL (pg) {\nWITH pg, pg[0] AS key\n${written.text}}\nRETURN pg, r0\n`
    : `UNWIND $q.keys AS key\nCALL (key) {\n${written.text}}\nRETURN key, r0\n`;
  const decode = () => (values: readonly unknown[]) => ({ key: isPlaced ? JSON.stringify(values[0]) : values[0], rows: values[1] });
  const query = {
    name: `fused ${made}: ${names.join(', ')}`,
    file: '',
    text: { neo4j: text, embedded: text },
    access: 'read',
    params: z.object({}),
    row: z.unknown(),
    decode,
  };
  return { keyed: { query: query as never, answer: ([row]) => row?.rows ?? [], given: isPlaced ? givenPlaced : given }, layout: written.layout };
}

function givenPlaced({ keys, ...params }: Readonly<Record<string, unknown>>): object {
  return given({ ...params, keys: (keys as string[]).map((key) => JSON.parse(key)) });
}

/**
 * Parameters in one map: Neo4j makes another plan for keys in tens than for one key, and for a long text than for a short one; into a map it
 * does not look. What a filter compares with every row stays by itself, since a map is looked into again for each.
 */
function given(params: Readonly<Record<string, unknown>>): object {
  const [ofFilters, asked] = parted(Object.entries(params), ([name]) => /^p\d+_where_/.test(name));
  return { q: Object.fromEntries(asked), ...Object.fromEntries(ofFilters) };
}

function parted<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** A body without the conditions that nobody asked for: `($roles IS NULL OR …)` where it is null. */
function withoutMoot(body: string, params: object): string {
  const without = (text: string, name: string) => {
    const [before, ...conditions] = withoutList(text, name).split(`($${name} IS NULL OR `);
    return [before, ...conditions.map((rest) => `true${rest.slice(endOf(rest) + 1)}`)].join('');
  };
  return mootIn(params)
    .reduce(without, body)
    .replaceAll(/(?:\s+AND true\b)+/g, '')
    .replaceAll(/^ +/gm, '');
}

/** A body without the list that only such a condition looks into. */
function withoutList(body: string, name: string): string {
  const [line, list] = new RegExp(`^CALL \\(key\\) \\{[^\\n]*\\$${name}\\b[^\\n]* AS (\\w+) \\}\\n`, 'm').exec(body) ?? [];
  return line === undefined ? body : body.replace(line, '').replace(`, ${list})`, ')');
}

/** Where the bracket closes that was opened before. */
function endOf(text: string): number {
  let depth = 1;
  return text.split('').findIndex((character) => {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    return depth === 0;
  });
}

/** The body of a page that goes on behind the position that came with the key. */
function placedAt(place: number, body: string): string {
  return body.replaceAll('CALL (key', 'CALL (key, pg').replaceAll('$after', `pg[${place}]`);
}

/** What is handed through to what follows, beside its key. */
function passing(following: readonly Plan[]): string {
  return following.some((plan) => placedIn(plan).length > 0) ? ', pg' : '';
}

/**
 * The body of one load and of all below it; it returns its rows as the list `r<number>`. A row's values begin with the number of the case
 * that it is of: what follows asks for it, and Neo4j, which works out the type of a list from left to right, plans a list of properties
 * alone for more than twice as long.
 */
function write(plan: Plan, at: number, names: string[], placed: readonly Plan[]): Written | null {
  const number = names.length;
  const several = plan.cases.size > 1;
  names.push([...plan.cases.values()].map(({ keyed }) => keyed.query.name).join(' | '));

  let body = several ? 'MATCH (node:Entity {id: key})\n' : '';
  const choices: string[] = [];
  const calls: string[] = [];
  const below: string[] = [];
  const cases = new Map<Label | null, CaseLayout>();
  for (const [label, { keyed, looksAt, next }] of plan.cases) {
    const parts = apart(keyed);
    if (!parts) return null;
    const columns = parts.columns.filter(({ name }) => looksAt(name) || next.some(({ by }) => by === name));
    if (!several) {
      const asked = withoutMoot(parts.body, plan.params);
      const text = plan.position === undefined ? asked : placedAt(placed.indexOf(plan) + 1, asked);
      body = text.replaceAll(/\$(where_)?(?=\w)/g, (_, ofFilter = '') => `${ofFilter ? '$' : '$q.'}p${number}_${ofFilter}`);
    }
    const choice = choices.length;
    const values = `[${[choice, ...columns.map(({ expression }) => expression)].join(', ')}]`;
    choices.push(several ? `WHEN node:${label} THEN ${values}` : values);

    const layouts: CaseLayout['next'][number][] = [];
    for (const following of next) {
      const keyAt = columns.findIndex(({ name }) => name === following.by) + 1;
      const name = `r${names.length}`;
      const written = keyAt === 0 ? null : write(following, keyAt, names, placed);
      if (!written) return null;
      const key = several ? `CASE WHEN v${number}[0] = ${choice} THEN v${number}[${keyAt}] END` : `v${number}[${keyAt}]`;
      const along = passing([following]);
      calls.push(`CALL (v${number}${along}) {\nWITH ${key} AS key${along}\n${written.text}}\n`);
      layouts.push({ place: below.push(name), layout: written.layout });
    }
    const decoded = keyed.query.decode(columns.map(({ name }) => name));
    cases.set(label, { decode: (found) => decoded(found.slice(1)), next: layouts });
  }

  const values = several ? `CASE ${choices.join(' ')} END` : (choices[0] as string);
  const text =
    below.length === 0
      ? `${body}RETURN collect(${values}) AS r${number}\n`
      : `${body}WITH ${values} AS v${number}${passing([...plan.cases.values()].flatMap(({ next }) => next))}\n${calls.join('')}RETURN collect([v${number}, ${below.join(', ')}]) AS r${number}\n`;
  return { text, layout: { at, nests: below.length > 0, cases } };
}
