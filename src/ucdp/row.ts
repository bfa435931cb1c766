import { type Article, articlesOf, originsOf } from './article.ts';
import { type Cells, cellsOf, collapsed } from './cells.ts';
import type { Column, Header, Problem } from './columns.ts';
import type { RawRow } from './file.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Side extends Named {
  /** Gleditsch and Ward's number of the state, where it is one. */
  readonly gwno: string | null;
}

export const deathColumns = {
  low: 'low',
  best: 'best',
  high: 'high',
  deathsSideA: 'deaths_a',
  deathsSideB: 'deaths_b',
  deathsCivilians: 'deaths_civilians',
  deathsUnknown: 'deaths_unknown',
} as const satisfies Record<string, Column>;

/** One row of UCDP GED that can be relied on: every value is what its column means, and what is not recorded is null. */
export interface GedRow {
  readonly line: number;
  readonly position: number;
  readonly cells: readonly string[];
  readonly id: string;
  readonly violence: 1 | 2 | 3;
  readonly conflict: Named;
  readonly dyad: Named;
  readonly sideA: Side;
  readonly sideB: Side;
  readonly articles: readonly Article[];
  /** Whose word the row rests on: by compared name, the name as written. */
  readonly origins: ReadonlyMap<string, string>;
  readonly where: string;
  readonly wherePrecision: number | null;
  readonly adm1: string;
  readonly adm2: string;
  readonly country: Named;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly clarity: number | null;
  readonly datePrecision: number | null;
  readonly from: string;
  readonly to: string;
  readonly deaths: Readonly<Record<keyof typeof deathColumns, number | null>>;
}

/** Reads one row, or says everything that is wrong with it. */
export function parseRow(header: Header, raw: RawRow): { readonly row: GedRow } | { readonly problems: readonly Problem[] } {
  const cells = cellsOf(header, raw);
  const row: GedRow = {
    ...raw,
    id: cells.id('id'),
    violence: cells.oneOf('type_of_violence', [1, 2, 3]),
    conflict: named(cells, 'conflict_new_id', 'conflict_name'),
    dyad: named(cells, 'dyad_new_id', 'dyad_name'),
    sideA: { ...named(cells, 'side_a_new_id', 'side_a'), gwno: gwno(cells, 'gwnoa') },
    sideB: { ...named(cells, 'side_b_new_id', 'side_b'), gwno: gwno(cells, 'gwnob') },
    articles: articlesOf(cells.text('source_article')),
    origins: originsOf(cells.text('source_original')),
    where: collapsed(cells.text('where_coordinates')),
    wherePrecision: cells.whole('where_prec', 1, 7),
    adm1: collapsed(cells.text('adm_1')),
    adm2: collapsed(cells.text('adm_2')),
    country: named(cells, 'country_id', 'country'),
    latitude: cells.degrees('latitude', 90),
    longitude: cells.degrees('longitude', 180),
    clarity: cells.whole('event_clarity', 1, 2),
    datePrecision: cells.whole('date_prec', 1, 5),
    from: cells.day('date_start'),
    to: cells.day('date_end'),
    deaths: Object.fromEntries(Object.entries(deathColumns).map(([property, column]) => [property, cells.deaths(column)])) as GedRow['deaths'],
  };
  return cells.problems.length > 0 ? { problems: cells.problems } : { row };
}

function named(cells: Cells, id: Column, name: Column): Named {
  return { id: cells.id(id), name: cells.name(name) };
}

/** Several states in one cell are no state of their own. */
function gwno(cells: Cells, column: Column): string | null {
  const text = cells.text(column).trim();
  return /^\d{1,6}$/.test(text) ? text : null;
}
