import { createHash } from 'node:crypto';
import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import { dateOf, instantOf } from '../scalars.ts';
import type { InputPath } from './plan.ts';

/** Refuses what cannot be meant; what passes is stored as it is. */
export type Check = (value: never, path: InputPath) => void;

/** In characters, but for `textBytes`; an imported key is made of the cells of a table. */
export const longest = {
  name: 500,
  key: 300,
  importedKey: 1000,
  note: 2000,
  passage: 5000,
  address: 2000,
  viewAddress: 16_000,
  textBytes: 200_000,
  aliases: 100,
};

const control = /\p{Cc}/u;

/** Something to read in one line: not blank, without control characters, and no longer than so many characters. */
export function line(most: number): Check {
  return (value: string, path) => {
    if (value.trim() === '' || value.length > most) throw new InvalidInputError(path, `a text of 1 to ${most} characters`, value || '""');
    if (!isText(value) || /[\n\r\t]/.test(value)) throw new InvalidInputError(path, 'text in one line, without control characters', JSON.stringify(value));
  };
}

/** Something to read that may have several lines. */
export function passage(most: number): Check {
  return (value: string, path) => {
    if (value.trim() === '' || value.length > most) throw new InvalidInputError(path, `a text of 1 to ${most} characters`, value || '""');
    if (!isText(value)) throw new InvalidInputError(path, 'text without control characters', JSON.stringify(value));
  };
}

export function lines(most: number, each: number): Check {
  const check = line(each);
  return (values: readonly string[], path) => {
    if (values.length > most) throw new InvalidInputError(path, `at most ${most} of them`, values.length);
    values.forEach((value, index) => {
      check(value as never, [...path, `${index}`]);
    });
  };
}

/** A text as a whole: as long as a request may be. */
export const document: Check = (value: string, path) => {
  const size = Buffer.byteLength(value);
  if (size > longest.textBytes) throw new InvalidInputError(path, `at most ${longest.textBytes} bytes of text`, `${size} bytes`);
  if (value.trim() === '' || !isText(value)) throw new InvalidInputError(path, 'text without control characters', JSON.stringify(value.slice(0, 100)));
};

export const address: Check = (value: string, path) => {
  const read = URL.canParse(value) ? new URL(value) : null;
  const usable =
    read && ['http:', 'https:'].includes(read.protocol) && read.hostname !== '' && value.length <= longest.address && !/\s/.test(value) && isText(value);
  if (!usable) throw new InvalidInputError(path, `an address that begins with http:// or https://, of at most ${longest.address} characters`, value);
};

export function between(least: number, most: number): Check {
  return (value: number, path) => {
    if (value < least || value > most) throw new InvalidInputError(path, `from ${least} to ${most}`, value);
  };
}

/** A language's tag (BCP 47), such as "ar" or "en-GB". */
export const language: Check = (value: string, path) => {
  if (!/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value) || value.length > 35)
    throw new InvalidInputError(path, 'a language tag (BCP 47) such as "ar" or "en-GB"', value);
};

/** Whether it holds neither control characters, line breaks and tabs apart, nor halves of characters. */
export function isText(value: string): boolean {
  return value.isWellFormed() && !control.test(value.replace(/[\n\r\t]/g, ''));
}

/** A text and its hash, by which it can be told whether another copy is the same. */
export function withHash(text: string): Values {
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * A publication date as it is stored. Of a day, a month or a year: its last millisecond, with the date as it was given beside it.
 * What is no date, or none on which anything can have been published, is kept as it was given and tells no instant.
 */
export function publicationDate(given: string, today: number = Date.now()): Values {
  const instant = instantOf(given);
  const period = instant ? null : lastMoment(given);
  const publishedAt = instant ?? period?.last ?? null;
  const first = Date.parse(instant ?? period?.first ?? '');
  const possible = publishedAt !== null && first >= Date.UTC(1900, 0, 1) && first <= today + dayMs;
  return { publishedAt: possible ? publishedAt : null, publishedAtRaw: instant && possible ? null : given };
}

function lastMoment(given: string): { first: string; last: string } | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given) ?? [];
  const firstDay = year && dateOf(`${year}-${month ?? '01'}-${day ?? '01'}`);
  if (!firstDay) return null;
  const next = new Date(`${firstDay}T00:00:00Z`);
  if (day) next.setUTCDate(next.getUTCDate() + 1);
  else if (month) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { first: `${firstDay}T00:00:00Z`, last: new Date(next.getTime() - 1).toISOString() };
}

/** When something became known: what is still to come cannot be. Otherwise now, and as of today, would be two things. */
export function past(at: string | null | undefined, now: string, path: InputPath): void {
  if (at != null && Date.parse(at) > Date.parse(now)) throw new InvalidInputError(path, `an instant that is not later than now, ${now}`, at);
}
