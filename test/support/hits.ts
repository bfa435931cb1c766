import neo4j, { type Driver, type ProfiledPlan } from 'neo4j-driver';
import type { Graph } from '../../src/graph/graph.ts';
import { serviceOver } from './service.ts';

/** How many things of the graph Neo4j looks at for a statement. */
export async function hitsOf(driver: Driver, text: string, parameters: Record<string, unknown>): Promise<number> {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
  const hits = ({ dbHits, children }: ProfiledPlan): number => dbHits + children.reduce((sum, child) => sum + hits(child), 0);
  return hits(summary.profile as ProfiledPlan);
}

/** The same for all statements that a request comes to, each level of its document by itself; and what went wrong, if anything did. */
export async function hitsOfRequest(graph: Graph, driver: Driver, query: string): Promise<{ hits: number; errors: unknown }> {
  const statements: { text: string; params: object }[] = [];
  const noted: Graph = {
    ...graph,
    read: (asked, params, options) => {
      statements.push({ text: asked.text.neo4j, params: params as object });
      return graph.read(asked, params, options);
    },
  };
  const { errors } = await serviceOver(noted, { prefetchFrom: 0, timeoutMs: 120_000 }).ask(query);

  let hits = 0;
  for (const { text, params } of statements) hits += await hitsOf(driver, text, integers(params) as Record<string, unknown>);
  return { hits, errors };
}

/** The driver takes a number for a float. */
function integers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integers);
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, integers(one)])) : value;
}
