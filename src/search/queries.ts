import { z } from 'zod';
import { Id } from '../entity/ref.ts';
import { pageByKey } from '../graph/keyed.ts';

/**
 * Entities by a text, folded as names are; the file says how they are ranked. `words` are all of its words, each between blanks;
 * `word` is the one that the engine's full-text index is asked for.
 */
export const entitiesByText = pageByKey(
  'search/by-text',
  { node: Id },
  {
    args: { word: z.string(), words: z.array(z.string()), labels: z.array(z.string()), most: z.int() },
  },
);
