import { z } from 'zod';
import type { Value } from '../entity/draft.ts';
import { byIdOf } from '../entity/queries.ts';
import type { EntityRow } from '../entity/ref.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import type { Read } from '../graph/load.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type Query, readQuery } from '../graph/query.ts';
import { type EntityLabel, entityLabels, idPrefixes, labelOf } from '../ids.ts';
import { LinkColumns, linkIdOf } from '../link/ref.ts';
import { settable } from '../table/check.ts';

type Properties = Readonly<Record<string, Value>>;

/** An entity as it is exported: what it says of itself, without what the graph keeps for its own use. */
export interface ExportNode {
  readonly id: string;
  readonly type: EntityLabel;
  readonly label: string;
  readonly keys: readonly string[];
  readonly recordedAt: string;
  readonly updatedAt: string;
  readonly properties: Properties;
}

/** A relationship as it is exported, with everything it carries. */
export interface ExportLink {
  readonly id: string;
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

const page = { after: z.string(), limit: z.int() };
const byLabel = <Made>(make: (label: EntityLabel) => Made) =>
  Object.fromEntries(entityLabels.map((label) => [label, make(label)])) as Record<EntityLabel, Made>;
const idPages = byLabel((label) => readQuery('export/ids', { ...page, end: z.string() }, { id: z.string() }, { variant: { LABEL: label } }));

// The embedded engine looks at all entities of a type for each page, so the pages of what is short are large.
const idsPerPage = 50_000;
const nodesAtOnce = 2000;

/** The ids of all entities of a type, in order, a page at a time. */
export async function* allIds(read: Read, label: EntityLabel, limit = idsPerPage): AsyncGenerator<string[]> {
  const [begin, end] = [`${idPrefixes[label]}_`, `${idPrefixes[label]}\``]; // The next character: every id of the type lies between.
  for (let after = begin, more = true; more; ) {
    const ids = (await read(idPages[label], { after, end, limit })).map(({ id }) => id);
    yield ids;
    more = ids.length === limit;
    after = ids.at(-1) ?? '';
  }
}

/** Those of a type among some ids, in order: they are in memory already. */
export function* chosenIds(label: EntityLabel, only: ReadonlySet<string>): Generator<string[]> {
  yield [...only].filter((id) => labelOf(id) === label).sort();
}

/** The entities with these ids, in their order; one that is not there is left out. */
export async function* nodesOf(read: Read, label: EntityLabel, ids: readonly string[]): AsyncGenerator<ExportNode> {
  const { query } = byIdOf[label] as unknown as KeyedQuery<{}, { node: EntityRow }, unknown>;
  for await (const { some, rows } of inBatches(ids, nodesAtOnce, (keys) => read(query, { keys }))) {
    const found = new Map(rows.map(({ node }) => [node.id, node]));
    for (const id of some) {
      const node = found.get(id);
      if (node) yield exported(label, node);
    }
  }
}

/** What is read of some ids at a time, in their order. The next are read while those before are written. */
async function* inBatches<Row>(ids: readonly string[], size: number, ask: (some: string[]) => Promise<Row[]>): AsyncGenerator<{ some: string[]; rows: Row[] }> {
  const begin = (at: number) => {
    const some = ids.slice(at, at + size);
    const rows = some.length > 0 ? ask(some) : Promise.resolve([]);
    rows.catch(() => {}); // It is waited for below, unless nobody wants more.
    return { some, rows };
  };
  let next = begin(0);
  try {
    for (let at = size; next.some.length > 0; at += size) {
      const { some } = next;
      const rows = await next.rows;
      next = begin(at);
      yield { some, rows };
    }
  } finally {
    await next.rows.catch(() => {}); // The store may be closed only when nothing reads it any more.
  }
}

const settableOf = byLabel(settable);

function exported(type: EntityLabel, row: EntityRow): ExportNode {
  const { id, label, keys, recordedAt, updatedAt, ...rest } = row as EntityRow & Record<string, Value>;
  const known = settableOf[type];
  const properties = Object.fromEntries(Object.entries(rest).filter(([property, value]) => property in known && !isNothing(value)));
  return { id, type, label, keys, recordedAt, updatedAt, properties };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

const linkPages = readQuery(
  'export/links',
  { keys: z.array(z.string()), types: z.array(z.string()), ...page },
  { key: z.string(), cursor: z.string(), type: z.enum(linkTypes as [LinkType]), toId: z.string(), link: LinkColumns },
);
type LinkRow = typeof linkPages extends Query<infer _, infer Row> ? Row : never;

const keysAtOnce = 500;
const linksPerKey = 100;
const linksPerHub = 5000; // An engine looks at all that a hub begins for each page.

/** The relationships that begin at some entities, each entity's in order; one that has very many is read on by itself. */
export async function* linksFrom(read: Read, ids: readonly string[], types: readonly LinkType[]): AsyncGenerator<ExportLink> {
  const ask = (keys: readonly string[], after: string, limit: number) => read(linkPages, { keys: [...keys], types: [...types], after, limit });

  for await (const { some, rows } of inBatches(ids, keysAtOnce, (keys) => ask(keys, '', linksPerKey))) {
    const byKey = new Map<string, LinkRow[]>(some.map((id) => [id, []]));
    for (const row of rows) byKey.get(row.key)?.push(row);
    for (const [id, first] of byKey) {
      let found = inOrder(first);
      yield* found.map(asExported);
      for (let most = linksPerKey; found.length === most; most = linksPerHub) {
        found = inOrder(await ask([id], found.at(-1)?.cursor ?? '', linksPerHub));
        yield* found.map(asExported);
      }
    }
  }
}

/** Rows of several keys come in any order; cursors are made of ids, which every engine and this program order alike. */
function inOrder(rows: readonly LinkRow[]): LinkRow[] {
  return [...rows].sort((one, other) => (one.cursor < other.cursor ? -1 : 1));
}

function asExported({ key, type, toId, link }: LinkRow): ExportLink {
  const { disc, ...carried } = link;
  const properties = Object.fromEntries(Object.entries(carried).filter(([, value]) => !isNothing(value)));
  return { id: linkIdOf(type, key, toId, disc), type, from: key, to: toId, properties };
}
