import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compiledOperations, printedSchema } from '../../scripts/web-operations.ts';

const compiled = compiledOperations(printedSchema());

it.each([...compiled])('%s is what the schema makes of it', (name, text) => {
  expect(readFileSync(new URL(`../../web/views/operations/${name}`, import.meta.url), 'utf8')).toBe(text);
});
