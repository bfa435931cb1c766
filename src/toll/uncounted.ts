import { isAge } from './age.ts';
import { HARM_WORDS } from './lexicon.ts';
import { countsPeople, isNoun } from './noun-ahead.ts';
import { setOf, type Token } from './tokens.ts';
import { type NumberValue, readNumber } from './value.ts';

const MONTHS = setOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
`);
/** Words that number a thing: "Day 2", "UPDATE 2", "Resolution 2401". */
const LABELS = setOf(`
  chapter annex volume vol incident no number page part day week phase resolution article update wrapup ld issue item series class rs usd
`);

/** Whether the number at a token counts nobody: a label, a date, an age, a share, or "no one". */
export function isUncounted(tokens: readonly Token[], at: number, value: NumberValue): boolean {
  if (isPartOfName(tokens, at, value) || isPronoun(tokens, at) || isDenied(tokens, at, value)) return true;
  return !value.isVague && (isDate(tokens, at, value) || isLabelled(tokens, at, value) || isAge(tokens, at, value.to) || isShare(tokens, at, value));
}

/** The words before "one" and "a" that leave nobody: "no one", "not one civilian", "not even a child". */
export function isNotBefore(tokens: readonly Token[], at: number): boolean {
  const near = tokens[at - 1]?.word === 'even' ? at - 2 : at - 1;
  return /^(no|not)$/.test(tokens[near]?.word ?? '');
}

/** Whether a word may name a month; "may" and "march" do so only with a capital. */
export function isMonth(token: Token | undefined): boolean {
  return token !== undefined && MONTHS.has(token.word) && token.text !== 'may' && token.text !== 'march';
}

export function isLabel(token: Token | undefined): boolean {
  return token !== undefined && LABELS.has(token.word);
}

/** Whether the next words are people or their harm: "12 killed", "12 young men". */
export function isPeopleNext(tokens: readonly Token[], to: number): boolean {
  return isPeopleWord(tokens[to]) || (isPeopleWord(tokens[to + 1]) && !isGluedToName(tokens, to));
}

/** "7-year-old", "R3411", "5%", "14/02/2016": digits inside a longer word. */
function isPartOfName(tokens: readonly Token[], at: number, { to }: NumberValue): boolean {
  const after = tokens[to];
  const next = tokens[to + 1];
  if (isGluedToName(tokens, at)) return true;
  if (after?.isGlued && /^[%/:_@]$/.test(after.text) && (after.text !== ':' || /^\d/.test(next?.text ?? ''))) return true;
  if (after?.isGlued && after.text === '-' && next?.isGlued && /^[\p{L}]/u.test(next.text)) return true;
  return after?.word === 'percent' || after?.word === 'per';
}

function isLabelled(tokens: readonly Token[], at: number, { to }: NumberValue): boolean {
  return isLabel(tokens[at - 1]) && !isPeopleNext(tokens, to);
}

/** "March 8", "6 and 10 March", "between March 6 and 10", "2017". */
function isDate(tokens: readonly Token[], at: number, { to, value, isYearLike }: NumberValue): boolean {
  if (isYearLike && (isYear(tokens, at) || !isPeopleNext(tokens, to))) return true;
  if (value > 31) return false;
  const after = tokens[to];
  if (isMonth(after) || (isMonth(tokens[at - 1]) && (!/^\p{L}/u.test(after?.text ?? '') || isJoint(after)))) return true;
  if (isJoint(after) && isDay(tokens[to + 1]) && isMonth(tokens[to + 2])) return true;
  return isJoint(tokens[at - 1]) && isDay(tokens[at - 2]) && isMonth(tokens[at - 3]) && !countsPeople(tokens, to);
}

/** "In 2014 people were killed", "between 2011 and 2014 people were killed", but not "resulted in 2014 deaths". */
function isYear(tokens: readonly Token[], at: number): boolean {
  const isYearBefore = /^(19|20)\d\d$/.test(tokens[at - 2]?.text ?? '');
  if (isMonth(tokens[at - 1]) || (isYearBefore && isJoint(tokens[at - 1]))) return true;
  return /^(in|since|during|until)$/.test(tokens[at - 1]?.word ?? '') && !/^(result|end)/.test(tokens[at - 2]?.word ?? '');
}

function isDay(token: Token | undefined): boolean {
  return /^([1-9]|[12]\d|3[01])$/.test(token?.text ?? '');
}

function isJoint(token: Token | undefined): boolean {
  return /^(and|or|to|through|until|[-–])$/.test(token?.word ?? '');
}

function isDenied(tokens: readonly Token[], at: number, { value }: NumberValue): boolean {
  return value === 1 && isNotBefore(tokens, at);
}

/** "1 in 10 people", "one in every ten people": neither number counts them. */
function isShare(tokens: readonly Token[], at: number, { to, value }: NumberValue): boolean {
  if (tokens[to]?.word === 'in') {
    const base = readNumber(tokens, isEvery(tokens[to + 1]) ? to + 2 : to + 1);
    return base !== null && value < base.value && countsPeople(tokens, base.to);
  }
  const joint = isEvery(tokens[at - 1]) ? at - 2 : at - 1;
  const part = tokens[joint]?.word === 'in' ? readNumber(tokens, joint - 1) : null;
  return part !== null && part.value < value && countsPeople(tokens, to);
}

function isEvery(token: Token | undefined): boolean {
  return /^(every|each)$/.test(token?.word ?? '');
}

function isPeopleWord(token: Token | undefined): boolean {
  return token !== undefined && (isNoun(token.word) || HARM_WORDS.get(token.word)?.voice === 'participle');
}

/** "a displaced one". */
function isPronoun(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === 'one' && /^an?$/.test(tokens[at - 2]?.word ?? '');
}

/** "Mi-17", "#5", "3/4", but not "UPDATE 1-Dozens", "-5 killed-", "killed/11". */
function isGluedToName(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at - 1]?.text ?? '';
  if (!tokens[at]?.isGlued || !/^[#$€£/.,:+@_&~-]$/.test(mark)) return false;
  const isAfterDigit = /^\d/.test(tokens[at - 2]?.text ?? '');
  if (mark === '/') return isAfterDigit;
  return mark !== '-' || (tokens[at - 1]?.isGlued === true && (!isAfterDigit || /^\d/.test(tokens[at]?.text ?? '')));
}
