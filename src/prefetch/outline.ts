import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Reading, readingOf } from '../graph/reading.ts';
import { type Fragments, fits, possibleTypes } from '../selection.ts';

/** A field that loads, as it stands in a document. */
export interface Stop {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly reading: Extract<Reading, { loads: unknown } | { lists: unknown }>;
  /** With what the columns of its parent begin in the row it stands in. */
  readonly row: string;
  /** What is asked of what it answers, by the type that may be; of a list, of its rows. */
  readonly below: ReadonlyMap<string, readonly Stop[]>;
  /** What of a list is asked for. */
  readonly parts: ReadonlySet<'edges' | 'info' | 'total'>;
}

/** What of a document loads, with certain values of the variables that decide what is skipped. */
export interface Outline {
  readonly stops: readonly Stop[];
  /** The columns that anybody is going to look at; null when there is no telling. */
  readonly columns: ReadonlySet<string> | null;
}

/** A document with more fields than this, fragments written out, is not worth the while. */
const mostFields = 1000;

/** Goes through a selection once, fragments and conditions resolved, and keeps what loads. Null when it is too large. */
export function outlineOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Readonly<Record<string, unknown>>,
): Outline | null {
  const columns = new Set<string>(['total', 'node_id']);
  let isKnown = true;
  let left = mostFields;
  const stops = stopsOf(schema.getQueryType() as GraphQLObjectType, [operation.selectionSet], '', null);
  return left < 0 ? null : { stops, columns: isKnown ? columns : null };

  /** What loads below an object of this type, whose columns begin with `row`; of a page also what of it is asked for. */
  function stopsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], row: string, parts: Set<string> | null): Stop[] {
    return sets.flatMap((set) =>
      set.selections.flatMap((node): Stop[] => {
        left -= 1;
        if (left < 0 || !isIncluded(node)) return [];
        if (node.kind === Kind.FIELD) return stopsAt(type, node, row, parts);
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        return fragment && fits(schema, type, fragment.typeCondition?.name.value) ? stopsOf(type, [fragment.selectionSet], row, parts) : [];
      }),
    );
  }

  function stopsAt(type: GraphQLObjectType, node: FieldNode, row: string, parts: Set<string> | null): Stop[] {
    if (node.name.value.startsWith('__')) return [];
    const field = type.getFields()[node.name.value];
    const reading = field && readingOf(field.extensions);
    if (!field || !reading) {
      isKnown = false;
      return [];
    }
    const sets = node.selectionSet ? [node.selectionSet] : [];
    if ('looksAt' in reading) for (const column of reading.looksAt ?? []) columns.add(row + column);
    if ('row' in reading) return possible(field).flatMap((one) => stopsOf(one, sets, row + reading.row, null));
    if ('page' in reading) {
      parts?.add(reading.page);
      return possible(field).flatMap((one) => stopsOf(one, sets, '', null));
    }
    if ('loads' in reading) {
      const { loads } = reading;
      for (const column of loads.looksAt ?? []) columns.add(loads.row + column);
      return [{ field, node, reading, row, below: new Map(possible(field).map((one) => [one.name, stopsOf(one, sets, loads.row, null)])), parts: new Set() }];
    }
    if ('lists' in reading) {
      const asked = new Set<never>();
      return [{ field, node, reading, row, below: new Map(possible(field).map((one) => [one.name, stopsOf(one, sets, '', asked)])), parts: asked }];
    }
    return [];
  }

  function isIncluded(node: SelectionSetNode['selections'][number]): boolean {
    if (!node.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
    return skip?.if !== true && include?.if !== false;
  }

  function possible({ type }: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
    return possibleTypes(schema, type);
  }
}
