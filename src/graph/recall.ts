/** Remembers what only decides how something is read, such as about how many there are, and never what is read. */
export type Recall = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>;

const longestMs = 60_000;
const most = 1000;

export function createRecall(now: () => number = Date.now): Recall {
  const kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>();

  return (name, work) => {
    const before = kept.get(name);
    if (before && before.until > now()) return before.answer as never;
    const answer = work();
    kept.delete(name); // A Map has its entries in the order they were put in.
    kept.set(name, { answer, until: now() + longestMs });
    answer.catch(() => kept.delete(name));
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return answer;
  };
}
