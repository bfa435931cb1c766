/** The two databases the service runs on. */
export type Engine = 'neo4j' | 'embedded';
