import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export type Variables = Readonly<Record<string, unknown>>;

/** A server in a process of its own. */
export interface Contestant {
  readonly name: 'ours' | 'peer' | 'plain';
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface Database {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly name: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const secondsToStart = 60;

/** As `npm start` has it for ours; the peer's server is given the same. */
const flags = ['--max-semi-space-size=32'];

/** Our service as it is shipped, compiled; with a folder, node writes there where the processor's time went when it is stopped. */
export function startOurs(database: Database, profileFolder?: string): Promise<Contestant> {
  const stoppable = 'data:text/javascript,process.once("SIGTERM",()=>process.exit())';
  const profile = profileFolder === undefined ? [] : ['--import', stoppable, '--cpu-prof', '--cpu-prof-dir', profileFolder];
  return start('ours', [...profile, 'bin/attested.js', 'serve'], database);
}

export function startPeer(database: Database): Promise<Contestant> {
  return start('peer', ['--import', 'tsx', 'bench/peer/server.ts'], database);
}

/** The hand-written statements over HTTP, without GraphQL. */
export function startPlain(database: Database): Promise<Contestant> {
  return start('plain', ['--import', 'tsx', 'bench/plain.ts'], database);
}

async function start(name: Contestant['name'], args: readonly string[], { uri, user, password, name: database }: Database): Promise<Contestant> {
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: `${port}`,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopWithUs = () => child.kill('SIGKILL');
  process.once('exit', stopWithUs);
  const stop = async () => {
    process.off('exit', stopWithUs);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(stopWithUs, 5000);
    await ended;
    clearTimeout(impatience);
  };

  const lastWords = collect(child.stderr);
  if (await saysThatItAnswers(child)) return { name, url: `http://127.0.0.1:${port}/graphql`, pid: child.pid as number, stop };
  await stop();
  throw new Error(`The server of ${name} should have said within ${secondsToStart} seconds that it answers, but wrote:\n${lastWords()}`);
}

async function saysThatItAnswers(child: ChildProcess & { stdout: Readable }): Promise<boolean> {
  const lines = createInterface(child.stdout);
  const late = AbortSignal.timeout(secondsToStart * 1000);
  const ended = once(child, 'exit').then(() => false);
  const answers = (async () => {
    for await (const line of lines) if (line.includes('/graphql')) return true;
    return false;
  })();
  const isUp = await Promise.race([answers, ended, once(late, 'abort').then(() => false)]);
  child.stdout.resume(); // Whatever it writes later must not fill the pipe.
  return isUp;
}

function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => {
    text = (text + more).slice(-4000);
  });
  return () => text;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number }; // It listens, and not on a pipe.
  await once(probe.close(), 'close');
  return port;
}
