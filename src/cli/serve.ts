import { once } from 'node:events';
import type { Command } from 'commander';
import type { Graph } from '../graph/graph.ts';
import { openGraph } from '../graph/open.ts';
import { loadSample } from '../sample/load.ts';
import type { Service } from '../serving/service.ts';
import { readSettings, type Settings } from '../settings.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('Answers GraphQL at /graphql, until it is stopped with Ctrl-C or SIGTERM.')
    .option('--sample', 'load the sample first, when the store is empty')
    .addHelpText('after', '\nThe settings are listed by: attested settings\n\nExample:\n  PORT=8080 attested serve --sample')
    .action(serve);
}

async function serve({ sample = false }: { sample?: boolean }): Promise<void> {
  const asked = untilAskedToStop();
  const settings = readSettings(process.env);
  const graph = openGraph(settings);
  const { startService } = await import('../serving/service.ts'); // Only now: no other command needs the memory that the API takes.
  const service = await startService({ settings, graph, ...(sample ? { fill: fillWithSample } : {}) });
  try {
    console.log(`GraphiQL: ${service.url}/graphql, with ${storeOf(settings)}.`);
    await Promise.race([untilReady(service, asked).then(() => abortOf(asked)), abortOf(asked)]);
  } finally {
    await service.stop();
  }
}

async function untilReady({ waitingFor, ready }: Service, asked: AbortSignal): Promise<void> {
  if (!waitingFor) return;
  console.error(`${waitingFor.message} The service waits for it.`);
  await ready;
  if (!asked.aborted) console.error('The database is there, and the service is ready.');
}

async function fillWithSample(graph: Graph): Promise<void> {
  const loaded = await loadSample(graph);
  if (loaded) console.log(`Loaded the sample into the empty store: ${loaded.nodes.length} entities, ${loaded.links.length} links.`);
}

function storeOf({ neo4jUri, neo4jDatabase, store }: Settings): string {
  return neo4jUri ? `the database "${neo4jDatabase}" of Neo4j at ${neo4jUri}` : `the embedded engine's store in ${store}`;
}

/** Told once, however often: npm passes one Ctrl-C on a second time. */
function untilAskedToStop(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => asked.abort());
  return asked.signal;
}

async function abortOf(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
