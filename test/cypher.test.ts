import { readdirSync } from 'node:fs';
import { lintCypherQuery } from '@neo4j-cypher/language-support';
import { describe, expect, it } from 'vitest';
import { queries } from '../src/graph/query.ts';
import '../src/schema.ts';
import '../src/graph/open.ts';
import '../src/sample/load.ts';
import '../src/write/forget.ts';

const files = readdirSync('cypher', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher') && !file.startsWith('model/constraints'));
const nameOf = (file: string) => file.replace(/(\.(neo4j|embedded))?\.cypher$/, '');

it('has a query for every file, and a file for every query', () => {
  expect(new Set([...queries.values()].map(({ file }) => file))).toEqual(new Set(files.map(nameOf)));
});
void lintCypherQuery;
void describe;
