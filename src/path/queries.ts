import { z } from 'zod';
import { linkTypes } from '../graph/model.ts';
import { type Query, readQuery } from '../graph/query.ts';

export const longestPath = 6;

const carried = z.record(z.string(), z.unknown());
const row = { nodes: z.array(z.string()), types: z.array(z.string()), fromIds: z.array(z.string()), toIds: z.array(z.string()), carried: z.array(carried) };
const params = { from: z.string(), to: z.string(), types: z.array(z.string()), first: z.int() };

type Params = z.output<z.ZodObject<typeof params>>;
export type PathRow = z.output<z.ZodObject<typeof row>>;

/** One text for each length that may be asked for, since a pattern's bound cannot be a parameter. */
export const shortestPaths: readonly Query<Params, PathRow>[] = Array.from({ length: longestPath }, (_, index) =>
  readQuery('path/shortest', params, row, { variant: { LINKS: linkTypes.join('|'), LENGTH: `${index + 1}` }, suffix: ` up to ${index + 1}` }),
);
