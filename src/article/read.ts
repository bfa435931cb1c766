import { StartError } from '../errors.ts';
import { textOf } from '../input/text.ts';
import { longest } from '../write/checks.ts';
import type { Article } from './article.ts';
import { fromHtml } from './html.ts';
import { fromMarkdown } from './markdown.ts';

/** A page is much longer than its text; more is no article. */
const largest = 5_000_000;

/** Reads an article out of a file's bytes: text, HTML or Markdown, by its name and how it begins. What is none is a StartError. */
export function readArticle(path: string, bytes: Uint8Array): Article {
  if (bytes.byteLength > largest) throw new StartError(`${path} should be an article of at most ${largest} bytes, but has ${bytes.byteLength}.`);
  const isHtml = /\.x?html?$/i.test(path) || /^\s*(<!doctype html|<html|<head|<body)/i.test(beginningOf(bytes));
  const isMarkdown = /\.(md|markdown)$/i.test(path);
  const given = textOf(path, isHtml ? declared(bytes) : bytes, { isMarkup: isHtml });
  const article = isHtml ? fromHtml(path, given) : isMarkdown ? fromMarkdown(path, given) : plain(given);

  if (article.text.trim() === '') throw new StartError(`${path} should be an article, but has no text.`);
  const size = Buffer.byteLength(article.text);
  if (size > longest.textBytes) throw new StartError(`${path} should have at most ${longest.textBytes} bytes of text, but has ${size}.`);
  return article;
}

function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 1024)).replace(/^\ufeff/, '');
}

/** A page may say that it is written in another encoding; it then is read in that one. */
function declared(bytes: Uint8Array): Uint8Array {
  const [, charset] = /<meta[^>]{0,200}charset=["']?([\w-]{2,30})/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')) ?? [];
  if (!charset || /^utf-?8$/i.test(charset)) return bytes;
  try {
    return Buffer.from(new TextDecoder(charset, { fatal: true }).decode(bytes));
  } catch {
    return bytes; // Not what it says it is: perhaps it is UTF-8 after all.
  }
}

/** The first line of a text is its title, when an empty line follows. */
function plain(given: string): Article {
  const text = given.trimEnd();
  const [, title = ''] = /^\s*(\S[^\n]{0,299})\n\s*\n/.exec(text) ?? [];
  return { text, title: title.trim() || null, byline: null, language: null, published: null, publisher: null };
}
