import { labelOf } from '../ids.ts';
import type { Token } from '../toll/tokens.ts';
import type { Known, Mention } from './names.ts';
import { type Span, spanOf } from './span.ts';
import { GROUP_NOUNS, type GroupKind, MOUTHPIECES, NOBODY, PREPOSITIONS, PRONOUNS, SOURCE_NOUNS } from './speech-words.ts';

/** Whose word something is, as far as a text tells. */
export interface Speaker {
  /** What the graph has of that name: one, or several of which the text does not say which; none when it is not known. */
  readonly candidates: readonly Known[];
  /** A source that the text names or describes and the graph does not have: what it would be recorded as. */
  readonly described: { readonly name: string; readonly kind: GroupKind } | null;
}

/** What is known of a text while it is read from its beginning on. */
export interface Telling {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Those of the sentence at hand. */
  readonly here: readonly Mention[];
  /** Who has spoken so far, the latest first. */
  readonly spoken: readonly Speaker[];
}

/** The tokens of one phrase, with their places in the whole text. */
export interface Phrase {
  readonly tokens: readonly Token[];
  readonly span: Span;
}

export function phraseOf(text: string, tokens: readonly Token[]): Phrase | null {
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  return first && last ? { tokens, span: spanOf(text, first.start, last.end) } : null;
}

/** Whom a phrase such as "the Britain-based monitoring group" or "SOHR chief Rami Abdurrahman" stands for: the first that can speak. */
export function speakerOf({ tokens, span }: Phrase, telling: Telling): Speaker | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token; // The loop stays within the tokens.
    const mention = telling.here.find(({ start, end }) => start <= token.start && token.start < end);
    const sources = mention ? sourcesOf(mention) : [];
    if (mention && sources.length > 0) return ofMention(sources, mention, tokens.slice(at), telling);
    if (mention) continue; // A place or a community only describes who speaks.
    const pronoun = PRONOUNS.get(token.word);
    if (pronoun) return latest(telling, pronoun);
    if (GROUP_NOUNS.has(token.word) && !isBefore(tokens, at, SOURCE_NOUNS)) return ofGroupNoun(tokens, at, span, telling);
    if (MOUTHPIECES.has(token.word)) return ofMouthpiece(tokens, at, span, telling);
    const kind = SOURCE_NOUNS.get(token.word);
    if (kind && !isBefore(tokens, at, SOURCE_NOUNS, MOUTHPIECES)) return ofKind(kind, at, tokens, span, telling);
    if (at > 0 && PREPOSITIONS.has(token.word)) break;
  }
  return named(tokens, span, telling);
}

/** "SOHR chief Rami Abdurrahman" is the person; "an HTS official" is nobody that is known; "SOHR" and its spokesman are SOHR. */
function ofMention(sources: readonly Known[], mention: Mention, rest: readonly Token[], telling: Telling): Speaker {
  const after = rest.filter(({ start }) => start >= mention.end);
  const until = after.findIndex(({ word, isWord }) => PREPOSITIONS.has(word) || (!isWord && word !== '(' && word !== ')'));
  const near = until < 0 ? after : after.slice(0, until);
  for (const token of near) {
    const person = telling.here.find(({ start, candidates }) => start === token.start && candidates.some(isPerson));
    if (person) return { candidates: person.candidates.filter(isPerson), described: null };
  }
  const [next] = near;
  const isOfGroup = next && SOURCE_NOUNS.get(next.word) === 'UNORGANISED' && !sources.some(isPerson);
  if (isOfGroup) return { candidates: [], described: { name: capitalised(`${mention.quote} ${next.text}`), kind: 'UNORGANISED' } };
  return { candidates: sources, described: null };
}

/** "the monitoring group": which of those that the text names is one; whoever spoke last, if it is. */
function ofKind(kind: GroupKind, at: number, tokens: readonly Token[], span: Span, telling: Telling): Speaker | null {
  const last = latest(telling, 'group');
  if (kind !== 'UNORGANISED' && last?.candidates.some((known) => known.kind === kind)) return last;
  const named = distinct(telling.mentions.flatMap(sourcesOf)).filter((known) => known.kind === kind);
  if (kind !== 'UNORGANISED' && kind !== 'UNKNOWN' && named.length > 0) return { candidates: named, described: null };
  const ofWhom = tokens.slice(at + 1).findIndex(({ word, isWord }) => !isWord || PREPOSITIONS.has(word));
  const end = tokens[ofWhom < 0 ? tokens.length - 1 : at + ofWhom]?.end ?? span.end;
  return described(span.quote.slice(0, end - span.start), kind);
}

function ofGroupNoun(tokens: readonly Token[], at: number, span: Span, telling: Telling): Speaker | null {
  const isMonitor = /^monitoring$/.test(tokens[at - 1]?.word ?? '');
  if (isMonitor) return ofKind('MONITOR', at, tokens, span, telling);
  const last = latest(telling, 'group');
  if (last && /^(the|a|this)$/.test(tokens[at - 1]?.word ?? '')) return last;
  return ofKind('NGO', at, tokens, span, { ...telling, spoken: [] });
}

/** "a spokesman for the SDF" speaks for the SDF; "the director, Rami Abdurrahman" is a person; else it is somebody. */
function ofMouthpiece(tokens: readonly Token[], at: number, span: Span, telling: Telling): Speaker | null {
  for (const token of tokens.slice(at + 1)) {
    const mention = telling.here.find(({ start, end }) => start <= token.start && token.start < end);
    const sources = mention ? sourcesOf(mention) : [];
    if (sources.length > 0) return { candidates: sources, described: null };
  }
  return named(tokens.slice(at + 1), span, telling) ?? described(span.quote, 'UNORGANISED');
}

/** A name that the graph does not have: words with capitals that are no name of a place. */
function named(tokens: readonly Token[], span: Span, { here }: Telling): Speaker | null {
  const isMentioned = (token: Token) => here.some(({ start, end }) => start <= token.start && token.start < end);
  const first = tokens.findIndex((token) => /^\p{Lu}/u.test(token.text) && !NOBODY.has(token.word) && !isMentioned(token));
  if (first < 0) return null;
  const rest = tokens.slice(first);
  const end = rest.findIndex(({ text, word, isWord }) => !isWord || (!/^\p{Lu}/u.test(text) && !/^(of|for|and|the|al|de|ibn|bin)$/.test(word)));
  const run = end < 0 ? rest : rest.slice(0, end);
  while (run.length > 0 && !/^\p{Lu}/u.test(run[run.length - 1]?.text ?? '')) run.pop();
  const [one, last] = [run[0], run[run.length - 1]];
  if (!one || !last || run.length > 10) return null;
  return described(span.quote.slice(one.start - span.start, last.end - span.start), 'UNKNOWN');
}

function described(name: string, kind: GroupKind): Speaker | null {
  const plain = name.replace(/\s+/g, ' ').trim();
  return plain.length < 2 || plain.length > 200 ? null : { candidates: [], described: { name: capitalised(plain), kind } };
}

/** Whoever spoke last, if it can be meant by such a word. */
function latest({ spoken }: Telling, who: 'group' | 'person' | 'any'): Speaker | null {
  const fits = ({ candidates, described: unknown }: Speaker) => {
    if (who === 'any') return true;
    if (unknown) return (who === 'person') === (unknown.kind === 'UNORGANISED') || unknown.kind === 'UNKNOWN';
    return candidates.every((known) => isPerson(known) === (who === 'person'));
  };
  return spoken.find(fits) ?? null;
}

function isBefore(tokens: readonly Token[], at: number, ...nouns: readonly { has(word: string): boolean }[]): boolean {
  return nouns.some((some) => some.has(tokens[at + 1]?.word ?? ''));
}

/** Only groups and people speak. */
export function sourcesOf({ candidates }: Mention): readonly Known[] {
  return candidates.filter(({ id }) => labelOf(id) === 'Group' || labelOf(id) === 'Person');
}

export function isPerson({ id }: Known): boolean {
  return labelOf(id) === 'Person';
}

function distinct(known: readonly Known[]): Known[] {
  return [...new Map(known.map((one) => [one.id, one])).values()];
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
