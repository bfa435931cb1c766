import { z } from 'zod';

/** Makes what a column was declared to be of a value that a database gave, or throws an error that begins with `where`. */
export type Reader = (value: unknown, where: string) => unknown;

/**
 * The border check of one column. Most are of a few plain kinds, looked at without ceremony, since an answer has thousands of values;
 * what is anything else, its own declaration reads.
 */
export function reader(declared: z.ZodType): Reader {
  const isRight = plainly(declared);
  return (value, where) => {
    if (isRight?.(value)) return value;
    const read = declared.safeParse(value);
    if (!read.success) throw new Error(`${where}: ${read.error.message}`);
    return read.data;
  };
}

/** How a plain kind is recognised; a value that is not recognised so may be right all the same. */
function plainly(declared: z.ZodType): ((value: unknown) => boolean) | null {
  if (declared instanceof z.ZodNullable) {
    const inner = plainly(declared.unwrap() as z.ZodType);
    return inner && ((value) => value === null || inner(value));
  }
  if ((declared.def as { checks?: unknown[] }).checks?.length) return null;
  if (declared instanceof z.ZodString && declared.format === null) return (value) => typeof value === 'string';
  if (declared instanceof z.ZodNumberFormat && declared.format === 'safeint') return Number.isSafeInteger;
  if (declared instanceof z.ZodBoolean) return (value) => typeof value === 'boolean';
  if (declared instanceof z.ZodEnum) {
    const words = new Set<unknown>(declared.options);
    return (value) => words.has(value);
  }
  return null;
}
