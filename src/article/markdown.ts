import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { StartError } from '../errors.ts';
import type { Article } from './article.ts';
import { textIn } from './markup.ts';

/** The text of a Markdown document, with its first heading for a title. What stands before it between two lines of dashes is no text. */
export function fromMarkdown(path: string, markdown: string): Article {
  try {
    const html = marked.parse(markdown.replace(/^---\n[\s\S]{0,10000}?\n---\n/, ''), { async: false, gfm: true });
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const heading = document.querySelector('h1, h2');
    return {
      text: textIn(document.body),
      title: heading ? textIn(heading).replace(/\s+/g, ' ').slice(0, 500) || null : null,
      byline: null,
      language: null,
      published: null,
      publisher: null,
    };
  } catch (error) {
    if (error instanceof RangeError) throw new StartError(`${path} should be Markdown, but is nested too deeply to be read.`);
    throw error;
  }
}
