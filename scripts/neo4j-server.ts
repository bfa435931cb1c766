import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { StartError } from '../src/errors.ts';
import { endWithUs, onPath } from './children.ts';
import { lastWords, makeHome } from './neo4j-home.ts';
import { cachedAt, jarsOf, withoutMaven } from './neo4j-jars.ts';
import { defaultVersion, javaFor, releaseOf, withoutJava } from './neo4j-java.ts';

export interface Neo4jOptions {
  readonly version?: string | undefined;
  /** Where the server keeps its data; without it a temporary folder that goes when the server is stopped. */
  readonly home?: string | undefined;
  /** Without it any free port. */
  readonly port?: number | undefined;
  /** As Java says it, "2g": reserved from the start. Without it 512 MB that may grow to 1 GB. */
  readonly heap?: string | undefined;
  /** What of the store it keeps at hand, as Java says it; 256 MB unless given. */
  readonly pageCache?: string | undefined;
  readonly log?: ((line: string) => void) | undefined;
  /** Gives up starting; a server that is ready no longer listens to it. */
  readonly signal?: AbortSignal | undefined;
}

export interface Neo4jServer {
  readonly uri: string;
  readonly version: string;
  readonly pid: number;
  /** How the server ended, once it has: "exit code 0", "SIGKILL". */
  readonly ended: Promise<string>;
  /** Shuts the server down in good order, and removes its data when the folder was temporary. */
  stop(): Promise<void>;
  /** Ends the server as a power cut would. Its data stays, even in a temporary folder, until `stop`. */
  kill(): Promise<void>;
}

const secondsToStart = 120;
const secondsToStop = 60;

/**
 * Starts a Neo4j Community server on a loopback port, with its data in `home`, and waits until it answers a query.
 * The server never outlives this process, however that ends. It is GPL software, so it is fetched and run beside ours, never shipped with it.
 */
export async function startNeo4j(options: Neo4jOptions = {}): Promise<Neo4jServer> {
  const { version = defaultVersion, signal } = options;
  const memory = heapFlags(options.heap);
  const release = releaseOf(version);
  const java = javaFor(release);
  if (java === null) throw new StartError(withoutJava(release));
  const jars = await jarsOf(version, options.log, signal);
  const port = await freePort(options.port ?? 0);
  const home = await makeHome(options.home);

  const child = launch(java, [...memory, ...opens, '-cp', join(jars, '*'), release.mainClass, ...settings(home, port, options.pageCache)], home);
  const ended = endOf(child);

  const server: Neo4jServer = {
    uri: `bolt://127.0.0.1:${port}`,
    version,
    pid: child.pid ?? 0,
    ended,
    async stop() {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), secondsToStop * 1000);
      await ended;
      clearTimeout(impatience);
      if (options.home === undefined) await rm(home, { recursive: true, force: true });
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  try {
    const trouble = await troubleStarting(server, signal);
    if (trouble !== null) throw new StartError(`Neo4j ${version} did not start: ${trouble}. It last wrote:\n${lastWords(home)}`);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Null when this machine can run Neo4j; otherwise a sentence that says what is missing. */
export function neo4jMissing(version: string = defaultVersion): string | null {
  const release = releaseOf(version);
  if (process.platform === 'win32') return 'Starting Neo4j without Docker needs Linux or macOS, but this is Windows. Use docker compose up neo4j.';
  if (javaFor(release) === null) return withoutJava(release);
  if (!existsSync(cachedAt(version)) && onPath('mvn') === null) return withoutMaven(version);
  return null;
}

function heapFlags(heap: string | undefined): string[] {
  if (heap === undefined) return ['-Xms512m', '-Xmx1g'];
  if (!/^\d+[mg]$/i.test(heap)) throw new StartError(`A heap size looks like "768m" or "2g", but this was "${heap}".`);
  return [`-Xms${heap}`, `-Xmx${heap}`];
}

/** Java takes one package at a time. */
const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

function settings(home: string, port: number, pageCache = '256m'): string[] {
  const values = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': false,
    'dbms.security.auth_enabled': false,
    'dbms.usage_report.enabled': false,
    'client.allow_telemetry': false,
    'dbms.fleet_manager.enabled': false,
    'server.fleet_discovery.enabled': false,
    'server.memory.pagecache.size': pageCache,
    // Otherwise an empty database takes half a gigabyte of disk.
    'db.tx_log.preallocate': false,
    // Otherwise stopping takes ten seconds more: the databases are closed, and Bolt waits for calls that cannot come.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': 0,
    // The two lines do not have all the same settings; what one does not know it reports in its log.
    'server.config.strict_validation.enabled': false,
  };
  return [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function freePort(wanted: number): Promise<number> {
  const probe = createServer().listen(wanted, '127.0.0.1');
  try {
    await once(probe, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(`Port ${wanted} of 127.0.0.1 should be free, but another program listens there. Stop that one first, or choose another port.`);
  }
  const { port } = probe.address() as { port: number }; // It listens, and not on a pipe.
  await once(probe.close(), 'close');
  return port;
}

function launch(java: string, args: readonly string[], home: string): ChildProcess {
  const output = openSync(join(home, 'logs', 'console.log'), 'w');
  // In a process group of its own: Ctrl-C is ours to answer, with one orderly stop.
  const child = spawn(java, args, { cwd: home, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  endWithUs(child);
  return child;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((tell) => {
    child.once('error', (error) => tell(error.message));
    child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`));
  });
}

/** Null as soon as the server answers; what is wrong when it ends or the time is up before. */
async function troubleStarting({ uri, ended }: Neo4jServer, signal: AbortSignal | undefined): Promise<string | null> {
  const settled = new AbortController();
  const enough = AbortSignal.any(signal === undefined ? [settled.signal] : [settled.signal, signal]);
  const late = `${uri} gave no answer within ${secondsToStart} seconds`;
  try {
    return await Promise.race([
      untilItAnswers(uri, enough),
      ended.then((how) => `it ended by itself (${how})`),
      after(secondsToStart * 1000, late, { signal: enough }),
    ]);
  } finally {
    settled.abort();
  }
}

async function untilItAnswers(uri: string, enough: AbortSignal): Promise<null> {
  const driver = neo4j.driver(uri, undefined, { connectionTimeout: 2000, telemetryDisabled: true });
  while (!(await answers(driver)) && !enough.aborted) await after(100);
  await driver.close();
  return null;
}

async function answers(driver: Driver): Promise<boolean> {
  const session = driver.session({ database: 'neo4j' });
  try {
    await session.run('RETURN 1');
    return true;
  } catch {
    return false; // Not yet: no port, no Bolt or no database.
  } finally {
    await session.close();
  }
}
