import { builder } from './builder.ts';

/** An enum of the API, each value with its meaning. */
export function enumOf<Name extends string>(name: string, description: string, values: Readonly<Record<Name, string>>) {
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { description: meaning as string }])) as {
      [N in Name]: { description: string };
    },
  });
}
