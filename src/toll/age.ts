import { PART_WORDS } from './function-words.ts';
import { HARM_WORDS, PERSON_WORDS } from './lexicon.ts';
import { countsPeople } from './noun-ahead.ts';
import { setOf, type Token } from './tokens.ts';
import { isNumeral } from './value.ts';

/** What may stand between "aged" and a later number of the same list. */
const LINKS = setOf('and or to between from under over below above about around just only of , - –');

/** Whether the number at tokens `at` to `to` is an age: "aged 6 to 12", "at the age of 5", "Rana Issa, 29, died". */
export function isAge(tokens: readonly Token[], at: number, to: number): boolean {
  return isAgeAside(tokens, at, to) || isAgeListed(tokens, at, to);
}

/** ", 29," after a name or a single person. */
function isAgeAside(tokens: readonly Token[], at: number, to: number): boolean {
  const isBetweenCommas = tokens[at - 1]?.text === ',' && tokens[to]?.text === ',';
  if (!isBetweenCommas || to !== at + 1 || !/^([1-9]\d?|1[01]\d)$/.test(tokens[at]?.text ?? '')) return false;
  const next = tokens[to + 1]?.word ?? '';
  return isNameOrPerson(tokens[at - 2]) && !PART_WORDS.has(next) && !/^(most|mostly|all|half)$/.test(next);
}

function isNameOrPerson(token: Token | undefined): boolean {
  return /^\p{Lu}/u.test(token?.text ?? '') || PERSON_WORDS.get(token?.word ?? '')?.isPlural === false;
}

/** Walks back over the other ages of a list, at most eight tokens, to the word that says what they are. */
function isAgeListed(tokens: readonly Token[], at: number, to: number): boolean {
  // "A boy aged 12, 5 killed": the comma begins anew.
  const isOther = countsPeople(tokens, to) || (tokens[at - 1]?.text === ',' && HARM_WORDS.has(tokens[to]?.word ?? ''));
  for (let near = at - 1; near >= at - 8; near -= 1) {
    const token = tokens[near];
    if (/^age[ds]?$/.test(token?.word ?? '')) return near === at - 1 || !isOther;
    if (!LINKS.has(token?.word ?? '') && !isNumeral(token)) return false;
  }
  return false;
}
