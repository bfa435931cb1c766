import type { NodeDraft } from '../entity/draft.ts';
import type { Label } from '../ids.ts';
import { aOrAn } from '../text.ts';
import type { TableMapping } from './mapping.ts';

interface Meant {
  readonly label: Label;
  readonly line: number;
}

/**
 * Watches that no key stands for entities of two kinds. Only kinds whose keys can be the same in this map are remembered: what begins with another word
 * is never the same.
 */
export function kinds(mapping: TableMapping): (line: number, node: NodeDraft) => string | null {
  const watched = mistakable(mapping);
  const meant = new Map<string, Meant>();
  return (line, { id, label, keys: [key] }) => {
    if (!watched.has(label)) return null;
    const ofKey = id.slice(id.indexOf('_'));
    const before = meant.get(ofKey);
    if (!before) meant.set(ofKey, { label, line });
    if (!before || before.label === label) return null;
    const [kindBefore, kind] = [before.label, label].map((one) => aOrAn(one.toLowerCase()));
    return `the key "${key}" already stands for ${kindBefore}, in line ${before.line}, and cannot stand for ${kind} too`;
  };
}

/** The kinds of which one entity's key may be that of another kind: what stands before the first cell of the one begins what stands there in the other. */
function mistakable({ entities }: TableMapping): ReadonlySet<Label> {
  const heads = [...entities.values()].map(({ type, key }) => ({ type, head: headOf(key) }));
  const mistaken = heads.filter(({ type, head }) => heads.some((other) => other.type !== type && (head.startsWith(other.head) || other.head.startsWith(head))));
  return new Set(mistaken.map(({ type }) => type));
}

/** Taken apart, so that a letter is the beginning of that letter with its accent, which a cell may bring. */
function headOf(template: string): string {
  return template.slice(0, `${template}{`.indexOf('{')).trimStart().normalize('NFD');
}
