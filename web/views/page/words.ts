import { type harmed, countedInWords as inLabel, type people } from '../../../src/claim/words.ts';
import { type Figures, figureInWords } from '../../../src/series/bounds.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const figures = new Intl.NumberFormat('en-US');

/** "1,225" */
export const figure = (value: number): string => figures.format(value);

export const plural = (count: number, one: string, many = `${one}s`): string => `${figure(count)} ${count === 1 ? one : many}`;

/** "8 Mar 2025", from a day or an instant. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

export const shortDay = (time: number): string => `${new Date(time).getUTCDate()} ${months[new Date(time).getUTCMonth()]}`;
export const monthOf = (time: number): string => `${months[new Date(time).getUTCMonth()]} ${new Date(time).getUTCFullYear()}`;

/** The date of publication as far as it is known: a day, a month, or what stands there. */
export function publishedInWords({ publishedAt, publishedAtRaw }: { publishedAt: string | null; publishedAtRaw: string | null }): string {
  const [, year, month] = /^(\d{4})-(\d\d)$/.exec(publishedAtRaw ?? '') ?? [];
  if (year) return `${months[Number(month) - 1]} ${year}`;
  if (publishedAt) return dayInWords(publishedAt);
  return publishedAtRaw ? `“${publishedAtRaw}”, unreadable as a date` : 'date unknown';
}

/** "at least 745", "more than 1,018", "about 30". */
export const amountInWords = (amount: Figures): string => figureInWords(amount) ?? 'no number';

/** "civilians killed"; of an amount, "at least 745 civilians killed". */
export function countedInWords(metric: keyof typeof harmed | null, population: keyof typeof people | null, of: Figures | null = null): string {
  return inLabel(of && amountInWords(of), metric, population ?? 'UNKNOWN');
}

export const replacedInWords: Readonly<Record<string, string>> = {
  EXPLICIT: 'the report says so',
  INFERRED: 'inferred: same source, later number',
  CURATED: 'a curator decided',
};

export const polarityInWords: Readonly<Record<string, string>> = {
  ASSERTS: 'asserts',
  DENIES: 'denies',
  UNCERTAIN: 'leaves it open',
  NO_STATEMENT: 'said it has no number',
};

/** "ALLEGED_PERPETRATOR" as "alleged perpetrator". */
export const inWords = (name: string): string => name.toLowerCase().replaceAll('_', ' ');
