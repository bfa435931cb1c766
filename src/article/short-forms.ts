import { labelOf } from '../ids.ts';
import { nameTerm } from '../text.ts';
import { type Known, type Mention, namesOf } from './names.ts';
import { spanOf } from './span.ts';
import { isCapital, type Word, wordsOf } from './words.ts';

/**
 * What a text calls an entity after having named it: "the Observatory" after the Syrian Observatory for Human Rights, "Abdurrahman" after
 * Rami Abdurrahman. Only what was mentioned before can be meant.
 */
export function shortForms(text: string, words: readonly Word[], mentions: readonly Mention[]): Mention[] {
  const heads = new Map<string, Set<Known>>();
  const found: Mention[] = [];
  let next = 0;
  words.forEach((word, at) => {
    for (; (mentions[next]?.start ?? Number.POSITIVE_INFINITY) < word.start; next += 1) keep(heads, mentions[next] as Mention);
    const isNamed = [mentions[next], mentions[next - 1]].some((one) => one && one.start <= word.start && word.start < one.end);
    if (isNamed || !isCapital(word)) return;
    const candidates = [...(heads.get(word.term) ?? [])].filter((known) => mayBeShort(known, text, words, at));
    if (candidates.length > 0) found.push({ ...spanOf(text, word.start, word.end), candidates });
  });
  return found;
}

function keep(heads: Map<string, Set<Known>>, { candidates }: Mention): void {
  const [known] = candidates;
  if (!known || candidates.length > 1) return; // Of several, the text has not said which.
  for (const head of namesOf(known).flatMap((name) => headOf(known, name))) heads.set(head, (heads.get(head) ?? new Set()).add(known));
}

/** The word by which a name goes on: a person's last, the noun before "for" or "of" of a body. */
function headOf(known: Known, name: string): string[] {
  const words = wordsOf(name);
  if (words.length < 2) return [];
  if (labelOf(known.id) === 'Person') return lastOf(words);
  if (labelOf(known.id) !== 'Group') return [];
  const preposition = words.findIndex(({ text }) => /^(for|of|in|on|to|against|at)$/.test(text));
  return lastOf(preposition > 0 ? words.slice(0, preposition) : words);
}

function lastOf(words: readonly Word[]): string[] {
  const last = words[words.length - 1];
  return last && last.text.length > 2 && isCapital(last) ? [nameTerm(last.text)] : [];
}

/** A body goes by one word only after "the", and before no further name; a person anywhere but in another's name. */
function mayBeShort(known: Known, text: string, words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  const isBeforeName = after !== undefined && isCapital(after) && after.start - (words[at]?.end ?? 0) === 1;
  if (labelOf(known.id) === 'Group') return before !== undefined && /^the$/i.test(before.text) && !isBeforeName;
  return !isBeforeName && !(before && isCapital(before) && !/^(The|Mr|Mrs|Ms|Dr)$/.test(before.text) && !isBetween(text, words, at));
}

/** Whether the capital of the word before is no name's: something else than a blank parts the two, or a sentence begins with it. */
function isBetween(text: string, words: readonly Word[], at: number): boolean {
  const [before, one] = [words[at - 1], words[at]];
  const gap = text.slice(before?.end, one?.start);
  return gap !== ' ' || !/^[^.!?:;“”"\n]+$/.test(text.slice(words[at - 2]?.end ?? 0, before?.start) || '.');
}
