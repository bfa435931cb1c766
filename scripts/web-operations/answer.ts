import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { scalar } from './scalar.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The type of what these selections answer on this type: one shape, or one for each kind of node that may come. */
export function answerType(schema: GraphQLSchema, fragments: Fragments, type: GraphQLCompositeType, selections: readonly SelectionSetNode[]): string {
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType];
  const shapes = new Map<string, string[]>();
  for (const one of possible) {
    const shape = shapeOf(schema, fragments, one, selections);
    shapes.set(shape, [...(shapes.get(shape) ?? []), one.name]);
  }
  return [...shapes].map(([shape, names]) => shape.replace('__TYPENAME__', names.map((name) => `'${name}'`).join(' | '))).join(' | ');
}

function shapeOf(schema: GraphQLSchema, fragments: Fragments, type: GraphQLObjectType, selections: readonly SelectionSetNode[]): string {
  const fields = new Map<string, FieldNode[]>();
  for (const selection of selections) collect(schema, fragments, type, selection, fields);
  const lines = [...fields].map(([key, nodes]) => `readonly ${key}: ${fieldType(schema, fragments, type, nodes)}`);
  return `{ ${lines.join('; ')} }`;
}

function collect(
  schema: GraphQLSchema,
  fragments: Fragments,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      fields.set(key, [...(fields.get(key) ?? []), selection]);
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (condition === undefined || applies(schema, type, condition))) collect(schema, fragments, type, fragment.selectionSet, fields);
  }
}

function applies(schema: GraphQLSchema, type: GraphQLObjectType, condition: string): boolean {
  const wanted = schema.getType(condition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

function fieldType(schema: GraphQLSchema, fragments: Fragments, type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
  const [node] = nodes as [FieldNode];
  if (node.name.value === '__typename') return '__TYPENAME__';
  const field = type.getFields()[node.name.value];
  if (!field) throw new Error(`${type.name} has no field "${node.name.value}".`);
  return outputType(schema, fragments, field.type, nodes, true);
}

function outputType(schema: GraphQLSchema, fragments: Fragments, type: GraphQLOutputType, nodes: readonly FieldNode[], nullable: boolean): string {
  if (isNonNullType(type)) return outputType(schema, fragments, type.ofType, nodes, false);
  const some = isListType(type) ? `readonly (${outputType(schema, fragments, type.ofType, nodes, true)})[]` : named(schema, fragments, type, nodes);
  return nullable ? `${some} | null` : some;
}

function named(schema: GraphQLSchema, fragments: Fragments, type: GraphQLOutputType, nodes: readonly FieldNode[]): string {
  if (isCompositeType(type))
    return `(${answerType(
      schema,
      fragments,
      type,
      nodes.map((node) => node.selectionSet as SelectionSetNode),
    )})`;
  if (isEnumType(type))
    return `(${type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ')})`;
  return scalar('name' in type ? type.name : 'String');
}
