import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const kilobytes = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0) / 1000;

const imported = (name: string, pattern: RegExp) => [...textOf(name).matchAll(pattern)].map((match) => match[1] as string);
const atOnce = (name: string) => imported(name, /(?:from|import)"\.\/([\w.-]+\.js)"/g);
const later = (name: string) => imported(name, /import\("\.\/([\w.-]+\.js)"\)/g);

/** A script with all that it cannot do without; each is looked at once, so it ends. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of atOnce(name)) withImports(next, seen);
  return seen;
}

const entry = manifest['views.js'] as string;
const parts = later(entry);

it('has a script for each view and for recording, which come when they are asked for', () => {
  expect(parts).toHaveLength(5);
});

it.each(parts.map((name, at) => ({ name, at })))('no view needs more than 60 kB of scripts: part $at', ({ name }) => {
  expect(kilobytes(withImports(name, withImports(entry)))).toBeLessThanOrEqual(60);
});

it('all scripts together are at most 120 kB', () => {
  const all = new Set([...withImports(entry), ...parts.flatMap((name) => [...withImports(name)]), manifest['layout.js'] as string]);

  expect(kilobytes(all)).toBeLessThanOrEqual(120);
});

it('the outlines of the world are at most 60 kB', () => {
  expect(kilobytes([manifest['world.json'] as string])).toBeLessThanOrEqual(60);
});
