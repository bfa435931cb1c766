import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { LinkType } from '../graph/model.ts';
import type { FoundLink } from '../write/looked.ts';
import type { InputPath } from '../write/plan.ts';

/** What a claim is one of a series by: what it says, and where its links lead. */
export interface Counted {
  readonly id: string;
  readonly properties: Values;
  readonly links: readonly FoundLink[];
}

/** What claims have in common that are joined so: who repeats a statement speaks of the same, and a part is counted like its whole. */
const alike: Partial<Record<LinkType, readonly string[]>> = { REPEATS: ['claimType', 'metric'], PART_OF_TOTAL: ['claimType', 'metric'] };

/** Whether links of this type ask what their claims say. */
export function joinsLike(type: LinkType): boolean {
  return type === 'SUPERSEDES' || type in alike;
}

/** Refuses to join claims of which one cannot be what the link makes of the other; what one leaves out makes no difference. */
export function refuseUnlike(type: LinkType, from: Counted, to: Counted, path: InputPath): void {
  if (type === 'SUPERSEDES') refuseOtherSeries(from, to, path);
  const other = alike[type]?.find((name) => from.properties[name] != null && to.properties[name] != null && from.properties[name] !== to.properties[name]);
  if (other !== undefined)
    throw new InvalidInputError(
      path,
      `a claim with the same ${other}, since that is what ${type} joins: its ${other} is ${to.properties[other]}, not ${from.properties[other]}`,
      to.id,
    );
}

/** A claim replaces one of its own series: what one says and the other leaves out makes no difference, but no scope is all of the event. */
function refuseOtherSeries(later: Counted, earlier: Counted, path: InputPath): void {
  const [now, before] = [seriesOf(later), seriesOf(earlier)];
  const other = Object.keys(now).find((name) => now[name] != null && before[name] != null && now[name] !== before[name]);
  if (other !== undefined) throw new InvalidInputError(path, `a claim of the same series: its ${other} is ${before[other]}, not ${now[other]}`, earlier.id);
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
