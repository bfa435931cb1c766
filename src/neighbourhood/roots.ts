import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { entity } from '../entity/find.ts';
import { type EntityRow, EntityType } from '../entity/ref.ts';
import { InvalidInputError } from '../errors.ts';
import { linkTypes } from '../graph/model.ts';
import { entityId, labelOf } from '../ids.ts';
import { type Link, LinkObjectType, LinkTypeType, linkId } from '../link/ref.ts';
import { explore, type Omission } from './explore.ts';

interface Drawn {
  readonly nodes: readonly EntityRow[];
  readonly links: readonly Link[];
  readonly omitted: readonly Omission[];
}

const OmissionType = builder.objectRef<Omission>('Omission').implement({
  description: 'Relationships of one type that an entity has and the drawing does not show.',
  fields: (t) => ({
    node: t.exposeID('node', { description: 'The id of the entity.' }),
    through: t.expose('through', { description: 'The type of relationship.', type: LinkTypeType }),
    shown: t.exposeInt('shown', { description: 'How many are shown.' }),
    total: t.exposeInt('total', { description: 'How many there are.' }),
  }),
});

const SubgraphType = builder.objectRef<Drawn>('Subgraph').implement({
  description: 'A bounded piece of the graph, for drawing.',
  fields: (t) => ({
    nodes: t.field({ description: 'The entities, by type, label and id.', type: [EntityType], resolve: ({ nodes }) => [...nodes] as never }),
    links: t.field({
      description: 'The relationships between them that were followed, by type, then the labels and ids of their ends.',
      type: [LinkObjectType],
      resolve: ({ links }) => [...links],
    }),
    truncated: t.boolean({ description: 'Whether anything was left out.', resolve: ({ omitted }) => omitted.length > 0 }),
    omitted: t.field({ description: 'What was left out, entity by entity.', type: [OmissionType], resolve: ({ omitted }) => [...omitted] }),
  }),
});

const bounds = { of: [1, 100], depth: [1, 3], perNode: [1, 100], limit: [1, 2000] } as const;

builder.queryField('neighbourhood', (t) =>
  t.field({
    extensions: { searches: 'always', holds: 'limit' },
    description: 'A bounded piece of the graph around some entities, for drawing. Says what it left out.',
    type: SubgraphType,
    args: {
      of: t.arg.idList({ required: true, description: 'The entities to begin with, up to 100.' }),
      depth: t.arg.int({ defaultValue: 1, description: 'How many relationships away from them, 1 to 3.' }),
      through: t.arg({ type: [LinkTypeType], description: 'Only along these relationships.' }),
      perNode: t.arg.int({ defaultValue: 10, description: 'How many relationships of one type and direction from each entity, 1 to 100.' }),
      limit: t.arg.int({ defaultValue: 200, description: 'How many entities in all, 1 to 2000.' }),
    },
    resolve: (_, { of, depth, through, perNode, limit }, context) =>
      draw(context, idsOf(of), {
        depth: within('depth', depth ?? 1),
        types: through ?? linkTypes,
        perNode: within('perNode', perNode ?? 10),
        limit: roomFor(of, within('limit', limit ?? 200)),
      }),
  }),
);

/** Explores from those entities that there are, and puts what is found into an order that does not depend on the way it was found. */
async function draw(context: Context, of: readonly string[], boundaries: Parameters<typeof explore>[2]): Promise<Drawn> {
  const begun = (await Promise.all([...new Set(of)].map((id) => entity(context, id)))).filter((found) => found !== null);
  const { nodes, links, omitted } = await explore(
    context.read,
    begun.map(({ id }) => id),
    boundaries,
  );
  const drawn = (await Promise.all(nodes.map((id) => entity(context, id)))).filter((found) => found !== null);

  const place = new Map(drawn.map((node) => [node.id, `${labelOf(node.id)?.toUpperCase()} ${node.label}\u0001${node.id}`]));
  const placeOf = ({ type, fromId, toId, ...rest }: Link) => `${type} ${place.get(fromId)} ${place.get(toId)} ${linkId({ type, fromId, toId, ...rest })}`;
  return {
    nodes: ordered(drawn, ({ id }) => place.get(id) ?? ''),
    links: ordered(links, placeOf),
    omitted: ordered(omitted, ({ node, through }) => `${place.get(node)} ${through}`),
  };
}

function ordered<Item>(items: readonly Item[], placeOf: (item: Item) => string): Item[] {
  const placed = items.map((item) => [placeOf(item), item] as const);
  return placed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, item]) => item);
}

function within(name: keyof typeof bounds, value: number): number {
  const [least, most] = bounds[name];
  if (value < least || value > most) throw new InvalidInputError([name], name === 'of' ? `${least} to ${most} ids` : `from ${least} to ${most}`, value);
  return value;
}

/** What it begins with is never left out. */
function roomFor(of: readonly string[], limit: number): number {
  if (limit < of.length) throw new InvalidInputError(['limit'], `no less than ${of.length}, the number of entities to begin with`, limit);
  return limit;
}

function idsOf(of: readonly string[]): string[] {
  within('of', of.length);
  return of.map((id) => entityId(id, ['of']));
}
