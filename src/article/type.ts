import { createHash } from 'node:crypto';
import { builder } from '../builder.ts';
import { MetricType } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import { type PageArguments, sizeOf } from '../cursors.ts';
import { entity } from '../entity/find.ts';
import { type EntityRow, EntityType } from '../entity/ref.ts';
import { GroupKindType } from '../group/ref.ts';
import { connectionType, pageArgs, pageOfAll } from '../paging.ts';
import { PlaceKindType } from '../place/ref.ts';
import { tollFields } from '../toll/type.ts';
import type { Known, Mention } from './names.ts';
import { mostNewPlaces, type NewPlace } from './new-place.ts';
import type { Reading, SuggestedClaim } from './reading.ts';
import type { Silence } from './silence.ts';
import type { Speech } from './speech.ts';

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

const SilenceType = builder.objectRef<Silence>('ArticleSilence').implement({
  description: 'That somebody gave no number of people harmed, as a text puts it: a claim of polarity NO_STATEMENT, which denies nothing.',
  fields: (t) => ({
    metric: t.expose('metric', { description: 'What was not counted.', type: MetricType }),
    quote: t.exposeString('quote', { description: span.quote }),
    start: t.exposeInt('start', { description: span.start }),
    end: t.exposeInt('end', { description: span.end }),
    claimant: t.field({
      description: 'Who gave none; null where the text does not tell.',
      type: ClaimantType,
      nullable: true,
      resolve: ({ speech }) => speech,
    }),
  }),
});

const NewPlaceType = builder.objectRef<NewPlace>('ArticleNewPlace').implement({
  description: 'A place that a text names as one, such as "the town of Jableh", and the graph does not have. Recording it is for a reviewer to decide.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as the text writes it.' }),
    kind: t.expose('kind', { description: 'What kind of place the text says it is.', type: PlaceKindType }),
    quote: t.exposeString('quote', { description: span.quote }),
    start: t.exposeInt('start', { description: span.start }),
    end: t.exposeInt('end', { description: span.end }),
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
const SilenceConnection = connectionType<Silence & { cursor: string }>('ArticleSilence', {
  description: 'What was said to be uncounted, in pages.',
  type: SilenceType,
  node: { of: (silence) => silence },
});
const NewPlaceConnection = connectionType<NewPlace & { cursor: string }>('ArticleNewPlace', {
  description: 'Places that the graph does not have, in pages.',
  type: NewPlaceType,
  node: { of: (place) => place },
});

export const ReadingType = builder.objectRef<Reading>('ArticleReading').implement({
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
    silences: t.field({
      description: 'Who is said to have given no number of people harmed, in the order of the text.',
      type: SilenceConnection as never,
      args: pageArgs(t.arg as never),
      resolve: ({ silences }, given) => pageOfAll(inTextOrder(silences), order, given as PageArguments) as never,
    }),
    newPlaces: t.field({
      description: `Places that it names as such and the graph does not have, each once, in the order of the text; ${mostNewPlaces} at most.`,
      type: NewPlaceConnection as never,
      args: pageArgs(t.arg as never),
      resolve: ({ newPlaces }, given) => pageOfAll(inTextOrder(newPlaces), order, given as PageArguments) as never,
    }),
  }),
});

/** Cursors name the list's order; it has but this one. */
const order = 'TEXT';

/** A cursor is the place in the list, written so that it sorts as text. */
function inTextOrder<Item>(items: readonly Item[]): (Item & { cursor: string })[] {
  return items.map((item, at) => ({ ...item, cursor: `${at}`.padStart(6, '0') }));
}

async function entities(candidates: readonly Known[], first: number | null | undefined, context: Context): Promise<EntityRow[]> {
  const found = await Promise.all(candidates.slice(0, sizeOf(first)).map(({ id }) => entity(context, id)));
  return found.filter((one) => one !== null);
}
