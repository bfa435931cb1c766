import { builder } from '../builder.ts';
import { InvalidInputError } from '../errors.ts';
import { extractTolls } from './extract.ts';
import { TollMentionType } from './type.ts';

const longestText = 10_000;

builder.queryField('extractTolls', (t) =>
  t.field({
    description: 'Every number of people harmed in an English headline or sentence, by rules that infer nothing.',
    type: [TollMentionType],
    args: { text: t.arg.string({ required: true, description: `The text, at most ${longestText} characters.` }) },
    resolve: (_, { text }) => extractTolls(short(text)),
  }),
);

function short(text: string): string {
  if (text.length > longestText) throw new InvalidInputError(['text'], `at most ${longestText} characters`, `${text.length} characters`);
  return text;
}
