import type { Graph } from '../../src/graph/graph.ts';
import type { Query } from '../../src/graph/query.ts';

const texts = {
  nodes: 'MATCH (node:Entity) WHERE NOT node:Revision RETURN node.id AS id, labels(node) AS labels, properties(node) AS properties ORDER BY id',
  links:
    'MATCH (one:Entity)-[link]->(other:Entity) RETURN one.id AS start, type(link) AS type, other.id AS end_, properties(link) AS properties ORDER BY start, type, end_, link.disc',
};

/** All that a graph holds, apart from its own history, in an order of its own. */
export async function dump(graph: Graph): Promise<string> {
  const parts = await Promise.all([rows(graph, texts.nodes), rows(graph, texts.links)]);
  return JSON.stringify(
    parts.map((part) => part.map((row) => JSON.stringify(row, sorted)).sort()),
    null,
    1,
  );
}

/** Reads what no query of the service's own reads. */
export async function rows(graph: Graph, text: string): Promise<Record<string, unknown>[]> {
  const query = {
    name: 'test',
    text: { neo4j: text, embedded: text },
    decode: (columns: readonly string[]) => (values: readonly unknown[]) => Object.fromEntries(columns.map((column, index) => [column, values[index]])),
  };
  return graph.read(query as unknown as Query<object, Record<string, unknown>>, {});
}

function sorted(key: string, value: unknown): unknown {
  if (key === 'labels') return [...(value as string[])].sort();
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
