/** A part of a text: `quote` is the text from `start` to `end`, counted in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

export function spanOf(text: string, start: number, end: number): Span {
  return { quote: text.slice(start, end), start, end };
}
