import { ADVERBS, AUXILIARIES, DETERMINERS, LINKING_WORDS, PREPOSITIONS, PRONOUNS, QUOTES, SKIPPED_ADJECTIVES, THINGS } from './function-words.ts';
import {
  ARMED_WORDS,
  BODY_NOUNS,
  CIVIL_BODIES,
  CIVIL_WORDS,
  DEMONYMS,
  FORCE_WORDS,
  HARM_WORDS,
  harmPhraseAt,
  KIN_WORDS,
  PERSON_WORDS,
  type PersonWord,
  TOLL_NOUNS,
} from './lexicon.ts';
import type { Metric, Population } from './mention.ts';
import { type Quantity, readQuantity } from './numbers.ts';
import type { Token } from './tokens.ts';

/** What follows a number: a word for people, a count of harm ("casualties"), an unlisted word, nothing, or something else. */
export type NounKind = 'person' | 'toll' | 'unlisted' | 'none' | 'thing';

/** A noun phrase by its last word; `to` is the token after it. */
export interface Head {
  readonly kind: NounKind;
  readonly population: Population;
  /** Of a toll noun, what it counts. */
  readonly metric: Metric | null;
  readonly to: number;
}

const LONGEST_PHRASE = 9;
const DEMONYM: PersonWord = { population: 'ALL', isPlural: false, isGeneric: true };
const SMALL_WORDS = [PREPOSITIONS, AUXILIARIES, DETERMINERS, PRONOUNS, ADVERBS, LINKING_WORDS];

/** Reads a noun phrase up to its last word for people, which decides; it ends at the latest after nine tokens. */
export function readHead(tokens: readonly Token[], from: number, quantity: Quantity | null): Head {
  let head: Head = { kind: 'none', population: 'UNKNOWN', metric: null, to: from };
  const described: string[] = [];
  for (let at = skipAge(tokens, from); at < from + LONGEST_PHRASE; at += 1) {
    const { word = '', text = '', isGlued = false } = tokens[at] ?? {};
    if (QUOTES.has(word) || (text === '-' && isGlued) || SKIPPED_ADJECTIVES.has(word)) continue;
    const metric = TOLL_NOUNS.get(word);
    if (metric && quantity?.isArticle && /s$/.test(word)) break;
    if (metric && !isCompound(tokens, at)) return { kind: 'toll', population: tollPopulation(word, described), metric, to: at + 1 };
    const isDemonym = quantity?.isArticle === true && DEMONYMS.has(word);
    const person = PERSON_WORDS.get(word) ?? (isDemonym ? DEMONYM : undefined);
    const force = FORCE_WORDS.has(word) && !(head.kind === 'none' && quantity?.isArticle);
    if (THINGS.has(word) && HARM_WORDS.get(word)?.voice === 'noun') return { kind: 'thing', population: 'UNKNOWN', metric: null, to: at + 1 };
    if (isEnd(tokens, at, head, described, quantity?.isArticle === true)) break;
    if (person && !(force && isNounAfter(tokens, at))) {
      head = { kind: 'person', population: personPopulation(word, described), metric: null, to: at + 1 };
      if (person.isPlural && !PERSON_WORDS.has(tokens[at + 1]?.word ?? '')) break;
    } else if (force) {
      head = { kind: 'person', population: 'COMBATANTS', metric: null, to: at + 1 };
    } else if (THINGS.has(word)) {
      head = { kind: 'thing', population: 'UNKNOWN', metric: null, to: at + 1 };
      if (word.endsWith('s') && !PERSON_WORDS.has(tokens[at + 1]?.word ?? '') && !/^['’]$/.test(tokens[at + 1]?.text ?? '')) break;
    } else if (/^(person|thing)$/.test(head.kind) && !isGlued && /(ed|ing|ly)$/.test(word)) {
      break;
    } else {
      const isArmedPhrase = described.some(isArmed) || head.population === 'COMBATANTS';
      head = { kind: 'unlisted', population: isArmedPhrase ? 'COMBATANTS' : womenOr('ALL', described), metric: null, to: at + 1 };
    }
    described.push(word);
  }
  return head;
}

/** "death toll", "body armour": the harm word only describes the next one. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  return /^(toll|tolls|sentence|sentences|threat|threats|squad|report|reports|count|bag|bags|trap|row)$/.test(tokens[at + 1]?.word ?? '');
}

function isNounAfter(tokens: readonly Token[], at: number): boolean {
  return PERSON_WORDS.has(tokens[at + 1]?.word ?? '');
}

/** A phrase ends at a mark, a small word, or a verb of harm that does not itself describe a person ("3 wounded soldiers"). */
function isEnd(tokens: readonly Token[], at: number, head: Head, described: readonly string[], isArticle: boolean): boolean {
  const token = tokens[at];
  if (!token?.isWord || /^(\d|.$)/u.test(token.text)) return true;
  const { word } = token;
  if (harmPhraseAt(tokens, at)) return true;
  if (word === 'and') return !isJoinedAdjective(tokens, at, head, described);
  if (isSmall(word)) return true;
  const harm = HARM_WORDS.get(word);
  if (!harm) return false;
  if (PERSON_WORDS.has(word) && harm.voice === 'active') return true;
  return !isAttribute(tokens, at, head, isArticle);
}

/** "Syrian and Turkish soldiers", "civilian and military persons": one phrase, joined before its head. */
function isJoinedAdjective(tokens: readonly Token[], at: number, head: Head, described: readonly string[]): boolean {
  if (tokens[at]?.word !== 'and' || described.length === 0 || head.to !== at) return false;
  const before = PERSON_WORDS.get(tokens[at - 1]?.word ?? '');
  if (before?.isPlural || (head.kind === 'person' && !before)) return false;
  const isAhead = isPlural(tokens, at + 2) || (tokens[at + 2]?.text === '-' && isPlural(tokens, at + 4));
  const next = tokens[at + 1]?.word ?? '';
  return isAhead && !HARM_WORDS.has(next) && !DETERMINERS.has(next) && !readQuantity(tokens, at + 1);
}

function isPlural(tokens: readonly Token[], at: number): boolean {
  return PERSON_WORDS.get(tokens[at]?.word ?? '')?.isPlural === true;
}

function isAttribute(tokens: readonly Token[], at: number, head: Head, isArticle: boolean): boolean {
  const voice = HARM_WORDS.get(tokens[at]?.word ?? '')?.voice;
  if (head.kind !== 'none' || (voice !== 'participle' && voice !== 'state')) return false;
  if (TOLL_NOUNS.has(tokens[at + 1]?.word ?? '')) return true;
  for (const { word, isWord } of tokens.slice(at + 1, at + 4)) {
    const person = PERSON_WORDS.get(word);
    if (person) return person.isPlural === !isArticle && !/^(officials|police|forces|sources)$/.test(word);
    if (!isWord || isSmall(word)) return false;
  }
  return false;
}

function isSmall(word: string): boolean {
  return SMALL_WORDS.some((list) => list.has(word));
}

function personPopulation(word: string, described: readonly string[]): Population {
  const own = PERSON_WORDS.get(word);
  if (!own) return 'ALL';
  if (/^(members?|leaders?|workers?|guards?)$/.test(word)) {
    if (described.some((other) => KIN_WORDS.has(other))) return 'ALL';
    if (described.some((other) => CIVIL_BODIES.has(other))) return 'CIVILIANS';
  }
  if (/^(officials?)$/.test(word) && described.some(isArmed)) return 'COMBATANTS';
  return (own.isGeneric ? describedPopulation(described) : null) ?? womenOr(own.population, described);
}

/** "3 female prisoners" are women; "3 female fighters" are fighters. */
function womenOr(population: Population, described: readonly string[]): Population {
  return population === 'ALL' && described.includes('female') ? 'WOMEN' : population;
}

function tollPopulation(word: string, described: readonly string[]): Population {
  const populations = described.map((other) => PERSON_WORDS.get(other)?.population);
  const told = populations.findLast((population) => population !== undefined && population !== 'ALL');
  return describedPopulation(described) ?? told ?? (BODY_NOUNS.has(word) ? 'ALL' : 'UNKNOWN');
}

function describedPopulation(described: readonly string[]): Population | null {
  if (described.some((word) => CIVIL_WORDS.has(word))) return described.some(isArmed) ? 'ALL' : 'CIVILIANS';
  return described.some(isArmed) ? 'COMBATANTS' : null;
}

/** Whether a word names or describes an armed party. */
export function isArmed(word: string): boolean {
  return ARMED_WORDS.has(word) || FORCE_WORDS.has(word);
}

/** "a 12-year-old boy". */
function skipAge(tokens: readonly Token[], at: number): number {
  const isAge = /^(year|month|day)$/.test(tokens[at + 2]?.word ?? '') && tokens[at + 1]?.text === '-' && tokens[at + 4]?.word === 'old';
  return isAge ? at + 5 : at;
}
