import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { folded, words } from '../text.ts';
import type { Unit } from './geojson.ts';

const Row = z.object({ name: z.string().min(1), within: z.string(), pcode: z.string().min(1), note: z.string() });

/** Spellings of the names of units, each within the unit of a p-code: the committed table that people keep. */
export function readAliases(): z.output<typeof Row>[] {
  const table = readFileSync(new URL('../../src/places/aliases.csv', import.meta.url), 'utf8');
  return z.array(Row).parse(parse(table, { columns: true, comment: '#', comment_no_infix: true }));
}

/** Which unit a name means within another; null when no unit there is called that. */
export type Resolve = (name: string, within: string | null) => string | null;

/** Resolves names by the units' own names in every language, and by the table. A name that two units there share means neither. */
export function resolver(units: ReadonlyMap<string, Unit>, aliases = readAliases()): Resolve {
  const meant = new Map<string, string | null>();
  const put = (name: string, within: string, pcode: string) => {
    const key = `${within}|${unitName(name)}`;
    meant.set(key, meant.has(key) && meant.get(key) !== pcode ? null : pcode);
  };
  for (const unit of units.values()) {
    if (!isAdministrative(unit)) continue;
    for (const name of [unit.name, ...unit.names.map(({ name }) => name), ...unit.aliases]) put(name, unit.within[0] ?? '', unit.pcode);
  }
  const known = new Map([...meant].filter((entry): entry is [string, string] => entry[1] !== null));
  for (const { name, within, pcode } of aliases) if (units.has(pcode)) known.set(`${within}|${unitName(name)}`, pcode);
  return (name, within) => known.get(`${within ?? ''}|${unitName(name)}`) ?? null;
}

/** Whether a unit is one of those that others are placed in: a country, or one of its divisions. */
export function isAdministrative({ kind }: Pick<Unit, 'kind'>): boolean {
  return kind === 'COUNTRY' || kind === 'ADM1' || kind === 'ADM2' || kind === 'ADM3';
}

const typeWords = new Set(['governorate', 'province', 'district', 'subdistrict', 'state', 'region', 'county', 'department']);

/** A unit's name as it is compared: without case, marks and hyphens, and without the word that only says what it is. */
function unitName(name: string): string {
  const parts = words(folded(name).replace(/['’ʼ‘`]/gu, ''));
  return (parts.length > 1 && typeWords.has(parts.at(-1) as string) ? parts.slice(0, -1) : parts).join(' ');
}
