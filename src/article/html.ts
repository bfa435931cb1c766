import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { StartError } from '../errors.ts';
import type { Article } from './article.ts';
import { sizeOf, textIn } from './markup.ts';

/** Pages that are larger are no articles, and finding one in them would take long. */
const most = { elements: 20_000, depth: 200 };

/** The article on a page, without what stands around it; all of the page where none stands out. Nothing of it is run or fetched. */
export function fromHtml(path: string, html: string): Article {
  const document = parsed(html);
  const { elements, depth } = sizeOf(document);
  if (elements > most.elements) throw new StartError(`${path} should be a page with an article, but has ${elements} elements; the most are ${most.elements}.`);
  if (depth > most.depth) throw new StartError(`${path} should be a page with an article, but its elements are nested more than ${most.depth} deep.`);

  const language = document.documentElement.getAttribute('lang') || null;
  const everything = textIn(document.body);
  const read = readable(document);
  return {
    text: (read?.content ? textIn(read.content) : '') || everything,
    title: one(read?.title),
    byline: one(read?.byline),
    language: one(read?.lang) ?? language,
    published: one(read?.publishedTime),
    publisher: one(read?.siteName),
  };
}

/** A page's document. What came without the elements that every page has gets them, as in a browser. */
function parsed(html: string): Document {
  const { document } = parseHTML(html);
  const isWhole = document.documentElement?.localName === 'html' && Array.from(document.documentElement.children).some(({ localName }) => localName === 'body');
  return (isWhole ? document : parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document) as unknown as Document;
}

/** The reader view of a page; null where it finds none, or trips over markup that no browser would have left as it is. */
function readable(document: Document) {
  try {
    return new Readability<object>(document, { charThreshold: 200, serializer: (element) => element }).parse();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function one(line: string | null | undefined): string | null {
  return (
    line
      ?.replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, 500)
      .toWellFormed() || null
  );
}
