import { z } from 'zod';
import type { Value } from '../entity/draft.ts';
import { byIdOf, linksOf, shapeOf } from '../entity/queries.ts';
import type { EntityRow } from '../entity/ref.ts';
import type { Graph } from '../graph/graph.ts';
import type { KeyedQuery } from '../graph/keyed.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type Query, readQuery } from '../graph/query.ts';
import { linkProperties } from '../graph/relationship.ts';
import { type EntityLabel, entityLabels, labelOf } from '../ids.ts';
import { type Link, linkId } from '../link/ref.ts';
import { boundaryOfPlace } from '../places/queries.ts';
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

/** What is exported, as often as a format needs to read it, in the same order each time: by type, then id; links by where they begin. */
export interface ExportSource {
  readonly nodes: () => AsyncGenerator<ExportNode>;
  readonly links: () => AsyncGenerator<ExportLink>;
  /** The boundaries of places, as GeoJSON texts by id. */
  readonly boundaries: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** Every property that nodes of any type may have, with what kind of value it is. */
export const nodeProperties = new Map(
  entityLabels.flatMap((label) =>
    Object.entries(settable(label))
      .filter(([property]) => property !== 'text')
      .map(([property, shape]) => [property, kindOfValue(shape)]),
  ),
);

/** The same for relationships. */
export const linkValueKinds = new Map<string, ValueKind>([
  ['role', 'string'],
  ['evidence', 'list'],
  ['note', 'string'],
  ['recordedAt', 'string'],
  ['recordedBy', 'string'],
  ...Object.entries(linkProperties).map(
    ([property, { type }]) => [property, ({ Boolean: 'boolean', Int: 'long', Float: 'double' } as Record<string, ValueKind>)[type] ?? 'string'] as const,
  ),
]);

export type ValueKind = 'string' | 'long' | 'double' | 'boolean' | 'list';

function kindOfValue(shape: z.ZodType): ValueKind {
  if (shape.safeParse(['x']).success) return 'list';
  if (shape.safeParse(0.5).success) return 'double';
  if (shape.safeParse(1).success) return 'long';
  return shape.safeParse(true).success ? 'boolean' : 'string';
}

const pages = Object.fromEntries(
  entityLabels.map((label) => [
    label,
    readQuery('export/page', { after: z.string(), limit: z.int() }, { node: shapeOf[label] }, { variant: { LABEL: label } }),
  ]),
) as unknown as Record<EntityLabel, Query<{ after: string; limit: number }, { node: EntityRow }>>;

const perPage = 500;

/** The whole graph, or of it only some entities and the relationships between them. */
export function exportSource(graph: Graph, only: ReadonlySet<string> | null = null): ExportSource {
  const nodePages = () => (only ? chosenPages(graph, only) : allPages(graph));
  return {
    nodes: async function* () {
      for await (const page of nodePages()) yield* page;
    },
    links: async function* () {
      for await (const page of nodePages()) {
        for await (const link of linksFrom(
          graph,
          page.map(({ id }) => id),
          'OUT',
        ))
          if (!only || only.has(link.to)) yield link;
      }
    },
    boundaries: async (ids) => {
      const rows = await graph.read(boundaryOfPlace.query, { keys: ids });
      return new Map(rows.flatMap(({ key, place }) => (place?.boundary ? [[key, place.boundary] as const] : [])));
    },
  };
}

/** Every entity with the relationships that begin at it. */
export async function* withLinks({ nodes, links }: ExportSource): AsyncGenerator<{ node: ExportNode; links: ExportLink[] }> {
  const all = links();
  let next = await all.next();
  for await (const node of nodes()) {
    const own: ExportLink[] = [];
    for (; !next.done && next.value.from === node.id; next = await all.next()) own.push(next.value);
    yield { node, links: own };
  }
}

async function* allPages(graph: Graph): AsyncGenerator<ExportNode[]> {
  for (const label of entityLabels) {
    for (let after = '', more = true; more; ) {
      const rows = await graph.read(pages[label], { after, limit: perPage });
      yield rows.map(({ node }) => exported(label, node));
      more = rows.length === perPage;
      after = rows.at(-1)?.node.id ?? '';
    }
  }
}

async function* chosenPages(graph: Graph, only: ReadonlySet<string>): AsyncGenerator<ExportNode[]> {
  for (const label of entityLabels) {
    const ids = [...only].filter((id) => labelOf(id) === label).sort();
    for (let at = 0; at < ids.length; at += perPage) {
      const { query } = byIdOf[label] as unknown as KeyedQuery<{}, { node: EntityRow }, unknown>;
      const rows = await graph.read(query, { keys: ids.slice(at, at + perPage) });
      yield rows.map(({ node }) => exported(label, node)).sort((one, other) => (one.id < other.id ? -1 : 1));
    }
  }
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

const linksPerKey = 100;
const linksPerHub = 1000;

/** Every relationship of some entities, each entity's in order; one that has very many is read on by itself. */
export async function* linksFrom(graph: Graph, ids: readonly string[], direction: 'OUT' | 'BOTH'): AsyncGenerator<ExportLink> {
  const { query } = linksOf.rows('BY_LABEL', false) as unknown as KeyedQuery<object, Link & { cursor: string }, unknown>;
  const ask = (keys: readonly string[], after: string, limit: number) =>
    graph.read(query, { keys, types: linkTypes, direction, after, limit } as never) as Promise<(Link & { cursor: string; key: string })[]>;

  const byKey = new Map<string, (Link & { cursor: string })[]>(ids.map((id) => [id, []]));
  if (ids.length > 0) for (const row of await ask(ids, '', linksPerKey)) byKey.get(row.key)?.push(row);
  for (const [id, some] of byKey) {
    yield* inOrder(some).map(asExported);
    for (let more = some.length === linksPerKey, last = inOrder(some).at(-1); more; ) {
      const rows = inOrder(await ask([id], last?.cursor ?? '', linksPerHub));
      yield* rows.map(asExported);
      more = rows.length === linksPerHub;
      last = rows.at(-1);
    }
  }
}

function inOrder<Row extends { readonly cursor: string }>(rows: readonly Row[]): Row[] {
  return [...rows].sort((one, other) => (one.cursor < other.cursor ? -1 : 1));
}

function asExported(row: Link): ExportLink {
  const { disc, ...carried } = row.link;
  return {
    id: linkId(row),
    type: row.type,
    from: row.fromId,
    to: row.toId,
    properties: Object.fromEntries(Object.entries(carried).filter(([, value]) => !isNothing(value))) as Properties,
  };
}
