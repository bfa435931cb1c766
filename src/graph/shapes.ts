import { z } from 'zod';

/** How columns come back from either engine: absent is null. */
export const text = z.string().nullable();
export const whole = z.int().nullable();
export const decimal = z.number().nullable();
export const truth = z.boolean().nullable();
export const texts = z
  .array(z.string())
  .nullable()
  .transform((list) => list ?? []);

/** A list of parts; absent is empty. */
export const listOf = <Part extends z.ZodType>(part: Part) =>
  z
    .array(part)
    .nullable()
    .transform((list) => list ?? []);

/** What every node has. */
export const base = {
  id: z.string(),
  label: z.string(),
  keys: texts,
  recordedAt: z.string(),
  updatedAt: z.string(),
};
