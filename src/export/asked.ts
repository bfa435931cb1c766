import { type DocumentNode, getVariableValues, type OperationDefinitionNode, parse, print } from 'graphql';
import { momentOf } from '../as-of/directive.ts';
import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { Moment } from '../graph/known.ts';
import { entityLabels, labelOf } from '../ids.ts';
import { schema } from '../schema.ts';
import { createServer } from '../server.ts';
import { isAskedFirst, listsCutIn, nextPageOf, onlyFrom, operationOf, withPageInfo } from './pages.ts';

/** What a question chooses for export. */
export interface Asked {
  readonly ids: ReadonlySet<string>;
  /** How many lists within the answer go on behind their page; those that the question begins with are read to their end. */
  readonly cut: number;
  /** As of when it is asked (`@asOf`); null for now. */
  readonly moment: Moment | null;
}

type Answer = Readonly<Record<string, unknown>>;

const timeoutMs = 300_000;

/**
 * The entities that the answer to a question names by their ids. The lists that it begins with are followed page by page to their end.
 * A question that has errors is a StartError that says them.
 */
export async function idsAsked(graph: Graph, path: string, text: string): Promise<Asked> {
  const question = withPageInfo(readQuestion(path, text));
  const server = createServer(graph, { timeoutMs });
  const ask = async (one: DocumentNode): Promise<Answer> => {
    const response = await server.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: print(one) }),
    });
    const { data, errors } = (await response.json()) as { data?: Answer | null; errors?: readonly { message: string }[] };
    if (errors?.length) throw new StartError(`The question in ${path} has errors: ${errors.map(({ message }) => message).join(' ')}`);
    return data ?? {};
  };

  const ids = new Set<string>();
  let cut = 0;
  const take = (answer: Answer) => {
    for (const id of idsIn(answer)) ids.add(id);
    for (const list of Object.values(answer)) cut += listsCutIn(list);
  };
  const first = await ask(question);
  take(first);
  for (const [name, list] of Object.entries(first)) {
    if (!isAskedFirst(question, name)) {
      cut += nextPageOf(list) === null ? 0 : 1;
      continue;
    }
    // Every page begins behind the one before, so this ends with the list.
    for (let after = nextPageOf(list); after !== null; ) {
      const answer = await ask(onlyFrom(question, name, after));
      take(answer);
      after = nextPageOf(answer[name]);
    }
  }
  if (ids.size === 0) throw new StartError(`The question in ${path} should ask for the id of what is to be exported, but its answer has none.`);
  return { ids, cut, moment: momentAsked(question) };
}

/** As of when a question is asked; its variables have the values that it gives them itself. */
function momentAsked(question: DocumentNode): Moment | null {
  const operation = operationOf(question) as OperationDefinitionNode;
  return momentOf(operation, getVariableValues(schema, operation.variableDefinitions ?? [], {}).coerced ?? {});
}

function readQuestion(path: string, text: string): DocumentNode {
  const question = parsed(path, text);
  const kind = operationOf(question)?.operation;
  if (kind !== 'query') throw new StartError(`${path} should hold one question (query), but holds ${kind ? `a ${kind}` : 'none, or several'}.`);
  return question;
}

function parsed(path: string, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    const { message, locations = [] } = error as { message: string; locations?: readonly { line: number; column: number }[] };
    throw new StartError(`${path}, line ${locations[0]?.line ?? 1}, column ${locations[0]?.column ?? 1}: should be a GraphQL question, but: ${message}`);
  }
}

/** Every id in an answer, at whatever depth: an answer is a tree, so this ends at its leaves. */
function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner) =>
    typeof inner === 'string' ? (entityLabels.some((label) => label === labelOf(inner)) ? [inner] : []) : idsIn(inner),
  );
}
