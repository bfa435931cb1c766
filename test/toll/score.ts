import type { TollMention } from '../../src/toll/mention.ts';

/** A text with the mentions two coders agreed on. */
export interface Labelled {
  readonly text: string;
  readonly mentions: readonly TollMention[];
}

/** A text with what was expected of it and missed, and what was found and not expected. */
export interface Difference {
  readonly text: string;
  readonly missed: readonly TollMention[];
  readonly extra: readonly TollMention[];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** Of the mentions found and expected, those with the same population. */
  readonly population: number;
  /** Of the mentions found and expected, those with the same start and end. */
  readonly span: number;
  readonly differences: readonly Difference[];
}

type Pair = readonly [expected: TollMention, found: TollMention];

/** Compares mentions by metric, bounds and overlapping spans; population and exact offsets are scored apart. */
export function score(labelled: readonly Labelled[], extract: (text: string) => readonly TollMention[]): Score {
  const compared = labelled.map(({ text, mentions }) => ({ text, ...compare(mentions, extract(text)) }));
  const pairs = compared.flatMap((one) => one.pairs);
  const missed = compared.flatMap((one) => one.missed).length;
  const extra = compared.flatMap((one) => one.extra).length;
  return {
    precision: share(pairs.length, pairs.length + extra),
    recall: share(pairs.length, pairs.length + missed),
    population: share(pairs.filter(([expected, found]) => expected.population === found.population).length, pairs.length),
    span: share(pairs.filter(([expected, found]) => expected.start === found.start && expected.end === found.end).length, pairs.length),
    differences: compared.filter((one) => one.missed.length + one.extra.length > 0),
  };
}

function compare(expected: readonly TollMention[], found: readonly TollMention[]) {
  const left = [...found];
  const pairs: Pair[] = [];
  const missed = expected.filter((mention) => {
    const at = left.findIndex((other) => isSame(mention, other));
    if (at >= 0) pairs.push([mention, ...left.splice(at, 1)] as unknown as Pair); // Splice at a found index yields one mention.
    return at < 0;
  });
  return { pairs, missed, extra: left };
}

function isSame(a: TollMention, b: TollMention): boolean {
  const isOverlapping = a.start < b.end && b.start < a.end;
  return isOverlapping && a.metric === b.metric && a.low === b.low && a.best === b.best && a.high === b.high;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
