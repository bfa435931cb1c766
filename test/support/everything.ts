import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../src/schema.ts';

type Fields = GraphQLObjectType | GraphQLInterfaceType;

/** When the store was filled differs from run to run; everything else of an answer is the same wherever it is asked. */
const ofTheRun = new Set(['recordedAt', 'updatedAt']);

/** Everything that a type says of itself, two levels deep, with each list in each of its orders, with and without a filter: one selection a question. */
export function everythingOf(typeName: string): string[] {
  const type = schema.getType(typeName) as Fields;
  const selections = Object.values(type.getFields())
    .filter((field) => !ofTheRun.has(field.name) && !field.args.some(isRequiredArgument))
    .flatMap((field) => inEveryWay(field).map(([alias, args]) => `${alias}${args} ${selectionOf(field)}`));
  return chunked(selections, 6).map((some) => some.join('\n'));
}

/** A list once in each order it has, filtered and not, and every other field once. */
function inEveryWay(field: GraphQLField<unknown, unknown>): [alias: string, args: string][] {
  const named = (name: string) => field.args.find((arg) => arg.name === name);
  const orders = named('orderBy') && getNamedType(named('orderBy')?.type as never);
  const first = named('first') ? ['first: 3'] : [];
  const inOrder = isEnumType(orders) ? orders.getValues().map(({ name }) => [`orderBy: ${name}`]) : [[]];
  const filtered = named('filter') ? [[], ['filter: {text: "killed"}']] : [[]];
  return inOrder.flatMap((order, at) =>
    filtered.map((filter, which) => {
      const args = [...first, ...order, ...filter].join(', ');
      return [`${field.name}_${at}_${which}: ${field.name}`, args && `(${args})`] as [string, string];
    }),
  );
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  if (type.name.endsWith('Connection')) return `{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { ${edgeOf(type)} } }`;
  return `{ __typename ${leavesOf(type)} }`;
}

function edgeOf(connection: Fields): string {
  const edge = getNamedType(typeOf(connection, 'edges')) as Fields;
  const node = getNamedType(typeOf(edge, 'node')) as Fields;
  const link = edge.getFields().link ? 'link { id type role note properties { name value } evidence { id } from { id } to { id } }' : '';
  return `${leavesOf(edge)} ${link} node { __typename ${leavesOf(node)} }`;
}

function typeOf(type: Fields, field: string): GraphQLOutputType {
  return type.getFields()[field]?.type as GraphQLOutputType;
}

function leavesOf(type: Fields): string {
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !ofTheRun.has(field.name) && !field.args.some(isRequiredArgument))
    .map((field) => field.name)
    .join(' ');
}

function chunked<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
