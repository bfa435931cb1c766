import { readdirSync, readFileSync } from 'node:fs';
import { lintCypherQuery } from '@neo4j-cypher/language-support';
import neo4j, { type Driver, type ResultSummary } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { textOfKnown } from '../src/graph/known.ts';
import type { Query } from '../src/graph/query.ts';
import { queries } from '../src/graph/query.ts';
import { explain, operatorsOf, scans } from './support/plans.ts';
import { emptyGraph, engines } from './support/service.ts';
import { vocabulary } from './support/vocabulary.ts';
import '../src/cli/export.ts';
import '../src/cli/import.ts';
import '../src/cli/read-article.ts';
import '../src/cli/serve.ts';
import '../src/export/asked.ts';
import '../src/serving/service.ts';
import '../src/ucdp/import.ts';

const files = readdirSync('cypher', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher') && !file.startsWith('model/constraints'));
const nameOf = (file: string) => file.replace(/(\.(neo4j|embedded))?\.cypher$/, '');
const all = [...queries.values()] as unknown as Query<object, object>[];

/** Of each file one variant as it stands, and one with its filter: the others differ in a name only. */
const oneOfEach = [
  ...new Map(all.filter(({ name }) => !name.endsWith('count')).map((query) => [`${query.file} ${query.name.endsWith('filtered')}`, query])).values(),
];

const ofMoment = ['known', 'recorded'];
/** What questions read: all but what only opening, filling, changing and exporting a store does, and what is the same at all times. */
const timeless = new Set([
  'model/version',
  'model/evidence',
  'model/beginning',
  'model/named',
  'entity/any',
  'look/known',
  'entity/size',
  'entity/by-key', // Ids; whether they stand for anything yet is seen when that is read.
  'who-reported/sizes', // About how many: where to begin, never what is found.
  'event/sizes',
  'claim/figure',
  'group/by-compared-name',
  'place/boundary',
  'place/by-pcode',
  'place/to-place',
  'record/by-block',
  'record/files',
  'report/changed',
  'report/events-told', // What an import and its export ask of the graph as it is.
  'revision/later',
]);
/** What a mutation looks at is what there is now. */
const isOfMutation = (file: string) => file.startsWith('look/');
const asked = oneOfEach.filter(({ access, file }) => access === 'read' && !timeless.has(file) && !isOfMutation(file));

it.each(asked)('$name leaves out what came after the moment it is asked as of', ({ text, textAsOf }) => {
  for (const engine of ['neo4j', 'embedded'] as const) {
    expect(text[engine]).not.toMatch(/\$(known|recorded)\b|\b(known|drawn|along|asKnown)\(/);
    expect(textAsOf[engine]).toMatch(/\$known[\s\S]*\$recorded/);
    expect(textOfKnown(textAsOf[engine])).toMatch(/\$known/);
    expect(textOfKnown(textAsOf[engine])).not.toMatch(/\$recorded/);
    expect(textAsOf[engine]).not.toMatch(/\b(known|drawn|along|asKnown)\(/);
  }
});

it('has a query for every file, and a file for every query', () => {
  expect([...new Set(all.map(({ file }) => file))].sort()).toEqual([...new Set(files.map(nameOf))].sort());
});

it.each(files)('%s opens with a sentence', (file) => {
  expect(readFileSync(`cypher/${file}`, 'utf8')).toMatch(/^\/\/ [A-Z][^\n]*(\n\/\/ [^\n]*)*\.\n/);
});

describe.each(oneOfEach)('$name', (query) => {
  const { text, textAsOf, params } = query;
  const declared = Object.keys(params.shape);

  // As of a moment it says all that it says now, and more.
  it('fits the model and uses only declared parameters', () => {
    const [{ neo4j }, names] = asked.includes(query) ? [textAsOf, [...declared, ...ofMoment]] : [text, declared];
    const parameters = Object.fromEntries(names.map((name) => [name, null]));
    const { diagnostics } = lintCypherQuery(neo4j, { ...vocabulary, parameters } as never);

    expect(diagnostics.map(({ message }) => message)).toEqual([]);
  });

  it('uses every declared parameter', () => {
    expect(declared.filter((name) => !text.neo4j.includes(`$${name}`))).toEqual([]);
  });
});

describe.runIf(engines.includes('neo4j'))('every variant of every file, explained by Neo4j', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = neo4j.driver(inject('neo4jUri'));
    await (await emptyGraph('neo4j')).close(); // With its indexes, since a plan rests on them.
  });
  afterAll(() => driver.close());

  it.each(all)('$name', async ({ file, text, params, row, access }) => {
    const { summary, keys } = await explain(driver, text.neo4j, Object.keys(params.shape));

    expect(summary.queryType).toMatch(access === 'read' ? /^r$/ : /^r?w$/);
    expect(warningsOf(summary)).toEqual([]);
    expect(new Set(keys)).toEqual(new Set(columnsOf(row)));
    if (access === 'read') expect(operatorsOf(summary.plan).filter((operator) => scans.has(operator) && !intended[file]?.includes(operator))).toEqual([]);
  });

  it.each(all.filter(isPageOfHub))('$name reads a page of a hub off an index, in its order', async ({ text, params }) => {
    const { summary } = await explain(driver, text.neo4j, Object.keys(params.shape));
    const operators = operatorsOf(summary.plan);

    expect(operators.filter((operator) => /Sort|Top/.test(operator))).toEqual([]);
    expect(operators.filter((operator) => /^(Node|DirectedRelationship)Index/.test(operator))).toHaveLength(1);
  });

  const atMoments = asked.flatMap((query) => [
    { ...query, moment: 'as of a moment', neo4j: query.textAsOf.neo4j, given: ofMoment },
    { ...query, moment: 'as of a moment, whenever it was recorded', neo4j: textOfKnown(query.textAsOf.neo4j), given: ['known'] },
  ]);
  it.each(atMoments)('$name, $moment', async ({ file, neo4j, given, params, row }) => {
    const { summary, keys } = await explain(driver, neo4j, [...Object.keys(params.shape), ...given]);

    expect(summary.queryType).toBe('r');
    expect(warningsOf(summary)).toEqual([]);
    expect(new Set(keys)).toEqual(new Set(columnsOf(row)));
    expect(operatorsOf(summary.plan).filter((operator) => scans.has(operator) && !intended[file]?.includes(operator))).toEqual([]);
  });
});

/** Pages of lists that may be of thousands: all of a kind, and what one source, dyad or conflict, or one end of a relationship has. */
function isPageOfHub({ name, file }: Query<object, object>): boolean {
  if (name.endsWith('count') || name.endsWith('filtered')) return false;
  return file === 'entity/list' || file === 'link/ordered' || (file === 'entity/owned' && /publisherId|claimantId|dyadId|conflictId/.test(name));
}

/** Where one of them is meant: to see whether there is anything, to count all of it, to pair two entities that are named. */
const intended: Readonly<Record<string, readonly string[]>> = {
  'entity/any': ['NodeByLabelScan'],
  'entity/size': ['NodeByLabelScan', 'AllNodesScan', 'CartesianProduct'],
  'event/by-place': ['NodeByLabelScan'], // Of all places: every event is counted.
  'path/shortest': ['CartesianProduct'],
  'look/link': ['CartesianProduct'], // Of two that are found by their ids, a row each: with some statistics it is planned so.
};

/** What Neo4j warns of; that a word is new to an empty store is none. */
function warningsOf({ gqlStatusObjects }: ResultSummary): string[] {
  return gqlStatusObjects
    .filter(({ severity, classification }) => severity === 'WARNING' && classification !== 'UNRECOGNIZED')
    .map(({ statusDescription }) => statusDescription);
}

/** The columns that a row is made from: a part's columns carry its name. */
function columnsOf(row: Query<object, object>['row']): string[] {
  const shape = (row as unknown as { shape: Record<string, { shape?: object }> }).shape;
  return Object.entries(shape).flatMap(([key, part]) => (part.shape ? Object.keys(part.shape).map((property) => `${key}_${property}`) : [key]));
}
