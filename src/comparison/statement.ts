import { boundsOf, hasFigure, operatorOf } from '../series/bounds.ts';
import { populationOf, scopeOf } from '../series/series.ts';
import { isCumulative, type Testimony } from '../testimony/ref.ts';
import { comparedName } from '../text.ts';

/** Whether a claim asserts or denies; a claim of type DENIAL denies what it states. */
export function polarityOf({ claim }: Testimony): Testimony['claim']['polarity'] {
  return claim.claimType === 'DENIAL' && claim.polarity === 'ASSERTS' ? 'DENIES' : claim.polarity;
}

/**
 * Whether two claims say, or deny, one and the same thing of one event. Of numbers: the same figure for the same people; a denial without a
 * figure denies any. Of accusations: the same accused, or of several the one who is denied to have done it; where only one names them, the same
 * words. Of anything else: the same words, and where neither has words, that it happened at all.
 */
export function isSameStatement(a: Testimony, b: Testimony): boolean {
  if (a.claim.eventId === null || a.claim.eventId !== b.claim.eventId) return false;
  if (a.claim.metric !== null || b.claim.metric !== null) return isSameCount(a, b);
  if (a.claim.claimType !== b.claim.claimType && a.claim.claimType !== 'DENIAL' && b.claim.claimType !== 'DENIAL') return false;
  const [accusedByA, accusedByB] = [accused(a), accused(b)];
  if (accusedByA.size > 0 && accusedByB.size > 0) return isOfSameAccused(a, b);
  const isSaidAlike = wording(a) === wording(b) && parts(a) === parts(b);
  return isSaidAlike && (wording(a) !== '' || accusedByA.size === accusedByB.size);
}

function isOfSameAccused(a: Testimony, b: Testimony): boolean {
  const [aDenies, bDenies] = [a, b].map((told) => polarityOf(told) === 'DENIES');
  const [isAllOfB, isAllOfA] = [areAmong(accused(a), accused(b)), areAmong(accused(b), accused(a))];
  return aDenies === bDenies ? isAllOfB && isAllOfA : aDenies ? isAllOfB : isAllOfA;
}

function isSameCount(a: Testimony, b: Testimony): boolean {
  return (
    a.claim.metric === b.claim.metric &&
    populationOf(a) === populationOf(b) &&
    parts(a) === parts(b) &&
    (deniesAny(a) || deniesAny(b) || (isCumulative(a) === isCumulative(b) && figure(a) === figure(b)))
  );
}

function deniesAny(told: Testimony): boolean {
  return polarityOf(told) === 'DENIES' && !hasFigure(told.claim);
}

/** A number as it is meant: one that is exact is the same whether that was said or not. */
function figure({ claim }: Testimony): string {
  const { low, high } = boundsOf(claim);
  return [operatorOf(claim), low, high].join(' ');
}

function areAmong(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].every((id) => others.has(id));
}

/** Whom an accusation, or its denial, is about; whom another claim accuses in passing is not what it says. */
function accused({ claim, names }: Testimony): ReadonlySet<string> {
  if (claim.claimType !== 'ATTRIBUTION' && claim.claimType !== 'DENIAL') return new Set();
  return new Set(names.flatMap(({ role, id }) => (role === 'ALLEGED_PERPETRATOR' ? [id] : [])));
}

function wording({ claim }: Testimony): string {
  return comparedName(claim.statement ?? claim.quote ?? '');
}

function parts(told: Testimony): string {
  return [...scopeOf(told, 'SCOPE'), ...scopeOf(told, 'SCOPE_PERPETRATOR')]
    .map(({ id }) => id)
    .sort()
    .join(' ');
}
