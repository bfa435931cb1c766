import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const requirements = 'test/support/requirements.txt';
const folder = '.cache/python';

/** Why there can be no Python here; null when there can. */
export function pythonMissing(): string | null {
  return spawnSync('python3', ['-c', 'import venv, ensurepip, sys; assert sys.version_info >= (3, 11)']).status === 0
    ? null
    : 'there is no Python 3.11 with venv.';
}

/** The Python of a virtual environment under .cache/ that has the foreign parsers in their pinned versions; made when it is not there yet. */
export function pythonWithParsers(): string {
  const python = join(folder, 'bin', 'python');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  const mark = join(folder, 'requirements.sha256');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return python;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync('.cache', { recursive: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], { stdio: 'pipe' });
  writeFileSync(mark, wanted);
  return python;
}
