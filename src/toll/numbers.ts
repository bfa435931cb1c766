import { MOVING_VERBS } from './function-words.ts';
import type { Bounds, Operator } from './mention.ts';
import { phraseBook, type Token } from './tokens.ts';
import { isNotBefore, isPeopleNext, isUncounted } from './uncounted.ts';
import { type NumberValue, readNumber } from './value.ts';

/** A number as the text writes it, with the words that bound it: tokens `from` to `to`, end exclusive. */
export interface Quantity {
  readonly bounds: Bounds;
  readonly from: number;
  readonly to: number;
  /** "a child": the article itself is the number, so only a person may follow. */
  readonly isArticle: boolean;
}

const qualifierAt = phraseBook<{ readonly words: readonly string[]; readonly operator: Operator }>(
  (
    [
      ['AT_LEAST', 'at least', 'a minimum of', 'minimum of', 'no fewer than', 'no less than', 'not less than', 'not fewer than'],
      ['UP_TO', 'no more than', 'not more than', 'up to', 'as many as', 'at most', 'a maximum of', 'less than', 'fewer than', 'under'],
      ['MORE_THAN', 'more than', 'over', 'upwards of', 'in excess of', 'above'],
      ['MORE_THAN', 'exceed', 'exceeds', 'exceeded', 'exceeding', 'tops', 'topped', 'surpasses', 'surpassed', 'passes', 'passed', 'past'],
      ['ABOUT', 'nearly about', 'almost about', 'an estimated', 'a bout', 'about', 'around', 'approximately', 'roughly', 'some', 'circa'],
      ['NEARLY', 'nearly', 'almost', 'close to'],
    ] as const
  ).flatMap(([operator, ...phrases]) => phrases.map((phrase) => ({ words: phrase.split(' '), operator }))),
);
const STRICTLY_UNDER = new Set(['less', 'fewer', 'under']);

/** The quantity that starts at a token, qualifier included, or null where no number of people can start. */
export function readQuantity(tokens: readonly Token[], from: number): Quantity | null {
  const [first, second] = qualifiersAt(tokens, from);
  if (first && isOtherSense(tokens, from, second !== undefined)) return null;
  const at = from + (first?.words.length ?? 0) + (second?.words.length ?? 0);
  const between = readBetween(tokens, from);
  if (between) return between;
  const reading = readNumber(tokens, at);
  if (!reading) return readArticle(tokens, from);
  if (isUncounted(tokens, at, first ? { ...reading, isYearLike: false } : reading)) return null;
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

/** "hand over 5", "the past 5 days", "the bill passes": a qualifier's word that bounds no number. */
function isOtherSense(tokens: readonly Token[], from: number, hasSecond: boolean): boolean {
  const { word = '' } = tokens[from] ?? {};
  const before = tokens[from - 1]?.word ?? '';
  if (word === 'over') return hasSecond || /^(hand|tak|took|br)/.test(before);
  if (word === 'past') return !MOVING_VERBS.has(before);
  return /^pass/.test(word) && !isTotalBefore(tokens, from);
}

/** Whether the words before tell of a total, or of how it moves: "the death toll rose". */
function isTotalBefore(tokens: readonly Token[], at: number): boolean {
  const near = tokens.slice(Math.max(0, at - 8), at).reverse();
  const stop = near.findIndex(({ text }) => /^[.;:!?]$/.test(text));
  return near.slice(0, stop < 0 ? near.length : stop).some(({ word }) => /^(tolls?|numbers?|tally)$/.test(word) || MOVING_VERBS.has(word));
}

function readArticle(tokens: readonly Token[], from: number): Quantity | null {
  const word = tokens[from]?.word;
  if ((word !== 'a' && word !== 'an') || isNotBefore(tokens, from)) return null;
  return { bounds: boundsOf('EXACT', 1), from, to: from + 1, isArticle: true };
}

/** "between 10 and 12", "from 10 to 12 people", but not "rose from 10 to 12" or "between 6 and 10 March". */
function readBetween(tokens: readonly Token[], from: number): Quantity | null {
  const { word = '' } = tokens[from] ?? {};
  if (word !== 'between' && word !== 'from') return null;
  const low = readNumber(tokens, from + 1);
  const joint = tokens[low?.to ?? -1]?.word ?? '';
  if (!low || (joint !== 'to' && (joint !== 'and' || word === 'from')) || isUncounted(tokens, from + 1, low)) return null;
  const high = readNumber(tokens, low.to + 1);
  if (!high || (word === 'from' && (isTotalBefore(tokens, from) || !isPeopleNext(tokens, high.to)))) return null;
  return asRange(low, high, from);
}

function readRange(tokens: readonly Token[], from: number, low: NumberValue): Quantity | null {
  const joint = tokens[low.to];
  const isHyphen = joint !== undefined && '-–'.includes(joint.text) && joint.isGlued && tokens[low.to + 1]?.isGlued === true;
  const isTo = (joint?.word === 'to' && !isStep(tokens, from - 1)) || joint?.word === 'or';
  if (!isHyphen && !isTo) return null;
  const high = readNumber(tokens, low.to + 1);
  return high && asRange(low, high, from);
}

/** "from 10 to 12", "rose by 10 to 12". */
function isStep(tokens: readonly Token[], at: number): boolean {
  const { word = '' } = tokens[at] ?? {};
  return word === 'from' || (word === 'by' && MOVING_VERBS.has(tokens[at - 1]?.word ?? ''));
}

function asRange(low: NumberValue, high: NumberValue, from: number): Quantity | null {
  if (high.value <= low.value || low.isYearLike || high.isYearLike || low.isVague) return null;
  const bounds: Bounds = { operator: 'RANGE', low: low.value, best: null, high: high.isVague ? null : high.value };
  return { bounds, from, to: high.to, isArticle: false };
}
