import { ADVERBS, AUXILIARIES, BUSY_VERBS, DETERMINERS, PART_WORDS, PREPOSITIONS, QUOTES, SKIPPED_ADJECTIVES } from './function-words.ts';
import { readQuantity } from './numbers.ts';
import type { Token } from './tokens.ts';

/** The part a word plays; 'busy' is a verb of the people's own, 'light' a word to look past, 'part' one like "including". */
export type Role = 'stop' | 'comma' | 'and' | 'part' | 'auxiliary' | 'to' | 'agent' | 'that' | 'when' | 'of' | 'preposition' | 'busy' | 'light' | 'other';

/** The role of the word or mark at a token. */
export function roleOf(tokens: readonly Token[], at: number): Role {
  const { word = '', text = '', isWord = false } = tokens[at] ?? {}; // Verbs are looked up as written: a capital is a name's.
  if (!isWord) return markRole(tokens, at, text);
  if (word === 'them') return 'light';
  if (/^(and|or|plus|besides|alongside)$/.test(word)) return 'and';
  if (PART_WORDS.has(word) || (word === 'among' && /^(them|whom|those)$/.test(tokens[at + 1]?.word ?? ''))) return 'part';
  if (word === 'of') return 'of';
  if (/^(to|at|reach|reaches|reached|reaching|hits|becomes)$/.test(word)) return 'to';
  if (/^(by|between|against|under|per|every)$/.test(word)) return 'agent';
  if (/^(which|that)$/.test(word)) return 'that';
  if (/^(after|when|while|before|because|until|if|where)$/.test(word)) return 'when';
  if (AUXILIARIES.has(word)) return 'auxiliary';
  if (ADVERBS.has(word) || SKIPPED_ADJECTIVES.has(word) || DETERMINERS.has(word)) return 'light';
  if (PREPOSITIONS.has(word)) return 'preposition';
  return BUSY_VERBS.has(text) && !isNounHere(tokens, at) ? 'busy' : 'other';
}

function markRole(tokens: readonly Token[], at: number, text: string): Role {
  const { isGlued = false, start = 0 } = tokens[at] ?? {};
  const next = tokens[at + 1];
  if (QUOTES.has(text)) return 'light';
  if (text === ',' || text === '(' || text === ')' || text === '[' || text === ']') return 'comma';
  if (text === '&' || text === '/') return 'and';
  if (text === '.' && /^(incl|inc)$/.test(tokens[at - 1]?.word ?? '')) return 'light';
  if (text === '.' && isGlued && tokens[at - 1]?.isWord && start - (tokens[at - 1]?.start ?? 0) === 1 && next) return 'light';
  if (!/^[-–—]$/.test(text)) return /^[.;:!?…|•]$/.test(text) ? 'stop' : 'light';
  if (isGlued && next?.isGlued) return 'light';
  if (isGlued || next?.isGlued) return 'comma';
  const isName = /^\p{Lu}/u.test(next?.text ?? '') && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') && !readQuantity(tokens, at + 1);
  return isName ? 'light' : 'stop';
}

function isNounHere(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at - 1] ?? {};
  return PREPOSITIONS.has(word) || DETERMINERS.has(word) || word === 'a' || word === 'an' || word === 'of' || QUOTES.has(word);
}
