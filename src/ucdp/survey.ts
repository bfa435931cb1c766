import { idFromKey } from '../ids.ts';
import { comparedName } from '../text.ts';
import { type GedFile, rowsOf } from './file.ts';
import { placesOf } from './place.ts';
import { type ReportSurvey, reportTally } from './reports.ts';
import { type GedRow, parseRow, type Side } from './row.ts';

/** The group that UCDP's own assessments are by. */
export const ucdp = { key: 'ucdp:group:ucdp', name: 'UCDP', fullName: 'Uppsala Conflict Data Program' } as const;

/**
 * What the rows of a file say together: where they spell a name or give a point in several ways, the most frequent one counts, so that nothing
 * depends on the order of the rows. Keeps names, never rows.
 */
export interface Survey {
  /** By key of a group, source, place, dyad or conflict. */
  readonly names: ReadonlyMap<string, string>;
  /** By key of a country, governorate or district: `latitude,longitude`. */
  readonly points: ReadonlyMap<string, string>;
  /** By key of a group: the Gleditsch and Ward number of its state. */
  readonly gwnos: ReadonlyMap<string, string>;
  /** By key of a dyad: the keys of its conflict and of its two sides. */
  readonly pairs: ReadonlyMap<string, readonly [conflict: string, sideA: string, sideB: string]>;
  /** By id the key of every group that is a party in the file, and of UCDP. */
  readonly groups: ReadonlyMap<string, string>;
  /** Keys of the groups that fight a state or attack civilians: UCDP counts only organised ones there. */
  readonly organised: ReadonlySet<string>;
  /** Keys of the groups that have a name, by compared name. */
  readonly groupsByName: ReadonlyMap<string, readonly string[]>;
  /** Compared names of all sources. */
  readonly sources: ReadonlySet<string>;
  readonly reports: ReportSurvey;
}

export const groupKey = ({ id }: Pick<Side, 'id'>) => `ucdp:group:${id}`;
export const dyadKey = ({ dyad }: GedRow) => `ucdp:dyad:${dyad.id}`;
export const conflictKey = ({ conflict }: GedRow) => `ucdp:conflict:${conflict.id}`;
export const sourceKey = (name: string) => `ucdp:source:${name}`;

/** Reads the file once, for what its good rows say together; what is wrong with the others is said when they are imported. */
export async function survey(file: GedFile, progress: (bytes: number) => void): Promise<Survey> {
  const names = tally();
  const points = tally();
  const gwnos = tally();
  const pairs = tally();
  const organised = new Set<string>();
  const groups = new Set([ucdp.key as string]);
  const sources = new Set<string>();
  const reports = reportTally();
  names.add(ucdp.key, ucdp.name);

  for await (const row of goodRows(file, progress)) {
    reports.add(row);
    for (const side of [row.sideA, row.sideB]) {
      const key = groupKey(side);
      groups.add(key);
      names.add(key, side.name);
      if (side.gwno) gwnos.add(key, side.gwno);
      if (row.violence !== 2) organised.add(key);
    }
    names.add(dyadKey(row), row.dyad.name);
    names.add(conflictKey(row), row.conflict.name);
    pairs.add(dyadKey(row), [conflictKey(row), groupKey(row.sideA), groupKey(row.sideB)].join(' '));
    for (const { key, name, point } of placesOf(row)) {
      names.add(key, name);
      if (point && !key.includes('@')) points.add(key, `${point.latitude},${point.longitude}`);
    }
    for (const name of [...row.origins.values(), ...row.articles.flatMap(({ office }) => office ?? [])]) {
      sources.add(comparedName(name));
      names.add(sourceKey(comparedName(name)), name);
    }
  }

  const settled = names.settled();
  return {
    names: settled,
    points: points.settled(),
    gwnos: gwnos.settled(),
    pairs: new Map([...pairs.settled()].map(([key, ends]) => [key, ends.split(' ') as unknown as readonly [string, string, string]])),
    groups: new Map([...groups].map((key) => [idFromKey('Group', key), key])),
    organised,
    groupsByName: byName(groups, names),
    sources,
    reports,
  };
}

/** Every row that can be relied on. */
export async function* goodRows(file: GedFile, progress?: (bytes: number) => void): AsyncGenerator<GedRow> {
  for await (const raw of rowsOf(file, () => {}, progress)) {
    const read = parseRow(file.header, raw);
    if ('row' in read) yield read.row;
  }
}

interface Tally {
  add(key: string, value: string): void;
  values(key: string): readonly string[];
  /** For each key its most frequent value, and of equally frequent ones the first by code. */
  settled(): Map<string, string>;
}

function tally(): Tally {
  const counts = new Map<string, Map<string, number>>();
  return {
    add: (key, value) => {
      const values = counts.get(key);
      if (values) values.set(value, (values.get(value) ?? 0) + 1);
      else counts.set(key, new Map([[value, 1]]));
    },
    values: (key) => [...(counts.get(key)?.keys() ?? [])],
    settled: () => new Map([...counts].map(([key, values]) => [key, mostFrequent(values)])),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  return first?.[0] ?? '';
}

/** A group that the file calls by several names is found by each of them. */
function byName(groups: ReadonlySet<string>, names: Tally): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of groups) {
    for (const name of new Set(names.values(key).map(comparedName))) found.set(name, [...(found.get(name) ?? []), key]);
  }
  return found;
}
