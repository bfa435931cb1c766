import type { Token } from '../toll/tokens.ts';
import type { Mention } from './names.ts';
import { isPerson, sourcesOf, type Telling } from './speaker.ts';
import { CLAUSE, GROUP_NOUNS, MOUTHPIECES, PREPOSITIONS, RELATIVE, SOURCE_NOUNS } from './speech-words.ts';

type Range = readonly [from: number, to: number];

/** A subject is no further from its verb than so many tokens. */
const furthest = 40;

/** What may be the subject of a verb, as ranges of tokens, the likeliest first; none where the verb stands before its subject. */
export function subjectsOf(tokens: readonly Token[], verb: number): Range[] {
  const isAfterComma = tokens[verb - 1]?.text === ',';
  const parts = partsBefore(tokens, isAfterComma ? verb - 1 : verb, isAfterComma);
  const [last, ...earlier] = parts;
  if (!last) return [];
  if (!isAfterComma) return [last];
  return earlier; // "Ali Sheha, a 57-year-old resident, told": what stands between the commas only describes.
}

/** The parts of the clause before a token, between its commas, the last first. */
function partsBefore(tokens: readonly Token[], end: number, isApposed: boolean): Range[] {
  const parts: Range[] = [];
  let to = end;
  let at = end - 1;
  for (; at >= Math.max(0, end - furthest); at -= 1) {
    const { text, word } = tokens[at] as Token; // `at` is not below zero.
    if (/^[;:“”"«»—–.!?]$/.test(text)) break;
    if (CLAUSE.has(word) || (RELATIVE.has(word) && !isApposed)) break;
    if (text !== ',') continue;
    if (at + 1 < to) parts.push([at + 1, to]);
    to = at;
  }
  const isRelative = RELATIVE.has(tokens[at]?.word ?? '');
  if (at + 1 < to && !isRelative) parts.push([at + 1, to]);
  return parts;
}

/** Where the noun that begins at a token ends: with a name, or with a noun that describes a source; at the latest with its clause. */
export function nounEnd(tokens: readonly Token[], from: number, { here }: Telling): number {
  for (let at = from; at < Math.min(tokens.length, from + 10); at += 1) {
    const { start, text, word, isWord } = tokens[at] as Token; // `at` stays below the length.
    if (!isWord && !/^[-()&]$/.test(text)) return at;
    const mention = here.find((one) => one.start <= start && start < one.end && sourcesOf(one).length > 0);
    if (mention) return endOf(tokens, at, spokesmanAfter(tokens, mention, here) ?? mention.end);
    const next = tokens[at + 1]?.word ?? '';
    const isNoun = SOURCE_NOUNS.has(word) || GROUP_NOUNS.has(word);
    if (isNoun && !SOURCE_NOUNS.has(next) && !MOUTHPIECES.has(next)) return at + 1;
  }
  return Math.min(tokens.length, from + 10);
}

/** Where the name of a body's own head ends, in "SOHR director Rami Abdurrahman". */
function spokesmanAfter(tokens: readonly Token[], { end }: Mention, here: readonly Mention[]): number | null {
  const after = tokens.filter(({ start }) => start >= end).slice(0, 5);
  const until = after.findIndex(({ word, isWord }) => !isWord || CLAUSE.has(word) || PREPOSITIONS.has(word));
  const [person] = (until < 0 ? after : after.slice(0, until)).flatMap(
    (token) => here.find(({ start, candidates }) => start === token.start && candidates.some(isPerson)) ?? [],
  );
  return person?.end ?? null;
}

function endOf(tokens: readonly Token[], at: number, end: number): number {
  const after = tokens.findIndex(({ start }, index) => index > at && start >= end);
  return after < 0 ? tokens.length : after;
}
