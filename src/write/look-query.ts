import { z } from 'zod';
import { withoutComments } from '../graph/composite.ts';
import { linkTypes, relationship } from '../graph/model.ts';
import { readQuery, register, writeQuery } from '../graph/query.ts';
import { text } from '../graph/shapes.ts';

const any = z.array(z.unknown());
const row = { kind: z.string(), key: text, from: text, to: text, type: text, properties: z.record(z.string(), z.unknown()).nullable() };

const locks = [writeQuery('look/lock', { locks: any }, { locked: z.int() }), writeQuery('look/lock-entities', { entities: any }, { locked: z.int() })];

const acyclic = linkTypes.filter((type) => relationship(type).acyclic);
const oneFrom = linkTypes.filter((type) => relationship(type).each.from === 'one');
const oneTo = linkTypes.filter((type) => relationship(type).each.to === 'one');

const seen = [
  readQuery('look/entity', { entities: any }, row),
  readQuery('look/one-from', { single: any }, row, { variant: { LINKS: oneFrom.join('|') } }),
  readQuery('look/one-to', { single: any }, row, { variant: { LINKS: oneTo.join('|') } }),
  readQuery('look/every', { every: any }, row),
  ...acyclic.map((type) => readQuery(`look/${oneFrom.includes(type) ? 'chain' : 'net'}`, { chains: any }, row, { variant: { LINK: type } })),
];
const reads = [readQuery('look/request', { requests: any }, row), readQuery('look/link', { links: any }, row), ...seen];

/** What can be wanted, and nothing of it. */
export const nothingWanted: Readonly<Record<string, readonly unknown[]>> = {
  locks: [],
  entities: [],
  requests: [],
  links: [],
  single: [],
  every: [],
  chains: [],
};

export type LookRow = z.output<typeof lookQuery.row>;

/**
 * All that a mutation has to know before it writes, in one round trip and with one row for each thing found; what it may touch is locked
 * first. What is wanted is one parameter, so that the statement is planned once, however much that is.
 */
export const lookQuery = register(
  { name: 'write/look', file: 'look/lock', text: { neo4j: textOn('neo4j'), embedded: textOn('embedded') }, access: 'write' },
  { wanted: z.record(z.string(), any) },
  row,
);

/** Entities, and what speaks against joining them, for who only wants to know: nothing is locked. */
export const seenQuery = register(
  { name: 'write/seen', file: 'look/entity', text: { neo4j: foundOn('neo4j', seen), embedded: foundOn('embedded', seen) }, access: 'read' },
  { wanted: z.record(z.string(), any) },
  row,
);

function foundOn(engine: 'neo4j' | 'embedded', parts: typeof reads): string {
  const found = parts.map((query) => part(query, engine)).join('\nUNION ALL\n');
  return `CALL () {\n${found}\n}\nRETURN ${Object.keys(row).join(', ')}\n`;
}

function textOn(engine: 'neo4j' | 'embedded'): string {
  const locked = locks.map((query, index) => `CALL () {\n${part(query, engine).replace('AS locked', `AS locked${index}`)}\n}\n`).join('');
  return `${locked}${foundOn(engine, reads)}`;
}

function part(query: { readonly text: Readonly<Record<'neo4j' | 'embedded', string>> }, engine: 'neo4j' | 'embedded'): string {
  return withoutComments(query.text[engine]).replaceAll('$', '$wanted.');
}
