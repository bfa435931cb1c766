import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../src/errors.ts';
import { clearNeo4j } from './neo4j-home.ts';
import { defaultVersion } from './neo4j-java.ts';
import { type Neo4jServer, startNeo4j } from './neo4j-server.ts';

const help = `Starts a real Neo4j Community server on this machine, without Docker, until Ctrl-C.

  npm run neo4j [-- options]

  --version V   which release, ${defaultVersion} unless given; 2026.08.1 is the newer line and needs Java 21 or newer
  --port P      the Bolt port on 127.0.0.1, 7687 unless given; 0 takes any that is free
  --home DIR    where it keeps its data, .attested/neo4j-<major version> unless given
  --heap SIZE   Java's memory, "2g"; 512 MB growing to 1 GB unless given
  --fresh       forget the data that an earlier run left
  --help        this text

It needs Java 17 or newer, and Maven the first time, to fetch the server (about 150 MB) into ~/.cache/attested.

For example, an empty database on another port, and the service on top of it:

  npm run neo4j -- --port 7688 --fresh
  NEO4J_URI=bolt://127.0.0.1:7688 npm start
`;

const options = {
  version: { type: 'string', default: defaultVersion },
  port: { type: 'string', default: '7687' },
  home: { type: 'string' },
  heap: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(args: readonly string[]): Promise<void> {
  const given = understand(args);
  if (given.help) {
    console.log(help);
    return;
  }
  const asked = untilAskedToStop();
  const server = await start(given, asked);
  if (server === null) return;
  console.log(`Neo4j ${server.version} is ready at ${server.uri} (no authentication). Ctrl-C stops it.`);
  const end = await Promise.race([server.ended, abortOf(asked)]);
  await server.stop();
  if (!asked.aborted) throw new StartError(`Neo4j should have run until it was asked to stop, but ended by itself (${end}).`);
}

function understand(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new StartError(`${(error as Error).message}. Try npm run neo4j -- --help`); // parseArgs throws nothing but sentences.
  }
}

/** Null when we were asked to stop before the server was ready. */
async function start(given: ReturnType<typeof understand>, asked: AbortSignal): Promise<Neo4jServer | null> {
  const { version, heap, fresh } = given;
  const port = portFrom(given.port);
  const home = given.home ?? join('.attested', `neo4j-${version.split('.')[0]}`);
  if (fresh) await clearNeo4j(home);
  try {
    return await startNeo4j({ version, home, port, heap, signal: asked, log: console.error });
  } catch (error) {
    if (asked.aborted) return null;
    throw error;
  }
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`A port is a number from 0 to 65535, but this was "${text}".`);
  return port;
}

/** Told once, however often: npm and tsx pass one Ctrl-C on several times. */
function untilAskedToStop(): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => asked.abort());
  return asked.signal;
}

async function abortOf(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}
