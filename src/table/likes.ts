import { joinsLike, refuseUnlike } from '../claim/series.ts';
import type { LinkDraft, NodeDraft, Values } from '../entity/draft.ts';
import type { LinkType } from '../graph/model.ts';
import type { Problem } from '../input/csv.ts';
import type { FoundLink } from '../write/looked.ts';
import { refused } from './cell.ts';
import type { TableMapping } from './mapping.ts';
import type { Drawn } from './singles.ts';

export interface Likes {
  /** Takes in what is said of a claim; what was said of it first stays. */
  readonly claim: (node: Pick<NodeDraft, 'id' | 'properties'>) => void;
  /** Takes in where a claim's links lead. */
  readonly link: (link: LinkDraft, nameOf: (id: string) => string) => void;
  /** Takes in a new link that joins claims which have to say something alike. */
  readonly join: (link: Drawn, nameOf: (id: string) => string) => void;
  /** When all have been seen: those that join claims which do not. */
  readonly problems: () => Problem[];
}

/** Whether a map draws what asks its two claims to say something alike: only then is anything kept of claims. */
export function drawsLike({ links }: TableMapping): boolean {
  return links.some(({ type }) => joinsLike(type as LinkType));
}

/** What claims say that have to say something alike, in however many rows they say it: of each, what tells it from others, and where it leads. */
export function likes(): Likes {
  const said = new Map<string, Values>();
  const leads = new Map<string, FoundLink[]>();
  const names = new Map<string, string>();
  const joined: Drawn[] = [];

  const named = (ids: readonly string[], nameOf: (id: string) => string) => {
    for (const id of ids) if (!names.has(id)) names.set(id, nameOf(id));
  };
  const problemOf = (drawn: Drawn): Problem[] => {
    const error = refused(() => refuseUnlike(drawn as never, (id) => ({ properties: said.get(id) ?? {}, links: leads.get(id) ?? [] }), ['to']));
    if (!error) return [];
    const reason = `${drawn.from} ${drawn.type} ${drawn.to}, which should be ${error.expected}`;
    return [{ line: drawn.line ?? 0, column: null, value: null, reason: reason.replaceAll(/\b[a-z]+_[a-z2-7]{20}\b/g, (id) => names.get(id) ?? id) }];
  };

  return {
    claim: ({ id, properties: { claimType, metric, polarity, population, cumulative, eventId } }) => {
      if (!said.has(id)) said.set(id, { claimType, metric, polarity, population, cumulative, eventId });
    },
    link: ({ type, from, to, role }, nameOf) => {
      if (type !== 'ABOUT' && type !== 'ATTRIBUTED_TO' && type !== 'NAMES') return;
      const before = leads.get(from) ?? [];
      leads.set(from, before);
      if (before.some((link) => link.type === type && link.to === to && link.properties.role === role)) return;
      before.push({ type, from, to, properties: { role } });
      named([to], nameOf);
    },
    join: (drawn, nameOf) => {
      joined.push(drawn);
      named([drawn.from, drawn.to], nameOf);
    },
    problems: () => joined.flatMap(problemOf),
  };
}
