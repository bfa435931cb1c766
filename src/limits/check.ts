import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, Lexer, type OperationDefinitionNode, type Source, TokenKind, visit } from 'graphql';
import { pageSize } from '../cursors.ts';
import { measurer, type Size } from './size.ts';

/** What one request may ask for. */
export const limits = { tokens: 2000, depth: 15, aliases: 30, fields: 20, searches: 6, first: pageSize.largest, rows: 50_000, together: 100_000 } as const;

type Limit = keyof typeof limits;

const sentences: Readonly<Record<Limit, (actual: number, size?: Size) => string>> = {
  tokens: (actual) => `A query may have ${limits.tokens} tokens, but this one has ${actual}.`,
  depth: (actual) => `A query may nest ${limits.depth} fields, but this one nests ${actual}.`,
  aliases: (actual) => `A query may have ${limits.aliases} aliases, but this one has ${actual}.`,
  fields: (actual) => `A query may have ${limits.fields} fields at its root, but this one has ${actual}.`,
  searches: (actual) =>
    `A query may look through the graph in ${limits.searches} fields (search, whoReported, path, neighbourhood, eventsByPlace, links, silent, lists with a filter), but this one does in ${actual}.`,
  first: (actual, size) => `A page may have ${limits.first} rows, but "${size?.first.field}" asks for the first ${actual}.`,
  rows: (actual) => `Nested pages may multiply to ${limits.rows} rows, but these multiply to ${actual}.`,
  together: (actual) => `All lists of a query together may come to ${limits.together} rows, but these come to ${actual}.`,
};

/** An error for each limit that an operation goes beyond, its `first` in variables left aside: those come with the request. */
export function exceeded(schema: GraphQLSchema, document: DocumentNode): GraphQLError[] {
  const measure = measurer(schema, document);
  return document.definitions.flatMap((operation) => (operation.kind === Kind.OPERATION_DEFINITION ? errorsOf(operation, measure(operation)) : []));
}

/** The same for the one operation that runs, with the values of its variables. */
export function exceededWith(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  return isSized(document) ? errorsOf(operation, measurer(schema, document, variables)(operation)) : [];
}

const sized = new WeakMap<DocumentNode, boolean>();

/** Whether variables say how much a document asks for. */
function isSized(document: DocumentNode): boolean {
  const known = sized.get(document);
  if (known !== undefined) return known;
  let found = false;
  visit(document, {
    enter: (node) => {
      found ||= node.kind === Kind.ARGUMENT && /^(first|limit|ids|keys)$/.test(node.name.value) && node.value.kind === Kind.VARIABLE;
    },
  });
  sized.set(document, found);
  return found;
}

/** An error when the text has more tokens than it may, found without parsing it. */
export function tooManyTokens(source: Source): GraphQLError | null {
  const actual = countTokens(source);
  return actual > limits.tokens ? limitError('tokens', actual) : null;
}

function errorsOf(operation: OperationDefinitionNode, size: Size): GraphQLError[] {
  const actual = { ...size, first: size.first.value };
  const over = (['depth', 'aliases', 'fields', 'searches', 'first', 'rows', 'together'] as const).filter((limit) => actual[limit] > limits[limit]);
  const said = over.filter((limit) => limit !== 'together' || !over.includes('rows')); // Of one list that is too much, once is enough.
  return said.map((limit) => limitError(limit, actual[limit], size, operation));
}

function limitError(limit: Limit, actual: number, size?: Size, operation?: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(sentences[limit](actual, size), {
    nodes: operation ?? null,
    extensions: { code: 'LIMIT_EXCEEDED', limit: limits[limit], actual, http: { status: 400, spec: true } },
  });
}

/** Up to the end, or to what is no token: what is wrong there, the parser will say. */
function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return count;
}
