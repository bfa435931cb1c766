import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Command } from 'commander';
import { openGraph, prepareGraph } from '../graph/open.ts';
import { loadSample } from '../sample/load.ts';
import { createServer } from '../server.ts';
import { readSettings } from '../settings.ts';
import { forgetOldRequests } from '../write/forget.ts';

const dayMs = 24 * 60 * 60 * 1000;

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Answers GraphQL at /graphql.')
    .option('--sample', 'load the sample first, when the store is empty')
    .addHelpText('after', '\nExample:\n  PORT=8080 attested serve --sample')
    .action(serve);
}

async function serve({ sample }: { sample?: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  const graph = openGraph(settings);
  await prepareGraph(graph);
  if (sample) await loadSample(graph);
  const keepRequestsMs = settings.keepRequestsDays * dayMs;
  await forgetOldRequests(graph, keepRequestsMs);
  const http = createHttpServer(createServer(graph, { byHeader: settings.byHeader, keepRequestsMs }));
  http.listen(settings.port, settings.host, () => {
    const { port } = http.address() as AddressInfo; // It listens, and not on a pipe.
    console.log(`attested answers at http://${settings.host}:${port}/graphql`);
  });
}
