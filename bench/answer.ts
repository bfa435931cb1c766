/** What the places of a list of values are called; a pair is a name and what its own value, or each of its values, is made of. */
export type Shape = readonly (string | readonly [name: string, shape: Shape])[];

/** What there is at most one of. The peer has lists of every relationship, so one of these is a list of one there. */
const single: ReadonlySet<string> = new Set(['publisher', 'report', 'claimant', 'event']);

/**
 * An answer without the ways of whoever gave it: a connection is the list of its nodes, each with what its edge says; what there is
 * one of is itself. Two contestants gave the same data when this is equal as a whole.
 */
export function plain(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(plain);
  if (!isRecord(answer)) return answer ?? null;
  if (Array.isArray(answer.edges)) return answer.edges.map(plainEdge);
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => {
      const it = plain(value);
      return [name, single.has(name) && Array.isArray(it) ? (it[0] ?? null) : it];
    }),
  );
}

/** Of the whole answer: one entity asked for by id is itself too, where a contestant answers with a list of one. */
export function plainAnswer(data: unknown, isOne: boolean): unknown {
  const answer = plain(isRecord(data) && 'answer' in data ? data.answer : data);
  return isOne && Array.isArray(answer) ? (answer[0] ?? null) : answer;
}

/** The same by value, whatever the order in which the properties stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) =>
    isRecord(it) ? Object.fromEntries(Object.entries(it).sort(([one], [other]) => (one < other ? -1 : 1))) : it,
  );
}

/** Gives values their names: a list of lists is several, a list of anything else is one. */
export function named(shape: Shape, values: unknown): unknown {
  if (!Array.isArray(values)) return null;
  if (values.length === 0 || Array.isArray(values[0])) return values.map((one) => named(shape, one));
  return Object.fromEntries(shape.map((part, place) => (typeof part === 'string' ? [part, values[place]] : [part[0], named(part[1], values[place])])));
}

function plainEdge({ node, properties, ...edge }: Record<string, unknown>): unknown {
  return plain({ ...(node as object), ...(properties as object | undefined), ...edge });
}

function isRecord(value: unknown): value is Record<string, unknown> & { edges?: Record<string, unknown>[] } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
