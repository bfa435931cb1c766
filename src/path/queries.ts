import { z } from 'zod';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type Query, readQuery } from '../graph/query.ts';

export const longestPath = 6;

const carried = z.record(z.string(), z.unknown());
const row = { nodes: z.array(z.string()), types: z.array(z.string()), fromIds: z.array(z.string()), toIds: z.array(z.string()), carried: z.array(carried) };
const params = { from: z.string(), to: z.string(), first: z.int() };

type Params = z.output<z.ZodObject<typeof params>>;
export type PathRow = z.output<z.ZodObject<typeof row>>;

const everyType = linkTypes.join('|');

/** One text for each length that may be asked for, since a pattern's bound cannot be a parameter. */
const shortestPaths: readonly Query<Params, PathRow>[] = Array.from({ length: longestPath }, (_, index) =>
  readQuery('path/shortest', params, row, { variant: { LINKS: everyType, LENGTH: `${index + 1}` } }),
);

/**
 * The query for chains of at most `length` relationships of these types. A pattern's types cannot be a parameter either, and a condition
 * on them would come too late: the shortest of all chains need not be the shortest of those. The types are the enum's own words.
 */
export function shortestPathsThrough(length: number, types: readonly LinkType[]): Query<Params, PathRow> {
  const query = shortestPaths[length - 1] as Query<Params, PathRow>;
  const only = linkTypes.filter((type) => types.includes(type)).join('|');
  const through = ({ neo4j, embedded }: typeof query.text) => ({ neo4j: neo4j.replace(everyType, only), embedded: embedded.replace(everyType, only) });
  return { ...query, text: through(query.text), textAsOf: through(query.textAsOf) };
}
