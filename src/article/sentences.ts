import { type Span, spanOf } from './span.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Longer sentences come from a text without full stops; they are cut between words. */
const longest = 1500;

/** The sentences of a text, without the blanks around them. A line that was broken to fit is no end of one; an empty line is. */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length;
    const isCut = end - start < longest && end < text.length && goesOn(text.slice(start, end), text.slice(end, end + 40));
    if (isCut) continue;
    sentences.push(...pieces(text, start, end));
    start = end;
  }
  return sentences;
}

// After these a capital letter begins no sentence.
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|vs|Jr|Sr|Inc|Co|Ltd|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu}|\p{Lu}\.\p{Lu})\.\s*$/u;

/** Whether what looked like the end of a sentence is none: an abbreviation's stop, or a line broken to fit. */
function goesOn(before: string, after: string): boolean {
  if (/\n\s*\n\s*$/.test(before)) return false;
  const [line = ''] = before.trimEnd().split('\n').slice(-1);
  if (/\n\s*$/.test(before)) return !/[.!?:;…。؟”"’]\s*$/.test(line) && (/^[\p{Ll}\d]/u.test(after) || line.length >= 60);
  return ABBREVIATION.test(before);
}

function pieces(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let start = from; start < to; ) {
    const rest = text.slice(start, Math.min(to, start + longest));
    const blank = start + longest < to ? rest.search(/\s\S*$/) : -1;
    const end = start + (blank > 0 ? blank : rest.length);
    const lead = text.slice(start, end).search(/\S/);
    const piece = lead < 0 ? '' : text.slice(start + lead, end).trimEnd();
    if (piece !== '') found.push(spanOf(text, start + lead, start + lead + piece.length));
    start = end;
  }
  return found;
}
