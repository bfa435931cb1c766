/** Columns that every release of UCDP GED has and the import rests on; what else a file has is kept on the source record. */
export const requiredColumns = [
  'id',
  'type_of_violence',
  'conflict_new_id',
  'conflict_name',
  'dyad_new_id',
  'dyad_name',
  'side_a_new_id',
  'side_a',
  'side_b_new_id',
  'side_b',
  'source_article',
  'source_original',
  'where_prec',
  'where_coordinates',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'country',
  'country_id',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'low',
  'best',
  'high',
] as const;

/** Columns that some releases have. */
const optionalColumns = ['gwnoa', 'gwnob'] as const;

export type Column = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];

/** A file's header: all its columns in order, and where those that the import reads stand. */
export interface Header {
  readonly columns: readonly string[];
  readonly at: ReadonlyMap<string, number>;
}

/** The header that these column names make: a name is found without the blanks around it. */
export function headerFrom(columns: readonly string[]): Header {
  return { columns, at: new Map(columns.map((name, index) => [name.trim(), index])) };
}

/** What is wrong with one row, and where. */
export interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** A problem as a line for whoever mends the file: `line 7, latitude "95": should be …`. */
export function problemInWords({ line, column, value, reason }: Problem): string {
  const where = column === null ? '' : `, ${column}${value === null ? '' : ` ${quoted(value)}`}`;
  return `line ${line}${where}: ${reason}`;
}

function quoted(value: string): string {
  return JSON.stringify(value.length > 120 ? `${value.slice(0, 120)}…` : value);
}
