import type { Token } from './tokens.ts';
import { isLabel, isMonth } from './uncounted.ts';

const SEPARATOR = /^[ \u00a0\u2009\u202f'’]$/;

/** Joins the groups of "1 018" and "1’018" into one token; every token is looked at once or twice. */
export function joinThousands(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token; // `at` is below the length.
    const to = isLeading(token, joined.at(-1)) ? groupsEnd(text, tokens, at) : at + 1;
    joined.push(to === at + 1 ? token : join(text, token, tokens[to - 1] ?? token));
    at = to;
  }
  return joined;
}

/** In "on March 8 300 people" the 8 is a day, and in a row of figures nothing is certain. */
function isLeading({ text, isGlued }: Token, before: Token | undefined): boolean {
  const isGluedTo = isGlued && /^[-/#.,:]$/.test(before?.text ?? '');
  return /^[1-9]\d{0,2}$/.test(text) && !isGluedTo && !isMonth(before) && !isLabel(before) && !/^\d/.test(before?.text ?? '');
}

function groupsEnd(text: string, tokens: readonly Token[], from: number): number {
  let to = from + 1;
  // Every round takes a group, and no number of people has more than four.
  while (to < from + 8) {
    const end = tokens[to - 1]?.end ?? 0;
    const at = /^['’]$/.test(tokens[to]?.text ?? '') ? to + 1 : to;
    const isGroup = /^\d{3}$/.test(tokens[at]?.text ?? '') && tokens[at]?.start === end + 1 && SEPARATOR.test(text[end] ?? '');
    if (!isGroup) break;
    to = at + 1;
  }
  return to;
}

function join(text: string, first: Token, last: Token): Token {
  const piece = text.slice(first.start, last.end);
  return { ...first, text: piece, word: piece, end: last.end };
}
