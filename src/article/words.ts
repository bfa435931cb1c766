import { nameTerm } from '../text.ts';

/** A word of a text, where it stands. */
export interface Word {
  readonly text: string;
  /** The word as names are looked up: folded, and nothing but letters and digits. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

// Scripts that do not part words give each character as one, as in a name's terms.
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}\u0640]+/gu;

/** The words of a text, in its order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, term: nameTerm(word), start: index, end: index + word.length })).filter(
    ({ term }) => term !== '',
  );
}

export function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether the script of a word tells capitals from small letters; Arabic, for one, does not. */
export function isCased({ text }: Word): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
