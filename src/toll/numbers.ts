import { HARM_WORDS, PERSON_WORDS, TOLL_NOUNS } from './lexicon.ts';
import type { Bounds, Operator } from './mention.ts';
import { phraseBook, setOf, type Token } from './tokens.ts';

/** A number as the text writes it, with the words that bound it: tokens `from` to `to`, end exclusive. */
export interface Quantity {
  readonly bounds: Bounds;
  readonly from: number;
  readonly to: number;
  /** "a child": the article itself is the number, so only a person may follow. */
  readonly isArticle: boolean;
}

interface Reading {
  readonly value: number;
  readonly to: number;
  readonly isVague: boolean;
  /** Four bare digits that may as well be a year. */
  readonly isYearLike: boolean;
}

const SMALL = new Map<string, number>(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, index + 1]),
);
const TENS = new Map<string, number>('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]));
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
]);
const SCALES_AFTER_DIGITS = new Map([...SCALES, ['hundreds', 100], ['thousands', 1_000], ['millions', 1_000_000]]);
const VAGUE = new Map([
  ['tens', 20],
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2_000],
  ['millions', 2_000_000],
]);

const qualifierAt = phraseBook<{ readonly words: readonly string[]; readonly operator: Operator }>(
  (
    [
      ['AT_LEAST', 'at least', 'a minimum of', 'minimum of', 'no fewer than', 'no less than', 'not less than', 'not fewer than'],
      ['UP_TO', 'no more than', 'not more than', 'up to', 'as many as', 'at most', 'a maximum of', 'less than', 'fewer than', 'under'],
      ['MORE_THAN', 'more than', 'over', 'upwards of', 'above'],
      ['MORE_THAN', 'exceed', 'exceeds', 'exceeded', 'exceeding', 'tops', 'topped', 'surpasses', 'surpassed'],
      ['ABOUT', 'nearly about', 'almost about', 'an estimated', 'a bout', 'about', 'around', 'approximately', 'roughly', 'some', 'circa'],
      ['NEARLY', 'nearly', 'almost', 'close to'],
    ] as const
  ).flatMap(([operator, ...phrases]) => phrases.map((phrase) => ({ words: phrase.split(' '), operator }))),
);
const STRICTLY_UNDER = new Set(['less', 'fewer', 'under']);

const MONTHS = setOf(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
`);
/** Words that number a thing: "Day 2", "UPDATE 2", "Resolution 2401". */
const LABELS = setOf(`
  chapter annex volume vol incident no number page part day week phase resolution article update wrapup ld issue item series class age aged
  rs usd
`);
const LARGEST = 10_000_000;

/** The quantity that starts at a token, qualifier included, or null where no number of people can start. */
export function readQuantity(tokens: readonly Token[], from: number): Quantity | null {
  const [first, second] = qualifiersAt(tokens, from);
  if (first?.words[0] === 'over' && (second || /^(hand|tak|took|br)/.test(tokens[from - 1]?.word ?? ''))) return null; // "hand over 5"
  const at = from + (first?.words.length ?? 0) + (second?.words.length ?? 0);
  const between = tokens[from]?.word === 'between' ? readBetween(tokens, from) : null;
  if (between) return between;
  const reading = readNumber(tokens, at);
  if (!reading) return readArticle(tokens, from);
  if (isPartOfName(tokens, at, first ? { ...reading, isYearLike: false } : reading) || isPronoun(tokens, at)) return null;
  const range = first ? null : readRange(tokens, from, reading);
  if (range) return range;
  const isOrMore = tokens[reading.to]?.word === 'or' && tokens[reading.to + 1]?.word === 'more';
  const isPlus = tokens[reading.to]?.text === '+';
  const operator = isOrMore ? 'AT_LEAST' : isPlus ? 'MORE_THAN' : (first?.operator ?? 'EXACT');
  const to = reading.to + (isOrMore ? 2 : isPlus ? 1 : 0);
  const isStrict = STRICTLY_UNDER.has(tokens[from]?.word ?? '');
  return { bounds: boundsOf(reading.isVague ? 'AT_LEAST' : operator, reading.value, isStrict), from, to, isArticle: false };
}

/** The same number under a qualifier found elsewhere in the sentence, as in "4 persons at least". */
export function boundsOf(operator: Operator, value: number, isStrict = false): Bounds {
  const low = operator === 'EXACT' || operator === 'AT_LEAST' ? value : operator === 'MORE_THAN' ? value + 1 : null;
  const best = operator === 'EXACT' || operator === 'ABOUT' || operator === 'NEARLY' ? value : null;
  const high = operator === 'EXACT' || operator === 'NEARLY' ? value : operator === 'UP_TO' ? value - (isStrict ? 1 : 0) : null;
  return { operator, low, best, high };
}

function qualifiersAt(tokens: readonly Token[], from: number) {
  const first = qualifierAt(tokens, from);
  const second = first && qualifierAt(tokens, from + first.words.length);
  return [first, second] as const;
}

function readArticle(tokens: readonly Token[], from: number): Quantity | null {
  const word = tokens[from]?.word;
  if (word !== 'a' && word !== 'an') return null;
  return { bounds: boundsOf('EXACT', 1), from, to: from + 1, isArticle: true };
}

function readBetween(tokens: readonly Token[], from: number): Quantity | null {
  const low = readNumber(tokens, from + 1);
  if (!low || tokens[low.to]?.word !== 'and') return null;
  const high = readNumber(tokens, low.to + 1);
  return high && asRange(low, high, from);
}

function readRange(tokens: readonly Token[], from: number, low: Reading): Quantity | null {
  const joint = tokens[low.to];
  const isHyphen = joint !== undefined && '-–'.includes(joint.text) && joint.isGlued && tokens[low.to + 1]?.isGlued === true;
  const isTo = (joint?.word === 'to' && tokens[from - 1]?.word !== 'from') || joint?.word === 'or';
  if (!isHyphen && !isTo) return null;
  const high = readNumber(tokens, low.to + 1);
  return high && asRange(low, high, from);
}

function asRange(low: Reading, high: Reading, from: number): Quantity | null {
  if (high.value <= low.value || low.isYearLike || high.isYearLike || low.isVague) return null;
  const bounds: Bounds = { operator: 'RANGE', low: low.value, best: null, high: high.isVague ? null : high.value };
  return { bounds, from, to: high.to, isArticle: false };
}

function readNumber(tokens: readonly Token[], at: number): Reading | null {
  return readVague(tokens, at) ?? readDozen(tokens, at) ?? readDigits(tokens, at) ?? readWords(tokens, at);
}

function readVague(tokens: readonly Token[], at: number): Reading | null {
  const some = tokens[at]?.word === 'a' && tokens[at + 1]?.word === 'few' ? 2 : /^(several|few|many)$/.test(tokens[at]?.word ?? '') ? 1 : 0;
  const unit = some > 0 ? VAGUE.get(`${tokens[at + some]?.word ?? ''}s`) : undefined;
  if (unit !== undefined) return { value: unit, to: at + some + 1, isVague: true, isYearLike: false };
  const value = VAGUE.get(tokens[at]?.word ?? '');
  if (value === undefined) return null;
  const scale = tokens[at + 1]?.word === 'of' ? VAGUE.get(tokens[at + 2]?.word ?? '') : undefined;
  // "hundreds of thousands" is two hundred thousand: the second word's own unit, not its vague floor.
  if (scale !== undefined) return { value: (value * scale) / 2, to: at + 3, isVague: true, isYearLike: false };
  return { value, to: at + 1, isVague: true, isYearLike: false };
}

function readDozen(tokens: readonly Token[], at: number): Reading | null {
  const words = [0, 1, 2].map((offset) => tokens[at + offset]?.word ?? '');
  const exact = (value: number, length: number) => ({ value, to: at + length, isVague: false, isYearLike: false });
  if (words[0] === 'dozen') return exact(12, 1);
  if (words[0] === 'half' && words[2] === 'dozen') return exact(6, 3);
  if (words[0] === 'half' && words[1] === 'a' && SCALES.has(words[2] ?? '')) return exact((SCALES.get(words[2] ?? '') ?? 0) / 2, 3);
  if (words[1] !== 'dozen') return null;
  if (words[0] === 'a') return exact(12, 2);
  const count = SMALL.get(words[0] ?? '') ?? Number(words[0]);
  return Number.isInteger(count) && count > 0 && count < 100 ? exact(count * 12, 2) : null;
}

function readDigits(tokens: readonly Token[], at: number): Reading | null {
  const { text } = tokens[at] ?? { text: '' };
  if (text.length > 12 || !/^(\d{1,3}(,\d{3})+|\d+(\.\d{1,2})?)$/.test(text)) return null;
  const scale = SCALES_AFTER_DIGITS.get(tokens[at + 1]?.word ?? '');
  const value = Math.round(Number(text.replaceAll(',', '')) * (scale ?? 1));
  if (value > LARGEST || value === 0 || (text.includes('.') && scale === undefined)) return null;
  const isYearLike = /^(19|20)\d\d$/.test(text) && scale === undefined;
  return { value, to: at + (scale === undefined ? 1 : 2), isVague: false, isYearLike };
}

/** Reads "twenty-one", "two hundred and six", "a hundred"; each step takes one or two tokens, and no number has more than twelve. */
function readWords(tokens: readonly Token[], from: number): Reading | null {
  let at = from;
  let total = 0;
  let group = 0;
  const isArticle = tokens[at]?.word === 'a' && SCALES.has(tokens[at + 1]?.word ?? '');
  if (isArticle) [at, group] = [at + 1, 1];
  while (at < from + 12) {
    const word = tokens[at]?.word ?? '';
    const scale = SCALES.get(word);
    const small = SMALL.get(word) ?? TENS.get(word);
    const next = tokens[at + 1];
    const isHyphen = word === '-' && group >= 20 && group % 10 === 0 && next?.isGlued === true && SMALL.has(next.word);
    const isHundreds = group >= 100 && group % 100 === 0;
    const isAnd = word === 'and' && isHundreds && isNumberWord(next?.word) && !SCALES.has(tokens[at + 2]?.word ?? '');
    if (scale === 100) group = Math.max(group, 1) * 100;
    else if (scale !== undefined) [total, group] = [total + Math.max(group, 1) * scale, 0];
    else if (small !== undefined && canFollow(group, small)) group += small;
    else if (!isHyphen && !isAnd) break;
    at += 1;
  }
  const value = total + group;
  return value > 0 && value <= LARGEST ? { value, to: at, isVague: false, isYearLike: false } : null;
}

function canFollow(group: number, small: number): boolean {
  if (group === 0) return true;
  return group % 100 === 0 || (group % 10 === 0 && small < 10 && group % 100 >= 20);
}

function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (SMALL.has(word) || TENS.has(word));
}

/** "7-year-old", "R3411", "5%", "14/02/2016", "March 8", "UPDATE 2", "2017": digits that count nobody. */
function isPartOfName(tokens: readonly Token[], at: number, { to, isYearLike, value, isVague }: Reading): boolean {
  const before = tokens[at - 1];
  const after = tokens[to];
  const next = tokens[to + 1];
  if (isGluedToName(tokens, at)) return true;
  if (after?.isGlued && /^[%/:_@]$/.test(after.text) && (after.text !== ':' || /^\d/.test(next?.text ?? ''))) return true;
  if (after?.isGlued && after.text === '-' && next?.isGlued && /^[\p{L}]/u.test(next.text)) return true;
  if (after?.word === 'percent' || after?.word === 'per') return true;
  if (isVague) return false;
  const isPeople = isPeopleWord(after) || (isPeopleWord(next) && !isGluedToName(tokens, to));
  const isDayOfMonth = value <= 31 && (isMonth(after) || (isMonth(before) && !/^\p{L}/u.test(after?.text ?? '')));
  return isDayOfMonth || (isYearLike && !isPeople) || (before !== undefined && LABELS.has(before.word) && !isPeople);
}

function isPeopleWord(token: Token | undefined): boolean {
  return token !== undefined && (PERSON_WORDS.has(token.word) || TOLL_NOUNS.has(token.word) || HARM_WORDS.get(token.word)?.voice === 'participle');
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

function isMonth(token: Token | undefined): boolean {
  return token !== undefined && MONTHS.has(token.word) && token.text !== 'may' && token.text !== 'march';
}
