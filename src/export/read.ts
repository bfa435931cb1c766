import { z } from 'zod';
import type { Value } from '../entity/draft.ts';
import { byIdOf, shapeOf } from '../entity/queries.ts';
import type { EntityRow } from '../entity/ref.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import type { Read } from '../graph/load.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type Query, readQuery } from '../graph/query.ts';
import { type EntityLabel, entityLabels, labelOf } from '../ids.ts';
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

interface PageArgs {
  after: string;
  limit: number;
}

const page = { after: z.string(), limit: z.int() };
const byLabel = <Made>(make: (label: EntityLabel) => Made) =>
  Object.fromEntries(entityLabels.map((label) => [label, make(label)])) as Record<EntityLabel, Made>;
const nodePages = byLabel(
  (label) => readQuery('export/page', page, { node: shapeOf[label] }, { variant: { LABEL: label } }) as unknown as Query<PageArgs, { node: EntityRow }>,
);
const idPages = byLabel((label) => readQuery('export/ids', page, { id: z.string() }, { variant: { LABEL: label } }));

// The embedded engine looks at all entities of a type for each page.
const perPage = 2000;

export async function* allNodes(read: Read, label: EntityLabel): AsyncGenerator<ExportNode> {
  for (let after = '', more = true; more; ) {
    const rows = await read(nodePages[label], { after, limit: perPage });
    for (const { node } of rows) yield exported(label, node);
    more = rows.length === perPage;
    after = rows.at(-1)?.node.id ?? '';
  }
}

export async function* allIds(read: Read, label: EntityLabel): AsyncGenerator<string[]> {
  for (let after = '', more = true; more; ) {
    const ids = (await read(idPages[label], { after, limit: perPage })).map(({ id }) => id);
    yield ids;
    more = ids.length === perPage;
    after = ids.at(-1) ?? '';
  }
}

export async function* chosenNodes(read: Read, label: EntityLabel, only: ReadonlySet<string>): AsyncGenerator<ExportNode> {
  const { query } = byIdOf[label] as unknown as KeyedQuery<{}, { node: EntityRow }, unknown>;
  for (const ids of chosenIds(label, only)) {
    const found = new Map((await read(query, { keys: ids })).map(({ node }) => [node.id, node]));
    for (const id of ids) {
      const node = found.get(id);
      if (node) yield exported(label, node);
    }
  }
}

export function* chosenIds(label: EntityLabel, only: ReadonlySet<string>): Generator<string[]> {
  const ids = [...only].filter((id) => labelOf(id) === label).sort();
  for (let at = 0; at < ids.length; at += perPage) yield ids.slice(at, at + perPage);
}

function exported(type: EntityLabel, row: EntityRow): ExportNode {
  const { id, label, keys, recordedAt, updatedAt, ...rest } = row as EntityRow & Record<string, Value>;
  const known = settable(type);
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
const linksPerHub = 1000;

/** The relationships that begin at some entities, each entity's in order; one that has very many is read on by itself. */
export async function* linksFrom(read: Read, ids: readonly string[], types: readonly LinkType[]): AsyncGenerator<ExportLink> {
  for (let at = 0; at < ids.length; at += keysAtOnce) yield* linksFromSome(read, ids.slice(at, at + keysAtOnce), types);
}

async function* linksFromSome(read: Read, ids: readonly string[], types: readonly LinkType[]): AsyncGenerator<ExportLink> {
  const ask = (keys: readonly string[], after: string, limit: number) => read(linkPages, { keys: [...keys], types: [...types], after, limit });

  const byKey = new Map<string, LinkRow[]>(ids.map((id) => [id, []]));
  for (const row of await ask(ids, '', linksPerKey)) byKey.get(row.key)?.push(row);
  for (const [id, some] of byKey) {
    let rows = inOrder(some);
    yield* rows.map(asExported);
    for (let most = linksPerKey; rows.length === most; most = linksPerHub) {
      rows = inOrder(await ask([id], rows.at(-1)?.cursor ?? '', linksPerHub));
      yield* rows.map(asExported);
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
