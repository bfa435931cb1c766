import { isAge } from './age.ts';
import { BE_WORDS } from './function-words.ts';
import type { HarmItem, Item, PeopleItem, WordItem } from './items.ts';
import { ARMED_BODIES, DEMONYMS, FORCE_WORDS, PERSON_WORDS } from './lexicon.ts';
import type { Role } from './role.ts';
import type { Token } from './tokens.ts';

/** A text as the rules see it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly items: readonly Item[];
}

/** A word of harm that tells of a number, and whether nothing but small words stands between. */
export interface Governor {
  readonly at: number;
  readonly isNear: boolean;
}

/** No rule looks further than this many items, so the work stays in proportion to the text. */
export const REACH = 40;

/** A phrase goes on after a comma with these: ", most of them children, were killed". */
const ASIDES = /^(most|mostly|half|about|all|who|among|their|his|her|its|some|one|nearly|more|between|aged)$/;
const VAGUE_PEOPLE = /^(several|some|many|others?|more|number|a)$/;

/** The harm whose object the number is: "kill 6", "the death of 4", "assassination targets 2". */
export function governorBefore({ tokens, items }: Reading, at: number): number | null {
  const hasOf = isRole(items[skipLight(items, at - 1, -1)], 'of');
  const near = skipLight(items, hasOf ? skipLight(items, at - 1, -1) - 1 : at - 1, -1);
  const item = items[near];
  if (item?.type === 'harm') return governsAfter({ tokens, items }, near, item, hasOf) ? near : null;
  const word = tokens[item?.from ?? -1]?.word ?? '';
  if (/^target(s|ed|ing)?$/.test(word)) return nounBefore(items, tokens, near, 3, /^(assassinations?|beheadings?|executions?)$/);
  return word === 'against' ? nounBefore(items, tokens, near, 9, /^(executions?|assassinations?|massacres?)$/) : null;
}

/** The harm whose subject the number is: "6 persons were killed", "2 servicemen, 20 rebels die". */
export function governorAfter({ tokens, items }: Reading, at: number): Governor | null {
  const people = items[at];
  if (people?.type !== 'people') return null;
  const isBase = isOutOf(tokens, people);
  let isNear = true;
  let isAside = false;
  let isPart = false;
  for (let next = at + 1; next < items.length && next <= at + longestGap(people); next += 1) {
    const item = items[next] as Item; // `next` is below the length.
    if (item.type === 'harm') {
      if (item.voice === 'noun') continue;
      return item.voice !== 'active' && isPassive({ tokens, items }, next, item) ? { at: next, isNear } : null;
    }
    if (item.type === 'number-of') return null;
    if (item.type === 'people') {
      const joint = items[skipLight(items, next - 1, -1)];
      isPart ||= isRole(joint, 'part');
      const isOther = isOutOf(tokens, item) || isGuess(tokens, item);
      if (!isOther && (!isBeside(people, item, joint, isPart, tokens) || isVerbNext(items[at + 1], tokens))) return null;
      isNear = false;
    } else if (item.type === 'word') {
      const word = tokens[item.from]?.word ?? '';
      if (item.role === 'stop' || item.role === 'busy' || item.role === 'when') return null;
      if (isBase && item.role === 'auxiliary' && tokens[item.from - 1]?.word !== 'who') return null;
      if (item.role === 'that' && !isRole(items[next + 1], 'auxiliary')) return null;
      if (item.role === 'comma') {
        if (!isAside && !goesOn({ tokens, items }, next)) return null;
        isAside = !isAside;
      }
      if (item.role !== 'light' && item.role !== 'auxiliary') {
        if (people.noun === 'none' && !isJoint(item) && !/^(those|who|out|of)$/.test(word)) return null;
        if (people.noun === 'toll' && item.role === 'and' && VAGUE_PEOPLE.test(tokens[item.to]?.word ?? '')) return null;
        isNear = false;
      }
    }
  }
  return null;
}

/** "kills a key commander, 4 others": the object of a harm that first names somebody without a number. */
export function governorOfList({ tokens, items }: Reading, at: number): number | null {
  const people = items[at];
  const joint = skipLight(items, at - 1, -1);
  if (people?.type !== 'people' || !isRole(items[joint], 'and', 'comma') || isBusy(items, at)) return null;
  if (people.noun !== 'person' && tokens[people.to]?.word !== 'others') return null;
  for (let near = joint - 1; near >= joint - 9; near -= 1) {
    const item = items[near];
    if (item?.type === 'harm') return near < joint - 1 && isObjectTaken({ tokens, items }, near, item) ? near : null;
    if (item?.type !== 'word' || /^(stop|busy|auxiliary|that|when|comma|agent|to)$/.test(item.role)) return null;
  }
  return null;
}

/** Whether the people go on to do something themselves before the clause ends. */
export function isBusy(items: readonly Item[], at: number): boolean {
  for (const item of items.slice(at + 1, at + 9)) {
    const role = item.type === 'word' ? item.role : 'stop';
    if (/^(stop|comma|and)$/.test(role)) return false;
    if (role === 'busy') return true;
  }
  return false;
}

/** The nearest item on one side that is more than an adverb, an article or a quotation mark. */
export function skipLight(items: readonly Item[], from: number, step: 1 | -1): number {
  let at = from;
  while (Math.abs(at - from) < 6 && isRole(items[at], 'light')) at += step;
  return at;
}

export function isRole(item: Item | undefined, ...roles: readonly Role[]): item is WordItem {
  return item?.type === 'word' && roles.includes(item.role);
}

/** Words that put a number beside another: "and", a comma, "including". */
export function isJoint(item: Item | undefined): boolean {
  return isRole(item, 'and', 'comma', 'part');
}

/** An unlisted word right after the people is most likely a verb of theirs: "50 migrants capsize, 12 people drown". */
function isVerbNext(item: Item | undefined, tokens: readonly Token[]): boolean {
  const { text = '' } = isRole(item, 'other') ? (tokens[item.from] ?? {}) : {};
  return /^\p{Ll}+$/u.test(text) && !/^(loyal|close|belong|who|most|mostly)$|(ing|ed)$/.test(text);
}

/** Whether another number shares the harm that follows it: "2 officers, 3 soldiers killed", but not "5 casualties and 10 wounded". */
function isBeside(people: PeopleItem, other: PeopleItem, joint: Item | undefined, isPart: boolean, tokens: readonly Token[]): boolean {
  if (isRole(joint, 'part')) return true;
  if (!isJoint(joint) || (other.noun === 'none' && tokens[other.to]?.word !== 'others')) return false;
  if (people.noun === 'toll') return isPart;
  return people.noun !== 'unlisted' || people.population === 'COMBATANTS';
}

/** "7 citizens out of 10 persons were killed": the ten were not, unless they are "10 persons killed" or "who were killed". */
function isOutOf(tokens: readonly Token[], people: PeopleItem): boolean {
  return tokens[people.from - 1]?.word === 'of' && tokens[people.from - 2]?.word === 'out';
}

/** "at least 30 people, and possibly as many as 50, were killed": another bound of the same number. */
function isGuess(tokens: readonly Token[], { quantity, noun, from }: PeopleItem): boolean {
  return noun === 'none' && quantity.bounds.operator === 'UP_TO' && /^(possibly|perhaps|maybe|and|or)$/.test(tokens[from - 1]?.word ?? '');
}

function longestGap(people: PeopleItem): number {
  if (people.noun === 'none') return 10;
  return people.noun === 'unlisted' ? 9 : REACH;
}

function governsAfter(reading: Reading, at: number, harm: HarmItem, hasOf: boolean): boolean {
  const word = reading.tokens[harm.to - 1]?.word ?? '';
  if (word === 'lives' || word === 'life') return hasOf && isTaken(reading.tokens, harm.from);
  if (harm.voice === 'noun') return hasOf || /^(executions?|assassinations?)$/.test(word);
  if (harm.voice === 'active') return !hasOf || /(ing|injury|death)$/.test(word) || /^(arrests?|murder|slaughter|massacre)$/.test(word);
  return harm.voice === 'participle' && !hasOf && !isPassive(reading, at, harm);
}

/** "claims the lives of", not "fears for the lives of". */
function isTaken(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ word }) => /^(claim|reap|tak|took|cost|los|end|harvest)/.test(word));
}

/** "was killed", "10 killed, …" tell of the people before; "killed 10", "killed several" of those after. */
function isPassive({ tokens, items }: Reading, at: number, harm: HarmItem): boolean {
  if (harm.voice === 'state') return true;
  const before = skipLight(items, at - 1, -1);
  const beforeItem = items[before];
  if (beforeItem && isRole(beforeItem, 'auxiliary') && BE_WORDS.has(tokens[beforeItem.from]?.word ?? '')) return true;
  const after = skipLight(items, at + 1, 1);
  const afterItem = items[after];
  if (afterItem?.type === 'people') return beforeItem?.type === 'people' && isHarmedNext(items, after);
  const next = tokens[harm.to]?.word ?? '';
  if (/^(the|his|her|their|its|several|others?|many|him|them|himself)$/.test(next)) return false;
  return PERSON_WORDS.get(next)?.isPlural !== true || beforeItem?.type === 'people';
}

function isHarmedNext(items: readonly Item[], at: number): boolean {
  const after = items[skipLight(items, at + 1, 1)];
  const item = isRole(after, 'auxiliary') ? items[skipLight(items, at + 1, 1) + 1] : after;
  return item?.type === 'harm' && (item.voice === 'participle' || item.voice === 'state');
}

function isObjectTaken(reading: Reading, at: number, harm: HarmItem): boolean {
  if (harm.voice === 'noun') return isRole(reading.items[at + 1], 'of');
  return harm.voice === 'active' || (harm.voice === 'participle' && !isPassive(reading, at, harm));
}

function nounBefore(items: readonly Item[], tokens: readonly Token[], from: number, reach: number, pattern: RegExp): number | null {
  for (let at = from - 1; at >= from - reach; at -= 1) {
    const item = items[at];
    if (item?.type === 'harm') return pattern.test(tokens[item.to - 1]?.word ?? '') ? at : null;
    if (item?.type !== 'word' || item.role === 'stop' || item.role === 'comma') return null;
  }
  return null;
}

/** Whether a clause goes on after a comma: "…, including 2 officers, were killed", "…, most of them children, were killed". */
function goesOn({ tokens, items }: Reading, comma: number): boolean {
  const next = items[comma + 1];
  if (next?.type === 'people' || next?.type === 'harm') return true;
  if (next?.type !== 'word') return false;
  const word = tokens[next.from]?.word ?? '';
  if (isAge(tokens, next.from, next.to)) return true;
  if (isRole(next, 'part', 'and', 'auxiliary', 'light')) return true;
  return ASIDES.test(word) || [PERSON_WORDS, FORCE_WORDS, ARMED_BODIES, DEMONYMS].some((list) => list.has(word));
}
