import { z } from 'zod';
import { linkTypes } from '../graph/model.ts';
import { readQuery } from '../graph/query.ts';
import { linkRow } from '../link/ref.ts';

/** What the file reads in ways of its own, because one end has it in tens of thousands. */
const ownWay = new Set<string>(['PUBLISHED', 'ATTRIBUTED_TO']);
const others = linkTypes.filter((type) => !ownWay.has(type)).join('|');

/** Relationships around entities: of each kind and direction the first by the far end's label, with how many there are in all. */
export const around = readQuery(
  'neighbourhood/around',
  { keys: z.array(z.string()), types: z.array(z.string()), perNode: z.int() },
  { key: z.string(), isOut: z.boolean(), total: z.int(), farByLabel: z.string(), ...linkRow },
  { variant: { OTHERS: others } },
);
