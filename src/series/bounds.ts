import type { Operator } from '../toll/mention.ts';

// Browsers get this file too: it imports nothing but types that need nothing.

/** What a claim says of a number. */
export interface Figures {
  readonly operator: Operator | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** The numbers that a figure allows, both ends included. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The bounds of a figure as it is meant: open where nothing is said, so from 0, or without end. */
export function boundsOf({ operator, low, best, high }: Figures): Bounds {
  switch (operator) {
    case 'ABOUT':
      return best === null ? between(low, high) : between(best - best / 10, best + best / 10);
    case 'NEARLY':
    case 'UP_TO':
      return between(0, high ?? best);
    case 'AT_LEAST':
      return between(low ?? best, high);
    case 'MORE_THAN':
      return between(low ?? (best === null ? null : best + 1), high);
    case 'EXACT':
      return between(low ?? best ?? high, high ?? best ?? low);
    default:
      // Beside a best number, one bound leaves the other side open.
      return low === null && high === null ? between(best, best) : between(low, high);
  }
}

/** How a figure is meant, also where nobody said so. */
export function operatorOf({ operator, low, high }: Figures): Operator {
  if (operator !== null) return operator;
  if (low !== null && high !== null) return low === high ? 'EXACT' : 'RANGE';
  if (low === null && high === null) return 'EXACT';
  return low === null ? 'UP_TO' : 'AT_LEAST';
}

/** A figure as it is meant, in words: "at least 1,500", "more than 1,018", "50 (40 to 60)"; null without a number. It says what its bounds are. */
export function figureInWords({ operator, low, best, high }: Figures): string | null {
  const number = best ?? low ?? high;
  if (number === null) return null;
  const isBounded = operator === null && best !== null && (low ?? high) !== null && (low !== best || high !== best);
  if (isBounded) return `${written(best)} (${figureInWords({ operator, low, best: null, high })})`;
  const [from, to] = [low ?? best, high ?? best];
  switch (operator ?? (best === null ? operatorOf({ operator, low, best, high }) : 'EXACT')) {
    case 'ABOUT':
      return `about ${written(number)}`;
    case 'NEARLY':
      return `nearly ${written(to ?? number)}`;
    case 'AT_LEAST':
      return `at least ${written(from ?? number)}`;
    case 'MORE_THAN':
      return `more than ${written(low === null ? number : low - 1)}`;
    case 'UP_TO':
      return `up to ${written(to ?? number)}`;
    case 'RANGE':
      if (from !== null && to !== null) return `${written(Math.min(from, to))} to ${written(Math.max(from, to))}`;
      return from === null ? `up to ${written(number)}` : `at least ${written(number)}`;
    default:
      return written(number);
  }
}

function written(number: number): string {
  return number.toLocaleString('en-US');
}

/** Whether there is any number at all. */
export function hasFigure({ low, best, high }: Figures): boolean {
  return low !== null || best !== null || high !== null;
}

/** Whether no number is within both. */
export function areDisjoint(a: Bounds, b: Bounds): boolean {
  return a.low > b.high || b.low > a.high;
}

/** Some data has its bounds the wrong way round; they are kept so, and read the right way round. */
function between(low: number | null, high: number | null): Bounds {
  const [one, other] = [low ?? 0, high ?? Number.POSITIVE_INFINITY];
  return { low: Math.min(one, other), high: Math.max(one, other) };
}
