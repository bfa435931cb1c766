import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const requirements = new URL('../test/support/requirements.txt', import.meta.url);

/** Why there can be no Python here; null when there can. */
export function pythonMissing(): string | null {
  return spawnSync('python3', ['-c', 'import venv, ensurepip, sys; assert sys.version_info >= (3, 11)']).status === 0
    ? null
    : 'there is no Python 3.11 with venv.';
}

/**
 * The Python of a virtual environment that has the foreign parsers in their pinned versions. It is made once for each list of versions, in the
 * user's cache: beside its place and renamed, so that it is there whole or not at all.
 */
export async function pythonWithParsers(): Promise<string> {
  const folder = environmentFolder();
  const python = join(folder, 'bin', 'python');
  if (existsSync(python)) return python;

  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await run('python3', ['-m', 'venv', partial]);
    await run(join(partial, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--no-deps', '-r', fileURLToPath(requirements)]);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(python)) throw error; // Otherwise another process had it first.
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return python;
}

function environmentFolder(): string {
  const versions = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const cache = process.env.ATTESTED_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'attested');
  return join(resolve(cache), 'python', versions);
}

// Run by itself it makes the environment and says where.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await pythonWithParsers());
