import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { sizeOf } from '../cursors.ts';
import { entity } from '../entity/find.ts';
import { EntityType } from '../entity/ref.ts';
import { InvalidInputError } from '../errors.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { entityId } from '../ids.ts';
import { type Link, LinkColumns, LinkObjectType, LinkTypeType } from '../link/ref.ts';
import { longestPath, type PathRow, shortestPathsThrough } from './queries.ts';
import { type Walk, walked } from './walk.ts';

const PathType = builder.objectRef<PathRow>('Path').implement({
  description: 'A chain of relationships from one entity to another.',
  fields: (t) => ({
    length: t.int({ description: 'How many relationships it has.', resolve: ({ types }) => types.length }),
    nodes: t.field({
      description: 'The entities along the way, from the first to the last.',
      type: [EntityType],
      resolve: ({ nodes }, _, context) => Promise.all(nodes.map((id) => entity(context, id))) as never,
    }),
    links: t.field({ description: 'The relationships along the way, each with the claims it rests on.', type: [LinkObjectType], resolve: linksOf }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    extensions: { searches: 'always' },
    description:
      'The shortest chains of relationships between two entities, whichever way each relationship points. That two are mentioned together is a hop like any other: read its type. Of one entity and itself there is none.',
    type: [PathType],
    args: {
      from: t.arg.id({ required: true, description: 'Where the chain begins.' }),
      to: t.arg.id({ required: true, description: 'Where it ends.' }),
      maxLength: t.arg.int({ defaultValue: 4, description: `How many relationships it may have at most, 1 to ${longestPath}.` }),
      through: t.arg({ type: [LinkTypeType], description: 'Only along these relationships.' }),
      first: t.arg.int({ defaultValue: 3, description: 'How many chains at most, 1 to 100.' }),
    },
    resolve: (_, { from, to, maxLength, through, first }, context) =>
      paths(context, {
        from: entityId(from, ['from']),
        to: entityId(to, ['to']),
        maxLength: lengthOf(maxLength),
        types: through ?? linkTypes,
        first: sizeOf(first ?? 3),
      }),
  }),
);

async function paths(context: Context, walk: Walk): Promise<PathRow[]> {
  const { read, moment, engine } = context;
  const { from, to, maxLength, types, first } = walk;
  if (from === to || types.length === 0) return [];
  if (moment === null || engine === 'neo4j') return read(shortestPathsThrough(maxLength, types), { from, to, first });
  return (await entity(context, from)) && (await entity(context, to)) ? walked(read, walk) : [];
}

function lengthOf(maxLength: number | null | undefined): number {
  const length = maxLength ?? 4;
  if (length < 1 || length > longestPath) throw new InvalidInputError(['maxLength'], `from 1 to ${longestPath}`, length);
  return length;
}

function linksOf({ types, fromIds, toIds, carried }: PathRow): Link[] {
  return types.map((type, at) => ({ type: type as LinkType, fromId: fromIds[at] as string, toId: toIds[at] as string, link: columnsOf(carried[at] ?? {}) }));
}

/** What a relationship carries, with null for what it does not. */
function columnsOf(carried: Readonly<Record<string, unknown>>): LinkColumns {
  return LinkColumns.parse(Object.fromEntries(Object.keys(LinkColumns.shape).map((property) => [property, carried[property] ?? null])));
}
