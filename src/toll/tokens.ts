/** A word, a number or a single mark, with its place in the text. */
export interface Token {
  readonly text: string;
  /** The word to look up: lower case, without a possessive ending and without the stars some desks put into "ki*lled". */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** No space stands between this token and the one before. */
  readonly isGlued: boolean;
  readonly isWord: boolean;
}

// Every alternative starts with a different kind of character and repeats only one class, so the scan never backtracks.
const PIECE = /\p{N}+(?:[.,]\p{N}+)*\p{L}*|\p{L}[\p{L}\p{M}\p{N}*]*(?:['’]\p{L}+)*|\S/gu;
const WORD = /^[\p{L}\p{N}]/u;
const POSSESSIVE = /['’]s$/;

/** Splits a text into words, numbers and marks. */
export function tokenize(text: string): Token[] {
  let last = 0;
  return Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => {
    const isGlued = index === last && index > 0;
    last = index + piece.length;
    // The Islamic State, not the verb.
    const word = piece === 'IS' ? 'isis' : piece.toLowerCase().replace(POSSESSIVE, '').replaceAll('*', '');
    return { text: piece, word, start: index, end: last, isGlued, isWord: WORD.test(piece) };
  });
}

/** The words of a list written as a sentence is. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

export function setOf(list: string): ReadonlySet<string> {
  return new Set(words(list));
}

/** Whether a phrase stands at a token. */
export function isPhrase(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, offset) => tokens[at + offset]?.word === word);
}

/** Looks phrases up by their first word; where several fit, the first of the list wins. */
export function phraseBook<P extends { readonly words: readonly string[] }>(phrases: readonly P[]) {
  const pages = new Map<string, P[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase.words;
    pages.set(first, [...(pages.get(first) ?? []), phrase]);
  }
  return (tokens: readonly Token[], at: number): P | undefined => pages.get(tokens[at]?.word ?? '')?.find(({ words }) => isPhrase(tokens, at, words));
}
