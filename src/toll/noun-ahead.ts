import { AUXILIARIES, LINKING_WORDS, PREPOSITIONS } from './function-words.ts';
import { HARM_WORDS, PERSON_WORDS, TOLL_NOUNS } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Whether a number before a token counts people named there: "5 children", "5 young children", "5 others". */
export function countsPeople(tokens: readonly Token[], at: number): boolean {
  const { word = '', isWord = false } = tokens[at] ?? {};
  if (isNoun(word) || /^(others?|more)$/.test(word)) return true;
  const isAdjective = isWord && !HARM_WORDS.has(word) && ![AUXILIARIES, LINKING_WORDS, PREPOSITIONS].some((list) => list.has(word));
  return isAdjective && isNoun(tokens[at + 1]?.word ?? '');
}

/** Whether a word names people, or the harm done to them. */
export function isNoun(word: string): boolean {
  return PERSON_WORDS.has(word) || TOLL_NOUNS.has(word);
}
