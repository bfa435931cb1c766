import { extractTolls } from '../toll/extract.ts';
import type { TollMention } from '../toll/mention.ts';
import { type Token, tokenize } from '../toll/tokens.ts';
import { type Known, type Mention, mentionsIn } from './names.ts';
import { eachOnce, type NewPlace, newPlacesIn } from './new-place.ts';
import { sentencesOf } from './sentences.ts';
import { shortForms } from './short-forms.ts';
import { type Silence, silencesIn } from './silence.ts';
import type { Span } from './span.ts';
import type { Speaker } from './speaker.ts';
import { type Speech, speechesIn } from './speech.ts';
import { type Word, wordsOf } from './words.ts';

/** A number of people harmed, as a text puts it, and on whose word. A suggestion: a reviewer decides. */
export interface SuggestedClaim extends TollMention {
  readonly sentence: Span;
  /** Whose word it is and the words that tell so; null where the text tells of nobody. */
  readonly speech: Speech | null;
}

/** What was read out of a text. Nothing of it is stored. */
export interface Reading {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly claims: readonly SuggestedClaim[];
  readonly silences: readonly Silence[];
  readonly newPlaces: readonly NewPlace[];
}

/** Reads a text, with what the graph knows of its names. */
export function readText(text: string, known: readonly Known[], words: readonly Word[] = wordsOf(text)): Reading {
  const long = mentionsIn(text, words, known);
  const mentions = [...long, ...shortForms(text, words, long)].sort((one, other) => one.start - other.start);
  const claims: SuggestedClaim[] = [];
  const silences: Silence[] = [];
  const newPlaces: NewPlace[] = [];
  let spoken: readonly Speaker[] = [];
  let next = 0;

  for (const sentence of sentencesOf(text)) {
    for (; (mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start; next += 1);
    const later = mentions.findIndex(({ start }, at) => at >= next && start >= sentence.end);
    const here = mentions.slice(next, later < 0 ? mentions.length : later);
    const tokens = tokenize(sentence.quote).map((token) => ({ ...token, start: token.start + sentence.start, end: token.end + sentence.start }));
    const telling = { text, mentions, here, spoken };
    const speeches = speechesIn(tokens, telling);
    silences.push(...silencesIn(tokens, sentence, telling));
    newPlaces.push(...newPlacesIn(tokens, here, text));
    for (const toll of extractTolls(sentence.quote)) {
      const placed = { ...toll, start: toll.start + sentence.start, end: toll.end + sentence.start };
      claims.push({ ...placed, sentence, speech: speechOf(placed, tokens, speeches) });
    }
    spoken = [...speeches.map(({ speaker }) => speaker).reverse(), ...spoken].slice(0, 50);
  }
  return { text, mentions, claims, silences, newPlaces: eachOnce(newPlaces) };
}

/** Of several who speak in a sentence, whoever is fewest clauses away from the number; of two as near, the one before it. */
function speechOf(toll: Span, tokens: readonly Token[], speeches: readonly Speech[]): Speech | null {
  const distance = ({ phrase }: Speech) => {
    const [from, to] = phrase.end <= toll.start ? [phrase.end, toll.start] : [toll.end, phrase.start];
    const between = tokens.filter(
      ({ start, text, word }) => start >= from && start < to && (/^[,;]$/.test(text) || /^(while|whereas|but|although)$/.test(word)),
    );
    return between.length + (phrase.end <= toll.start ? 0 : 0.5);
  };
  const [nearest = null] = [...speeches].sort((one, other) => distance(one) - distance(other));
  return nearest;
}
