import type { z } from 'zod';
import type { Values } from '../entity/draft.ts';
import { shapeOf } from '../entity/queries.ts';
import type { EntityLabel } from '../ids.ts';
import { type Link, LinkColumns } from '../link/ref.ts';
import type { FoundLink } from './looked.ts';

/** An entity as a read would give it, of its stored properties: a mutation answers without reading again. */
export function rowOf(label: EntityLabel, properties: Values): { id: string } {
  return filled(shapeOf[label], properties) as { id: string };
}

/** A link as a read would give it. */
export function asLink({ type, from, to, properties }: FoundLink): Link {
  return { type, fromId: from, toId: to, link: filled(LinkColumns, properties) };
}

function filled<Shape extends z.ZodObject>(shape: Shape, properties: Values): z.output<Shape> {
  return shape.parse(Object.fromEntries(Object.keys(shape.shape).map((name) => [name, properties[name] ?? null]))) as z.output<Shape>;
}
