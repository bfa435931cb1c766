import { type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { type Fragments, fits, possibleTypes } from '../selection.ts';

/**
 * Whether a function can be made of an operation: it stays below `most` fields when it is written out as a compiler does, fragments where they
 * are spread, and what is asked of an interface or union once for each type it may be, which multiplies from level to level. None is made of
 * what asks about the schema, nor of what gives a field the name `__proto__`, which a function that sets it would lose.
 */
export function isCompilable(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Fragments, most: number): boolean {
  let left = most;
  count(schema.getQueryType(), operation.selectionSet);
  return left >= 0;

  function count(type: GraphQLNamedType | null | undefined, { selections }: SelectionSetNode): void {
    for (const node of selections) {
      left -= 1;
      if (left < 0) return;
      if (node.kind === Kind.FIELD) {
        if (node.alias?.value === '__proto__') left = -1;
        else if (node.selectionSet) countEach(isObjectType(type) ? type.getFields()[node.name.value] : undefined, node.selectionSet);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (fragment && isObjectType(type) && fits(schema, type, fragment.typeCondition?.name.value)) count(type, fragment.selectionSet);
    }
  }

  function countEach(field: GraphQLField<unknown, unknown> | undefined, set: SelectionSetNode): void {
    if (!field)
      left = -1; // A field that no type has: __schema or __type.
    else for (const one of possibleTypes(schema, field.type)) if (left >= 0) count(one, set);
  }
}
