import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A row as UCDP writes it: one clash near Teir Maaleh, reported by SOHR. Tests change what they are about. */
export const usual = {
  id: '214797',
  year: '2016',
  active_year: '1',
  type_of_violence: '1',
  conflict_new_id: '299',
  conflict_name: 'Syria: Government',
  dyad_new_id: '11973',
  dyad_name: 'Government of Syria - Syrian insurgents',
  side_a_new_id: '118',
  side_a: 'Government of Syria',
  side_b_new_id: '4456',
  gwnob: '',
  side_b: 'Syrian insurgents',
  number_of_sources: '1',
  source_article: '"SOHR,2016-01-01,Clashes continue around Ter Ma’la"',
  source_office: 'SOHR',
  source_date: '2016-01-01',
  source_headline: 'Clashes continue around Ter Ma’la',
  source_original: 'SOHR',
  where_prec: '1',
  where_coordinates: 'Teir Maaleh village',
  adm_1: 'Homs Governorate',
  adm_2: 'Ar Rastan district',
  latitude: '34.802462',
  longitude: '36.707602',
  geom_wkt: 'POINT (36.707602 34.802462)',
  priogrid_gid: '179714',
  country: 'Syria',
  country_id: '652',
  region: 'Middle East',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2016-01-01',
  date_end: '2016-01-01',
  deaths_a: '2',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  low: '4',
  best: '4',
  high: '4',
};
export type GedCells = { readonly [column: string]: string };

/** A GED file with these rows, each the usual one but for what it gives itself. */
export function gedFile(rows: readonly GedCells[], { lineEnd = '\n', bom = '', name = 'ged.csv' } = {}): string {
  const columns = Object.keys({ ...usual, ...rows[0] });
  const lines = [columns, ...rows.map((row): string[] => columns.map((column) => ({ ...usual, ...row })[column] ?? ''))];
  return textFile(bom + lines.map((cells) => cells.map(quoted).join(',') + lineEnd).join(''), name);
}

/** A file with this content, in a folder of its own. */
export function textFile(content: string | Uint8Array, name = 'ged.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'attested-ged-')), name);
  writeFileSync(path, content);
  return path;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
