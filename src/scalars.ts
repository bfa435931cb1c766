import { GraphQLError } from 'graphql';
import { builder } from './builder.ts';

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A calendar day as it is stored, or null when the text is none. */
export function dateOf(text: unknown): string | null {
  if (typeof text !== 'string' || !dateForm.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

/** An instant as it is stored (UTC, milliseconds), or null when the text is none. */
export function instantOf(text: unknown): string | null {
  if (typeof text !== 'string' || !instantForm.test(text) || dateOf(text.slice(0, 10)) === null) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

builder.scalarType('Date', {
  description: 'A calendar day, `YYYY-MM-DD`.',
  serialize: (value) => value,
  parseValue: (value) => dateOf(value) ?? refuse('A Date looks like "2025-03-10"', value),
});

builder.scalarType('DateTime', {
  description: 'An instant: ISO 8601 in UTC with milliseconds, such as `2025-03-10T23:59:59.999Z`.',
  serialize: (value) => value,
  parseValue: (value) => instantOf(value) ?? refuse('A DateTime looks like "2025-03-10T12:00:00Z"', value),
});

function refuse(expectation: string, value: unknown): never {
  throw new GraphQLError(`${expectation}, but this was ${JSON.stringify(value)}.`, { extensions: { code: 'INVALID_INPUT' } });
}
