import type { Graph } from './graph.ts';
import type { Read } from './load.ts';

/**
 * Remembers what only decides how something is read, such as about how many there are, and never what is read. Requests share it, so what is read
 * for it is no single request's, and goes on when that one ends.
 */
export type Recall = <Answer>(name: string, work: (read: Read) => Promise<Answer>) => Promise<Answer>;

const longestMs = 60_000;
const most = 1000;

export function createRecall(graph: Pick<Graph, 'read'>, now: () => number = Date.now): Recall {
  const read: Read = (query, params) => graph.read(query, params);
  const kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();

  return (name, work) => {
    const before = kept.get(name);
    if (before && before.until > now()) return before.answer as never;
    const answer = work(read);
    kept.delete(name); // A Map has its entries in the order they were put in.
    kept.set(name, { answer, until: now() + longestMs });
    answer.catch(() => {
      if (kept.get(name)?.answer === answer) kept.delete(name);
    });
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return answer;
  };
}
