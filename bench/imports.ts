import { performance } from 'node:perf_hooks';
import { startNeo4j } from '../scripts/neo4j-server.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { importGed } from '../src/ucdp/import.ts';
import type { Variables } from './contestants.ts';
import { openStore, type Store, withGraph } from './database.ts';
import { median, rounded } from './numbers.ts';

export interface Imports {
  readonly rows: number;
  readonly nodes: number;
  readonly links: number;
  readonly ours: Speed;
  readonly bare: Speed;
}

interface Speed {
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

const rowsPerBatch = 2000;
const rounds = 3;

/** How fast the table is imported into an empty store, against the same nodes and relationships written by bare batches into another: by turns, the medians. */
export async function measureImports(csv: string): Promise<Imports> {
  const [ours, bare]: [number[], number[]] = [[], []];
  let size = { rows: 0, nodes: 0, links: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const { imported, seconds, nodes, links } = await importInto(csv);
    ours.push(seconds);
    bare.push(await writeInto(nodes, links));
    size = { rows: imported, nodes: nodes.length, links: links.length };
  }
  const speed = (seconds: number): Speed => ({ seconds: rounded(seconds), rowsPerSecond: Math.round(size.rows / seconds) });
  return { ...size, ours: speed(median(ours)), bare: speed(median(bare)) };
}

/** Imports the table, and gives what is then in the store. */
function importInto(csv: string) {
  return withEmptyStore(async (store) => {
    await withGraph(store, prepareGraph); // The constraints and indexes are there before, for both.
    const { seconds, answer } = await timed(() => withGraph(store, (graph) => importGed(graph, csv)));
    const nodes = await store.rows('MATCH (node) WHERE NOT node:Store RETURN labels(node) AS labels, properties(node) AS properties');
    const links = await store.rows(
      'MATCH (one)-[link]->(other) RETURN type(link) AS type, coalesce(one.id, one.value) AS from, one:Key AS fromKey, other.id AS to, properties(link) AS properties',
    );
    return { imported: answer.imported, seconds, nodes, links };
  });
}

function writeInto(nodes: readonly Variables[], links: readonly Variables[]): Promise<number> {
  return withEmptyStore(async (store) => {
    await withGraph(store, prepareGraph);
    return (await timed(() => writeBare(store, nodes, links))).seconds;
  });
}

async function withEmptyStore<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const server = await startNeo4j();
  const store = await openStore('', { NEO4J_URI: server.uri });
  try {
    return await work(store);
  } finally {
    await store.close();
    await server.stop();
  }
}

/** The fastest plain way: CREATE without asking what is there, nodes by their labels, relationships by their type and the kind of end. */
async function writeBare(store: Store, nodes: readonly Variables[], links: readonly Variables[]): Promise<void> {
  for (const [labels, some] of grouped(nodes, ({ labels }) => (labels as string[]).join(':'))) {
    await inBatches(store, `UNWIND $rows AS row CREATE (node:${labels}) SET node = row.properties`, some);
  }
  for (const [name, some] of grouped(links, ({ type, fromKey }) => `${type} ${fromKey}`)) {
    const [type, fromKey] = name.split(' ');
    const from = fromKey === 'true' ? '(one:Key {value: row.from})' : '(one:Entity {id: row.from})';
    await inBatches(
      store,
      `UNWIND $rows AS row MATCH ${from} MATCH (other:Entity {id: row.to}) CREATE (one)-[link:${type}]->(other) SET link = row.properties`,
      some,
    );
  }
}

async function inBatches(store: Store, statement: string, rows: readonly Variables[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerBatch) await store.rows(statement, { rows: rows.slice(start, start + rowsPerBatch) });
}

function grouped(rows: readonly Variables[], nameOf: (row: Variables) => string): Map<string, Variables[]> {
  const groups = new Map<string, Variables[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ seconds: number; answer: Answer }> {
  const begun = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - begun) / 1000, answer };
}
