import { AUXILIARIES, DETERMINERS, QUOTES } from './function-words.ts';
import { type Head, isArmed, readHead } from './head.ts';
import { ARMED_BODIES, CIVIL_BODIES, HARM_WORDS, KIN_WORDS } from './lexicon.ts';
import type { Population } from './mention.ts';
import { type Quantity, readQuantity } from './numbers.ts';
import type { Token } from './tokens.ts';

/** The noun phrase of a number. */
export interface People extends Head {
  /** "3 of them", "17 of whom": a part of a number told before. */
  readonly isOfThem: boolean;
}

/** Reads the noun phrase a quantity counts. */
export function readPeople(tokens: readonly Token[], quantity: Quantity): People {
  const at = skipQuotes(tokens, quantity.to);
  if (!quantity.isArticle && isFrom(tokens, at)) return readFrom(tokens, at);
  if (tokens[at]?.word !== 'of') return asPeople(readList(tokens, at, quantity), false);
  const next = tokens[at + 1]?.word ?? '';
  if (/^(them|whom|which|these|those|who)$/.test(next)) return readOfThem(tokens, at + 2);
  if (next === 'both' || (next === 'the' && tokens[at + 2]?.word === 'two')) return readOfBoth(tokens, at + 1);
  const from = DETERMINERS.has(next) ? at + 2 : at + 1;
  const base = readBase(tokens, from);
  if (base) return base;
  const list = readList(tokens, from, quantity);
  const isArmedBody = list.kind === 'thing' && from === at + 2 && ARMED_BODIES.has(tokens[list.to - 1]?.word ?? '');
  return asPeople(isArmedBody ? { ...list, kind: 'person', population: 'COMBATANTS' } : list, false);
}

/** "14 of 20 hostages were killed": the number they are a part of, unless it is told of by itself: "3 of the 12 killed were children". */
function readBase(tokens: readonly Token[], from: number): People | null {
  const base = readQuantity(tokens, from);
  if (!base || base.isArticle) return null;
  const list = readList(tokens, base.to, base);
  const isHarmed = HARM_WORDS.has(tokens[list.to]?.word ?? '') && AUXILIARIES.has(tokens[list.to + 1]?.word ?? '');
  return isHarmed || tokens[list.to]?.word === 'who' ? null : asPeople(list, false);
}

function asPeople({ kind, population, metric, to }: Head, isOfThem: boolean): People {
  return { kind, population, metric, to, isOfThem };
}

/** Reads a noun phrase without a number, such as the one after "the number of". */
export function readUnnumbered(tokens: readonly Token[], from: number): Head {
  return readList(tokens, DETERMINERS.has(tokens[from]?.word ?? '') ? from + 1 : from, null);
}

/** The population of an unnumbered phrase, such as the one after "casualties of"; null when it names nobody. */
export function populationFrom(tokens: readonly Token[], from: number): Population | null {
  const { kind, population } = readUnnumbered(tokens, from);
  return kind === 'person' ? population : null;
}

/** "26 from the regime forces", "5 of one family". */
function isFrom(tokens: readonly Token[], at: number): boolean {
  if (!/^(of|from|among)$/.test(tokens[at]?.word ?? '')) return false;
  return isKin(tokens, at) || (tokens[at]?.word !== 'of' && populationFrom(tokens, at + 1) === 'COMBATANTS');
}

function readFrom(tokens: readonly Token[], at: number): People {
  return { kind: 'person', population: isKin(tokens, at) ? 'ALL' : 'COMBATANTS', metric: null, isOfThem: false, to: at + 2 };
}

function isKin(tokens: readonly Token[], at: number): boolean {
  const near = [1, 2, 3].map((offset) => tokens[at + offset]?.word ?? '');
  return /^(one|a|the|same|his|her|their)$/.test(near[0] ?? '') && near.includes('family');
}

function ownerPopulation(tokens: readonly Token[], from: number): Population | null {
  const isArmedBody = tokens.slice(from, from + 6).some(({ word }) => ARMED_BODIES.has(word));
  return populationFrom(tokens, from) ?? (isArmedBody ? 'COMBATANTS' : null);
}

function readOfThem(tokens: readonly Token[], at: number): People {
  const next = tokens[at]?.word ?? '';
  const head = readHead(tokens, /^(were|was|are|is)$/.test(next) ? at + 1 : at, null);
  if (head.kind !== 'person') return { kind: 'none', population: 'UNKNOWN', metric: null, isOfThem: true, to: at };
  return asPeople(head, true);
}

function readOfBoth(tokens: readonly Token[], at: number): People {
  const isParties = [1, 2].some((offset) => /^(parties|sides)$/.test(tokens[at + offset]?.word ?? ''));
  return { kind: 'person', population: isParties ? 'COMBATANTS' : 'ALL', metric: null, isOfThem: false, to: at + (isParties ? 2 : 1) };
}

/** Several nouns under one number, "men, women and children"; every step consumes a token, and three nouns are enough to know. */
function readList(tokens: readonly Token[], from: number, quantity: Quantity | null): Head {
  let head = readHead(tokens, from, quantity);
  if (head.kind === 'thing' || quantity?.isArticle) return head;
  head = withOwner(tokens, head);
  for (let count = 0; count < 3 && head.kind === 'person'; count += 1) {
    const more = readMore(tokens, head.to, count > 0);
    if (!more) break;
    const isSame = more.population === head.population || (head.population === 'COMBATANTS' && isFollower(tokens, more.to));
    head = { ...more, population: isSame ? head.population : 'ALL' };
  }
  return head;
}

/** "soldiers and loyalists": the second word adds no other population. */
function isFollower(tokens: readonly Token[], to: number): boolean {
  return /^(loyalists|supporters|men)$/.test(tokens[to - 1]?.word ?? '');
}

function readMore(tokens: readonly Token[], at: number, isList: boolean): Head | null {
  const joint = tokens[at]?.word ?? '';
  if (!/^(and|or|&|,)$/.test(joint)) return null;
  const from = joint === ',' && tokens[at + 1]?.word === 'and' ? at + 2 : at + 1;
  const head = readHead(tokens, DETERMINERS.has(tokens[from]?.word ?? '') ? from + 1 : from, null);
  if (head.kind !== 'person' || readQuantity(tokens, from)) return null;
  // After a comma only a list that closes with "and" is certain to go on; otherwise a new sentence may begin.
  const isClosing = joint !== ',' || (isList && from === at + 2) || /^(and|or|&|,)$/.test(tokens[head.to]?.word ?? '');
  return isClosing ? withOwner(tokens, head) : null;
}

/** "casualties of the regime forces", "members of one family": the words after "of" say who they are. */
function withOwner(tokens: readonly Token[], head: Head): Head {
  const of = tokens[head.to]?.word ?? '';
  const last = tokens[head.to - 1]?.word ?? '';
  if (head.kind === 'toll' && /^(of|from|among|in)$/.test(of)) {
    const isRanks = /^(ranks|lines)$/.test(tokens[head.to + 2]?.word ?? '') && tokens[head.to + 3]?.word === 'of';
    const owner = of === 'in' && !isRanks ? null : ownerPopulation(tokens, isRanks ? head.to + 4 : head.to + 1);
    const isNew = owner !== null && (of === 'from' ? owner === 'COMBATANTS' : owner !== 'ALL' || head.population === 'UNKNOWN');
    return isNew ? { ...head, population: owner } : head;
  }
  if (/^(members|member|leader|leaders|elements|guards|officers|men)$/.test(last) && of === 'of') {
    const near = [1, 2, 3, 4].map((offset) => tokens[head.to + offset]?.word ?? '');
    if (near.some((word) => KIN_WORDS.has(word))) return { ...head, population: 'ALL' };
    if (near.some((word) => CIVIL_BODIES.has(word)) && !near.some(isArmed)) return { ...head, population: 'CIVILIANS' };
  }
  return head;
}

function skipQuotes(tokens: readonly Token[], at: number): number {
  return QUOTES.has(tokens[at]?.word ?? '') ? at + 1 : at;
}
