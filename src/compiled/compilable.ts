import { type FieldNode, type GraphQLObjectType, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { type Fragments, possibleTypes, spread } from '../selection.ts';

/** What is selected, and whether it is so whatever the variables are. */
interface Part<Node> {
  readonly node: Node;
  readonly always: boolean;
}

/**
 * Whether a function can be made of an operation that answers to the letter as the usual execution does. It stays below `most` fields when it is
 * written out as a compiler does: fragments where they are spread, and what is asked of an interface or union once for each type it may be,
 * which multiplies from level to level. None is made of what asks about the schema; of what gives a field the name `__proto__`, which the function
 * would lose; nor where a field that may be left out is asked again further on, which decides about its place in the answer.
 */
export function isCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments, most: number): boolean {
  let left = most;
  check(schema.getQueryType() as GraphQLObjectType, [{ node: operation.selectionSet, always: true }]);
  return left >= 0;

  function check(type: GraphQLObjectType, sets: readonly Part<SelectionSetNode>[]): void {
    const byName = new Map<string, Part<FieldNode>[]>();
    for (const set of sets) collect(type, set, byName);
    if ([...byName].some(([name, [first, again]]) => name === '__proto__' || (again && !first?.always))) left = -1;
    for (const fields of byName.values()) checkBelow(type, fields);
  }

  function collect(type: GraphQLObjectType, set: Part<SelectionSetNode>, byName: Map<string, Part<FieldNode>[]>): void {
    for (const node of set.node.selections) {
      left -= 1;
      if (left < 0) return;
      const always = set.always && !node.directives?.length;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        byName.set(name, [...(byName.get(name) ?? []), { node, always }]);
        continue;
      }
      const fragment = spread(schema, type, node, fragments);
      if (fragment) collect(type, { node: fragment.selectionSet, always }, byName);
    }
  }

  function checkBelow(type: GraphQLObjectType, fields: readonly Part<FieldNode>[]): void {
    const sets = fields.flatMap(({ node: { selectionSet }, always }) => (selectionSet ? [{ node: selectionSet, always }] : []));
    if (sets.length === 0) return;
    const field = type.getFields()[fields[0]?.node.name.value ?? ''];
    if (!field)
      left = -1; // A field that no type has: __schema or __type.
    else for (const one of possibleTypes(schema, field.type)) if (left >= 0) check(one, sets);
  }
}
