import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { filterType } from '../filter.ts';
import { base, text, texts } from '../graph/shapes.ts';
import { reliabilities } from '../source/ref.ts';

const protections = {
  NONE: 'The name is public.',
  PSEUDONYM: 'The name stands for another one.',
  SEALED: 'The name must not be shown.',
} as const;

export type Person = z.output<typeof Person>;
export const Person = z.object({
  ...base,
  name: z.string(),
  aliases: texts,
  note: text,
  protection: z
    .enum(Object.keys(protections) as [keyof typeof protections])
    .nullable()
    .transform((protection) => protection ?? 'NONE'),
  reliability: z.enum(reliabilities).nullable(),
  independenceGroup: text,
});

export const PersonType = builder.objectRef<Person>('Person');
export const ProtectionType = enumOf('Protection', "How a person's name is protected.", protections);

export const personOrders = { BY_LABEL: 'byLabel' };
export const PersonFilter = filterType('Person', {});
