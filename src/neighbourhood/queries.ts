import { z } from 'zod';
import { readQuery } from '../graph/query.ts';
import { ofHub } from '../link/hub.ts';
import { linkRow } from '../link/ref.ts';

/** The first few relationships of each entity and type, each with how many there are of its kind. */
export const linksAround = readQuery(
  'neighbourhood/around',
  { keys: z.array(z.string()), types: z.array(z.string()), perNode: z.int() },
  { key: z.string(), total: z.int(), ...linkRow },
  ofHub,
);
