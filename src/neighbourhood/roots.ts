import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { entity, entityId } from '../entity/find.ts';
import { DirectionType, type EntityRow, EntityType, kindOf } from '../entity/ref.ts';
import { InvalidInputError } from '../errors.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { type EntityLabel, labelOf } from '../ids.ts';
import { type Link, LinkObjectType, LinkTypeType, linkId } from '../link/ref.ts';
import { between } from '../paging.ts';
import { compare } from '../text.ts';
import { type Grown, grow, type Omission } from './grow.ts';

interface Subgraph {
  readonly nodes: readonly EntityRow[];
  readonly links: readonly Link[];
  readonly omitted: readonly Omission[];
  readonly truncated: boolean;
}

const usual = { depth: 1, perNode: 10, limit: 200 };
const largest = { of: 100, depth: 3, perNode: 100, limit: 2000 };

const OmissionType = builder.objectRef<Omission>('Omission').implement({
  description: 'What a piece of the graph does not show of one entity.',
  fields: (t) => ({
    node: t.exposeID('node', { description: 'The entity.' }),
    through: t.expose('through', { description: 'The relationship.', type: LinkTypeType }),
    direction: t.expose('direction', { description: 'Whether those that begin (OUT) or that end (IN) at the entity.', type: DirectionType }),
    shown: t.exposeInt('shown', { description: 'How many are shown.' }),
    total: t.exposeInt('total', { description: 'How many there are.' }),
  }),
});

const SubgraphType = builder.objectRef<Subgraph>('Subgraph').implement({
  description: 'A bounded piece of the graph, for drawing.',
  fields: (t) => ({
    nodes: t.field({ description: 'Its entities, by type, label, id.', type: [EntityType], resolve: ({ nodes }) => [...nodes] }),
    links: t.field({
      description: 'The relationships found between them, by type, then the labels of their ends, then id.',
      type: [LinkObjectType],
      resolve: ({ links }) => [...links],
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether anything within the depth was left out.' }),
    omitted: t.field({ description: 'What was left out, entity by entity.', type: [OmissionType], resolve: ({ omitted }) => [...omitted] }),
  }),
});

builder.queryField('neighbourhood', (t) =>
  t.field({
    description: 'A bounded piece of the graph around some entities. Says what it left out. An id that nothing has is passed over.',
    type: SubgraphType,
    args: {
      of: t.arg.idList({ required: true, description: `Around which entities, up to ${largest.of}.` }),
      depth: t.arg.int({ defaultValue: usual.depth, description: `How many relationships away from them, 1 to ${largest.depth}.` }),
      through: t.arg({ type: [LinkTypeType], description: 'Only these relationships; all of them when not given.' }),
      perNode: t.arg.int({
        defaultValue: usual.perNode,
        description: `How many of one relationship in one direction are followed from each entity, 1 to ${largest.perNode}: the first by label, then id.`,
      }),
      limit: t.arg.int({ defaultValue: usual.limit, description: `How many entities in all, 1 to ${largest.limit}.` }),
    },
    resolve: (_, given, context) => neighbourhood(given, context),
  }),
);

interface Question {
  readonly of: readonly string[];
  readonly depth?: number | null | undefined;
  readonly through?: readonly LinkType[] | null | undefined;
  readonly perNode?: number | null | undefined;
  readonly limit?: number | null | undefined;
}

async function neighbourhood(given: Question, context: Context): Promise<Subgraph> {
  const depth = between(1, largest.depth, given.depth ?? usual.depth, 'depth');
  const perNode = between(1, largest.perNode, given.perNode ?? usual.perNode, 'perNode');
  const limit = between(1, largest.limit, given.limit ?? usual.limit, 'limit');
  if (given.of.length > largest.of) throw new InvalidInputError(['of'], `at most ${largest.of} of them`, `${given.of.length}`);
  const ids = new Set(given.of.map((id, index) => entityId(id, ['of', `${index}`])));

  const known = (await entities(ids, context)).map(({ id }) => id);
  const grown = await grow({ of: known.slice(0, limit), depth, types: given.through ?? linkTypes, perNode, limit }, context);
  return subgraph(grown, await entities(grown.nodes, context), known.length > limit);
}

async function entities(ids: Iterable<string>, context: Context): Promise<EntityRow[]> {
  return (await Promise.all([...ids].map((id) => entity(context, id)))).filter((found) => found !== null);
}

function subgraph({ links, omitted }: Grown, nodes: readonly EntityRow[], isCut: boolean): Subgraph {
  const inOrder = [...nodes].sort((a, b) => compare(kind(a.id), kind(b.id)) || compare(a.label, b.label) || compare(a.id, b.id));
  const place = new Map(inOrder.map(({ id }, index) => [id, index]));
  const label = new Map(nodes.map((node) => [node.id, node.label]));
  const labelOfEnd = (id: string) => label.get(id) ?? '';

  return {
    nodes: inOrder,
    links: [...links].sort(
      (a, b) =>
        compare(a.type, b.type) ||
        compare(labelOfEnd(a.fromId), labelOfEnd(b.fromId)) ||
        compare(labelOfEnd(a.toId), labelOfEnd(b.toId)) ||
        compare(linkId(a), linkId(b)),
    ),
    omitted: [...omitted].sort(
      (a, b) => (place.get(a.node) ?? 0) - (place.get(b.node) ?? 0) || compare(a.through, b.through) || compare(a.direction, b.direction),
    ),
    truncated: isCut || omitted.length > 0,
  };
}

function kind(id: string): string {
  return kindOf(labelOf(id) as EntityLabel);
}
