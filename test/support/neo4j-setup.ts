import type { TestProject } from 'vitest/node';
import { neo4jMissing, startNeo4j } from '../../scripts/neo4j-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' Neo4j answers; empty when this run goes without. */
    neo4jUri: string;
  }
}

/** Takes the Neo4j of NEO4J_URI, or starts one; without Java and Maven the run goes on with the embedded engine and says so. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.NEO4J_URI;
  if (given) {
    project.provide('neo4jUri', given);
    return undefined;
  }

  const missing = neo4jMissing();
  if (missing) {
    if (process.env.CI) throw new Error(`With CI set the tests run on Neo4j too, but ${missing}`);
    console.log(`Tests run on the embedded engine only, since ${missing} Install Java 17 and Maven, or set NEO4J_URI, to run them on Neo4j too.`);
    project.provide('neo4jUri', '');
    return undefined;
  }

  const server = await startNeo4j();
  project.provide('neo4jUri', server.uri);
  return () => server.stop();
}
