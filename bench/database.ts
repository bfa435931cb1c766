import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j, { type Driver } from 'neo4j-driver';
import { type Neo4jServer, startNeo4j } from '../scripts/neo4j-server.ts';
import type { Graph } from '../src/graph/graph.ts';
import { neo4jGraph } from '../src/graph/neo4j.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { importGed } from '../src/ucdp/import.ts';
import type { Database, Variables } from './contestants.ts';

/** The database that everyone is measured on, and a driver to ask it directly. */
export interface Store {
  readonly database: Database;
  readonly driver: Driver;
  /** Null when the server is not ours: then its processor time is not known. */
  readonly pid: number | null;
  readonly version: string;
  rows(statement: string, params?: Variables): Promise<Variables[]>;
  /** Ends what still runs for somebody who has given up on it, and would slow down whoever comes next. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The server has room for the whole graph, grown as well: what is measured is not the disk. */
const memory = { heap: '2g', pageCache: '4g' };

/** Takes the server of NEO4J_URI, or starts one with its data in `home`, where it stays for the next run. */
export async function openStore(home: string, environment: Readonly<Record<string, string | undefined>> = process.env): Promise<Store> {
  const { NEO4J_URI, NEO4J_USER: user = '', NEO4J_PASSWORD: password = '', NEO4J_DATABASE: name = 'neo4j' } = environment;
  const server: Neo4jServer | null = NEO4J_URI ? null : await startNeo4j({ ...memory, home, log: console.error });
  const database = { uri: NEO4J_URI || (server as Neo4jServer).uri, user, password, name };
  const driver = neo4j.driver(database.uri, user === '' ? undefined : neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

  const rows = async (statement: string, params: Variables = {}) => {
    const session = driver.session({ database: name });
    try {
      const { records } = await session.run(statement, params);
      return records.map((record) => record.toObject() as Variables);
    } finally {
      await session.close();
    }
  };

  const [component] = await rows('CALL dbms.components() YIELD name, versions, edition RETURN name + " " + versions[0] + " " + edition AS version');
  return {
    database,
    driver,
    pid: server?.pid ?? null,
    version: `${component?.version}`,
    rows,
    settle: async () => {
      const running = await rows('SHOW TRANSACTIONS YIELD transactionId AS id, currentQuery AS query WHERE NOT query STARTS WITH "SHOW" RETURN id');
      if (running.length > 0) await rows('TERMINATE TRANSACTIONS $ids', { ids: running.map(({ id }) => id) });
    },
    close: async () => {
      await driver.close();
      await server?.stop();
    },
  };
}

/** Loads the sample and a UCDP table, unless the events of the table are there already. */
export async function loadOnce(store: Store, csv: string): Promise<void> {
  const [events] = await store.rows("MATCH (event:Event) WHERE event.id STARTS WITH 'event_' RETURN count(event) AS number");
  if (Number(events?.number) >= (await rowsIn(csv))) return;

  await withGraph(store, async (graph) => {
    await prepareGraph(graph);
    await loadSample(graph);
    await importGed(graph, csv);
    await store.rows('CALL db.awaitIndexes(600)');
  });
}

/** Works on the graph of a store as our own commands do. */
export async function withGraph<Answer>({ database: { uri, user, password, name } }: Store, work: (graph: Graph) => Promise<Answer>): Promise<Answer> {
  const graph = neo4jGraph({ uri, user, password, database: name, timeoutMs: 120_000 });
  try {
    return await work(graph);
  } finally {
    await graph.close();
  }
}

/** Rows that begin with an id; cells with line breaks in them make more lines than rows. */
async function rowsIn(csv: string): Promise<number> {
  let rows = 0;
  for await (const line of createInterface(createReadStream(csv))) if (/^\d+,\d{4},/.test(line)) rows += 1;
  return rows;
}
