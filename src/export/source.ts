import type { z } from 'zod';
import type { Read } from '../graph/load.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type EntityLabel, entityLabels } from '../ids.ts';
import { LinkColumns } from '../link/ref.ts';
import { boundaryOfPlace } from '../places/queries.ts';
import { settable } from '../table/check.ts';
import { allIds, chosenIds, type ExportLink, type ExportNode, linksFrom, nodesOf } from './read.ts';

/**
 * What is exported, as often as a format needs to read it, in the same order each time: entities by type, then id; relationships in the order of
 * the entities that they begin at, then by type and where they lead. A page stands in memory, never the whole.
 */
export interface ExportSource {
  readonly nodes: (labels?: readonly EntityLabel[]) => AsyncGenerator<ExportNode>;
  readonly links: (from?: readonly EntityLabel[], types?: readonly LinkType[]) => AsyncGenerator<ExportLink>;
  /** The boundary that is kept of a place, as a GeoJSON geometry, and whom to credit for it; null where none is. */
  readonly boundary: (place: ExportNode) => Promise<Boundary | null>;
}

export interface Boundary {
  readonly geometry: object;
  readonly credit: string | null;
}

/** The whole graph, or of it only some entities and the relationships between them; as of a moment, when that is how it is read. */
export function exportSource(read: Read, only: ReadonlySet<string> | null = null): ExportSource {
  const idsOf = (label: EntityLabel) => (only ? chosenIds(label, only) : allIds(read, label));
  return {
    nodes: async function* (labels = entityLabels) {
      for (const label of labels) {
        for await (const ids of idsOf(label)) yield* nodesOf(read, label, ids);
      }
    },
    links: async function* (from = entityLabels, types = linkTypes) {
      for (const label of from) {
        for await (const ids of idsOf(label)) {
          for await (const link of linksFrom(read, ids, types)) if (!only || only.has(link.to)) yield link;
        }
      }
    },
    // A boundary comes with the p-code of its place: of all the others it need not be asked.
    boundary: async ({ id, properties }) => {
      if (properties.pcode === undefined) return null;
      const [row] = await read(boundaryOfPlace.query, { keys: [id] });
      const { boundary, boundaryCredit } = row?.place ?? {};
      return boundary ? { geometry: JSON.parse(boundary) as object, credit: boundaryCredit ?? null } : null;
    },
  };
}

export type ValueKind = 'string' | 'long' | 'double' | 'boolean' | 'list';

/** Every property that nodes of any type may have, with what kind of value it is. */
export const nodeProperties: ReadonlyMap<string, ValueKind> = new Map(
  entityLabels.flatMap((label) =>
    Object.entries(settable(label))
      .filter(([property]) => property !== 'text') // What a report's publisher wrote is not ours to pass on.
      .map(([property, shape]) => [property, kindOfValue(shape)]),
  ),
);

/** The same for relationships. What tells two of them apart is in their ids. */
export const linkProperties: ReadonlyMap<string, ValueKind> = new Map(
  Object.entries(LinkColumns.shape)
    .filter(([property]) => property !== 'disc')
    .map(([property, shape]) => [property, kindOfValue(shape)]),
);

function kindOfValue(shape: z.ZodType): ValueKind {
  if (shape.safeParse(['x']).success) return 'list';
  if (shape.safeParse(0.5).success) return 'double';
  if (shape.safeParse(1).success) return 'long';
  return shape.safeParse(true).success ? 'boolean' : 'string';
}
