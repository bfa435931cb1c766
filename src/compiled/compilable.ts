import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Fragments, fits, possibleTypes } from '../selection.ts';

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
  check(schema.getQueryType(), [{ node: operation.selectionSet, always: true }]);
  return left >= 0;

  function check(type: GraphQLNamedType | null | undefined, sets: readonly Part<SelectionSetNode>[]): void {
    const byName = new Map<string, Part<FieldNode>[]>();
    for (const { node, always } of sets) collect(type, node, always, byName);
    if ([...byName].some(([name, [first, again]]) => name === '__proto__' || (again && !first?.always))) left = -1;
    for (const parts of byName.values()) if (left >= 0) checkBelow(type, parts);
  }

  function collect(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode, always: boolean, byName: Map<string, Part<FieldNode>[]>): void {
    for (const node of selections) {
      left -= 1;
      if (left < 0) return;
      const part = { node, always: always && !isConditional(node) };
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        byName.set(name, [...(byName.get(name) ?? []), part as Part<FieldNode>]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (fragment && isObjectType(type) && fits(schema, type, fragment.typeCondition?.name.value)) collect(type, fragment.selectionSet, part.always, byName);
    }
  }

  function checkBelow(type: GraphQLNamedType | null | undefined, parts: readonly Part<FieldNode>[]): void {
    const sets = parts.flatMap(({ node: { selectionSet }, always }) => (selectionSet ? [{ node: selectionSet, always }] : []));
    const [{ node }] = parts as [Part<FieldNode>];
    const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    if (sets.length === 0) return;
    if (!field)
      left = -1; // A field that no type has: __schema or __type.
    else for (const one of possibleTypes(schema, field.type)) if (left >= 0) check(one, sets);
  }
}

function isConditional({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name: { value } }) => value === 'skip' || value === 'include');
}
