import { createHash } from 'node:crypto';
import { type Article, originOf } from './article.ts';
import { type CompactMap, compactMap } from './compact.ts';
import { placesOf } from './place.ts';
import type { GedRow } from './row.ts';

/** What the rows of a file say together about its reports, whatever their order. */
export interface ReportSurvey {
  /** Whether several events rest on it. */
  isShared(article: Article): boolean;
  /** The compared name of whose word it gives, where all its rows agree; else null. */
  origin(article: Article): string | null;
  /** Whether the dataset split it: made this row and others of it, with the same days and dyad, at several places. */
  isSplit(article: Article, row: GedRow): boolean;
}

export interface ReportTally extends ReportSurvey {
  add(row: GedRow): void;
}

/** Stands in a tally where rows differ. */
const several = -1;
const nobody = -2;

/** Notes a few bytes for each report, never a text: a release of the whole world names hundreds of thousands. */
export function reportTally(): ReportTally {
  const [events, origins, places] = [compactMap(), compactMap(), compactMap()];
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? names.push(text) - 1;
    numbers.set(text, number);
    return number;
  };

  return {
    add: (row) => {
      const place = numberOf(placesOf(row)[0]?.key ?? '');
      for (const article of row.articles) {
        const origin = originOf(article, row.origins);
        const report = fingerprint(article.key);
        note(events, report, Number(row.id) % 2_147_483_647);
        note(origins, report, origin === null ? nobody : numberOf(origin));
        note(places, fingerprint(part(article, row)), place);
      }
    },
    isShared: (article) => events.get(fingerprint(article.key)) === several,
    origin: (article) => names[origins.get(fingerprint(article.key)) ?? nobody] ?? null,
    isSplit: (article, row) => places.get(fingerprint(part(article, row))) === several,
  };
}

function note(tally: CompactMap, key: number, value: number): void {
  const noted = tally.get(key);
  if (noted !== value) tally.set(key, noted === undefined ? value : several);
}

/** What the rows that a report was split into have in common. */
function part({ key }: Article, { from, to, dyad }: GedRow): string {
  return [key, from, to, dyad.id].join(' ');
}

/** 53 bits, which is what a number holds: among a million texts, one pair in twenty thousand files is taken for the same. */
export function fingerprint(text: string): number {
  const hash = createHash('sha256').update(text).digest();
  return hash.readUIntBE(0, 6) * 32 + ((hash[6] as number) >> 3);
}
