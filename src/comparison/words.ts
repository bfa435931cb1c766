import { harmed, people, remark } from '../claim/words.ts';
import { boundsOf, figureInWords, hasFigure, operatorOf } from '../series/bounds.ts';
import { populationOf, scopeOf } from '../series/series.ts';
import { dayOf, isCumulative, type Testimony } from '../testimony/ref.ts';

/** Claims in plain words, in the past tense, which is the same for one speaker and for many. */

/** Who says it: the claimant, or the text that names nobody for it. */
export function who({ claimant, publisher, report }: Testimony): string {
  if (claimant) return claimant.label;
  if (publisher) return `${publisher.label}, naming no source,`;
  return report ? `the report "${report.title}", naming no source,` : 'a source that is not known';
}

/** "at least 1,500 civilians" */
export function amount(told: Testimony): string {
  const figure = number(told);
  const population = populationOf(told);
  const [one, many] = people[population];
  if (figure === null) return `${many}${remark(population)}`;
  return `${figure} ${isOne(told) ? one : many}${remark(population)}`;
}

/** "at least 1,500" */
export function number({ claim }: Testimony): string | null {
  return figureInWords(claim);
}

/** "at least 1,500 civilians were killed in Baniyas (as of 2025-03-14)" */
export function counted(told: Testimony): string {
  return `${amount(told)} ${isOne(told) ? 'was' : 'were'} ${what(told)}${part(told)}${when(told)}`;
}

/** What a claim says, whether it counts or not. */
export function content(told: Testimony): string {
  if (told.claim.metric !== null) return counted(told);
  const words = told.claim.statement ?? told.claim.quote;
  if (words !== null) return `"${words.replace(/\.$/, '')}"`;
  if (told.claim.claimType !== 'ATTRIBUTION' && told.claim.claimType !== 'DENIAL') return 'it happened';
  const accused = told.names.flatMap(({ role, label }) => (role === 'ALLEGED_PERPETRATOR' ? [label] : []));
  return accused.length > 0 ? `${listed(accused)} did it` : 'it happened';
}

export function what({ claim }: Testimony): string {
  return harmed[claim.metric ?? 'KILLED'];
}

/** " in Baniyas and Tartus by this group": which part of the event it counts; nothing for the whole of it. */
export function part(told: Testimony): string {
  const [places, groups] = [scopeOf(told, 'SCOPE'), scopeOf(told, 'SCOPE_PERPETRATOR')].map((some) => some.map(({ label }) => label)) as [string[], string[]];
  return `${places.length > 0 ? ` in ${listed(places)}` : ''}${groups.length > 0 ? ` by ${listed(groups)}` : ''}`;
}

/** " (as of 2025-03-14)", " (from 2025-03-06 to 2025-03-10)" */
export function when(told: Testimony): string {
  const { windowFrom, windowTo } = told.claim;
  const day = dayOf(told);
  if (isCumulative(told)) return day === null ? ' (as of a day that is not said)' : ` (as of ${day})`;
  if (windowFrom === null && windowTo === null) return ` (in a stretch of time that is not said${day === null ? '' : `, as of ${day}`})`;
  if (windowFrom === null) return ` (until ${windowTo})`;
  return windowTo === null ? ` (since ${windowFrom})` : ` (from ${windowFrom} to ${windowTo})`;
}

export function sentence(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

function isOne({ claim }: Testimony): boolean {
  const { low, high } = boundsOf(claim);
  return hasFigure(claim) && low === 1 && (high === 1 || operatorOf(claim) === 'AT_LEAST');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
