import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartError } from '../errors.ts';
import type { Settings } from '../settings.ts';
import { embeddedGraph } from './embedded.ts';
import type { Engine } from './engine.ts';
import type { Graph } from './graph.ts';
import { neo4jGraph } from './neo4j.ts';
import { readQuery, writeQuery } from './query.ts';
import { upgrade } from './upgrade.ts';

/** The version of the model that this program writes. A store of an older version is brought up to it; a newer one is refused. */
export const modelVersion = 4;

const version = readQuery('model/version', {}, { version: z.int() });
const setVersion = writeQuery('model/set-version', { version: z.int() }, { version: z.int() });

/** The graph that the settings name, without asking anything of it yet. One that cannot be opened is a StartError. */
export function openGraph(settings: Settings): Graph {
  const { neo4jUri: uri, neo4jUser: user, neo4jPassword: password, neo4jDatabase: database, store, timeoutMs } = settings;
  return uri
    ? orSay(`NEO4J_URI should be the address of a Neo4j server, but is "${uri}"`, () => neo4jGraph({ uri, user, password, database, timeoutMs }))
    : orSay(`The store ${store} cannot be opened`, () => embeddedGraph({ folder: store, timeoutMs }));
}

function orSay(what: string, open: () => Graph): Graph {
  try {
    return open();
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${what}: ${(error as Error).message}.`, { cause: error });
  }
}

/** Makes the store ready: constraints, indexes, full text, what newer versions of the model keep, version. Doing it again changes nothing. */
export async function prepareGraph(graph: Graph): Promise<void> {
  const [store] = await graph.read(version, {});
  if (store && store.version > modelVersion) {
    throw new StartError(
      `The store was written by a newer attested (model version ${store.version}; this one knows ${modelVersion}). Update attested, or choose another store.`,
    );
  }
  for (const statement of constraints(graph.engine)) await graph.define(statement);
  await graph.indexText('Entity', 'searchText');
  await graph.indexText('Entity', 'nameTerms');
  if (store && store.version < modelVersion) await upgrade(graph, store.version);
  if (store?.version !== modelVersion) await graph.write((run) => run(setVersion, { version: modelVersion }));
}

/** The statements that define a store, one engine's own; comments and blank lines left out. */
export function constraints(engine: Engine): string[] {
  const text = readFileSync(new URL(`../../cypher/model/constraints.${engine}.cypher`, import.meta.url), 'utf8');
  return text
    .replaceAll(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}
