import { DETERMINERS } from './function-words.ts';
import { type Governor, governorAfter, governorBefore, governorOfList, isBusy, isJoint, isRole, REACH, type Reading, skipLight } from './governor.ts';
import type { Item, PeopleItem } from './items.ts';
import { TOLL_NOUNS } from './lexicon.ts';
import type { Metric, Population } from './mention.ts';
import { isPhrase, type Token } from './tokens.ts';
import { totalOf } from './total.ts';

/** What was found to tell of a number: a word of harm, its own noun, a running total, or the number it is a part of. */
export interface Finding {
  readonly by: 'harm' | 'own' | 'total' | 'among';
  /** The item that tells: for 'own' the number itself, for 'among' the number it is counted among. */
  readonly at: number;
  readonly metrics: readonly Metric[];
  readonly population: Population | null;
}

/** What tells of each number of people, by the number's item. */
export function findAll(reading: Reading): Map<number, Finding> {
  const findings = new Map<number, Finding>();
  reading.items.forEach((item, at) => {
    const finding = item.type === 'people' ? find(reading, at, item, findings) : null;
    if (finding) findings.set(at, finding);
  });
  return findings;
}

/** The rules, the surest first. */
function find(reading: Reading, at: number, people: PeopleItem, found: ReadonlyMap<number, Finding>): Finding | null {
  const { items, tokens } = reading;
  if (isShareOf(people, tokens) && items[at + 1]?.type !== 'harm') return null;
  const before = governorBefore(reading, at);
  if (before !== null) return harm(items, before);
  const total = totalOf(reading, at);
  if (total === 'other' || isSaved(people, tokens)) return null;
  if (total) return { by: 'total', ...total, metrics: isPlainCount(people, tokens) ? total.metrics : people.metrics };
  const joint = items[skipLight(items, at - 1, -1)];
  const isAgent = isRole(items[at - 1], 'agent');
  const after = isAgent ? null : governorAfter(reading, at);
  if (people.noun === 'toll') return findToll(reading, at, people, found, isRole(joint, 'part'), after);
  if (after && (after.isNear || !isRole(joint, 'part'))) return harm(items, after.at);
  if (isAgent) return null;
  if (isForcedOut(people, tokens)) return own(at, ['DISPLACED']);
  if (isLost(people, tokens)) return own(at, ['KILLED']);
  if (isRole(joint, 'part') || (people.isOfThem && isJoint(joint)) || isAmongThem(people, tokens)) return findWhole(reading, at, found);
  return findBeside(reading, at, found) ?? harm(items, governorOfList(reading, at)) ?? findAmong(reading, at) ?? findDescribed(items, at, people);
}

/** "none of the 12 people was injured", "half of the 12 hostages were killed"; but "most of the 12 people killed" tells of twelve dead. */
function isShareOf({ from }: PeopleItem, tokens: readonly Token[]): boolean {
  const of = DETERMINERS.has(tokens[from - 1]?.word ?? '') ? from - 2 : from - 1;
  return tokens[of]?.word === 'of' && /^(none|neither|half|most|many|few|some|quarters?|thirds?)$/.test(tokens[of - 1]?.word ?? '');
}

/** "5 casualties": a noun that tells of harm by itself, and means what stands around it. */
function findToll(
  reading: Reading,
  at: number,
  people: PeopleItem,
  found: ReadonlyMap<number, Finding>,
  isPart: boolean,
  after: Governor | null,
): Finding | null {
  if (people.metrics[0] !== 'CASUALTIES' || !isPlainCount(people, reading.tokens)) return own(at, people.metrics);
  const isBase = isPhrase(reading.tokens, people.from - 2, ['out', 'of']);
  if (isPart || isBase) return findWhole(reading, at, found) ?? own(at, people.metrics);
  return findAmong(reading, at) ?? harm(reading.items, after?.at ?? null) ?? own(at, people.metrics);
}

/** "clashes force 20,000 from their homes". */
function isForcedOut(people: PeopleItem, tokens: readonly Token[]): boolean {
  const after = tokens.slice(people.to, people.to + 3).map(({ word }) => word);
  return /^(forc|driv|drove)/.test(tokens[people.from - 1]?.word ?? '') && after[0] === 'from' && after.some((word) => /^homes?$/.test(word));
}

/** "the group lost 231 members": an armed party's losses are its dead. */
function isLost({ from, population, noun }: PeopleItem, tokens: readonly Token[]): boolean {
  return noun === 'person' && population === 'COMBATANTS' && /^(lost|loses?|losing)$/.test(tokens[from - 1]?.word ?? '');
}

/** "6 wounded fighters", where nothing else tells of them. */
function findDescribed(items: readonly Item[], at: number, { described }: PeopleItem): Finding | null {
  if (described === null || described === 'DETAINED' || described === 'ABDUCTED' || isBusy(items, at)) return null;
  return own(at, [described]);
}

function own(at: number, metrics: readonly Metric[]): Finding {
  return { by: 'own', at, metrics, population: null };
}

function harm(items: readonly Item[], at: number | null): Finding | null {
  const item = at === null ? undefined : items[at];
  return at !== null && item?.type === 'harm' ? { by: 'harm', at, metrics: item.metrics, population: null } : null;
}

/** "12 killed, 3 children among them". */
function isAmongThem({ to }: PeopleItem, tokens: readonly Token[]): boolean {
  return tokens[to]?.word === 'among' && /^(them|these|those|whom)$/.test(tokens[to + 1]?.word ?? '');
}

/** "saves 5 lives": lives are lost only where something claims them. */
function isSaved(people: PeopleItem, tokens: readonly Token[]): boolean {
  return tokens[people.to - 1]?.word === 'lives' && !/^(claim|cost|tak|reap|took)/.test(tokens[people.from - 1]?.word ?? '');
}

/** "casualties and injuries" keeps its own sense even under a death toll; "casualties" does not. */
export function isPlainCount({ metrics, to }: PeopleItem, tokens: readonly Token[]): boolean {
  if (metrics.length > 1 || metrics[0] === 'INJURED') return false;
  const isJoined = /^(and|or|&)$/.test(tokens[to - 2]?.word ?? '') && TOLL_NOUNS.get(tokens[to - 1]?.word ?? '') !== 'CASUALTIES';
  return metrics[0] !== 'CASUALTIES' || !isJoined;
}

/** A part is harmed as its whole is: the nearest number or word of harm before it. */
function findWhole({ items }: Reading, at: number, found: ReadonlyMap<number, Finding>): Finding | null {
  for (let near = at - 1; near >= Math.max(0, at - REACH); near -= 1) {
    const whole = found.get(near);
    if (whole) return { ...whole, population: null };
    const item = items[near];
    if (isRole(item, 'stop')) return null;
    if (item?.type !== 'harm') continue;
    if (item.metrics[0] === 'CASUALTIES' && item.voice === 'noun') return own(near, item.metrics);
    return harm(items, near);
  }
  return null;
}

/** "kills 5 soldiers and 3 rebels": a number beside another shares its harm. */
function findBeside({ items, tokens }: Reading, at: number, found: ReadonlyMap<number, Finding>): Finding | null {
  const joint = skipLight(items, at - 1, -1);
  const isCaptive = /^(prisoners|captives|detainees|hostages)$/.test(tokens[(items[at]?.to ?? 0) - 1]?.word ?? '');
  if (!isRole(items[joint], 'and', 'comma') || isBusy(items, at)) return null;
  for (let near = joint - 1; near >= Math.max(0, joint - 14); near -= 1) {
    const beside = found.get(near);
    if (beside) return isCaptive && beside.by === 'own' ? null : { ...beside, population: null };
    const item = items[near];
    if (item === undefined || item.type !== 'word' || /^(stop|busy|auxiliary|that|when)$/.test(item.role)) return null;
  }
  return null;
}

/** "7 children are among 17 casualties", "15 children are the victims of a massacre". */
function findAmong({ items, tokens }: Reading, at: number): Finding | null {
  for (let next = at + 1; next < at + 9; next += 1) {
    const item = items[next];
    if (item === undefined || isRole(item, 'stop', 'busy')) return null;
    if (item.type === 'harm') return isVictims(items, tokens, next) ? own(next, ['KILLED']) : null;
    const whole = skipLight(items, next + 1, 1);
    if (tokens[item.from]?.word === 'among' && items[whole]?.type === 'people') return { by: 'among', at: whole, metrics: [], population: null };
  }
  return null;
}

function isVictims(items: readonly Item[], tokens: readonly Token[], at: number): boolean {
  const ahead = items.slice(at + 1, at + 7).find(({ type }) => type === 'harm');
  const isDeath = ahead?.type === 'harm' && ahead.metrics[0] === 'KILLED';
  return isDeath && tokens[items[at]?.from ?? -1]?.word === 'victims' && isRole(items[skipLight(items, at - 1, -1)], 'auxiliary');
}
