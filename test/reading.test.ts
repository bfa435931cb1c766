import { type GraphQLField, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../src/graph/reading.ts';
import { schema } from '../src/schema.ts';

/** Every field of a row that says what it looks at, or by what it loads; a page is no row. */
const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => name !== 'PageInfo')
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
  .flatMap(({ name, field }) => {
    const said = saidBy(field);
    return said ? [{ name, field, said }] : [];
  });

describe('a field that says how it is read', () => {
  it('there are many', () => expect(fields.length).toBeGreaterThan(150));

  it.each(fields)('$name looks at nothing else', ({ field, said }) => {
    expect(lookedAtBy(field).filter((path) => !said.some((column) => path === column || path.startsWith(`${column}_`)))).toEqual([]);
  });
});

/** The columns of its row that it may look at; null where it says nothing, or is of a page. */
function saidBy(field: GraphQLField<unknown, unknown>): string[] | null {
  const reading = readingOf(field.extensions);
  if (!reading || 'page' in reading) return null;
  if ('lists' in reading) return ['id'];
  if ('loads' in reading) return [reading.loads.by].flat().filter((by) => typeof by === 'string');
  return 'row' in reading ? [...(reading.looksAt ?? []), reading.row.replace(/_$/, '')] : [...reading.looksAt];
}

/**
 * What it looks at, of a row that has anything: each by its whole path, as a column is named. An edge has its row in it, and the list's order
 * beside it. Whether there is a part of a row, as its link, is no column.
 */
function lookedAtBy(field: GraphQLField<unknown, unknown>): string[] {
  const paths = new Set<string>();
  const anything = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) => {
        if (typeof name === 'symbol') return name === Symbol.toPrimitive ? () => '' : undefined;
        const its = path === '' ? name : `${path}_${name}`;
        paths.add(its.replace(/^row_/, ''));
        return anything(its);
      },
      apply: () => anything(path),
    });
  try {
    field.resolve?.(anything(''), {}, { load: () => null, read: () => null } as never, { fieldName: field.name } as never);
  } catch {
    // What it has looked at so far is known.
  }
  const beside = new Set(['row', 'order', 'link']);
  return [...paths].filter((path) => !beside.has(path) && ![...paths].some((other) => other.startsWith(`${path}_`)));
}
