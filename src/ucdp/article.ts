import { createHash } from 'node:crypto';
import { dateOf } from '../scalars.ts';
import { comparedName } from '../text.ts';

/** One report that a row names: where it can be read, its office, day and headline; else its text alone. */
export interface Article {
  /** Tells reports apart across the file: the same office, date and headline is the same report. */
  readonly key: string;
  readonly title: string;
  /** The publisher as written, null when the text does not say. */
  readonly office: string | null;
  /** The date as written. */
  readonly date: string | null;
}

const officeDateHeadline = /^([\s\S]*?\S[\s\S]*?),\s*(\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+Z?)?)\s*,([\s\S]*)$/;

/**
 * The reports of a row, each once. A cell that is quoted is cut at `";"`, the only place where one report ends and the next begins:
 * headlines contain quotation marks, commas and semicolons of their own. A cell that is not quoted is one unstructured text.
 */
export function articlesOf(cell: string): Article[] {
  const articles = partsOf(cell.trim())
    .filter((part) => part.trim() !== '')
    .map(articleOf);
  return [...new Map(articles.map((article) => [article.key, article])).values()];
}

/** The names of those whose word a row rests on, each once, as written; nothing in them is unified but what `comparedName` unifies. */
export function originsOf(cell: string): Map<string, string> {
  const origins = new Map<string, string>();
  for (const part of cell.split(/[,;/]| and /)) {
    const name = comparedName(part);
    if (/[\p{L}\p{N}]/u.test(name) && !origins.has(name)) origins.set(name, part.trim());
  }
  return origins;
}

/** The compared name of whose word a report gives, as one row tells it: the publisher's if it is an origin, else the only origin's. */
export function originOf({ office }: Pick<Article, 'office'>, origins: ReadonlyMap<string, string>): string | null {
  const publisher = office === null ? null : comparedName(office);
  if (publisher !== null && origins.has(publisher)) return publisher;
  const [only = null] = origins.keys();
  return origins.size === 1 ? only : null;
}

/** When a report was published: the end of that day; null for a day that cannot be, before 1900 or after `today`. */
export function publishedAt(date: string | null, today: string): string | null {
  const day = date === null ? null : dateOf(date.slice(0, 10));
  return day !== null && day >= '1900-01-01' && day <= today ? `${day}T23:59:59.999Z` : null;
}

function partsOf(cell: string): string[] {
  const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return isQuoted ? cell.slice(1, -1).split(/"\s*;\s*"/) : [cell];
}

function articleOf(part: string): Article {
  const read = officeDateHeadline.exec(part);
  if (!read) return { key: keyOf([part]), title: part.trim(), office: null, date: null };
  const [, office = '', date = '', headline = ''] = read;
  // The headline tells reports apart as it is written, blanks and all: nothing about it is unified.
  return { key: keyOf([comparedName(office), date, headline]), title: headline.trim() || `${office.trim()}, ${date}`, office: office.trim(), date };
}

function keyOf(parts: readonly string[]): string {
  return `ucdp:report:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}`;
}
