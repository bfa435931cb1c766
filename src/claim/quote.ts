import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import { labelOf } from '../ids.ts';
import type { Looked } from '../write/looked.ts';
import type { InputPath } from '../write/plan.ts';
import type { Given } from '../write/properties.ts';

/** Where a quote stands in the report's text; without a text, what was said of that. A quote that is not in the text is refused. */
export function quoteSpan({ quote, quoteStart }: Values, text: string | null, path: InputPath): Values {
  if (typeof quote !== 'string') {
    if (quoteStart != null) throw new InvalidInputError([...path, 'quoteStart'], 'given together with a quote', quoteStart);
    return {};
  }
  if (text === null) return typeof quoteStart === 'number' ? { quoteStart, quoteEnd: quoteStart + quote.length } : {};

  const start = typeof quoteStart === 'number' ? quoteStart : text.indexOf(quote);
  if (start >= 0 && text.startsWith(quote, start)) return { quoteStart: start, quoteEnd: start + quote.length };
  const first = text.indexOf(quote);
  if (first >= 0) throw new InvalidInputError([...path, 'quoteStart'], `where the quote stands in the report's text, which is first at ${first}`, start);
  throw new InvalidInputError([...path, 'quote'], `a span of the report's text, where the nearest is "${nearest(quote, text)}"`, quote);
}

/** Where a new claim's quote stands in the text of the report it names, when that has one. */
export function claimQuote(given: Given, path: InputPath): (looked: Looked) => Values {
  return (looked) => {
    const report = [...looked.named.values()].find(({ id }) => labelOf(id) === 'Report');
    return quoteSpan(given as Values, typeof report?.properties.text === 'string' ? report.properties.text : null, path);
  };
}

/** The span of the text, as long as the quote, that shares most of its three-letter pieces and, of several, begins a word; widened to whole words. */
export function nearest(quote: string, text: string): string {
  const size = Math.min(quote.length, text.length);
  const wanted = counted(pieces(quote));
  const there = pieces(text);
  const window = Math.max(1, size - 2);
  const held = new Map<string, number>();
  let [shared, best, at] = [0, -1, 0];

  // Each step takes one piece in and lets one out, so the text is read once.
  for (let end = 0; end < there.length; end += 1) {
    const come = there[end] as string;
    held.set(come, (held.get(come) ?? 0) + 1);
    if ((held.get(come) ?? 0) <= (wanted.get(come) ?? 0)) shared += 1;
    const start = end - window + 1;
    if (start > 0) {
      const gone = there[start - 1] as string;
      if ((held.get(gone) ?? 0) <= (wanted.get(gone) ?? 0)) shared -= 1;
      held.set(gone, (held.get(gone) ?? 0) - 1);
    }
    const startsWord = start === 0 || /\s/.test(text[start - 1] ?? '');
    if (start >= 0 && (shared > best || (shared === best && startsWord))) [best, at] = [shared, start];
  }
  return wholeWords(text, at, at + size);
}

function pieces(text: string): string[] {
  const lower = text.toLowerCase();
  return Array.from({ length: Math.max(1, text.length - 2) }, (_, index) => lower.slice(index, index + 3));
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function wholeWords(text: string, from: number, to: number): string {
  const before = /\S*$/.exec(text.slice(Math.max(0, from - 30), from))?.[0].length ?? 0;
  const after = /^\S*/.exec(text.slice(to, to + 30))?.[0].length ?? 0;
  return text.slice(from - before, to + after).trim();
}
