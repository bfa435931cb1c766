import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import { document } from '../write/checks.ts';
import { knownBy } from './known.ts';
import { termsIn } from './names.ts';
import { type Reading, readText } from './reading.ts';
import { ReadingType } from './type.ts';
import { wordsOf } from './words.ts';

const longestText = 50_000;

builder.queryField('readArticle', (t) =>
  t.field({
    description:
      'Reads an article: whom and what of the graph it mentions, which numbers of people harmed it tells in English, and on whose word. Everything is a suggestion with its place in the text; what a reviewer keeps is recorded with recordReport.',
    type: ReadingType,
    args: { text: t.arg.string({ required: true, description: `The plain text, at most ${longestText} characters.` }) },
    resolve: (_, { text }, context) => read(text, context),
  }),
);

async function read(text: string, { read: ask }: Context): Promise<Reading> {
  if (text.length > longestText) throw new InvalidInputError(['text'], `at most ${longestText} characters`, `${text.length} characters`);
  document(text as never, ['text']);
  const words = wordsOf(text);
  return readText(text, await knownBy(ask, termsIn(text, words)), words);
}
