import { z } from 'zod';
import { linkTypes } from '../graph/model.ts';
import { roles } from '../graph/relationship.ts';
import { entityLabels } from '../ids.ts';

const name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'a name of letters and digits that begins with a small letter');

/** What a property is made of: a text in which `{column}` stands for a cell, or a column with how its cells are read. */
export type ValueOf = z.output<typeof ValueOf>;
const ValueOf = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({
    column: z.string(),
    /** Cells that mean nothing; an empty cell always does. */
    empty: z.array(z.string()).default([]),
    /** What to take for certain cells. */
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** Splits a cell into several texts, for a property that is a list. */
    split: z.string().min(1).optional(),
    /** The order of day, month and year, for a property that is a date. */
    order: z.enum(['ymd', 'dmy', 'mdy']).default('ymd'),
  }),
]);

const Each = z.strictObject({ column: z.string(), split: z.string().min(1) });
const set = z.record(z.string(), ValueOf).default({});
const Entity = z.strictObject({ type: z.enum(entityLabels), key: z.string().min(1), each: Each.optional(), when: z.string().optional(), set });
const Link = z.strictObject({ type: z.enum(linkTypes as [string]), from: name, to: name, role: z.enum(roles).optional(), evidence: name.optional(), set });
const Claim = z.strictObject({
  key: z.string().min(1),
  each: Each.optional(),
  when: z.string().optional(),
  event: name.optional(),
  claimant: name.optional(),
  report: name.optional(),
  names: z.array(z.strictObject({ entity: name, role: z.enum(roles) })).default([]),
  set,
});
export const TableMap = z.strictObject({
  delimiter: z.string().length(1).optional(),
  entities: z.record(name, Entity),
  claims: z.record(name, Claim).default({}),
  links: z.array(Link).default([]),
});

/** A mapping as people write it. */
export type WrittenMap = z.output<typeof TableMap>;
export type MappedEntity = z.output<typeof Entity>;
export type MappedLink = z.output<typeof Link>;

/** A mapping of a table's columns: claims have become entities of the type Claim, and what they point to has become links. */
export interface TableMapping {
  readonly delimiter: string | null;
  readonly entities: ReadonlyMap<string, MappedEntity>;
  readonly links: readonly MappedLink[];
}
