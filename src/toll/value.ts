import { isPhrase, type Token } from './tokens.ts';

/** The value of a written number; `to` is the token after it. */
export interface NumberValue {
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
const PARTS = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
  ['quarters', 0.75],
]);
/** What stands between the thousands of "1 018" and "1’018". */
const SPACED = /[ \u00a0\u2009\u202f'’](?=\d{3})/g;
const LARGEST = 10_000_000;

/** The number that starts at a token, without what bounds it. */
export function readNumber(tokens: readonly Token[], at: number): NumberValue | null {
  return readVague(tokens, at) ?? readFraction(tokens, at) ?? readDozen(tokens, at) ?? readDigits(tokens, at) ?? readWords(tokens, at);
}

function readVague(tokens: readonly Token[], at: number): NumberValue | null {
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

/** "half a million", "a quarter of a million", "two and a half million", "a million and a half". */
function readFraction(tokens: readonly Token[], at: number): NumberValue | null {
  return readShare(tokens, at) ?? readAndAHalf(tokens, at);
}

function readShare(tokens: readonly Token[], from: number): NumberValue | null {
  const first = tokens[from]?.word ?? '';
  const isCounted = first === 'a' || first === 'one' || (first === 'three' && tokens[from + 1]?.word === 'quarters');
  const part = PARTS.get(tokens[from + (isCounted ? 1 : 0)]?.word ?? '');
  let at = from + (isCounted ? 2 : 1);
  if (part === undefined) return null;
  if (tokens[at]?.word === 'of') at += 1;
  if (tokens[at]?.word === 'a') at += 1;
  const scale = SCALES.get(tokens[at]?.word ?? '');
  return scale === undefined ? null : { value: part * scale, to: at + 1, isVague: false, isYearLike: false };
}

function readAndAHalf(tokens: readonly Token[], at: number): NumberValue | null {
  const first = tokens[at]?.word ?? '';
  const isScaleFirst = /^(a|one)$/.test(first) && SCALES.has(tokens[at + 1]?.word ?? '');
  const half = at + (isScaleFirst ? 2 : 1);
  const scale = SCALES.get(tokens[isScaleFirst ? at + 1 : half + 3]?.word ?? '');
  const count = isScaleFirst ? 1 : (SMALL.get(first) ?? (/^\d{1,3}$/.test(first) ? Number(first) : 0));
  if (scale === undefined || count === 0 || !isPhrase(tokens, half, ['and', 'a', 'half'])) return null;
  const value = (count + 0.5) * scale;
  return value <= LARGEST ? { value, to: half + (isScaleFirst ? 3 : 4), isVague: false, isYearLike: false } : null;
}

function readDozen(tokens: readonly Token[], at: number): NumberValue | null {
  const words = [0, 1, 2].map((offset) => tokens[at + offset]?.word ?? '');
  const exact = (value: number, length: number) => ({ value, to: at + length, isVague: false, isYearLike: false });
  if (words[0] === 'dozen') return exact(12, 1);
  if (words[0] === 'half' && words[2] === 'dozen') return exact(6, 3);
  if (words[1] !== 'dozen') return null;
  if (words[0] === 'a') return exact(12, 2);
  const count = SMALL.get(words[0] ?? '') ?? Number(words[0]);
  return Number.isInteger(count) && count > 0 && count < 100 ? exact(count * 12, 2) : null;
}

function readDigits(tokens: readonly Token[], at: number): NumberValue | null {
  const text = (tokens[at]?.text ?? '').replace(SPACED, '');
  if (text.length > 12 || !/^(\d{1,3}(,\d{3})+|\d+(\.\d{1,2})?)$/.test(text)) return null;
  const scale = SCALES_AFTER_DIGITS.get(tokens[at + 1]?.word ?? '');
  const value = Math.round(Number(text.replaceAll(',', '')) * (scale ?? 1));
  if (value > LARGEST || value === 0 || (text.includes('.') && scale === undefined)) return null;
  const isYearLike = /^(19|20)\d\d$/.test(text) && scale === undefined;
  return { value, to: at + (scale === undefined ? 1 : 2), isVague: false, isYearLike };
}

/** Reads "twenty-one", "two hundred and six", "a hundred"; each step takes one or two tokens, and no number has more than twelve. */
function readWords(tokens: readonly Token[], from: number): NumberValue | null {
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

/** Whether a token is a number in digits, or a word below a hundred. */
export function isNumeral(token: Token | undefined): boolean {
  return token !== undefined && (/^\d+$/.test(token.text) || isNumberWord(token.word));
}

function isNumberWord(word: string | undefined): boolean {
  return word !== undefined && (SMALL.has(word) || TENS.has(word));
}
