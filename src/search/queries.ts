import { z } from 'zod';
import { Id } from '../entity/ref.ts';
import { pageByKey } from '../graph/keyed.ts';

/**
 * Entities by a text. A key has the text, folded as names are, and on a line each its words, the rarest first; the file says how what is found
 * is ranked. `word` is the rarest, for the engine whose full-text index is asked for one word.
 */
export const entitiesByText = pageByKey(
  'search/by-text',
  { node: Id },
  {
    args: { word: z.string(), labels: z.array(z.string()), most: z.int() },
  },
);
