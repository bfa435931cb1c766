import neo4j from 'neo4j-driver';
import { inject } from 'vitest';
import { embeddedGraph } from '../../src/graph/embedded.ts';
import type { Engine } from '../../src/graph/engine.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { neo4jGraph } from '../../src/graph/neo4j.ts';
import { prepareGraph } from '../../src/graph/open.ts';
import { loadSample } from '../../src/sample/load.ts';
import { createServer, type ServerOptions } from '../../src/server.ts';

/** The engines that this run has: the embedded one always, Neo4j where there is one. */
export const engines: readonly Engine[] = inject('neo4jUri') ? ['embedded', 'neo4j'] : ['embedded'];

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question, which only the test knows.
  readonly data?: any;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Record<string, unknown> }[];
}

export interface Service {
  readonly graph: Graph;
  readonly server: ReturnType<typeof createServer>;
  /** Asks as a client does, through the front door. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Asks, and expects data without errors: what went wrong is shown with the question. */
  data(query: string, variables?: Record<string, unknown>): Promise<Answer['data']>;
  /** The names of the queries that ran since the last call: one round trip each. */
  ran(): string[];
  close(): Promise<void>;
}

/** The tests' Neo4j, as the settings of a service. */
export function neo4jSettings(): Record<string, string> {
  const { NEO4J_USER = '', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
  return { NEO4J_URI: inject('neo4jUri'), NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE };
}

/** An empty store on one of the engines. */
export async function emptyGraph(engine: Engine): Promise<Graph> {
  if (engine === 'embedded') {
    const graph = embeddedGraph({ folder: null, timeoutMs: 15_000 });
    await prepareGraph(graph);
    return graph;
  }
  const uri = inject('neo4jUri');
  await emptied(uri);
  const graph = neo4jGraph({
    uri,
    user: process.env.NEO4J_USER ?? '',
    password: process.env.NEO4J_PASSWORD ?? '',
    database: process.env.NEO4J_DATABASE ?? 'neo4j',
    timeoutMs: 60_000,
  });
  await prepareGraph(graph);
  return graph;
}

/** The service over a store of its own: empty, or with the sample in it. */
export async function openService(engine: Engine, { sample = true }: { sample?: boolean } = {}): Promise<Service> {
  const graph = await emptyGraph(engine);
  if (sample) await loadSample(graph);
  return serviceOver(graph);
}

/** With ATTESTED_TEST_PREFETCH=first everything is read ahead and compiled from the first time on that it is asked, with off nothing is: no answer may differ. */
const fromWhen: Readonly<Record<string, { prefetchFrom: number; compiledFrom: number }>> = {
  first: { prefetchFrom: 1, compiledFrom: 1 },
  off: { prefetchFrom: 0, compiledFrom: 0 },
};

/** The service over a graph, noting what it reads and writes. */
export function serviceOver(graph: Graph, options: ServerOptions = fromWhen[process.env.ATTESTED_TEST_PREFETCH ?? ''] ?? {}): Service {
  let names: string[] = [];
  const noted: Graph = {
    ...graph,
    read: (query, params, options) => {
      names.push(query.name);
      return graph.read(query, params, options);
    },
    write: (work, options) =>
      graph.write(
        (run) =>
          work((query, params) => {
            names.push(query.name);
            return run(query, params);
          }),
        options,
      ),
  };
  const server = createServer(noted, options);

  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await server.fetch('http://test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return response.json() as Promise<Answer>;
  };

  return {
    graph,
    server,
    ask,
    data: async (query, variables) => {
      const answer = await ask(query, variables);
      if (answer.errors) throw new Error(`${query}\n${JSON.stringify(variables)}\n${JSON.stringify(answer.errors, null, 2)}`);
      return answer.data;
    },
    ran: () => {
      const since = names;
      names = [];
      return since;
    },
    close: () => graph.close(),
  };
}

/** Empties the tests' own Neo4j. A database that holds anything the tests did not put there is left alone. */
async function emptied(uri: string): Promise<void> {
  const driver = neo4j.driver(uri, process.env.NEO4J_USER ? neo4j.auth.basic(process.env.NEO4J_USER, process.env.NEO4J_PASSWORD ?? '') : undefined, {
    disableLosslessIntegers: true,
  });
  const session = driver.session({ database: process.env.NEO4J_DATABASE ?? 'neo4j' });
  try {
    const { records } = await session.run('RETURN EXISTS { () } AS filled, EXISTS { (:AttestedTests) } AS ours');
    if (records[0]?.get('filled') && !records[0].get('ours')) {
      throw new Error('The database at NEO4J_URI is not empty and was not filled by these tests. They would delete what is in it: give them an empty one.');
    }
    await session.run('MERGE (:AttestedTests)');
    await session.run('MATCH (node) WHERE NOT node:AttestedTests CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}
