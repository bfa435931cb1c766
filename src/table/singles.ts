import { type LinkType, relationship } from '../graph/model.ts';
import { contrary } from '../write/board.ts';

/** A relationship between ids that are meant; `line` is where a row draws it, null where the graph has it. */
export interface Drawn {
  readonly line: number | null;
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  /** Tells apart those of one type between the same ends. */
  readonly disc: string;
}

type Held = Pick<Drawn, 'line' | 'disc'> & { readonly other: string };

export interface Singles {
  /** Takes in one that may have to be the only one at its end; what speaks against it, as a reason, is not taken in. */
  readonly see: (link: Drawn, nameOf: (id: string) => string) => string | null;
  /** Whether it is in the graph already, as far as it has been looked for. */
  readonly isInGraph: (link: Drawn) => boolean;
}

/** The ends that may have only one relationship of a type, and the one that each of them has. */
export function singles(): Singles {
  const begins = new Map<LinkType, Map<string, Held>>();
  const ends = new Map<LinkType, Map<string, Held>>();

  /** The one that is there already, or null where this one is taken in. */
  const takenAt = (all: typeof begins, type: LinkType, id: string, link: Held): Held | null => {
    const held = all.get(type) ?? new Map<string, Held>();
    all.set(type, held);
    const before = held.get(id);
    if (!before) held.set(id, link);
    return before && !(before.other === link.other && before.disc === link.disc) ? before : null;
  };

  const see: Singles['see'] = ({ line, type, from, to, disc }, nameOf) => {
    const { each, out, in: back } = relationship(type);
    const opposite = contrary[type];
    const relayed = opposite && begins.get(opposite)?.get(from);
    if (relayed?.other === to)
      return `${nameOf(from)} ${opposite} ${nameOf(to)} already${where(relayed)}, and a claim that only relays another does not replace it`;
    const first = each.from === 'one' ? takenAt(begins, type, from, { line, disc, other: to }) : null;
    if (first) return `${nameOf(from)} already has ${one(first)} as ${out}${where(first)}, and can have only one`;
    const second = each.to === 'one' ? takenAt(ends, type, to, { line, disc, other: from }) : null;
    return second && `${nameOf(to)} already has ${one(second)} as ${back}${where(second)}, and can have only one`;
  };

  const isInGraph: Singles['isInGraph'] = ({ type, from, to, disc }) => {
    const isThis = (held: Held | undefined, other: string) => held?.line === null && held.other === other && held.disc === disc;
    return isThis(begins.get(type)?.get(from), to) || isThis(ends.get(type)?.get(to), from);
  };
  return { see, isInGraph };
}

function one({ line, other }: Held): string {
  return line === null ? other : 'one';
}

function where({ line }: Held): string {
  return line === null ? ' in the graph' : `, in line ${line}`;
}
