import { z } from 'zod';
import { readQuery } from '../graph/query.ts';
import { linkRow } from '../link/ref.ts';

const type = linkRow.type;

/** One relationship as a step from one entity to the next; `isOut` says whether the step goes along it. */
export type Step = z.output<typeof Step>;
const Step = z.object({ nearId: z.string(), farId: z.string(), farByLabel: z.string(), type, disc: z.string(), isOut: z.boolean() });

export const ends = readQuery('path/ends', { keys: z.array(z.string()) }, { id: z.string(), degree: z.int() });
export const steps = readQuery('path/step', { keys: z.array(z.string()), types: z.array(z.string()), most: z.int() }, Step.shape);
export const linksOfSteps = readQuery('path/links', { rows: z.array(z.object({ type, fromId: z.string(), toId: z.string(), disc: z.string() })) }, linkRow);
