import type { NounKind } from './head.ts';
import { HARM_WORDS, type HarmWord, harmPhraseAt, UNDOING_WORDS, type Voice } from './lexicon.ts';
import type { Metric, Population } from './mention.ts';
import { boundsOf, type Quantity, readQuantity } from './numbers.ts';
import { populationFrom, readPeople } from './people.ts';
import { type Role, roleOf } from './role.ts';
import { isPhrase, phraseBook, type Token } from './tokens.ts';

/** A number of people; `from` and `to` are tokens, `last` is the end of the span it is quoted with. */
export interface PeopleItem {
  readonly type: 'people';
  readonly from: number;
  readonly to: number;
  readonly last: number;
  readonly quantity: Quantity;
  readonly noun: NounKind;
  readonly population: Population;
  /** What a counted toll noun says by itself: "5 casualties", "10 martyrs and wounded". */
  readonly metrics: readonly Metric[];
  readonly isOfThem: boolean;
  /** "6 wounded fighters": harm that only describes them, and counts where nothing else tells of them. */
  readonly described: Metric | null;
}

/** One or more words of harm that share their people: "kill and injure". */
export interface HarmItem {
  readonly type: 'harm';
  readonly from: number;
  readonly to: number;
  readonly voice: Voice;
  readonly metrics: readonly Metric[];
  /** "destroyed", which harms only when its object is armed people. */
  readonly isUndoing: boolean;
}

/** "death toll", or "number of" with what it counts still to be read. */
export interface TollItem {
  readonly type: 'toll' | 'number-of';
  readonly from: number;
  readonly to: number;
}

/** Any other word. */
export interface WordItem {
  readonly type: 'word';
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

export type Item = PeopleItem | HarmItem | TollItem | WordItem;

const jointAt = phraseBook(['in addition to', 'as well as', 'along with', 'together with'].map((phrase) => ({ words: phrase.split(' ') })));

/** Cuts a text into items, from left to right; every item takes at least one token. */
export function readItems(tokens: readonly Token[]): Item[] {
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const item = readPeopleItem(tokens, at) ?? readToll(tokens, at) ?? readHarm(tokens, at, items) ?? readWord(tokens, at);
    items.push(item);
    at = item.to;
  }
  return items;
}

/** What two or more words of harm under one number amount to. */
export function combine(metrics: readonly Metric[]): readonly Metric[] {
  const told = new Set(metrics);
  if (!told.has('CASUALTIES') && !(told.has('KILLED') && told.has('INJURED'))) return [...told];
  return ['CASUALTIES', ...[...told].filter((metric) => !['KILLED', 'INJURED', 'CASUALTIES'].includes(metric))];
}

function readPeopleItem(tokens: readonly Token[], from: number): Item | null {
  const quantity = readQuantity(tokens, from);
  if (!quantity) return null;
  const isAtLeastOf = isAtLeast(tokens, quantity.to) && tokens[quantity.to + 2]?.word === 'of';
  const people = readPeople(tokens, isAtLeastOf ? { ...quantity, to: quantity.to + 2 } : quantity);
  const isPerson = people.kind === 'person' || people.kind === 'toll';
  if (quantity.isArticle && !isPerson) return null;
  if (people.kind === 'thing') return { type: 'word', from, to: quantity.to, role: 'other' };
  const joined = people.metric ? joinedToll(tokens, people.to) : null;
  const to = joined?.to ?? people.to;
  const owner = joined && tokens[to]?.word === 'of' ? populationFrom(tokens, to + 1) : null;
  const atLeast = atLeastAfter(tokens, to);
  const after = atLeast !== null && quantity.bounds.operator === 'EXACT' && !quantity.isArticle;
  return {
    type: 'people',
    from,
    to: atLeast ?? to,
    last: after ? atLeast : quantity.to,
    quantity: after ? { ...quantity, bounds: boundsOf('AT_LEAST', quantity.bounds.best ?? 1) } : quantity,
    noun: people.kind,
    population: owner ?? people.population,
    metrics: people.metric ? combine([people.metric, ...(joined ? joined.metrics : [])]) : [],
    isOfThem: people.isOfThem,
    described: people.kind === 'person' ? describedHarm(tokens, quantity.to, people.to) : null,
  };
}

function describedHarm(tokens: readonly Token[], from: number, to: number): Metric | null {
  const harms = tokens.slice(from, to).map(({ word }) => HARM_WORDS.get(word));
  return harms.find((harm) => harm?.voice === 'participle' || harm?.voice === 'state')?.metric ?? null;
}

/** The end of "at least" after a noun, "4 persons at least", or after its owner, "25 members of the organization at least". */
function atLeastAfter(tokens: readonly Token[], to: number): number | null {
  const isOwned = tokens[to]?.word === 'of';
  for (let at = to; at < to + (isOwned ? 9 : 1); at += 1) {
    if (isAtLeast(tokens, at)) return at + 2;
    const role = at < tokens.length ? roleOf(tokens, at) : 'stop';
    if (!/^(of|light|other|and)$/.test(role) || HARM_WORDS.has(tokens[at]?.word ?? '')) return null;
  }
  return null;
}

function isAtLeast(tokens: readonly Token[], at: number): boolean {
  return isPhrase(tokens, at, ['at', 'least']) && !hasNumber(tokens, at + 2);
}

/** "casualties and injuries", "martyrs and wounded", but not "3 martyrs and wounded 5". */
export function joinedToll(tokens: readonly Token[], from: number): { metrics: readonly Metric[]; to: number } | null {
  const metrics: Metric[] = [];
  let to = from;
  // At most three words join a toll noun, and each round takes at least two tokens.
  while (metrics.length < 3) {
    const at = to + jointLength(tokens, to);
    const word = tokens[at]?.word ?? '';
    const metric = word === 'wound' || word === 'wounds' ? 'INJURED' : HARM_WORDS.get(word)?.metric;
    const isListed = tokens[to]?.text !== ',' || tokens[at - 1]?.word === 'and' || jointLength(tokens, at + 1) > 0;
    if (at === to || metric === undefined || !isListed || /^(kill|kills|injure|injures|killing)$/.test(word) || hasObject(tokens, at + 1)) break;
    metrics.push(metric);
    to = at + 1;
  }
  return metrics.length > 0 && !(tokens[from]?.text === ',' && metrics.length === 1) ? { metrics, to } : null;
}

function readToll(tokens: readonly Token[], from: number): TollItem | null {
  const { word = '' } = tokens[from] ?? {};
  const second = tokens[from + 1]?.word ?? '';
  const isPair = /^(death|casualty|fatality|martyrs|killed|overall)$/.test(word) && /^(tolls?|number|count|tally)$/.test(second);
  if (isPair) return { type: 'toll', from, to: from + 2 };
  if (word === 'toll') return { type: 'toll', from, to: from + 1 };
  if (!/^numbers?$/.test(word)) return null;
  return { type: 'number-of', from, to: tokens[from + 1]?.word === 'of' ? from + 2 : from + 1 };
}

function readHarm(tokens: readonly Token[], from: number, before: readonly Item[]): HarmItem | null {
  const first = harmAt(tokens, from);
  if (!first) return null;
  const metrics = [first.metric];
  let last = first;
  // Each round takes at least two tokens, and four words of harm are more than a sentence joins.
  for (let count = 0; count < 3; count += 1) {
    const joint = jointLength(tokens, last.to);
    const next = joint ? harmAt(tokens, last.to + joint) : null;
    if (!next || !canJoin(last.voice, next.voice, tokens[next.to - 1]?.word ?? '')) break;
    if (tokens[last.to]?.text === ',' && jointLength(tokens, next.to) === 0) break;
    if (hasObject(tokens, next.to) && next.voice !== 'active' && next.voice !== 'noun' && hasSubject(before)) break;
    metrics.push(next.metric);
    last = next;
  }
  const voice = first.voice === 'state' && last.voice === 'participle' ? 'state' : first.voice;
  return { type: 'harm', from, to: last.to, voice, metrics: combine(metrics), isUndoing: first.isUndoing };
}

function harmAt(tokens: readonly Token[], from: number): (HarmWord & { to: number; isUndoing: boolean }) | null {
  const phrase = harmPhraseAt(tokens, from);
  if (phrase) return { ...phrase, to: from + phrase.words.length, isUndoing: false };
  const word = tokens[from]?.word ?? '';
  if (UNDOING_WORDS.has(word)) return { metric: 'KILLED', voice: 'active', to: from + 1, isUndoing: true };
  const harm = HARM_WORDS.get(word);
  if (!harm || (word === 'remains' && tokens[from + 1]?.word !== 'of')) return null;
  return { ...harm, to: from + 1, isUndoing: false };
}

function jointLength(tokens: readonly Token[], at: number): number {
  const { word = '' } = tokens[at] ?? {};
  if (/^(and|or|&)$/.test(word)) return tokens[at + 1]?.word === 'then' || tokens[at + 1]?.word === 'the' ? 2 : 1;
  if (word === '/') return 1;
  if (word === ',') return tokens[at + 1]?.word === 'and' ? 2 : 1;
  return 0;
}

/** "killing and injury of", "kill and injure", "dead and wounded", but not "assassinations and kill". */
function canJoin(first: Voice, next: Voice, word: string): boolean {
  const isAfter = (voice: Voice) => voice === 'participle' || voice === 'state';
  if (isAfter(first) || isAfter(next)) return isAfter(first) && isAfter(next);
  return first !== 'noun' || next === 'noun' || word.endsWith('ing');
}

/** Whether something follows that the word before harms: a number, or "others", "several", "the …". */
function hasObject(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {};
  return hasNumber(tokens, at) || /^(others?|several|some|many|more|the|his|her|their|its|another|hundreds|dozens|tens)$/.test(word);
}

function hasNumber(tokens: readonly Token[], at: number): boolean {
  const quantity = readQuantity(tokens, at);
  if (!quantity) return false;
  const { kind } = readPeople(tokens, quantity);
  return kind !== 'thing' && (!quantity.isArticle || kind === 'person');
}

function hasSubject(before: readonly Item[]): boolean {
  for (const item of before.slice(-12).reverse()) {
    if (item.type === 'people') return true;
    if (item.type !== 'word' || /^(stop|comma|busy|that|when|agent)$/.test(item.role)) return false;
  }
  return false;
}

function readWord(tokens: readonly Token[], at: number): WordItem {
  const joint = jointAt(tokens, at);
  const isWithTheirs = tokens[at]?.word === 'with' && /^(her|his|their|its)$/.test(tokens[at + 1]?.word ?? '') && hasNumber(tokens, at + 2);
  if (joint || isWithTheirs) return { type: 'word', from: at, to: at + (joint?.words.length ?? 1), role: 'and' };
  return { type: 'word', from: at, to: at + 1, role: roleOf(tokens, at) };
}
