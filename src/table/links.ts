import { discriminator, type NodeDraft } from '../entity/draft.ts';
import { type LinkType, relationship } from '../graph/model.ts';
import type { Problem } from '../input/csv.ts';
import type { RowDrafts } from './draft.ts';
import { rounds } from './rounds.ts';
import { type Drawn, singles } from './singles.ts';

/** What a table's relationships come to together. */
export interface LinksTogether {
  /** Takes in a row, and says what of it cannot be beside the rows before it. */
  readonly see: (line: number, row: Pick<RowDrafts, 'nodes' | 'links'>) => Problem[];
  /** When all rows have been seen: what cannot be of all of them. */
  readonly problems: () => Problem[];
}

/** Watches what a row cannot know of another: of each relationship whose ends may have only one, or that may not lead back, its ends are kept. */
export function linksTogether(): LinksTogether {
  const single = singles();
  const round = rounds();

  const see: LinksTogether['see'] = (line, { nodes, links }) => {
    const nameOf = namesOf(nodes);
    return links.flatMap((link) => {
      const type = link.type as LinkType;
      if (!isRuled(type)) return [];
      const drawn: Drawn = { line, type, from: link.from, to: link.to, disc: discriminator(link) };
      const reason = single.see(drawn, nameOf);
      if (reason !== null) return [{ line, column: null, value: null, reason }];
      round.see(drawn, nameOf);
      return [];
    });
  };
  return { see, problems: round.problems };
}

/** Whether a type says how many of it there may be, or that it does not lead back. */
function isRuled(type: LinkType): boolean {
  const { each, acyclic } = relationship(type);
  return each.from === 'one' || each.to === 'one' || acyclic === true;
}

function namesOf(nodes: readonly NodeDraft[]): (id: string) => string {
  return (id) => {
    const node = nodes.find((one) => one.id === id);
    return node ? `${node.label} ${node.keys[0]}` : id;
  };
}
