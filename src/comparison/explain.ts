import { boundsOf, operatorOf } from '../series/bounds.ts';
import { populationOf } from '../series/series.ts';
import { dayOf, isCumulative, type Testimony } from '../testimony/ref.ts';
import { type Comparison, isAssertedCount } from './compare.ts';
import { polarityOf } from './statement.ts';
import { amount, content, number, part, sentence, what, when, who } from './words.ts';

/** A comparison in one plain sentence that a reader can check. `isRelayed` says whether one claim relays the other. */
export function explain(comparison: Comparison, isRelayed = false): string {
  const { a, b, kind, contradiction } = comparison;
  if (a.claim.id === b.claim.id) return 'This is one and the same claim.';
  if (contradiction) return sentence(contradicted(comparison, contradiction));
  if (kind === 'NOT_COMPARABLE') return sentence(notComparable(comparison));
  if (isRelayed) return sentence(`both are one statement, which one of the two relays: ${said(a)}`);
  if (a.isRetracted || b.isRetracted) return sentence(`${said(a)}, and ${said(b)}; what was taken back contradicts nothing`);
  if (!isAssertedCount(a) || !isAssertedCount(b)) return sentence(`${said(a)}, and ${said(b)}, which is no contradiction`);
  if (a.claimant && a.claimant.id === b.claimant?.id) return sentence(ownWords(comparison));
  return sentence(kind === 'SAME' ? compatible(a, b) : contained(a, b));
}

function contradicted({ a, b }: Comparison, reason: NonNullable<Comparison['contradiction']>): string {
  switch (reason) {
    case 'DISJOINT':
      return `${said(a)}, but ${who(b)} said ${amount(b)}${when(b)}, and no number fits both`;
    case 'AS_OF_FELL':
      return `${said(a)}, which is more than ${theAmount(b)} that ${who(b)} counted later${when(b)}, although such a total can only grow`;
    case 'PART_EXCEEDS_WHOLE':
      return `${said(a)}, which is more than ${theAmount(b)} that ${who(b)} counted ${extent(b)}${when(b)}`;
    case 'ASSERTED_AND_DENIED': {
      const [asserted, denied] = polarityOf(a) === 'DENIES' ? [b, a] : [a, b];
      return `${who(asserted)} said that ${content(asserted)}, and ${who(denied)} denied it`;
    }
  }
}

function notComparable({ a, b, notComparable }: Comparison): string {
  switch (notComparable) {
    case 'EVENT':
      return 'the two claims are not about one and the same event';
    case 'METRIC':
      return a.claim.metric !== null && b.claim.metric !== null
        ? `one counts people ${what(a)}, the other people ${what(b)}`
        : 'at least one of the two claims counts nobody, so there are no two numbers to compare';
    case 'POPULATION':
      return `one counts ${unnumbered(a)}, the other ${unnumbered(b)}, and neither are known to be among the other`;
    case 'SCOPE':
      return `one counts ${limited(a)}, the other ${limited(b)}, and neither lies within the other`;
    case 'WINDOW':
      return `the two do not count the same stretch of time: ${said(a)}, and ${said(b)}`;
    default:
      return `it is not known as of which day one of the two holds: ${said(a)}, and ${said(b)}`;
  }
}

function ownWords({ a, b, kind }: Comparison): string {
  if (kind === 'SUBSET') return `${said(a)}, which is a part of ${theAmount(b)} of its own count ${extent(b)}${when(b)}`;
  return `${said(a)}, and revised it itself: ${number(b) ?? content(b)}${when(b)}, which is no contradiction`;
}

function compatible(a: Testimony, b: Testimony): string {
  const both = `${said(a)}, and ${who(b)} said ${number(b) ?? content(b)}${when(b)}`;
  return dayOf(a) === dayOf(b) || !isCumulative(a) ? `${both}; there are numbers that fit both` : `${both}; both can be true, since such a total can grow`;
}

function contained(portion: Testimony, whole: Testimony): string {
  const sum = `${said(portion)}, which is a part of ${theAmount(whole)} that ${who(whole)} counted ${extent(whole)}${when(whole)}`;
  const exceeds = boundsOf(portion.claim).low > boundsOf(whole.claim).high;
  return exceeds ? `${sum}; it is more, but does not count the same time, so both can be true` : `${sum}; both can be true`;
}

function said(told: Testimony): string {
  if (polarityOf(told) === 'NO_STATEMENT') return `${who(told)} said nothing about how many people were ${what(told)}`;
  if (polarityOf(told) === 'UNCERTAIN') return `${who(told)} left it open whether ${content(told)}`;
  return polarityOf(told) === 'DENIES' ? `${who(told)} denied that ${content(told)}` : `${who(told)} said ${content(told)}`;
}

/** "the 1,334 people", "the more than 4,000 people" */
function theAmount(told: Testimony): string {
  return operatorOf(told.claim) === 'EXACT' && number(told) === '1' ? `the one ${amount(told).slice(2)}` : `the ${amount(told)}`;
}

function unnumbered(told: Testimony): string {
  return amount({ ...told, claim: { ...told.claim, low: null, best: null, high: null } });
}

/** "civilians killed in Latakia" */
function limited(told: Testimony): string {
  return `${unnumbered(told)} ${what(told)}${part(told) || ' in the whole event'}`;
}

/** Where the whole event is meant, and everybody: "in all". */
function extent(told: Testimony): string {
  const limits = part(told).trim();
  return limits || (populationOf(told) === 'ALL' ? 'in all' : 'in the whole event');
}
