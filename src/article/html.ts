import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { StartError } from '../errors.ts';
import { sizeOf, textIn } from './markup.ts';
import type { Article } from './read.ts';

/** Pages that are larger are no articles, and finding one in them would take long. */
const most = { elements: 20_000, depth: 200 };

/** The article on a page, without what stands around it. Nothing of the page is run or fetched. */
export function fromHtml(path: string, html: string): Article {
  const { document } = parseHTML(html);
  const { elements, depth } = sizeOf(document);
  if (elements > most.elements) throw new StartError(`${path} should be a page with an article, but has ${elements} elements; the most are ${most.elements}.`);
  if (depth > most.depth) throw new StartError(`${path} should be a page with an article, but its elements are nested more than ${most.depth} deep.`);

  const language = document.documentElement?.getAttribute('lang') || null;
  const read = new Readability<object>(document as never, { charThreshold: 200, serializer: (element) => element }).parse();
  return {
    text: read?.content ? textIn(read.content) : '',
    title: one(read?.title),
    byline: one(read?.byline),
    language: one(read?.lang) ?? language,
    published: one(read?.publishedTime),
    publisher: one(read?.siteName),
  };
}

function one(line: string | null | undefined): string | null {
  return line?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
}
