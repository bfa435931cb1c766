import { z } from 'zod';
import type { Context } from '../context.ts';
import { readQuery } from '../graph/query.ts';
import { text, texts } from '../graph/shapes.ts';
import type { Known } from './names.ts';

const named = readQuery(
  'entity/named',
  { terms: z.array(z.string()), most: z.int() },
  { node: z.object({ id: z.string(), label: z.string(), keys: texts, aliases: texts, namesInLanguages: texts, kind: text }) },
);

/** A full-text question takes so many terms at once (Lucene's limit is 1,024). */
const termsAtOnce = 1000;
/** So many entities of one such question: more than that share a name only in a graph that nobody tends. */
const mostAtOnce = 2000;

/** The entities that have one of these terms for a name: one round trip, however many terms. */
export async function knownBy(read: Context['read'], terms: readonly string[]): Promise<Known[]> {
  if (terms.length === 0) return [];
  const lists = Array.from({ length: Math.ceil(terms.length / termsAtOnce) }, (_, at) => terms.slice(at * termsAtOnce, (at + 1) * termsAtOnce).join(' '));
  const rows = await read(named, { terms: lists, most: mostAtOnce });
  return rows.map(({ node }) => node).sort((one, other) => (one.label < other.label || (one.label === other.label && one.id < other.id) ? -1 : 1));
}
