import type { Operation } from './operation.ts';

/** Asks the service; rejects with an AskError that says what went wrong. */
export type Ask = <Answer, Variables>(operation: Operation<Answer, Variables>, variables: Variables) => Promise<Answer>;

/** One question that was put, for "show the GraphQL". */
export interface Asked {
  readonly name: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A question that was not answered: which, and why. */
export class AskError extends Error {
  override name = 'AskError';
  readonly operation: string;

  constructor(operation: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.operation = operation;
  }
}

interface Response {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/** Answers by their question: those of before, which are not asked for again, and those that were needed since. */
export interface Answers {
  readonly before: ReadonlyMap<string, unknown>;
  readonly needed: Map<string, unknown>;
}

/** Asks at /graphql. `asked` hears of every question. */
export function createAsk(signal: AbortSignal, asked: (question: Asked) => void, { before, needed }: Answers = { before: new Map(), needed: new Map() }): Ask {
  return async (operation, variables) => {
    const given = Object.fromEntries(Object.entries(variables as object).filter(([, value]) => value !== undefined && value !== ''));
    asked({ name: operation.name, text: operation.text, variables: given });
    const key = `${operation.name} ${JSON.stringify(given)}`;
    const answer = before.get(key) ?? (await answered(operation.name, operation.text, given, signal));
    needed.set(key, answer);
    return answer as never;
  };
}

async function answered(name: string, text: string, variables: object, signal: AbortSignal): Promise<unknown> {
  const { data, errors } = await sent(name, text, variables, signal);
  if (errors?.[0]) throw new AskError(name, errors.map(({ message }) => message).join(' '));
  return data;
}

async function sent(name: string, text: string, variables: object, signal: AbortSignal): Promise<Response> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: text, variables, operationName: name }),
      signal,
    });
    return (await response.json()) as Response;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskError(name, 'The service does not answer. It may have stopped, or the connection may be down.', { cause: error });
  }
}
