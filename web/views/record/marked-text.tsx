import type { ClaimSuggestion, MentionSuggestion } from './suggestions.ts';

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly className: string;
  readonly number: number | null;
}

/** The text, with every suggestion marked where it was read: numbers with the number of their card, names underlined. */
export function MarkedText({ text, claims, mentions }: { text: string; claims: readonly ClaimSuggestion[]; mentions: readonly MentionSuggestion[] }) {
  const marks: Mark[] = [
    ...claims.map(({ read, verdict }, index) => ({ start: read.start, end: read.end, className: `claim ${verdict}`, number: index + 1 })),
    ...mentions.map(({ read, verdict }) => ({ start: read.start, end: read.end, className: `mention ${verdict}`, number: null })),
  ];
  return (
    <div class="article" dir="auto" tabIndex={0} role="region" aria-label="The text, with what was read in it">
      {pieces(text, marks).map(({ start, end, mark }) =>
        mark ? (
          <mark key={start} class={mark.className}>
            {text.slice(start, end)}
            {mark.number !== null && <sup>{mark.number}</sup>}
          </mark>
        ) : (
          text.slice(start, end)
        ),
      )}
    </div>
  );
}

/** The text in pieces, marked and not; where two marks meet, the one that begins first is drawn. */
function pieces(text: string, marks: readonly Mark[]): { readonly start: number; readonly end: number; readonly mark: Mark | null }[] {
  const found: { start: number; end: number; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of [...marks].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (mark.start < at) continue;
    if (mark.start > at) found.push({ start: at, end: mark.start, mark: null });
    found.push({ start: mark.start, end: mark.end, mark });
    at = mark.end;
  }
  return at < text.length ? [...found, { start: at, end: text.length, mark: null }] : found;
}
