import type { Assessment } from '../assessment/ref.ts';
import { idFromKey } from '../ids.ts';
import { comparedName } from '../text.ts';
import type { Column, Header } from './columns.ts';
import { violenceTypes } from './draft.ts';
import type { Kept } from './kept.ts';
import { placesOf } from './place.ts';
import { deathColumns, type GedRow, type Side } from './row.ts';
import { groupKey } from './survey.ts';

/** What else than the event itself may have been set right of what a row says. */
export interface Others {
  readonly assessment: Assessment | null;
  /** By id the reports that were set right. */
  readonly reports: ReadonlyMap<string, { readonly title: string; readonly date: string | null }>;
  /** The units that a place lies in, by kind; asked only for a place that the row does not name. */
  readonly unitsOf: (placeId: string) => Units;
}

export interface Units {
  readonly adm1: string | null;
  readonly adm2: string | null;
  readonly country: string | null;
}

/** One cell that is another than it was. */
export interface Edit {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The cells of a row that the graph has otherwise by now. Its cells are read as the import read them, and compared with what is there: where
 * both are the same the cell stays as it was written, so that nothing but an edit changes anything.
 */
export function editsOf(header: Header, row: GedRow, kept: Kept, others: Others): Edit[] {
  const { cells } = row;
  const now = new Map<string, string>();
  const cell = (column: Column | 'year' | 'geom_wkt' | 'source_headline' | 'source_date') => cells[header.at.get(column) ?? -1];
  const set = (column: Parameters<typeof cell>[0], value: string | number | null) => void now.set(column, value === null ? '' : `${value}`);

  const { event } = kept;
  if (event.from !== row.from) {
    set('date_start', dated(event.from, cell('date_start')));
    if (event.from !== null && cell('year')?.trim() === row.from.slice(0, 4)) set('year', event.from.slice(0, 4));
  }
  if (event.to !== row.to) set('date_end', dated(event.to, cell('date_end')));
  if (event.datePrecision !== row.datePrecision) set('date_prec', event.datePrecision);
  if (event.clarity !== row.clarity) set('event_clarity', event.clarity);
  if (event.violenceType !== violenceTypes[row.violence]) set('type_of_violence', codeOfViolence(event.violenceType));
  for (const [property, column] of Object.entries(deathColumns) as [keyof typeof deathColumns, Column][]) {
    if (others.assessment && others.assessment[property] !== row.deaths[property]) set(column, others.assessment[property]);
  }
  placed(row, kept.places, others, set, cell('geom_wkt') ?? '');
  const sideA = sideInstead(row.sideA, 'SIDE_A', kept);
  if (sideA) {
    set('side_a', sideA.name);
    set('side_a_new_id', sideA.number);
  }
  const sideB = sideInstead(row.sideB, 'SIDE_B', kept);
  if (sideB) {
    set('side_b', sideB.name);
    set('side_b_new_id', sideB.number);
  }
  told(row, others, cell, set);

  return [...now].flatMap(([column, after]) => {
    const before = cells[header.at.get(column) ?? -1];
    return before === undefined || before === after ? [] : [{ column, before, after }];
  });
}

type Set = (
  column: 'where_coordinates' | 'where_prec' | 'latitude' | 'longitude' | 'geom_wkt' | 'adm_1' | 'adm_2' | 'country',
  value: string | number | null,
) => void;

/** A day in the form of the cell: with its time of day, where there is one. */
function dated(day: string | null, cell = ''): string | null {
  return day === null ? null : day + cell.trim().slice(10);
}

function codeOfViolence(type: string | null): string | null {
  return Object.entries(violenceTypes).find(([, name]) => name === type)?.[0] ?? null;
}

/** Where it occurred: another place, or the row's own that was renamed, moved or is known more precisely. A unit has one point for many rows. */
function placed(row: GedRow, places: Kept['places'], { unitsOf }: Others, set: Set, outline: string): void {
  const [own] = placesOf(row);
  const key = own?.key ?? '';
  const there = places.find(({ id }) => id === idFromKey('Place', key));
  const place = there ?? first(places);
  if (!place) {
    for (const column of ['where_coordinates', 'latitude', 'longitude'] as const) set(column, null);
    if (outline !== '') set('geom_wkt', null);
    return;
  }

  if (place.precision !== row.wherePrecision) set('where_prec', place.precision);
  if (!there || comparedName(place.name) !== comparedName(own?.name ?? '')) set('where_coordinates', place.name);
  if (!there || key.includes('@')) {
    const { latitude, longitude } = place;
    if (latitude !== row.latitude) set('latitude', latitude);
    if (longitude !== row.longitude) set('longitude', longitude);
    if (outline.startsWith('POINT') && (latitude !== row.latitude || longitude !== row.longitude))
      set('geom_wkt', latitude === null ? null : `POINT (${longitude} ${latitude})`);
  }
  if (there) return;
  const { adm1, adm2, country } = unitsOf(place.id);
  set('adm_1', adm1);
  set('adm_2', adm2);
  if (country !== null) set('country', country);
}

/** The group that the event involves on a side by now, with UCDP's number where it has one; null where that is still the row's own. */
function sideInstead(side: Side, role: string, { parties }: Kept): { name: string; number: string } | null {
  const ofSide = parties.filter((party) => party.role === role);
  if (ofSide.some(({ id }) => id === idFromKey('Group', groupKey(side)))) return null;
  const party = first(ofSide);
  return { name: party?.name ?? '', number: party?.keys.map((key) => /^ucdp:group:(\d+)$/.exec(key)?.[1]).find(Boolean) ?? '' };
}

/** Headlines and dates of reports that were set right, each in its place in the lists. */
function told(
  row: GedRow,
  { reports }: Others,
  cell: (column: 'source_article' | 'source_headline' | 'source_date') => string | undefined,
  set: (column: 'source_article' | 'source_headline' | 'source_date', value: string) => void,
): void {
  let [article, headlines] = [cell('source_article') ?? '', cell('source_headline') ?? ''];
  const dates = (cell('source_date') ?? '').split(';');
  for (const [at, { key, office, date, title }] of row.articles.entries()) {
    const report = reports.get(idFromKey('Report', key));
    if (!report) continue;
    const before = office === null || date === null ? '()' : `(${escaped(office)}\\s*,\\s*)${escaped(date)}`;
    const whole = new RegExp(`${before}(\\s*,\\s*|)${escaped(title)}(?=\\s*("|$))`);
    article = article.replace(whole, (_, start: string, between: string) => start + (date === null ? '' : (report.date ?? date)) + between + report.title);
    headlines = headlines.replace(new RegExp(`(^|;)(\\s*)${escaped(title)}(?=\\s*(;|$))`), (_, start: string, blanks: string) => start + blanks + report.title);
    if (dates.length === row.articles.length && date !== null && report.date !== null) dates[at] = report.date;
  }
  set('source_article', article);
  set('source_headline', headlines);
  set('source_date', dates.join(';'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The place that stands in for the row's own, where the event did not occur there by now. */
export function placeInstead(row: GedRow, { places }: Kept): string | null {
  const own = idFromKey('Place', placesOf(row)[0]?.key ?? '');
  return places.some(({ id }) => id === own) ? null : (first(places)?.id ?? null);
}

function first<Item extends { readonly id: string }>(items: readonly Item[]): Item | undefined {
  return [...items].sort((one, other) => (one.id < other.id ? -1 : 1))[0];
}
