import type { Graph } from '../../src/graph/graph.ts';
import type { Query } from '../../src/graph/query.ts';

/** When something was recorded differs from run to run, and a row's position from order to order; everything else is the same. */
const ofTheRun = new Set(['recordedAt', 'updatedAt', 'position', 'file']);

/** Every node and every relationship of a store, each as one line of text, sorted. */
export async function everythingStored(graph: Graph): Promise<string[]> {
  const nodes = await graph.read(plain('MATCH (node:Entity) RETURN node.id AS id, properties(node) AS properties'), {});
  const links = await graph.read(
    plain('MATCH (a:Entity)-[link]->(b:Entity) RETURN type(link) AS type, a.id AS a, b.id AS b, properties(link) AS properties'),
    {},
  );
  return [...nodes, ...links].map((values) => JSON.stringify(values, sortedKeys)).sort();
}

/** A question of the test's own, its answer as it comes. */
function plain(text: string): Query<object, unknown[]> {
  return { name: text, text: { neo4j: text, embedded: text }, decode: () => (values: unknown[]) => values } as never;
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !ofTheRun.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
