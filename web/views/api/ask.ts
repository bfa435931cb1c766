import type { Operation } from './operation.ts';
import { asWritten } from './written.ts';

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

export interface AskOptions {
  /** Answers of before, by their question, which are not asked for again. */
  readonly before?: ReadonlyMap<string, unknown>;
  /** Takes the answers that were needed since. */
  readonly needed?: Map<string, unknown>;
  /** Letter by letter as it is kept, for what is written back; otherwise as it was meant. */
  readonly isVerbatim?: boolean;
}

/** Asks at /graphql. `asked` hears of every question. */
export function createAsk(signal: AbortSignal, asked: (question: Asked) => void, { before, needed, isVerbatim = false }: AskOptions = {}): Ask {
  return async (operation, variables) => {
    const given = Object.fromEntries(Object.entries(variables as object).filter(([, value]) => value !== undefined && value !== ''));
    asked({ name: operation.name, text: operation.text, variables: given });
    const key = `${operation.name} ${JSON.stringify(given)}`;
    const answer = before?.get(key) ?? dataOf(operation.name, read(operation.name, await sent(operation.name, operation.text, given, signal), isVerbatim));
    needed?.set(key, answer);
    return answer as never;
  };
}

function dataOf(name: string, { data, errors }: Response): unknown {
  if (errors?.[0]) throw new AskError(name, errors.map(({ message }) => message).join(' '));
  return data;
}

function read(name: string, json: string, isVerbatim: boolean): Response {
  try {
    return JSON.parse(isVerbatim ? json : asWritten(json)) as Response;
  } catch (error) {
    throw new AskError(name, noAnswer, { cause: error });
  }
}

export const noAnswer = 'The service does not answer. It may have stopped, or the connection may be down.';

async function sent(name: string, text: string, variables: object, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: text, variables, operationName: name }),
      signal,
    });
    return await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskError(name, noAnswer, { cause: error });
  }
}
