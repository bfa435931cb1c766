import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { attested, emptyFolder, programs, serving } from './support/process.ts';

/** What a module imports before it runs, and what that imports, and so on: types are gone by then. Each module is looked at once. */
function loadedWith(path: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(path)) return loaded;
  loaded.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'(\.[^']+)';$/gm);
  for (const [, imported] of imports) loadedWith(relative('.', join(path, '..', imported as string)), loaded);
  return loaded;
}

it('the command starts without the API, which most of what it does has no need of', () => {
  const loaded = loadedWith('src/main.ts');

  expect(loaded).toContain('src/ucdp/import.ts');
  expect(loaded).not.toContain('src/schema.ts');
  expect(loaded).not.toContain('src/article/read.ts');
  expect(loadedWith('src/serving/service.ts')).toContain('src/schema.ts');
});

describe('what goes wrong is said in a sentence', () => {
  it('an export of a store that is not there: none is made for it', async () => {
    const store = join(emptyFolder(), 'mistyped');

    const { code, stdout, stderr } = await attested(['export', 'graphml'], { ATTESTED_STORE: store }).ended;

    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `ATTESTED_STORE should be the folder of a store, as an import or \`attested serve\` makes one, but there is no ${store}.\n`,
    });
    expect(existsSync(store)).toBe(false);
  });

  it('two tables into a file', async () => {
    const [store, file] = [emptyFolder(), join(emptyFolder(), 'tables')];
    writeFileSync(file, 'kept');

    const { code, stderr } = await attested(['export', 'csv', '--out', file], { ATTESTED_STORE: store }).ended;

    expect({ code, stderr }).toEqual({ code: 1, stderr: `${file} should be a folder for two tables, but is a file.\n` });
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it.runIf(existsSync('/dev/full') || process.env.CI)('a disk that is full behind standard output', async () => {
    const store = emptyFolder();
    const graph = embeddedGraph({ folder: store, timeoutMs: 15_000 });
    await prepareGraph(graph);
    await loadSample(graph);
    await graph.close();

    const { status, stderr } = spawnSync('sh', ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, ...programs.sources, 'export', 'graphml'], {
      env: { PATH: process.env.PATH, ATTESTED_STORE: store },
      encoding: 'utf8',
    });

    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Standard output cannot be written to its end, since the disk is full.\n' });
  });

  it.each([
    ['the settings', 'settings'],
    ['a first map', 'import csv "$0" --suggest'],
    ['what is wrong with a table', 'import csv "$0" --map "$0.yaml" --dry-run'],
  ])('not what nobody reads on standard output any more: %s', (_, command) => {
    const file = join(emptyFolder(), 'table.csv');
    writeFileSync(file, 'id,lat\n1,none\n');
    writeFileSync(`${file}.yaml`, 'entities: {p: {type: Place, key: "t:{id}", set: {name: "{id}", latitude: "{lat}", longitude: 1}}}');
    const { stderr } = spawnSync('sh', ['-c', `exec "$@" ${command} | true`, file, process.execPath, ...programs.sources], {
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });

    expect(stderr).toBe(command.includes('--map') ? `Of ${file} nothing was loaded, since 1 of its cells or rows cannot be meant.\n` : '');
  });

  it('a service that is stopped while it waits for its database does not say that it has come', async () => {
    const service = await serving([], { NEO4J_URI: 'bolt://127.0.0.1:1' });
    service.child.kill('SIGTERM');

    const { code, stderr } = await service.ended;

    expect(code).toBe(0);
    expect(stderr).not.toContain('ready');
  });
});
