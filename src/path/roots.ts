import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { entity, entityId } from '../entity/find.ts';
import { EntityType } from '../entity/ref.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type Link, LinkObjectType, LinkTypeType } from '../link/ref.ts';
import { between, sizeOf } from '../paging.ts';
import { shortestPaths } from './find.ts';

interface Path {
  readonly from: string;
  readonly links: readonly Link[];
}

const longest = 6;
const usual = { length: 4, paths: 3 };

const PathType = builder.objectRef<Path>('Path').implement({
  description: 'A chain of relationships from one entity to another.',
  fields: (t) => ({
    length: t.int({ description: 'How many relationships it has; 0 from an entity to itself.', resolve: ({ links }) => links.length }),
    nodes: t.field({
      description: 'The entities along the way, the two ends among them.',
      type: [EntityType],
      resolve: (path, _, context) => Promise.all(nodesAlong(path).map((id) => entity(context, id))) as never,
    }),
    links: t.field({
      description: 'The relationships in the order of the way, each in its own direction and with its evidence.',
      type: [LinkObjectType],
      resolve: ({ links }) => [...links],
    }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    description:
      'The shortest chains of relationships between two entities, whichever way each relationship points, by the labels and ids along the way. None when there is no chain so short, or no such entity.',
    type: [PathType],
    args: {
      from: t.arg.id({ required: true, description: 'Where it begins.' }),
      to: t.arg.id({ required: true, description: 'Where it ends.' }),
      maxLength: t.arg.int({ defaultValue: usual.length, description: `How many relationships it may have at most, 1 to ${longest}.` }),
      through: t.arg({ type: [LinkTypeType], description: 'Only these relationships; all of them when not given.' }),
      first: t.arg.int({ defaultValue: usual.paths, description: 'How many at most, 1 to 100.' }),
    },
    resolve: (_, given, context) => paths(given, context),
  }),
);

interface Question {
  readonly from: string;
  readonly to: string;
  readonly maxLength?: number | null | undefined;
  readonly through?: readonly LinkType[] | null | undefined;
  readonly first?: number | null | undefined;
}

async function paths({ from, to, maxLength, through, first }: Question, context: Context): Promise<Path[]> {
  const search = {
    from: entityId(from, ['from']),
    to: entityId(to, ['to']),
    maxLength: between(1, longest, maxLength ?? usual.length, 'maxLength'),
    types: through ?? linkTypes,
    first: sizeOf(first ?? usual.paths),
  };
  if (from === to) return (await entity(context, from)) ? [{ from, links: [] }] : [];
  return (await shortestPaths(search, context)).map((links) => ({ from, links }));
}

function nodesAlong({ from, links }: Path): string[] {
  const nodes = [from];
  for (const { fromId, toId } of links) nodes.push(nodes.at(-1) === fromId ? toId : fromId);
  return nodes;
}
