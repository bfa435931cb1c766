import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { compileOperation, hasAsOf } from './web-operations/compile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'web', 'views', 'operations');

/** Every operation the views send, as a module with its text and the types of its answer and variables. A field that the schema lacks stops this with its name. */
export function compiledOperations(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const fragments = files.filter((name) => name.startsWith('_')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const operations = files.filter((name) => !name.startsWith('_')).sort();
  const asOf = `// Made by scripts/web-operations.ts.\n/** Whether the service answers as things were known on a day. */\nexport const hasAsOf: boolean = ${hasAsOf(schema)};\n`;
  return new Map([
    ['as-of.ts', asOf],
    ...operations.map((name): [string, string] => [
      name.replace('.graphql', '.ts'),
      compileOperation(schema, readFileSync(join(folder, name), 'utf8'), fragments),
    ]),
  ]);
}

/** The schema as it is printed, or the one at ATTESTED_SDL while fields are being added to it. */
export function printedSchema(): GraphQLSchema {
  return buildSchema(readFileSync(process.env.ATTESTED_SDL ?? join(root, 'schema', 'schema.graphql'), 'utf8'));
}

export function writeOperations(): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of compiledOperations(printedSchema())) writeFileSync(join(folder, name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeOperations();
