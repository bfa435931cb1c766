import type { Driver, Plan } from 'neo4j-driver';

/** Ways to read everything, however little is asked for. */
export const scans: ReadonlySet<string> = new Set([
  'AllNodesScan',
  'NodeByLabelScan',
  'UnionNodeByLabelsScan',
  'IntersectionNodeByLabelsScan',
  'CartesianProduct',
  'Eager',
]);

export function operatorsOf(plan: Plan | false): string[] {
  return plan ? [plan.operatorType.split('@')[0] as string, ...plan.children.flatMap(operatorsOf)] : [];
}

/** The plan that Neo4j has for a statement. */
export async function explain(driver: Driver, text: string, parameters: readonly string[]) {
  const session = driver.session();
  try {
    const result = session.run(`EXPLAIN ${text}`, Object.fromEntries(parameters.map((name) => [name, null])));
    return { keys: await result.keys(), summary: await result.summary() };
  } finally {
    await session.close();
  }
}
