import { joinsLike } from '../claim/series.ts';
import { discriminator, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import { type LinkType, linkTypes, relationship } from '../graph/model.ts';
import { labelOf } from '../ids.ts';
import type { Problem } from '../input/csv.ts';
import type { Looked } from '../write/looked.ts';
import type { RowDrafts } from './draft.ts';
import { drawsLike, likes } from './likes.ts';
import type { TableMapping } from './mapping.ts';
import { rounds } from './rounds.ts';
import { type Drawn, singles } from './singles.ts';

/** What a table's relationships come to together. */
export interface LinksTogether {
  /** Takes in what the graph has, before the rows that it may speak against. */
  readonly hold: (looked: Pick<Looked, 'entities' | 'links' | 'steps'>) => void;
  /** Whether a relationship that was seen is in the graph already. */
  readonly isInGraph: (link: LinkDraft) => boolean;
  /** Takes in a row, and says what of it cannot be beside the rows before it. */
  readonly see: (line: number, row: Pick<RowDrafts, 'nodes' | 'links'>) => Problem[];
  /** When all rows have been seen: what cannot be of all of them. */
  readonly problems: () => Problem[];
}

/** Watches what a row cannot know of another: of each relationship whose ends may have only one, or that may not lead back, its ends are kept. */
export function linksTogether(mapping: TableMapping): LinksTogether {
  const single = singles();
  const round = rounds();
  const like = drawsLike(mapping) ? likes() : null;

  const hold: LinksTogether['hold'] = ({ entities, links, steps }) => {
    for (const [id, properties] of like ? entities : []) if (labelOf(id) === 'Claim') like?.claim({ id, properties });
    for (const { type, from, to, properties } of links.filter((link) => linkTypes.includes(link.type))) {
      single.see({ line: null, type, from, to, disc: String(properties.disc) }, itself);
      like?.link({ type, from, to, role: properties.role as string | undefined }, itself);
    }
    for (const { type, from, to, labels } of steps) round.see({ line: null, type, from, to, disc: '' }, (id) => String(id === from ? labels.from : labels.to));
  };
  const see: LinksTogether['see'] = (line, { nodes, links }) => {
    const nameOf = namesOf(nodes);
    for (const node of like ? nodes : []) if (node.label === 'Claim') like?.claim(node);
    return links.flatMap((link) => {
      like?.link(link, nameOf);
      if (!isRuled(link.type as LinkType)) return [];
      const drawn = drawnIn(line, link);
      const reason = single.see(drawn, nameOf);
      if (reason !== null) return [{ line, column: null, value: null, reason }];
      round.see(drawn, nameOf);
      if (joinsLike(drawn.type) && !single.isInGraph(drawn)) like?.join(drawn, nameOf);
      return [];
    });
  };
  return {
    hold,
    isInGraph: (link) => isRuled(link.type as LinkType) && single.isInGraph(drawnIn(null, link)),
    see,
    problems: () => [...round.problems(), ...(like?.problems() ?? [])],
  };
}

function itself(id: string): string {
  return id;
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
