import { type ExecutionResult, graphql } from 'graphql';
import { createContext } from '../context.ts';
import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { schema } from '../schema.ts';
import type { Accepted } from './accepted.ts';

const record = `mutation RecordArticle($input: RecordReportInput!) {
  recordReport(input: $input) {
    __typename
    ... on Report { id title claims { totalCount } }
    ... on Error { message }
    ... on InvalidInputError { path expected given }
    ... on NotFoundError { kind missing: id }
  }
}`;

type Answer =
  | { readonly __typename: 'Report'; readonly id: string; readonly title: string; readonly claims: { readonly totalCount: number } }
  | { readonly __typename: 'InvalidInputError'; readonly path: readonly string[]; readonly expected: string; readonly given: string | null }
  | { readonly __typename: 'NotFoundError'; readonly kind: string; readonly missing: string; readonly message: string }
  | { readonly __typename: 'ConflictError'; readonly message: string };

export interface Recorded {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
}

/**
 * Records what a reviewer kept, by the mutation that everybody uses: all of it, or nothing. Doing it twice changes nothing. What stands against
 * it is a StartError that says where in the file.
 */
export async function recordAccepted(graph: Graph, { file, input, whereIs }: Accepted): Promise<Recorded> {
  const answer = (await graphql({
    schema,
    source: record,
    variableValues: { input },
    contextValue: createContext(graph, { by: 'import article' }),
  })) as ExecutionResult<{ recordReport: Answer }>;

  const [error] = answer.errors ?? [];
  if (error?.path) throw error.originalError ?? error;
  if (error) throw new StartError(`${file.at(wayInMessage(error.message))} cannot be recorded: ${error.message} Nothing was recorded.`);
  const recorded = answer.data?.recordReport as Answer; // Without errors there is an answer.
  if (recorded.__typename === 'Report') return { id: recorded.id, title: recorded.title, claims: recorded.claims.totalCount };
  if (recorded.__typename === 'NotFoundError') throw new StartError(`${file.at(whereIs(recorded.missing))}: ${recorded.message} Nothing was recorded.`);
  if (recorded.__typename === 'ConflictError') throw new StartError(`${file.at(['report', 'key'])}: ${recorded.message} Nothing was recorded.`);
  const { expected, given } = recorded;
  const way = recorded.path[3] === 'event' && given !== null ? whereIs(given) : wayInFile(recorded.path);
  throw new StartError(`${file.at(way)} should be ${expected}, but is ${given === null ? 'not there' : `"${given}"`}. Nothing was recorded.`);
}

const written: Readonly<Record<string, string>> = { quoteStart: 'at', newGroup: 'new' };

/** Where in the file an input stands that the mutation refused. */
function wayInFile([, first = '', ...rest]: readonly string[]): PropertyKey[] {
  const way = rest.filter((part) => part !== 'id' && part !== 'key').map((part) => (/^\d+$/.test(part) ? Number(part) : (written[part] ?? part)));
  return ['claims', 'mentions', 'text'].includes(first) ? [first, ...way] : ['report', first, ...way];
}

/** What is not even of the right form is refused before the mutation, with its way in the message. */
function wayInMessage(message: string): PropertyKey[] {
  const [, way] = /at "input\.([^"]+)"/.exec(message) ?? [];
  return way ? wayInFile(['input', ...way.split(/[.[\]]+/).filter(Boolean)]) : [];
}
