import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { homedir, hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import { StartError } from '../src/errors.ts';

/** The release used when none is named: the long-term line. */
export const defaultVersion = '5.26.30';

export interface Neo4jOptions {
  readonly version?: string | undefined;
  /** Where the server keeps its data; without it a temporary folder that goes when the server is stopped. */
  readonly home?: string | undefined;
  /** Without it any free port. */
  readonly port?: number | undefined;
  /** As Java says it, "2g": reserved from the start. Without it 512 MB that may grow to 1 GB. */
  readonly heap?: string | undefined;
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

interface Release {
  readonly version: string;
  readonly mainClass: string;
  readonly oldestJava: number;
  readonly newestTestedJava: number;
}

const secondsToStart = 120;
const secondsToStop = 60;
const mavenGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

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

  const child = launch(java, [...memory, ...opens, '-cp', join(jars, '*'), release.mainClass, ...settings(home, port)], home);
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

/** Forgets what a Neo4j home holds. Refuses while a server uses it, and when the data there was not written by Neo4j. */
export async function clearNeo4j(home: string): Promise<void> {
  const graphs = join(home, 'data');
  if (!existsSync(graphs)) return;
  refuseInUse(await realpath(home));
  if (!existsSync(join(graphs, 'databases', 'store_lock'))) throw new StartError(`${graphs} should hold a Neo4j database, but does not, so it is not removed.`);
  await rm(graphs, { recursive: true });
}

function releaseOf(version: string): Release {
  const year = Number(/^(\d{1,4})\.\d{1,2}\.\d{1,2}$/.exec(version)?.[1]);
  if (year >= 2025) return { version, mainClass: 'org.neo4j.server.Neo4jCommunity', oldestJava: 21, newestTestedJava: 25 };
  if (year === 5) return { version, mainClass: 'org.neo4j.server.CommunityEntryPoint', oldestJava: 17, newestTestedJava: 21 };
  throw new StartError(`A Neo4j version looks like "5.26.30" or "2026.08.1", but this was "${version}".`);
}

function heapFlags(heap: string | undefined): string[] {
  if (heap === undefined) return ['-Xms512m', '-Xmx1g'];
  if (!/^\d+[mg]$/i.test(heap)) throw new StartError(`A heap size looks like "768m" or "2g", but this was "${heap}".`);
  return [`-Xms${heap}`, `-Xmx${heap}`];
}

/** Java takes one package at a time. */
const opens = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);

function settings(home: string, port: number): string[] {
  const values = {
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    'server.http.enabled': false,
    'dbms.security.auth_enabled': false,
    'dbms.usage_report.enabled': false,
    'client.allow_telemetry': false,
    'dbms.fleet_manager.enabled': false,
    'server.fleet_discovery.enabled': false,
    'server.memory.pagecache.size': '256m',
    // Otherwise an empty database takes half a gigabyte of disk.
    'db.tx_log.preallocate': false,
    // Otherwise stopping takes ten seconds more: the databases are closed, and Bolt waits for calls that cannot come.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': 0,
    // The two lines do not have all the same settings; what one does not know it reports in its log.
    'server.config.strict_validation.enabled': false,
  };
  return [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** The first Java that suits: one that Neo4j was tested with, or else a newer one. */
function javaFor({ oldestJava, newestTestedJava }: Release): string | null {
  let newer: string | null = null;
  for (const path of javas()) {
    const major = javaMajor(path);
    if (major >= oldestJava && major <= newestTestedJava) return path;
    if (major > newestTestedJava) newer ??= path;
  }
  return newer;
}

function javas(): string[] {
  const machines = '/usr/lib/jvm';
  const installed = existsSync(machines) ? readdirSync(machines).map((name) => join(machines, name, 'bin', 'java')) : [];
  const own = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : null;
  const paths = [own, onPath('java'), ...installed].filter((path) => path !== null).filter((path) => existsSync(path));
  return [...new Set(paths.map((path) => realpathSync(path)))];
}

/** The 17 in "openjdk version "17.0.15"", the 8 in "java version "1.8.0_392""; 0 for what does not answer like a Java. */
function javaMajor(path: string): number {
  const { stderr } = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  return Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

function withoutJava({ version, oldestJava }: Release): string {
  const found = javas().map((path) => `Java ${javaMajor(path)} (${path})`);
  return `Neo4j ${version} needs Java ${oldestJava} or newer in JAVA_HOME, on PATH or in /usr/lib/jvm, but there is ${found.join(', ') || 'none'}.`;
}

function withoutMaven(version: string): string {
  return `Neo4j ${version} has to be fetched once with Maven, but there is no mvn on PATH. Install it, for example with: apt-get install maven`;
}

function onPath(program: string): string | null {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => existsSync(place)) ?? null;
}

function cachedAt(version: string): string {
  const cache = process.env.ATTESTED_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'attested');
  return join(resolve(cache), 'neo4j', version);
}

/** The folder with the jars of a release; fetched beside it and renamed, so that it is there whole or not at all. */
async function jarsOf(version: string, log: Neo4jOptions['log'], signal: AbortSignal | undefined): Promise<string> {
  const folder = cachedAt(version);
  const jars = join(folder, 'jars');
  if (existsSync(jars)) return jars;
  if (onPath('mvn') === null) throw new StartError(withoutMaven(version));
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(dirname(folder));
  log?.(`Fetching Neo4j ${version} from Maven Central into ${folder} (about 150 MB, this once).`);
  const partial = await mkdtemp(`${folder}.partial-${hostname()}-${process.pid}-`);
  try {
    await writeFile(join(partial, 'pom.xml'), pom(version));
    await copyJars(version, partial, signal);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(jars)) throw error; // Otherwise another process had them first.
  } finally {
    await rm(partial, { recursive: true, force: true, maxRetries: 5 });
  }
  return jars;
}

/** Removes what fetches of this machine left when they were killed. Those of other machines that share the cache may be alive. */
async function removeAbandoned(cache: string): Promise<void> {
  const mark = `.partial-${hostname()}-`;
  const abandoned = (await readdir(cache)).filter((name) => name.includes(mark) && !isRunning(Number.parseInt(name.split(mark)[1] ?? '', 10)));
  await Promise.all(abandoned.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pom(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>attested</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;
}

async function copyJars(version: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const args = ['-B', '-q', '-Dstyle.color=never', mavenGoal, `-DoutputDirectory=${join(folder, 'jars')}`];
  const maven = spawn('mvn', args, { cwd: folder, detached: true, signal });
  endWithUs(maven);
  let said = '';
  for (const stream of [maven.stdout, maven.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(maven, 'close');
  if (code === 0) return;
  const reason = /\[ERROR\] (.+)/.exec(said)?.[1] ?? lastLines(said, 15);
  throw new StartError(`Maven could not fetch Neo4j ${version} (exit code ${code}). It wrote:\n${reason}`);
}

/** Makes the folders a server expects to find. */
async function makeHome(wanted: string | undefined): Promise<string> {
  const home = await realHome(wanted);
  refuseInUse(home);
  await mkdir(join(home, 'conf'), { recursive: true });
  await mkdir(join(home, 'logs'), { recursive: true });
  return home;
}

async function realHome(wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return realpath(await mkdtemp(join(tmpdir(), 'attested-neo4j-')));
  await mkdir(wanted, { recursive: true });
  return realpath(wanted);
}

function refuseInUse(home: string): void {
  const { stdout } = spawnSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' });
  const server = (stdout ?? '').split('\n').find((line) => line.includes(` --home-dir=${home} `));
  if (server === undefined) return;
  throw new StartError(`The Neo4j home ${home} is in use by process ${Number.parseInt(server, 10)}. Stop that one first, or choose another home.`);
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

/** Ends a child when this process is gone: the watcher's input closes however we went, even by SIGKILL. */
function endWithUs(child: ChildProcess): void {
  if (child.pid === undefined) return;
  const watcher = spawn('/bin/sh', ['-c', 'read _; kill "$0"', `${child.pid}`], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watcher.unref();
  (watcher.stdin as Socket).unref(); // A pipe to a child is a socket, and would keep us alive.
  child.once('exit', () => watcher.kill('SIGKILL'));
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

/** From both logs, because what stops Java from starting at all never reaches Neo4j's own. */
function lastWords(home: string): string {
  const files = ['neo4j.log', 'console.log'].map((name) => join(home, 'logs', name)).filter((file) => existsSync(file));
  const stackFrames = /^\s+(at|\.\.\.) .*\n/gm;
  return files.map((file) => lastLines(readFileSync(file, 'utf8').replace(stackFrames, ''), 20)).join('\n');
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
