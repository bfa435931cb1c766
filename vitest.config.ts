import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts', 'test/support/neo4j-setup.ts'],
    setupFiles: ['test/support/random.ts'],
    // One Neo4j Community has one database: the files take turns with it.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    server: { deps: { inline: [/graphql/, /@pothos/] } },
  },
});
