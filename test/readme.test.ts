import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settings } from '../src/settings.ts';

const readme = readFileSync('README.md', 'utf8');

it.each(Object.values(settings))('the README says what $name means, and what it is when not set', ({ name, usual }) => {
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\``));

  expect(row, `a row for ${name}`).toBeDefined();
  expect(row).toContain(usual);
});

it('the README names no setting that there is not', () => {
  const named = [...readme.matchAll(/^\| `([A-Z][A-Z0-9_]+)`/gm)].map(([, name]) => name);

  expect(named.filter((name) => !Object.values(settings).some((setting) => setting.name === name))).toEqual([]);
});

it.each(readdirSync('schema/operations'))('the README links the example %s', (file) => {
  expect(readme).toContain(`(schema/operations/${file})`);
});

it('the README names npm scripts that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([a-z][a-z0-9:]*)/g)].map(([, name]) => name as string);

  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(folders.map(({ name }) => name))('the README says what src/%s is for', (folder) => {
  expect(readme).toMatch(new RegExp(`^  (\\S+/ )*${folder}/`, 'm'));
});
