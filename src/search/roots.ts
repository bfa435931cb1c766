import { builder } from '../builder.ts';
import { anyEntity } from '../connections.ts';
import type { Context } from '../context.ts';
import type { PageArguments } from '../cursors.ts';
import { EntityType, type Identified, type Kind, KindType, labelOfKind } from '../entity/ref.ts';
import type { Listed, Listing } from '../graph/reading.ts';
import { entityLabels } from '../ids.ts';
import { type Cursored, connectionType, listed, pageArgs } from '../paging.ts';
import { comparedName, folded, words } from '../text.ts';
import { entitiesByText } from './queries.ts';

type Found = Cursored & { readonly node: Identified };

/** An index of words is asked for so many more than the rarest, each shorter than this: that, it holds. */
const mostIndexed = 19;
const longestIndexed = 200;

/** So many are found by one text, and no more: who wants the next one asks for more words. */
const most = 1000;

const SearchConnection = connectionType<Found>('Search', {
  description: 'Entities found by a text, in pages.',
  type: EntityType,
  node: anyEntity,
});

builder.queryField('search', (t) =>
  t.field(
    listed({
      description: `Entities by the words of their names, aliases, titles, quotes and statements; in any script, and without regard to case and accents. Those whose name or alias is the text come first, then those whose name begins with it, then those in which all the words stand; each by label, then id. At most ${most} are found.`,
      type: SearchConnection,
      args: (arg) => ({
        text: arg.string({ required: true, description: 'What to look for. It is plain text: no character in it has a meaning of its own.' }),
        types: arg.field({ type: [KindType], description: 'Only these kinds of entity.' }),
        ...pageArgs(arg),
      }),
      key: () => '',
      list: search as Listing,
      labels: entityLabels,
      searches: 'always',
    }),
  ),
);

interface Question extends PageArguments {
  readonly text: string;
  readonly types?: readonly Kind[] | null;
}

/** Cursors name the question's order; the list has but this one. */
const order = 'RANK';

function search({ text, types }: Question, { engine }: Context): Listed {
  const distinct = [...new Set(words(text))].sort((one, other) => other.length - one.length); // The longest is as a rule the rarest.
  const [rarest] = distinct;
  if (rarest === undefined) return { order, rows: () => null, count: () => null };

  const indexed = distinct.filter((word, place) => place === 0 || (place <= mostIndexed && word.length < longestIndexed));
  // All that tells one text from another is in the key, so that texts of one moment share a statement, where the engine lets them.
  const key = [folded(comparedName(text)), indexed.map((word) => `+${word}`).join(' '), ...distinct.filter((word) => !indexed.includes(word))].join('\n');
  const labels = types?.map(labelOfKind);
  const args = { word: engine === 'embedded' ? rarest : '', labels: labels ?? null, most };
  return {
    order,
    // What is behind the first page need not be put in order for it.
    rows: (range) => ({
      query: entitiesByText.rows('BY_LABEL', false) as never,
      key,
      args: { ...args, ...range, most: range.after === '' ? range.limit : most },
    }),
    count: () => ({ query: entitiesByText.count(false) as never, key, args: { ...args, after: '' } }),
    labels,
  };
}
