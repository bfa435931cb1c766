/** Elements that stand by themselves: what is around them is another paragraph. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);
/** Elements whose text nobody reads. */
const SILENT = new Set('script style noscript template iframe object svg math head title button input select textarea'.split(' '));

/** A node of a document, as far as its text needs. */
interface Markup {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<unknown>;
}

/** The text that a reader of the document sees, in paragraphs. */
export function textIn(root: unknown): string {
  let text = '';
  // A stack of its own: markup may be nested deeper than calls can be. Each node is put on it once, so this ends.
  const open: (Markup | string)[] = [root as Markup];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') {
      text += next;
      continue;
    }
    if (next.nodeType === 3) text += (next.nodeValue ?? '').replace(/\s+/g, ' ');
    const name = next.nodeName.toLowerCase();
    if (name === 'br') text += '\n';
    if (SILENT.has(name) || next.nodeType === 8) continue;
    const around = BLOCKS.has(name) ? '\n\n' : '';
    text += around;
    open.push(around);
    for (let at = next.childNodes.length - 1; at >= 0; at -= 1) open.push(next.childNodes[at] as Markup);
  }
  return text
    .replace(/(?![\n\t])\p{Cc}/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How many elements a document has, and how deep they are nested. */
export function sizeOf(root: unknown): { elements: number; depth: number } {
  let [elements, depth] = [0, 0];
  const open: (readonly [Markup, number])[] = [[root as Markup, 0]]; // Each node is put on it once, so this ends.
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [{ nodeType, childNodes }, level] = next;
    if (nodeType === 1) elements += 1;
    depth = Math.max(depth, level);
    for (let at = 0; at < childNodes.length; at += 1) open.push([childNodes[at] as Markup, level + 1]);
  }
  return { elements, depth };
}
