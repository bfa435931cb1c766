import { nameTerm } from '../text.ts';
import { type Span, spanOf } from './span.ts';
import { isCapital, isCased, type Word } from './words.ts';

/** An entity that the graph has, as far as a text can speak of it. */
export interface Known {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly aliases: readonly string[];
  readonly namesInLanguages: readonly string[];
  /** The kind within its type, such as MONITOR, where that is known. */
  readonly kind: string | null;
}

/** A place in a text that speaks of what the graph has. Several candidates have this name: which one is meant is not guessed. */
export interface Mention extends Span {
  readonly candidates: readonly Known[];
}

/** Names of more words are not looked for. */
const mostWords = 8;

/** Every run of words that could be a name, as the one term that names are kept under. Few of them are names; the index knows which. */
export function termsIn(text: string, words: readonly Word[]): string[] {
  const terms = new Set<string>();
  words.forEach((_, at) => {
    for (const { term } of runsFrom(text, words, at)) terms.add(term);
  });
  return [...terms];
}

/** Where the text speaks of the entities: the longest name first, none within another. */
export function mentionsIn(text: string, words: readonly Word[], known: readonly Known[]): Mention[] {
  const byTerm = byTermOf(known);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = longest(text, words, at, byTerm);
    if (!found) continue;
    mentions.push(found.mention);
    at += found.size - 1;
  }
  return mentions;
}

/** All names of an entity, the one it is listed by first. */
export function namesOf({ label, aliases, namesInLanguages }: Known): string[] {
  return [label, ...aliases, ...namesInLanguages];
}

type ByTerm = ReadonlyMap<string, readonly { readonly entity: Known; readonly name: string }[]>;

function byTermOf(known: readonly Known[]): ByTerm {
  const byTerm = new Map<string, { entity: Known; name: string }[]>();
  for (const entity of known) {
    for (const name of namesOf(entity)) byTerm.set(nameTerm(name), [...(byTerm.get(nameTerm(name)) ?? []), { entity, name }]);
  }
  return byTerm;
}

function longest(text: string, words: readonly Word[], at: number, byTerm: ByTerm) {
  for (const { term, size, start, end } of [...runsFrom(text, words, at)].reverse()) {
    const span = spanOf(text, start, end);
    const fitting = (byTerm.get(term) ?? []).filter(({ name }) => isWrittenAs(name, span.quote));
    if (fitting.length > 0) return { size, mention: { ...span, candidates: candidatesOf(fitting) } };
  }
  return null;
}

/** Those that are listed by this name before those that have it for an alias. */
function candidatesOf(fitting: readonly { entity: Known; name: string }[]): Known[] {
  const listed = fitting.filter(({ entity, name }) => entity.label === name);
  return [...new Set([...listed, ...fitting].map(({ entity }) => entity))];
}

interface Run {
  readonly term: string;
  readonly size: number;
  readonly start: number;
  readonly end: number;
}

/** The runs of words that begin here, the shortest first. */
function* runsFrom(text: string, words: readonly Word[], at: number): Generator<Run> {
  const first = words[at] as Word; // The callers go through the words there are.
  const bares = withoutParticle(first);
  let term = '';
  for (let size = 1; size <= mostWords && at + size <= words.length; size += 1) {
    const word = words[at + size - 1] as Word; // The loop stays within the words.
    if (size > 1 && !isJoined(text, words[at + size - 2] as Word, word)) return;
    if (size === 2 && !mayBegin(first, word)) return;
    term += word.term;
    if (term.length < 2) continue;
    yield { term, size, start: first.start, end: word.end };
    for (const { bare, skipped } of bares) yield { term: bare + term.slice(first.term.length), size, start: first.start + skipped, end: word.end };
  }
}

/** A name of several words begins with a capital, where there are any; a particle as in "al-Assad" stands before one. */
function mayBegin(first: Word, second: Word): boolean {
  return !isCased(first) || isCapital(first) || isCapital(second) || second.start - first.end <= 1;
}

/** Whether nothing stands between two words that parts them: a blank, a hyphen, a stop within an abbreviation; no comma, no new paragraph. */
function isJoined(text: string, one: Word, other: Word): boolean {
  const between = text.slice(one.end, other.start);
  if (between.length > 3) return false;
  if (/^\. $/.test(between)) return one.text.length <= 2; // "St. Louis", "J. Smith".
  return /^(\s|\n|[ \t]?[-‐‑–'’ʼ`./&·_][ \t]?| ?\(|\u200c|)$/u.test(between);
}

/** "واللاذقية" is "and Latakia": Arabic writes its shortest words together with the next. */
function withoutParticle({ text, term }: Word): { bare: string; skipped: number }[] {
  if (text.startsWith('لل') && term.length > 4) return [{ bare: `ال${term.slice(2)}`, skipped: 1 }];
  return /^[وفبلك]/.test(text) && term.length > 3 ? [{ bare: term.slice(1), skipped: 1 }] : [];
}

/** "WHO" is not "who", nor is the town of Nice "nice": a name with capitals is not written without. */
function isWrittenAs(name: string, written: string): boolean {
  const [first = ''] = /[\p{L}\p{N}]/u.exec(name) ?? [];
  if (/\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)) return !/\p{Ll}/u.test(written);
  return !/\p{Lu}/u.test(first) || !/^\p{Ll}/u.test(written);
}
