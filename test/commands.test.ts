import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

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
