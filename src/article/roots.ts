import { createHash } from 'node:crypto';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type PageArguments, sizeOf } from '../cursors.ts';
import { entity } from '../entity/find.ts';
import { type EntityRow, EntityType } from '../entity/ref.ts';
import { InvalidInputError } from '../errors.ts';
import { GroupKindType } from '../group/ref.ts';
import { connectionType, pageArgs, pageOfAll } from '../paging.ts';
import { tollFields } from '../toll/type.ts';
import { document } from '../write/checks.ts';
import { knownBy } from './known.ts';
import { type Known, type Mention, termsIn } from './names.ts';
import { type Reading, readText, type SuggestedClaim } from './reading.ts';
import type { Speech } from './speech.ts';
import { wordsOf } from './words.ts';

const longestText = 50_000;

const span = {
  quote: 'The words, as they stand in the text.',
  start: 'Where they begin in the text (UTF-16 code units).',
  end: 'Where they end in the text, exclusive.',
};

const candidateArgs = (t: { int: (options: object) => unknown }) => ({
  first: t.int({ defaultValue: 10, description: 'How many at most, 1 to 100.' }),
});

const MentionType = builder.objectRef<Mention>('ArticleMention').implement({
  description: 'A place in a text that speaks of something by a name that the graph has.',
  fields: (t) => ({
    quote: t.exposeString('quote', { description: span.quote }),
    start: t.exposeInt('start', { description: span.start }),
    end: t.exposeInt('end', { description: span.end }),
    isAmbiguous: t.boolean({
      description: 'Whether several have this name, so that somebody has to say which is meant.',
      resolve: ({ candidates }) => candidates.length > 1,
    }),
    candidates: t.field({
      description: 'What has this name; those that are listed by it before those that have it for an alias.',
      type: [EntityType],
      args: candidateArgs(t.arg as never) as never,
      resolve: ({ candidates }, { first }: { first?: number | null }, context) => entities(candidates, first, context),
    }),
  }),
});

const NewGroupType = builder.objectRef<NonNullable<Speech['speaker']['described']>>('ArticleNewGroup').implement({
  description: 'A source that a text names or describes and the graph does not have. Recording it is for a reviewer to decide.',
  fields: (t) => ({
    name: t.exposeString('name', { description: "What it would be called: the text's own words." }),
    kind: t.expose('kind', { description: 'What kind of group it would be.', type: GroupKindType }),
  }),
});

const ClaimantType = builder.objectRef<Speech>('ArticleClaimant').implement({
  description: 'On whose word something stands in a text, and the words that tell so.',
  fields: (t) => ({
    quote: t.string({ description: 'The words that tell so, such as "the Observatory said".', resolve: ({ phrase }) => phrase.quote }),
    start: t.int({ description: span.start, resolve: ({ phrase }) => phrase.start }),
    end: t.int({ description: span.end, resolve: ({ phrase }) => phrase.end }),
    candidates: t.field({
      description: 'Who is meant, of those the graph has: one, or several when the text does not say which, or none.',
      type: [EntityType],
      args: candidateArgs(t.arg as never) as never,
      resolve: ({ speaker }, { first }: { first?: number | null }, context) => entities(speaker.candidates, first, context),
    }),
    newGroup: t.field({
      description: 'The source that would have to be made, when the graph has none of that name.',
      type: NewGroupType,
      nullable: true,
      resolve: ({ speaker }) => speaker.described,
    }),
  }),
});

const SuggestedClaimType = builder.objectRef<SuggestedClaim>('ArticleClaim').implement({
  description: 'A number of people harmed, as a text puts it, and on whose word. A suggestion by rule: nothing is recorded of it.',
  fields: (t) => ({
    ...(tollFields(t as never) as {}), // What is a number in a text is one in an article's sentence.
    sentenceStart: t.int({ description: 'Where its sentence begins in the text.', resolve: ({ sentence }) => sentence.start }),
    sentenceEnd: t.int({ description: 'Where its sentence ends in the text, exclusive.', resolve: ({ sentence }) => sentence.end }),
    claimant: t.field({
      description: 'On whose word it stands; null where the text tells of nobody.',
      type: ClaimantType,
      nullable: true,
      resolve: ({ speech }) => speech,
    }),
  }),
});

const MentionConnection = connectionType<Mention & { cursor: string }>('ArticleMention', {
  description: 'Mentions, in pages.',
  type: MentionType,
  node: { of: (mention) => mention },
});
const SuggestedClaimConnection = connectionType<SuggestedClaim & { cursor: string }>('ArticleClaim', {
  description: 'Suggested claims, in pages.',
  type: SuggestedClaimType,
  node: { of: (claim) => claim },
});

const ReadingType = builder.objectRef<Reading>('ArticleReading').implement({
  description: 'What rules read out of a text, for somebody to review. Nothing of it is recorded.',
  fields: (t) => ({
    sha256: t.string({
      description: 'The hash of the text, by which another copy can be told to be the same.',
      resolve: ({ text }) => createHash('sha256').update(text).digest('hex'),
    }),
    mentions: t.field({
      description: 'Where it speaks of what the graph has, by name, in the order of the text.',
      type: MentionConnection as never,
      args: pageArgs(t.arg as never),
      resolve: ({ mentions }, given) => pageOfAll(inTextOrder(mentions), order, given as PageArguments) as never,
    }),
    claims: t.field({
      description: 'The numbers of people harmed that it tells, in the order of the text.',
      type: SuggestedClaimConnection as never,
      args: pageArgs(t.arg as never),
      resolve: ({ claims }, given) => pageOfAll(inTextOrder(claims), order, given as PageArguments) as never,
    }),
  }),
});

builder.queryField('readArticle', (t) =>
  t.field({
    description:
      'Reads an article: whom and what of the graph it mentions, which numbers of people harmed it tells in English, and on whose word. Everything is a suggestion with its place in the text; what a reviewer keeps is recorded with recordReport.',
    type: ReadingType,
    args: { text: t.arg.string({ required: true, description: `The plain text, at most ${longestText} characters.` }) },
    resolve: (_, { text }, context) => read(text, context),
  }),
);

/** Cursors name the list's order; it has but this one. */
const order = 'TEXT';

async function read(text: string, { read: ask }: Context): Promise<Reading> {
  if (text.length > longestText) throw new InvalidInputError(['text'], `at most ${longestText} characters`, `${text.length} characters`);
  document(text as never, ['text']);
  const words = wordsOf(text);
  return readText(text, await knownBy(ask, termsIn(text, words)), words);
}

/** A cursor is the place in the list, written so that it sorts as text. */
function inTextOrder<Item>(items: readonly Item[]): (Item & { cursor: string })[] {
  return items.map((item, at) => ({ ...item, cursor: `${at}`.padStart(6, '0') }));
}

async function entities(candidates: readonly Known[], first: number | null | undefined, context: Context): Promise<EntityRow[]> {
  const found = await Promise.all(candidates.slice(0, sizeOf(first)).map(({ id }) => entity(context, id)));
  return found.filter((one) => one !== null);
}
