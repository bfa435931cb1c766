import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../errors.ts';

/** The errors that a mutation may answer with; anything else is no answer of its own. */
export const mayFail = {
  make: { errors: { types: [InvalidInputError, ConflictError] } },
  refer: { errors: { types: [NotFoundError, InvalidInputError, ConflictError] } },
} as const;

export type Arg = Parameters<Parameters<typeof builder.args>[0]>[0];

/** The argument that every mutation takes. */
export const idempotencyKey = (arg: Arg) =>
  arg.string({
    description: 'A text of your own for this request: sent again, it answers again and does nothing twice. Kept for a week unless set otherwise.',
  });

/** Declares a mutation whose arguments are all that it is given. */
export function mutation<Args extends object, Answer>(
  name: string,
  options: {
    readonly description: string;
    readonly type: unknown;
    readonly fails: { readonly errors: { readonly types: readonly unknown[] } };
    readonly args: (arg: Arg) => Record<string, unknown>;
    readonly resolve: (given: Args & { idempotencyKey?: string | null }, context: Context) => Promise<Answer>;
  },
): void {
  const { description, type, fails, args, resolve } = options;
  builder.mutationField(name, (t) =>
    t.field({
      description,
      type,
      ...fails,
      args: builder.args((arg) => ({ ...args(arg), idempotencyKey: idempotencyKey(arg) })),
      resolve: async (_: unknown, given: Args, context: Context) => resolve(given, context),
    } as never),
  );
}
