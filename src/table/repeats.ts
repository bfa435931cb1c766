import { createHash } from 'node:crypto';
import type { NodeDraft } from '../entity/draft.ts';
import type { Label } from '../ids.ts';

export interface Repeats {
  /** Takes in what a row gives. */
  readonly see: (line: number, node: NodeDraft) => void;
  /** A sentence for each key that later rows give other values, as far as there are few. */
  readonly notes: () => string[];
}

/** Names are spelled in many ways; what is said of an event is said by one row. */
const watched: ReadonlySet<Label> = new Set<Label>(['Event', 'Claim', 'Assessment']);
const mostKeys = 200_000;
const mostNotes = 10;
const mostLines = 5;

interface Repeat {
  readonly node: Pick<NodeDraft, 'label' | 'keys'>;
  readonly lines: readonly number[];
  readonly rows: number;
  readonly last: number;
}

/** Watches for rows that have the key of an earlier row and other values. Of a key it keeps a number, of so many keys at most. */
export function repeats(keysAtMost: number = mostKeys): Repeats {
  const first = new Map<string, number>();
  const noted = new Map<string, Repeat>();
  let others = 0;
  let isPartial = false;

  const see = (line: number, node: NodeDraft) => {
    if (!watched.has(node.label)) return;
    const values = fingerprint(node);
    const before = first.get(node.id);
    if (before === values) return;
    if (before === undefined) {
      if (first.size < keysAtMost) first.set(node.id, values);
      else isPartial = true;
      return;
    }
    const repeat = noted.get(node.id);
    if (repeat || noted.size < mostNotes) noted.set(node.id, again(repeat ?? { node, lines: [], rows: 0, last: 0 }, line));
    else others += 1;
  };
  const notes = () => [
    ...[...noted.values()].map(noteOf),
    ...(others > 0 ? [`In ${others} more places a row gives other values than an earlier row with its key; the first stay.`] : []),
    ...(isPartial ? [`Only the first ${keysAtMost} keys were watched for rows that give them other values.`] : []),
  ];
  return { see, notes };
}

/** What tells the values of two drafts apart, in as little room as a number. */
function fingerprint({ properties }: NodeDraft): number {
  return createHash('sha256').update(JSON.stringify(properties)).digest().readUIntBE(0, 6);
}

function again({ node, lines, rows, last }: Repeat, line: number): Repeat {
  if (line === last) return { node, lines, rows, last };
  return { node, lines: lines.length < mostLines ? [...lines, line] : lines, rows: rows + 1, last: line };
}

function noteOf({ node, lines, rows }: Repeat): string {
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${rows > lines.length ? ' and others' : ''}`;
  return `${rows} ${rows === 1 ? 'row gives' : 'rows give'} ${node.label} ${node.keys[0]} other values (${where}); the first stays.`;
}
