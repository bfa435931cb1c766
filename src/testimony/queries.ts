import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { KeyedQuery } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';
import { type Citation, citation, citationRow, type Testimony, testimony, testimonyRow } from './ref.ts';

/** How many claims about one event are weighed. An event with more is refused rather than weighed in part. */
export const mostClaims = 20_000;

const keys = z.array(z.string());
const key = z.string();

/** All claims about an event. */
export const testimoniesByEvent: KeyedQuery<{ most: number }, never, Testimony[]> = {
  query: readQuery('testimony/by-event', { keys, most: z.int() }, { key, ...testimonyRow }) as never,
  answer: (rows) => few(rows).map(testimony),
};

/** The statement that a claim belongs to: what it repeats, and all that repeat it. */
export const testimoniesByClaim: KeyedQuery<{}, never, Testimony[]> = {
  query: readQuery('testimony/by-claim', { keys }, { key, ...testimonyRow }) as never,
  answer: (rows) => rows.map(testimony),
};

/** What a claim's report rests on. */
export const citationsByClaim: KeyedQuery<{}, never, Citation[]> = {
  query: readQuery('citation/by-claim', { keys }, { key, ...citationRow }) as never,
  answer: (rows) => rows.map(citation),
};

/** The places that a place lies within, itself among them. */
export const placesContaining: KeyedQuery<{}, { id: string }, string[]> = {
  query: readQuery('place/containing', { keys }, { key, id: z.string() }) as never,
  answer: (rows) => rows.map(({ id }) => id),
};

function few<Row>(rows: Row[]): Row[] {
  if (rows.length <= mostClaims) return rows;
  throw new GraphQLError(`An event is weighed with up to ${mostClaims.toLocaleString('en-US')} claims, but this one has more.`, {
    extensions: { code: 'TOO_MANY' },
  });
}
