import {
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isNode, queryFor, type Reading, readingOf } from '../graph/reading.ts';
import { type Fragments, possibleTypes, spread } from '../selection.ts';

/** A field that loads, as it stands in a document. */
export interface Stop {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly reading: Extract<Reading, { loads: unknown } | { lists: unknown }>;
  /** With what the columns of its parent begin in the row it stands in. */
  readonly row: string;
  /** What is asked of what it answers, by the type that may be; of a list, of its rows. */
  readonly below: ReadonlyMap<string, Below>;
  /** What of a list is asked for. */
  readonly parts: ReadonlySet<'edges' | 'info' | 'total'>;
}

export interface Below {
  readonly stops: readonly Stop[];
  /** Whether anybody is going to look at this column of such a row, wherever in the document the same is loaded. */
  readonly looksAt: LooksAt;
}

/** What of a document loads, with certain values of the variables that decide what is skipped. */
export interface Outline {
  readonly stops: readonly Stop[];
  /** Whether of any list it is asked if more follow. The same list may stand in two places: then each is read a row further. */
  readonly asksForMore: boolean;
}

type LooksAt = (column: string) => boolean;

/** The list that a selection is of: what of it is asked for, and of which types its nodes may be, where that is known and there are several. */
interface OfList {
  readonly parts: Set<'edges' | 'info' | 'total'>;
  readonly labels: readonly string[] | undefined;
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
  const columns = new Map<string, Set<string>>();
  let isKnown = true;
  let asksForMore = false;
  let left = mostFields;
  const stops = stopsOf(schema.getQueryType() as GraphQLObjectType, [operation.selectionSet], '', null, new Set());
  return left < 0 ? null : { stops, asksForMore };

  /** The columns that are looked at, of all rows that may be the same. */
  function columnsOf(rows: string): Set<string> {
    const looked = columns.get(rows) ?? new Set();
    columns.set(rows, looked);
    return looked;
  }

  /** What loads below an object of this type, whose columns begin with `row`. */
  function stopsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], row: string, list: OfList | null, looked: Set<string>): Stop[] {
    return sets.flatMap((set) =>
      set.selections.flatMap((node): Stop[] => {
        left -= 1;
        if (left < 0 || !isIncluded(node)) return [];
        if (node.kind === Kind.FIELD) return stopsAt(type, node, row, list, looked);
        const fragment = spread(schema, type, node, fragments);
        return fragment ? stopsOf(type, [fragment.selectionSet], row, list, looked) : [];
      }),
    );
  }

  function stopsAt(type: GraphQLObjectType, node: FieldNode, row: string, list: OfList | null, looked: Set<string>): Stop[] {
    if (node.name.value.startsWith('__')) return [];
    const field = type.getFields()[node.name.value];
    const reading = field && readingOf(field.extensions);
    if (!field || !reading) {
      isKnown = false;
      return [];
    }
    const sets = node.selectionSet ? [node.selectionSet] : [];
    const named = getNamedType(field.type);
    const tells = isAbstractType(named) ? ['id'] : []; // Of which type something is, its id says.
    const labels = 'loads' in reading && isNode(reading.loads) ? list?.labels : undefined;
    const types = possibleTypes(schema, field.type).filter(({ name }) => !labels || labels.includes(name));
    const within = (under: string, inside: OfList | null) => types.flatMap((one) => stopsOf(one, sets, under, inside, looked));
    const below = (under: string, inside: OfList | null, lookedOf: (type: string) => Set<string>) =>
      isLeafType(named)
        ? new Map([['', belowOf([], lookedOf(''))]])
        : new Map(types.map((one) => [one.name, belowOf(stopsOf(one, sets, under, inside, lookedOf(one.name)), lookedOf(one.name))]));

    if ('looksAt' in reading) for (const column of reading.looksAt ?? []) looked.add(row + column);
    if ('row' in reading) {
      for (const column of tells) looked.add(row + reading.row + column);
      return within(row + reading.row, null);
    }
    if ('page' in reading) {
      list?.parts.add(reading.page);
      asksForMore ||= reading.page === 'info';
      return within('', list);
    }
    // Whether it is read ahead or loads after all: its key is a column of the row that it stands in.
    if ('loads' in reading) {
      const { loads } = reading;
      if (typeof loads.by === 'string') looked.add(row + loads.by);
      const lookedOf = (name: string) => {
        const looked = columnsOf(queryFor(loads, name)?.query.name ?? '');
        for (const column of [...tells, ...(loads.looksAt ?? [])]) looked.add(loads.row + column);
        return looked;
      };
      return [{ field, node, reading, row, below: below(loads.row, null, lookedOf), parts: new Set() }];
    }
    if ('lists' in reading) {
      looked.add(`${row}id`);
      const inside: OfList = { parts: new Set(), labels: reading.labels };
      return [{ field, node, reading, row, below: below('', inside, () => columnsOf(rowsOf(named)).add('total')), parts: inside.parts }];
    }
    return [];
  }

  function belowOf(stops: readonly Stop[], looked: ReadonlySet<string>): Below {
    return { stops, looksAt: (column) => !isKnown || looked.has(column) };
  }

  function isIncluded(node: SelectionSetNode['selections'][number]): boolean {
    if (!node.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
    return skip?.if !== true && include?.if !== false;
  }
}

/**
 * Which lists may be the same rows: those of one type of node. Which query brings them depends on the arguments, but each brings nodes of one
 * type, or of any.
 */
function rowsOf(connection: GraphQLNamedType): string {
  const edge = isObjectType(connection) ? getNamedType(connection.getFields().edges?.type) : undefined;
  const node = isObjectType(edge) ? getNamedType(edge.getFields().node?.type) : undefined;
  return isObjectType(node) ? `of ${node.name}` : 'of any';
}
