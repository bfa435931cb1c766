import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { UnavailableError, type Written } from '../errors.ts';
import { queryBehind } from '../graph/failure.ts';
import type { Log, LogEntry } from '../log.ts';

/** All that a client is told of what went wrong in here. */
export const apology = 'Something went wrong in the service. It has been logged.';

const ofTheWrite: Readonly<Record<Written, string>> = {
  nothing: 'Nothing was written.',
  perhaps: 'The write may have happened: with an idempotency key, send the same request again; without one, look before you do.',
};

/** Hides from the client what went wrong in here, and logs it once; an error that is meant for the client reaches it as it is. */
export function maskedErrors(log: Log): Plugin {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const { data, errors } = result as ExecutionResult;
        if (!errors) return;
        for (const entry of distinct(errors.flatMap(troubleIn(args)))) log(entry);
        const isWholeAnswer = data === undefined;
        const told = errors.map((error) => forClient(error, isWholeAnswer));
        setResult({ ...result, errors: isWholeAnswer ? told.map(withCode) : told });
      },
    }),
  };
}

/** The same for what goes wrong outside an operation. */
export function maskError(log: Log): (error: unknown) => GraphQLError {
  return (error) => {
    const entry = trouble(error);
    if (entry) log(entry);
    return forClient(error, true);
  };
}

function troubleIn({ document, operationName }: ExecutionArgs): (error: GraphQLError) => LogEntry[] {
  const operation = operationName ?? getOperationAST(document)?.name?.value ?? null;
  return (error) => {
    const entry = trouble(error);
    return entry ? [{ ...entry, operation, path: error.path?.join('.') ?? null }] : [];
  };
}

/** One entry for what failed in many fields at once. */
function distinct(entries: readonly LogEntry[]): LogEntry[] {
  return entries.filter(({ event, error }, place) => entries.findIndex((other) => other.event === event && other.error === error) === place);
}

/** What to log of an error; nothing for one that the client can set right. */
function trouble(error: unknown): LogEntry | null {
  const origin = originOf(error);
  const query = queryBehind(origin) ?? null;
  if (origin instanceof UnavailableError) return { event: 'unavailable', query, error: origin.message };
  if (origin instanceof GraphQLError) return null;
  return {
    event: 'unexpected error',
    query,
    error: origin instanceof Error ? origin.message : String(origin),
    stack: origin instanceof Error ? origin.stack : null,
  };
}

function forClient(error: unknown, isWholeAnswer: boolean): GraphQLError {
  const origin = originOf(error);
  const place = error instanceof GraphQLError ? { nodes: error.nodes ?? null, path: error.path ?? null } : {};
  if (origin instanceof UnavailableError) {
    // What the driver said, with its addresses, is for the log.
    const what = origin.cause === undefined ? origin.message : 'The database does not answer at present. Ask again in a moment.';
    const message = origin.written === null ? what : `${what} ${ofTheWrite[origin.written]}`;
    const http = isWholeAnswer ? { http: { status: 503, spec: true } } : {};
    return new GraphQLError(message, { ...place, extensions: { ...origin.extensions, ...http } });
  }
  if (error instanceof GraphQLError && origin instanceof GraphQLError) return error;
  return new GraphQLError(apology, {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', unexpected: true },
  });
}

/** What refused an operation before it began, variables of another type than was declared: the client's to set right, which its code says. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes = null, path = null, extensions } = error;
  return new GraphQLError(message, { nodes, path, extensions: { ...extensions, code: 'BAD_USER_INPUT' } });
}

/** What was thrown, beneath what execution put around it. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error;
}
