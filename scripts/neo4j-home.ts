import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../src/errors.ts';
import { lastLines } from './children.ts';

/** Forgets what a Neo4j home holds. Refuses while a server uses it, and when the data there was not written by Neo4j. */
export async function clearNeo4j(home: string): Promise<void> {
  const graphs = join(home, 'data');
  if (!existsSync(graphs)) return;
  refuseInUse(await realpath(home));
  if (!existsSync(join(graphs, 'databases', 'store_lock'))) throw new StartError(`${graphs} should hold a Neo4j database, but does not, so it is not removed.`);
  await rm(graphs, { recursive: true });
}

/** Makes the folders a server expects to find. */
export async function makeHome(wanted: string | undefined): Promise<string> {
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

/** From both logs, because what stops Java from starting at all never reaches Neo4j's own. */
export function lastWords(home: string): string {
  const files = ['neo4j.log', 'console.log'].map((name) => join(home, 'logs', name)).filter((file) => existsSync(file));
  const stackFrames = /^\s+(at|\.\.\.) .*\n/gm;
  return files.map((file) => lastLines(readFileSync(file, 'utf8').replace(stackFrames, ''), 20)).join('\n');
}
