import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { acceptedFrom } from '../article/accepted.ts';
import { knownBy } from '../article/known.ts';
import { type Known, namesOf, termsIn } from '../article/names.ts';
import { readArticle } from '../article/read.ts';
import { readText } from '../article/reading.ts';
import { recordAccepted } from '../article/record.ts';
import { type About, reviewFile } from '../article/review.ts';
import { wordsOf } from '../article/words.ts';
import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { labelOf } from '../ids.ts';
import { textOf, wholeFile } from '../input/text.ts';
import { nameTerm } from '../text.ts';
import { withStore } from './store.ts';

interface Options extends About {
  readonly accept?: string;
  readonly out?: string;
}

export function addArticle(importCommand: Command): void {
  importCommand
    .command('article')
    .argument('[file]', 'an article as text, HTML or Markdown')
    .description('Reads an article and writes what it says as a file to be reviewed; records what the reviewer kept (docs/article.md).')
    .option('--title <title>', 'its title, when the file does not tell it')
    .option('--publisher <source>', 'who published it: an id, a key or a name')
    .option('--published <date>', 'when: an instant, a day, a month or a year')
    .option('--url <address>', 'where it stands; the same address is recorded once')
    .option('--event <event>', 'the event that its numbers are about: an id or a key')
    .option('--out <file>', 'where to write the file to be reviewed; standard output when not given')
    .option('--accept <file>', 'record what is left in a reviewed file')
    .addHelpText(
      'after',
      '\nExample:\n  attested import article article.txt --publisher AFP --published 2025-03-10 --out review.yaml\n  attested import article --accept review.yaml',
    )
    .action(importArticle);
}

async function importArticle(path: string | undefined, { accept, out, ...about }: Options): Promise<void> {
  if ((path === undefined) === (accept === undefined)) throw new StartError('Give either an article to be read, or a reviewed file with --accept.');
  if (accept !== undefined) return acceptFile(accept);
  const file = path as string; // One of the two is given.
  const article = readArticle(file, wholeFile(file));
  const review = await withStore((graph) => reviewed(graph, file, article, about));
  if (out === undefined) process.stdout.write(review);
  else writeFileSync(out, review);
}

/** The file to be reviewed: what the graph knows is asked of it in one go, and nothing is written. */
export async function reviewed(graph: Graph, path: string, article: ReturnType<typeof readArticle>, about: About): Promise<string> {
  const words = wordsOf(article.text);
  const publisher = about.publisher ?? article.publisher ?? '';
  const known = await knownBy(
    (query, params) => graph.read(query, params),
    [...new Set([...termsIn(article.text, words), nameTerm(publisher)])].filter(Boolean),
  );
  const publishers = publisher ? known.filter((one) => isSource(one) && namesOf(one).some((name) => nameTerm(name) === nameTerm(publisher))) : [];
  return reviewFile(path.replace(/^.*[\\/]/, ''), article, about, readText(article.text, known, words), publishers);
}

async function acceptFile(path: string): Promise<void> {
  const accepted = acceptedFrom(path, textOf(path, wholeFile(path), { isMarkup: false }));
  const { id, title, claims } = await withStore((graph) => recordAccepted(graph, accepted));
  console.log(`Recorded "${title}" (${id}); it has ${claims} ${claims === 1 ? 'claim' : 'claims'}.`);
}

function isSource({ id }: Known): boolean {
  return labelOf(id) === 'Group' || labelOf(id) === 'Person';
}
