import { z } from 'zod';
import { Id } from '../entity/ref.ts';
import { pageByKey } from '../graph/keyed.ts';

/**
 * Entities by a text. A key has, each on its line, the text, folded as names are, the words that an index of words is asked for (`+word +word`),
 * and those that it is not; the file says how what is found is ranked. `word` is the rarest, for the engine whose index is asked for one word.
 */
export const entitiesByText = pageByKey(
  'search/by-text',
  { node: Id },
  {
    args: { word: z.string(), labels: z.array(z.string()).nullable(), most: z.int() },
  },
);
