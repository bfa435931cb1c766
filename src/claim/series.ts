import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { LinkType } from '../graph/model.ts';
import { areDisjoint, boundsOf, type Figures, figureInWords, hasFigure } from '../series/bounds.ts';
import type { FoundLink } from '../write/looked.ts';
import type { InputPath } from '../write/plan.ts';

/** What a claim is one of a series by: what it says, and where its links lead. */
export interface Counted {
  readonly properties: Values;
  readonly links: readonly FoundLink[];
}

/** What a link's two claims have to say alike, and what is expected where they do not. */
interface Alike {
  readonly of: (claim: Counted) => Values;
  readonly expected: (name: string) => string;
}

const alike: Partial<Record<LinkType, Alike>> = {
  // What one says and the other leaves out makes no difference, but no scope is all of the event.
  SUPERSEDES: { of: seriesOf, expected: () => 'a claim of the same series' },
  // Who repeats a statement says the same of the same, and a part is counted like its whole.
  REPEATS: { of: statementOf, expected: (name) => `a claim with the same ${name}, since that is what REPEATS joins` },
  PART_OF_TOTAL: { of: countOf, expected: (name) => `a claim with the same ${name}, since that is what PART_OF_TOTAL joins` },
};

/** Whether links of this type ask what their claims say. */
export function joinsLike(type: LinkType): boolean {
  return type in alike;
}

/** Refuses to join claims of which one cannot be what the link makes of the other. */
export function refuseUnlike({ type, from, to }: Pick<FoundLink, 'type' | 'from' | 'to'>, claim: (id: string) => Counted, path: InputPath): void {
  const asked = alike[type];
  if (!asked) return;
  const [now, before] = [asked.of(claim(from)), asked.of(claim(to))];
  const other = Object.keys(now).find((name) => now[name] != null && before[name] != null && now[name] !== before[name]);
  if (other !== undefined) throw new InvalidInputError(path, `${asked.expected(other)}: its ${other} is ${before[other]}, not ${now[other]}`, to);
  if (type === 'REPEATS') refuseOtherNumber(claim(from), claim(to), path, to);
}

/** Who relays a number may round it, and say less of whom it counts, but tells no other number of other people. */
function refuseOtherNumber({ properties: relay }: Counted, { properties: root }: Counted, path: InputPath, to: string): void {
  const [told, given] = [figuresOf(relay), figuresOf(root)];
  const expected = 'a claim that its number may be a relay of';
  if (!hasFigure(told) || !hasFigure(given)) return;
  if (areDisjoint(boundsOf(told), boundsOf(given)))
    throw new InvalidInputError(path, `${expected}: it counts ${figureInWords(given)}, not ${figureInWords(told)}`, to);
  const [whom, all] = [relay.population, root.population].map((population) => (populationsOfAnybody.has(population) ? null : population));
  if (whom != null && all != null && whom !== all) throw new InvalidInputError(path, `${expected}: it counts ${all}, not ${whom}`, to);
}

const populationsOfAnybody: ReadonlySet<unknown> = new Set(['ALL', 'UNKNOWN']);

function figuresOf({ operator = null, low = null, best = null, high = null }: Values): Figures {
  return { operator, low, best, high } as Figures; // Checked when it was written.
}

function countOf({ properties: { claimType, metric } }: Counted): Values {
  return { claimType, metric };
}

function statementOf({ properties: { claimType, metric, polarity, eventId }, links }: Counted): Values {
  return { claimType, metric, polarity: polarity ?? 'ASSERTS', event: links.find(({ type }) => type === 'ABOUT')?.to ?? eventId ?? null } as Values;
}

function seriesOf({ properties, links }: Counted): Values {
  const { metric, population, cumulative } = properties;
  const scope = links.filter(({ type, properties: { role } }) => type === 'NAMES' && (role === 'SCOPE' || role === 'SCOPE_PERPETRATOR'));
  return {
    event: links.find(({ type }) => type === 'ABOUT')?.to,
    claimant: links.find(({ type }) => type === 'ATTRIBUTED_TO')?.to,
    metric,
    population,
    cumulative,
    scope: scope.length === 0 ? 'all of the event' : [...new Set(scope.map(({ to }) => to))].sort().join(' and '),
  } as Values;
}
