import { discriminator, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import { type LinkType, linkTypes, relationship } from '../graph/model.ts';
import type { Problem } from '../input/csv.ts';
import type { Looked } from '../write/looked.ts';
import type { RowDrafts } from './draft.ts';
import { rounds } from './rounds.ts';
import { type Drawn, singles } from './singles.ts';

/** What a table's relationships come to together. */
export interface LinksTogether {
  /** Takes in what the graph has, before the rows that it may speak against. */
  readonly hold: (looked: Pick<Looked, 'links' | 'steps'>) => void;
  /** Whether a relationship that was seen is in the graph already. */
  readonly isInGraph: (link: LinkDraft) => boolean;
  /** Takes in a row, and says what of it cannot be beside the rows before it. */
  readonly see: (line: number, row: Pick<RowDrafts, 'nodes' | 'links'>) => Problem[];
  /** When all rows have been seen: what cannot be of all of them. */
  readonly problems: () => Problem[];
}

/** Watches what a row cannot know of another: of each relationship whose ends may have only one, or that may not lead back, its ends are kept. */
export function linksTogether(): LinksTogether {
  const single = singles();
  const round = rounds();

  const hold: LinksTogether['hold'] = ({ links, steps }) => {
    for (const { type, from, to, properties } of links)
      if (linkTypes.includes(type)) single.see({ line: null, type, from, to, disc: String(properties.disc) }, (id) => id);
    for (const { type, from, to, labels } of steps) round.see({ line: null, type, from, to, disc: '' }, (id) => String(id === from ? labels.from : labels.to));
  };
  const see: LinksTogether['see'] = (line, { nodes, links }) => {
    const nameOf = namesOf(nodes);
    return links.flatMap((link) => {
      if (!isRuled(link.type as LinkType)) return [];
      const drawn = drawnIn(line, link);
      const reason = single.see(drawn, nameOf);
      if (reason !== null) return [{ line, column: null, value: null, reason }];
      round.see(drawn, nameOf);
      return [];
    });
  };
  return { hold, isInGraph: (link) => isRuled(link.type as LinkType) && single.isInGraph(drawnIn(null, link)), see, problems: round.problems };
}

function drawnIn(line: number | null, link: LinkDraft): Drawn {
  return { line, type: link.type as LinkType, from: link.from, to: link.to, disc: discriminator(link) };
}

/** Whether a type says how many of it there may be, or that it does not lead back. */
function isRuled(type: LinkType): boolean {
  const { each, acyclic } = relationship(type);
  return each.from === 'one' || each.to === 'one' || acyclic === true;
}

/** What the entities of a row are called in sentences. */
export function namesOf(nodes: readonly NodeDraft[]): (id: string) => string {
  return (id) => {
    const node = nodes.find((one) => one.id === id);
    return node ? `${node.label} ${node.keys[0]}` : id;
  };
}
