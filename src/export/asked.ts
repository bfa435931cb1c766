import { StartError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { entityLabels, labelOf } from '../ids.ts';
import { createServer } from '../server.ts';

/** The entities that the answer to a question names by their ids. A question that has errors is a StartError that says them. */
export async function idsAsked(graph: Graph, path: string, query: string): Promise<ReadonlySet<string>> {
  const response = await createServer(graph).fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.errors?.length) throw new StartError(`The question in ${path} has errors: ${answer.errors.map(({ message }) => message).join(' ')}`);
  const ids = new Set(idsIn(answer.data));
  if (ids.size === 0) throw new StartError(`The question in ${path} should ask for the id of what is to be exported, but its answer has none.`);
  return ids;
}

/** Every id in an answer, at whatever depth: an answer is a tree, so this ends at its leaves. */
function idsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner) =>
    typeof inner === 'string' ? (entityLabels.some((label) => label === labelOf(inner)) ? [inner] : []) : idsIn(inner),
  );
}
