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
import { writeTo } from './write-to.ts';

export interface ArticleOptions extends About {
  readonly accept?: string;
  readonly out?: string;
}

/** Writes what an article says as a file to be reviewed, or records what is left in one. */
export async function readOrRecord(path: string | undefined, { accept, out, ...about }: ArticleOptions): Promise<void> {
  if ((path === undefined) === (accept === undefined)) throw new StartError('Give either an article to be read, or a reviewed file with --accept.');
  if (accept !== undefined) return acceptFile(accept);
  const file = path as string; // One of the two is given.
  const article = readArticle(file, wholeFile(file));
  const review = await withStore((graph) => reviewed(graph, file, article, about));
  await writeTo(out, [review]);
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
