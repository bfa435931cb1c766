import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// As Node itself finds it, which is how the service runs. Vite would take the other of its two builds for us, and packages the one for Node: with
// two of everything, no document can be compiled.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['test/**/*.test.ts', 'bench/test/**/*.test.ts'],
    globalSetup: ['test/support/temporary.ts', 'test/support/neo4j-setup.ts'],
    setupFiles: ['test/support/random.ts'],
    // One Neo4j Community has one database: the files take turns with it.
    fileParallelism: false,
    // Nor does each need modules of its own: they keep nothing that another file could trip over, and to load them anew takes a second a file.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
