import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isNode, queryFor, type Reading, readingOf } from '../graph/reading.ts';
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
  /** Whether anybody is going to look at this column of what this query brings, wherever in the document it is loaded. */
  readonly looksAt: (query: string, column: string) => boolean;
  /** Whether of any list it is asked if more follow. The same list may stand in two places: then each is read a row further. */
  readonly asksForMore: boolean;
}

/** Notes that a column of certain rows is looked at. */
type Look = (column: string) => void;

/** The list that a selection is of: what of it is asked for, and of which types its nodes may be, where that is known and there are several. */
interface OfList {
  readonly parts: Set<'edges' | 'info' | 'total'>;
  readonly labels: readonly string[] | undefined;
}

/** Lists are not told apart: which query one is depends on its arguments. A load with arguments may be the first of a list. */
const ofLists = '';

/** A document with more fields than this, fragments written out, is not worth the while. */
const mostFields = 1000;

/** Goes through a selection once, fragments and conditions resolved, and keeps what loads. Null when it is too large. */
export function outlineOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Readonly<Record<string, unknown>>,
): Outline | null {
  const columns = new Map([[ofLists, new Set(['total', 'node_id'])]]);
  let isKnown = true;
  let asksForMore = false;
  let left = mostFields;
  const stops = stopsOf(schema.getQueryType() as GraphQLObjectType, [operation.selectionSet], '', null, () => {});
  const looksAt = (query: string, column: string) => !isKnown || (columns.get(query) ?? columns.get(ofLists))?.has(column) === true;
  return left < 0 ? null : { stops, looksAt, asksForMore };

  function lookAt(query: string): Look {
    const seen = columns.get(query) ?? new Set();
    columns.set(query, seen);
    return (column) => seen.add(column);
  }

  /** What loads below an object of this type, whose columns begin with `row`. */
  function stopsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], row: string, list: OfList | null, look: Look): Stop[] {
    return sets.flatMap((set) =>
      set.selections.flatMap((node): Stop[] => {
        left -= 1;
        if (left < 0 || !isIncluded(node)) return [];
        if (node.kind === Kind.FIELD) return stopsAt(type, node, row, list, look);
        const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
        return fragment && fits(schema, type, fragment.typeCondition?.name.value) ? stopsOf(type, [fragment.selectionSet], row, list, look) : [];
      }),
    );
  }

  function stopsAt(type: GraphQLObjectType, node: FieldNode, row: string, list: OfList | null, look: Look): Stop[] {
    if (node.name.value.startsWith('__')) return [];
    const field = type.getFields()[node.name.value];
    const reading = field && readingOf(field.extensions);
    if (!field || !reading) {
      isKnown = false;
      return [];
    }
    const sets = node.selectionSet ? [node.selectionSet] : [];
    const tells = isAbstractType(getNamedType(field.type)) ? ['id'] : []; // Of which type something is, its id says.
    const labels = 'loads' in reading && isNode(reading.loads) ? list?.labels : undefined;
    const types = possibleTypes(schema, field.type).filter(({ name }) => !labels || labels.includes(name));
    const below = (under: string, inside: OfList | null, lookOf: (one: GraphQLObjectType) => Look) =>
      types.map((one) => [one.name, stopsOf(one, sets, under, inside, lookOf(one))] as const);

    if ('looksAt' in reading) for (const column of reading.looksAt ?? []) look(row + column);
    if ('row' in reading) {
      for (const column of tells) look(row + reading.row + column);
      return below(row + reading.row, null, () => look).flatMap(([, stops]) => stops);
    }
    if ('page' in reading) {
      list?.parts.add(reading.page);
      asksForMore ||= reading.page === 'info';
      return below('', list, () => look).flatMap(([, stops]) => stops);
    }
    // Whether it is read ahead or loads after all: its key is a column of the row that it stands in.
    if ('loads' in reading) {
      const { loads } = reading;
      if (typeof loads.by === 'string') look(row + loads.by);
      const lookOf = (name: string) => lookAt(loads.args ? ofLists : (queryFor(loads, name)?.query.name ?? ofLists));
      const answers = isLeafType(getNamedType(field.type)) ? [''] : types.map(({ name }) => name);
      for (const answer of answers) for (const column of [...tells, ...(loads.looksAt ?? [])]) lookOf(answer)(loads.row + column);
      return [{ field, node, reading, row, below: new Map(below(loads.row, null, ({ name }) => lookOf(name))), parts: new Set() }];
    }
    if ('lists' in reading) {
      look(`${row}id`);
      const inside: OfList = { parts: new Set(), labels: reading.labels };
      return [{ field, node, reading, row, below: new Map(below('', inside, () => lookAt(ofLists))), parts: inside.parts }];
    }
    return [];
  }

  function isIncluded(node: SelectionSetNode['selections'][number]): boolean {
    if (!node.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
    return skip?.if !== true && include?.if !== false;
  }
}
