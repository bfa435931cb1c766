import { readdirSync, readFileSync } from 'node:fs';

/** The example questions: GraphiQL's tabs, the documentation, and tests, from the same files. */
export const operations = readdirSync('schema/operations')
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({ file, text: readFileSync(`schema/operations/${file}`, 'utf8') }));
