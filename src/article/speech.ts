import type { Token } from '../toll/tokens.ts';
import type { Span } from './span.ts';
import { phraseOf, type Speaker, speakerOf, type Telling } from './speaker.ts';
import { NOUN_VERBS, PASSIVE, PREPOSITIONS, SOURCE_NOUNS, SPEECH_VERBS, TOLL_WORDS } from './speech-words.ts';
import { nounEnd, subjectsOf } from './subject.ts';

/** That somebody says something: who, and the words that tell it ("The Observatory said", "according to AFP"). */
export interface Speech {
  readonly speaker: Speaker;
  readonly phrase: Span;
}

/** Who speaks in one sentence, in its order. Its tokens have their places in the whole text. */
export function speechesIn(tokens: readonly Token[], telling: Telling): Speech[] {
  const speeches: Speech[] = [];
  let now = telling;
  tokens.forEach((_, at) => {
    const found = patterns.reduce<Speech | null>((speech, pattern) => speech ?? pattern(tokens, at, now), null);
    if (!found) return;
    speeches.push(found);
    now = { ...now, spoken: [found.speaker, ...now.spoken] };
  });
  return speeches;
}

type Pattern = (tokens: readonly Token[], at: number, telling: Telling) => Speech | null;

/** "According to the Britain-based monitoring group, …" */
const accordingTo: Pattern = (tokens, at, telling) => {
  if (tokens[at]?.word !== 'according' || tokens[at + 1]?.word !== 'to') return null;
  const end = nounEnd(tokens, at + 2, telling);
  return heard(telling, tokens.slice(at, end), tokens.slice(at + 2, end));
};

/** "documented by SNHR", "was reported by witnesses", "a toll given by the ministry" */
const byWhom: Pattern = (tokens, at, telling) => {
  const { word = '' } = tokens[at] ?? {};
  const isTelling = SPEECH_VERBS.has(word) || TOLL_WORDS.has(word) || /^(given|published|released|compiled|issued|cited|quoted)$/.test(word);
  if (!isTelling || tokens[at + 1]?.word !== 'by') return null;
  const end = nounEnd(tokens, at + 2, telling);
  return heard(telling, tokens.slice(at, end), tokens.slice(at + 2, end));
};

/** "The Observatory said …", "…, residents told AFP", "“…,” said Rami Abdurrahman" */
const said: Pattern = (tokens, at, telling) => {
  const [before, verb, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!verb || !(SPEECH_VERBS.has(verb.word) || isNounVerb(tokens, at))) return null;
  if (before?.text === '-') return null; // "so-called"
  if (PASSIVE.has(before?.word ?? '') || /^(to|not|an?|the|of)$/.test(before?.word ?? '') || after?.word === 'by') return null;
  for (const [from, to] of subjectsOf(tokens, at)) {
    const speech = heard(telling, tokens.slice(from, listenerEnd(tokens, at, telling)), tokens.slice(from, to));
    if (speech) return speech;
  }
  const isTurned = before !== undefined && !before.isWord && !/^(that|on|in|it|there)$/.test(after?.word ?? '');
  if (!isTurned) return null;
  const end = nounEnd(tokens, at + 1, telling);
  return heard(telling, tokens.slice(at, end), tokens.slice(at + 1, end));
};

/** Behind "told", also whom it was told to: "told AFP". */
function listenerEnd(tokens: readonly Token[], verb: number, { here }: Telling): number {
  const listener = /^(tell|tells|told)$/.test(tokens[verb]?.word ?? '') ? here.find(({ start }) => start === tokens[verb + 1]?.start) : undefined;
  return listener ? tokens.findLastIndex(({ end }) => end <= listener.end) + 1 : verb + 1;
}

/** "estimates", "counts", "puts the toll at": verbs only where a number or "that" follows. */
function isNounVerb(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {};
  if (!NOUN_VERBS.has(word)) return false;
  const after = tokens.slice(at + 1, at + 5).map((token) => token.word);
  if (/^puts?$/.test(word)) return after.some((one) => TOLL_WORDS.has(one));
  return word !== 'claims' && /^(that|\d.*|at|about|more|over|nearly|almost|around)$/.test(after[0] ?? '');
}

/** "Its previous toll of 830", "SOHR's figures": only those that are known, or spoke before, have counted; "the war's toll" is nobody's. */
const counted: Pattern = (tokens, at, telling) => {
  if (!TOLL_WORDS.has(tokens[at]?.word ?? '')) return null;
  for (let owner = at - 1; owner >= Math.max(0, at - 4); owner -= 1) {
    const token = tokens[owner] as Token; // `owner` is not below zero.
    if (/^(its|their)$/.test(token.word)) return heard(telling, tokens.slice(owner, at + 1), [token]);
    const mention = /['’]s?$/.test(token.text) ? telling.here.find(({ start, end }) => start <= token.start && token.start < end) : undefined;
    if (mention) {
      const whole = tokens.filter(({ start }) => start >= mention.start && start <= (tokens[at] as Token).start);
      const speech = heard(telling, whole, whole.slice(0, owner + 1 - tokens.indexOf(whole[0] as Token)));
      return speech && speech.speaker.candidates.length > 0 ? speech : null;
    }
    if (!token.isWord || PREPOSITIONS.has(token.word)) return null;
  }
  return null;
};

/** A headline's way: "40 killed in Aleppo: monitor", "SOHR: 40 killed". */
const colon: Pattern = (tokens, at, telling) => {
  if (tokens[at]?.text !== ':') return null;
  for (const who of [tokens.slice(at + 1), tokens.slice(0, at)]) {
    const isShort = who.length > 0 && who.length <= 6 && who.every(({ isWord, text }) => isWord || /^[-()]$/.test(text));
    const speech = isShort ? heard(telling, who, who) : null;
    if (speech && (speech.speaker.candidates.length > 0 || who.some(({ word }) => SOURCE_NOUNS.has(word)))) return speech;
  }
  return null;
};

const patterns: readonly Pattern[] = [accordingTo, byWhom, said, counted, colon];

/** The speech of whoever `who` stands for, told by the words of `phrase`. */
export function heard(telling: Telling, phrase: readonly Token[], who: readonly Token[]): Speech | null {
  const [whole, subject] = [phraseOf(telling.text, phrase), phraseOf(telling.text, who)];
  const speaker = subject && speakerOf(subject, telling);
  return speaker && whole ? { speaker, phrase: whole.span } : null;
}
