/** An article as it came: its readable text, and what the file says of it. */
export interface Article {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
}
