import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../selection.ts';

/** How much a selection asks for, whatever is in the graph. */
export interface Size {
  /** How deep fields nest; `__typename`, and `__schema` and `__type` with all below them, do not count. */
  readonly depth: number;
  readonly aliases: number;
  /** How many fields the selection has at its own level. */
  readonly fields: number;
  /** How many of its fields may have to look through a whole kind of entity, or the whole graph, for what they answer. */
  readonly searches: number;
  /** The largest product of nested `first`, and of what lists without one may hold (`extensions.holds`). */
  readonly rows: number;
  /** What the products of all lists come to together, each list without those it nests. */
  readonly together: number;
  /** The largest single `first`, and the name of the field that has it. */
  readonly first: { readonly field: string; readonly value: number };
}

const nothing: Size = { depth: 0, aliases: 0, fields: 0, searches: 0, rows: 1, together: 0, first: { field: '', value: 0 } };

/**
 * Measures operations of one document. Fragments are followed, each once however often it is spread, so that the work grows with the
 * length of the document and not with what its fragments multiply to; a fragment within itself adds nothing (validation refuses it).
 * Without `variables` a size that is a variable counts as 1: its value comes with the request.
 */
export function measurer(schema: GraphQLSchema, document: DocumentNode, variables?: Readonly<Record<string, unknown>>): (of: OperationDefinitionNode) => Size {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Size>();

  return (operation) => {
    const root = schema.getRootType(operation.operation) ?? undefined;
    return ofSelections(operation.selectionSet, root);

    function ofSelections(set: SelectionSetNode, type: GraphQLNamedType | undefined): Size {
      return set.selections.map((selection) => ofSelection(selection, type)).reduce(together, nothing);
    }

    function ofSelection(selection: SelectionNode, type: GraphQLNamedType | undefined): Size {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      if (selection.kind === Kind.FIELD) return ofField(selection, type);
      return ofSelections(selection.selectionSet, selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type);
    }

    function ofFragment(name: string): Size {
      const measured = known.get(name);
      if (measured) return measured;
      const fragment = fragments.get(name);
      if (!fragment) return nothing;
      known.set(name, nothing); // Until it is known, so that a fragment within itself ends here.
      const size = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
      known.set(name, size);
      return size;
    }

    function ofField(node: FieldNode, type: GraphQLNamedType | undefined): Size {
      const field = fieldOf(type, node.name.value);
      const below = node.selectionSet ? ofSelections(node.selectionSet, field && getNamedType(field.type)) : nothing;
      const value = amountOf('first', node, field, operation, variables);
      const holds = value || holdsOf(node, field, operation, variables);
      return {
        depth: node.name.value.startsWith('__') ? 0 : below.depth + 1,
        aliases: capped(below.aliases + (node.alias ? 1 : 0)),
        fields: 1,
        searches: capped(below.searches + (isSearch(node, field) ? 1 : 0)),
        rows: capped(below.rows * Math.max(1, holds)),
        together: capped(holds > 0 ? holds * Math.max(1, below.together) : below.together),
        first: value > below.first.value ? { field: node.name.value, value } : below.first,
      };
    }
  };
}

function together(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: capped(one.aliases + other.aliases),
    fields: capped(one.fields + other.fields),
    searches: capped(one.searches + other.searches),
    rows: Math.max(one.rows, other.rows),
    together: capped(one.together + other.together),
    first: other.first.value > one.first.value ? other.first : one.first,
  };
}

/** Fragments that multiply each other soon count to more than a number can say. */
function capped(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}

function fieldOf(type: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** Whether the field says that it looks for what it answers: always, or when it is given a filter. */
function isSearch({ arguments: given = [] }: FieldNode, field: GraphQLField<unknown, unknown> | undefined): boolean {
  const searches = field?.extensions.searches;
  return searches === 'always' || (searches === 'filtered' && given.some(({ name }) => name.value === 'filter'));
}

/** How much a field without `first` may hold of what is asked below it: as its schema says in a number, or by the name of an argument; else 0. */
function holdsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | undefined,
): number {
  const holds = field?.extensions.holds;
  return typeof holds === 'string' ? amountOf(holds, node, field, operation, variables) : whole(holds);
}

/** What one of the field's arguments amounts to, of a list how many it has: as written, as the variable says, or as the schema has it; 0 for a field that has none of this name. */
function amountOf(
  argument: string,
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | undefined,
): number {
  const usual = field?.args.find(({ name }) => name === argument)?.defaultValue;
  const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
  if (given?.kind === Kind.INT) return capped(Number(given.value));
  if (given?.kind === Kind.LIST) return given.values.length;
  if (given?.kind !== Kind.VARIABLE) return whole(usual);
  if (!variables) return 1;
  return whole(variables[given.name.value] ?? defaultOf(given.name.value, operation) ?? usual);
}

function defaultOf(variable: string, { variableDefinitions = [] }: OperationDefinitionNode): number | undefined {
  const value = variableDefinitions.find(({ variable: { name } }) => name.value === variable)?.defaultValue;
  return value?.kind === Kind.INT ? Number(value.value) : value?.kind === Kind.LIST ? value.values.length : undefined;
}

function whole(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? capped(value) : 0;
}
