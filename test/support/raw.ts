import { z } from 'zod';
import type { Query } from '../../src/graph/query.ts';

/** A query of a test's own, whose rows are what the columns say. */
export function rawQuery<Row extends object>(text: string): Query<{}, Row> {
  return {
    name: 'test',
    file: 'test',
    text: { neo4j: text, embedded: text },
    textAsOf: { neo4j: text, embedded: text },
    access: 'read',
    params: z.object({}),
    row: z.any() as z.ZodType<Row>,
    decode: (columns) => (values) => Object.fromEntries(columns.map((column, place) => [column, values[place]])) as Row,
  };
}
