import { MOVING_VERBS } from './function-words.ts';
import { isRole, REACH, type Reading, skipLight } from './governor.ts';
import { combine, type Item, joinedToll } from './items.ts';
import { CIVIL_WORDS, FORCE_WORDS, PERSON_WORDS } from './lexicon.ts';
import type { Metric, Population } from './mention.ts';
import { readUnnumbered } from './people.ts';
import type { Token } from './tokens.ts';

/** What a running total counts: "raises the death toll to 30", "raises to 41, the number of casualties". */
export interface Total {
  readonly metrics: readonly Metric[];
  readonly population: Population;
  /** The item that tells it. */
  readonly at: number;
}

const EXCEEDING = /^(exceed|top|surpass|pass)/;

/** The total a number states; 'other' when it is a total of something else than people, null when it is no total. */
export function totalOf(reading: Reading, at: number): Total | 'other' | null {
  const { items, tokens } = reading;
  const near = skipLight(items, at - 1, -1);
  const before = items[near];
  if (before?.type === 'toll') return toll(reading, near, at);
  if (isRole(before, 'stop') && tokens[before.from]?.text === ':' && items[near - 1]?.type === 'toll') return toll(reading, near - 1, at);
  const further = skipLight(items, near - 1, -1);
  if (isRole(before, 'of', 'auxiliary') && items[further]?.type === 'toll') return toll(reading, further, at);
  if (isRole(before, 'auxiliary') && /^(is|was)$/.test(tokens[before.from]?.word ?? '')) return tollBefore(reading, near, at);
  const isExceeding = EXCEEDING.test(tokens[items[at]?.from ?? -1]?.word ?? '') || isMoving(tokens, before);
  if (isExceeding) return totalBefore(reading, at, at);
  const verb = skipLight(items, at + 1, 1);
  const named = skipLight(items, verb + 1, 1);
  if (isRole(items[verb], 'auxiliary') && items[named]?.type === 'toll') return toll(reading, named, at);
  const word = tokens[before?.from ?? -1]?.word ?? '';
  const isNamedAfter = isMoving(tokens, items[near - 1]);
  if (word === 'hit') return tollThatHit(reading, near, at);
  if (word === 'from' && isNamedAfter && isToAhead(reading, at)) return totalBefore(reading, near, at);
  if (!isRole(before, 'to')) return null;
  const after = isNamedAfter ? totalAfter(reading, near, at) : null;
  const total = after ?? totalBefore(reading, near, at);
  if (total === null || total === 'other' || total.population !== 'UNKNOWN' || isNamedAfter) return total;
  const later = totalAfter(reading, near, at);
  return later === null || later === 'other' ? total : { ...total, population: later.population };
}

function isMoving(tokens: readonly Token[], item: Item | undefined): boolean {
  return MOVING_VERBS.has(tokens[item?.from ?? -1]?.word ?? '');
}

/** "raises to 41 including 30 children, the number of casualties": the total is named after its number. */
function totalAfter({ items, tokens }: Reading, to: number, at: number): Total | 'other' | null {
  for (let next = at + 1; next < at + 22; next += 1) {
    const item = items[next];
    if (item === undefined || isRole(item, 'stop')) return null;
    if (item.type === 'toll') return toll({ items, tokens }, next, at);
    if (item.type === 'number-of') return numberOf({ items, tokens }, next, next + REACH, to);
  }
  return null;
}

/** "the death toll of today's clashes is 25". */
function tollBefore(reading: Reading, verb: number, at: number): Total | null {
  for (let near = verb - 1; near >= Math.max(0, verb - 12); near -= 1) {
    const item = reading.items[near];
    if (item?.type === 'toll') return toll(reading, near, at);
    if (item?.type !== 'word' || item.role === 'stop' || item.role === 'comma') return null;
  }
  return null;
}

/** Whether a total that left a number goes on to another: "from 745 on Saturday to 973". */
function isToAhead({ items, tokens }: Reading, at: number): boolean {
  return items.slice(at + 1, at + 9).some(({ from }) => tokens[from]?.word === 'to');
}

/** "the death toll in Homs hit 30", but not "the death toll rises as strikes hit 30". */
function tollThatHit(reading: Reading, verb: number, at: number): Total | null {
  const total = tollBefore(reading, verb, at);
  const between = reading.items.slice((total?.at ?? verb) + 1, verb);
  return between.some(({ from }) => /^(as|after|when|while)$/.test(reading.tokens[from]?.word ?? '')) ? null : total;
}

function totalBefore(reading: Reading, to: number, at: number): Total | 'other' | null {
  const { items, tokens } = reading;
  let hasRisen = false;
  let casualties: Total | null = null;
  for (let near = to - 1; near >= Math.max(0, to - REACH); near -= 1) {
    const item = items[near];
    if (item === undefined || isRole(item, 'stop') || (item.type === 'people' && !isLeft(tokens, item))) break;
    if (item.type === 'toll') return toll(reading, near, at);
    if (item.type === 'number-of') return numberOf(reading, near, to, near);
    if (hasRisen && item.type === 'harm' && item.voice === 'noun' && item.metrics[0] === 'CASUALTIES') {
      casualties ??= { metrics: isDeathBefore(reading, near) ? ['KILLED'] : item.metrics, population: 'ALL', at: near };
    }
    hasRisen ||= isMoving(tokens, item);
  }
  return casualties;
}

/** "rose from 830 to 973", "rose by 143 to 973": the number a total has left behind, or went by. */
function isLeft(tokens: readonly Token[], { from }: Item): boolean {
  return /^(from|by)$/.test(tokens[from - 1]?.word ?? '');
}

function toll({ items, tokens }: Reading, at: number, number: number): Total {
  const item = items[at] as Item; // The callers found it there.
  const isCasualty = /^casualt/.test(tokens[item.from]?.word ?? '');
  const after = /^(of|among)$/.test(tokens[item.to]?.word ?? '') && items[number]?.from !== item.to + 1 ? readUnnumbered(tokens, item.to + 1) : null;
  const population = after?.kind === 'person' || after?.kind === 'toll' ? after.population : (ownerBefore(tokens, item.from) ?? 'UNKNOWN');
  return { metrics: [isCasualty ? 'CASUALTIES' : 'KILLED'], population, at };
}

/** "the civilians' death toll", "casualties of ISIS raise its death toll". */
function ownerBefore(tokens: readonly Token[], at: number): Population | null {
  const near = [1, 2].map((offset) => tokens[at - offset]?.word ?? '').filter((word) => !/^(’|'|total|overall)$/.test(word));
  const [last = ''] = near;
  if (/^(its|their)$/.test(last)) return isArmedBefore(tokens, at - 1) ? 'COMBATANTS' : null;
  if (CIVIL_WORDS.has(last)) return 'CIVILIANS';
  return FORCE_WORDS.has(last) || PERSON_WORDS.get(last)?.population === 'COMBATANTS' ? 'COMBATANTS' : null;
}

function isArmedBefore(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 7), at).some(({ word }) => FORCE_WORDS.has(word) || PERSON_WORDS.get(word)?.population === 'COMBATANTS');
}

/** Reads what follows "the number of", up to the number itself or the end of its clause. */
function numberOf({ items, tokens }: Reading, at: number, limit: number, verb: number): Total | 'other' | null {
  const start = (items[at] as Item).to; // The callers found it there.
  const counted = readUnnumbered(tokens, start);
  if (counted.kind === 'thing') return 'other';
  const joined = counted.metric ? joinedToll(tokens, counted.to) : null;
  if (counted.metric && joined) return { metrics: combine([counted.metric, ...joined.metrics]), population: counted.population, at };
  let metrics: readonly Metric[] = [];
  let population: Population | null = counted.kind === 'none' ? null : counted.population;
  for (let next = at + 1; next < Math.min(limit, items.length); next += 1) {
    const item = items[next] as Item; // `next` is below the length.
    const isOtherNumber = item.type === 'people' && tokens[item.from - 2]?.word !== 'out';
    if (isOtherNumber || isRole(item, 'stop') || (isRole(item, 'comma') && metrics.length > 0)) break;
    if (item.type === 'toll') metrics = ['KILLED'];
    if (item.type !== 'harm') continue;
    const isDeath = item.metrics.includes('KILLED');
    if (metrics.length === 0) {
      metrics = item.metrics;
      const owner = readUnnumbered(tokens, item.to + (/^(of|among)$/.test(tokens[item.to]?.word ?? '') ? 1 : 0));
      if (population === null && owner.kind === 'person') population = owner.population;
      if (population === 'ALL' && owner.kind === 'person' && isArmedWithin(tokens, item.to)) population = 'COMBATANTS';
    } else if (metrics[0] === 'CASUALTIES' && isDeath && counted.kind === 'toll') metrics = ['KILLED'];
  }
  if (metrics.length === 0) metrics = harmBefore(items, at, population === null);
  if (metrics.length === 0) return null;
  if (counted.metric === 'CASUALTIES' && metrics[0] === 'CASUALTIES' && isDeathBefore({ items, tokens }, verb)) metrics = ['KILLED'];
  return { metrics: combine(metrics), population: population ?? (metrics[0] === 'CASUALTIES' ? 'ALL' : 'UNKNOWN'), at };
}

/** "The death of more citizens raises the number of casualties": the clause has a death for its subject. */
function isDeathBefore({ items, tokens }: Reading, at: number): boolean {
  for (let near = at - 1; near >= Math.max(0, at - REACH); near -= 1) {
    const item = items[near] as Item; // `near` is not below zero.
    if (isRole(item, 'stop') || tokens[item.from]?.text === ',') return false;
    if (item.type === 'harm' && item.voice === 'noun' && item.metrics[0] === 'KILLED') return true;
  }
  return false;
}

function isArmedWithin(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'of' && tokens.slice(at, at + 4).some(({ word }) => FORCE_WORDS.has(word));
}

/** "Casualties' number rises to 7", "more casualties raise their number to 15": the harm was named before. */
function harmBefore(items: readonly Item[], at: number, isUnnamed: boolean): readonly Metric[] {
  if (!isUnnamed) return [];
  for (let near = at - 1; near >= Math.max(0, at - 24); near -= 1) {
    const item = items[near];
    if (item?.type === 'harm') return item.metrics;
    if (item?.type !== 'word' || item.role === 'stop') return [];
  }
  return [];
}
