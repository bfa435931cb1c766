import type { Query } from './query.ts';

/** A statement by keys taken apart: what it does for one `key`, and what it returns of each row it finds. */
export interface Apart {
  readonly body: string;
  readonly columns: readonly { readonly name: string; readonly expression: string }[];
  /** Of how many branches it is made: what it takes to plan grows with them. */
  readonly branches: number;
  /** Whether all that it is given reaches its end, so that a position can come with its key. */
  readonly isPlain: boolean;
}

const form = /^(?:\/\/[^\n]*\n)*UNWIND \$keys AS key\n([\s\S]*?\n)RETURN key, ([^\n]+)\n?$/;
const known = new WeakMap<object, Apart | null>();

/** The parts of a statement, or null when it is not of the form that others can be put into. */
export function apart({ query }: { readonly query: Pick<Query<never, unknown>, 'text'> }): Apart | null {
  const before = known.get(query);
  if (before !== undefined) return before;
  const [, body, returned] = form.exec(query.text.neo4j) ?? [];
  const parts =
    body === undefined || returned === undefined
      ? null
      : { body, columns: atTop(returned).map(column), branches: body.split(/\bUNION\b/).length, isPlain: !/\bWITH\b|CALL \((?!key)/.test(body) };
  known.set(query, parts);
  return parts;
}

function column(item: string): Apart['columns'][number] {
  const [expression = item, name = expression] = item.split(/ AS (?=\w+$)/);
  return { name, expression };
}

/** The items of a list, parted at those commas that stand in no bracket. */
function atTop(list: string): string[] {
  const items = [''];
  let depth = 0;
  for (const character of list) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) items.push('');
    else items[items.length - 1] += character;
  }
  return items.map((item) => item.trim());
}
