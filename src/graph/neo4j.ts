import neo4j, { type Driver, type ManagedTransaction, type QueryResult, type Session } from 'neo4j-driver';
import { StartError, UnavailableError } from '../errors.ts';
import type { Graph, Run } from './graph.ts';
import type { Query } from './query.ts';
import { retried } from './retry.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly timeoutMs: number;
}

/** How long something is tried again while there is no server: while a cluster finds a new leader, but not while somebody waits for one that is away. */
const patienceMs = 3000;

/** A Neo4j server, reached through its driver. */
export function neo4jGraph(settings: Neo4jSettings): Graph {
  const { uri, user, password, database, timeoutMs } = settings;
  const auth = user === '' ? undefined : neo4j.auth.basic(user, password);
  const driver = neo4j.driver(uri, auth, {
    disableLosslessIntegers: true,
    telemetryDisabled: true, // It would tell the server, with each statement, how it is used.
    connectionAcquisitionTimeout: timeoutMs,
    connectionTimeout: Math.min(timeoutMs, 5000),
    maxTransactionRetryTime: timeoutMs,
    logging: { level: 'error', logger: () => {} }, // What goes wrong is reported by whoever asked.
  });
  const bookmarkManager = neo4j.bookmarkManager();
  const transaction = { timeout: timeoutMs };

  return {
    engine: 'neo4j',

    // Auto-commit: a third of the round trips of a managed transaction. A read can be repeated freely, so the retry is our own.
    read: (query, params, { signal } = {}) =>
      retried({ timeoutMs: Math.min(timeoutMs, patienceMs), signal, again: isPassing }, async () => {
        // What has been written is waited for; what others' reads have seen is not, so that the manager is asked, but not told.
        const bookmarks = [...(await bookmarkManager.getBookmarks())];
        signal?.throwIfAborted();
        const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, bookmarks });
        const stop = () => void session.close();
        signal?.addEventListener('abort', stop, { once: true });
        try {
          return rowsOf(query, await untraced(() => session.run(query.text.neo4j, toIntegers(params) as object, transaction)));
        } catch (error) {
          signal?.throwIfAborted();
          throw error;
        } finally {
          signal?.removeEventListener('abort', stop);
          await session.close();
        }
      }).catch(unavailable(uri)),

    write: (work, { beforeCommit } = {}) => {
      const progress: Progress = { began: Date.now(), committing: false };
      const beginCommit = () => {
        beforeCommit?.();
        progress.committing = true;
      };
      return retried({ timeoutMs, again: (error) => isConflict(error, progress) }, async () => {
        progress.committing = false;
        const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE, bookmarkManager });
        try {
          return await inTransaction(session, transaction, work, beginCommit);
        } finally {
          await session.close().catch(() => {}); // Of a broken connection; what the work came to is known.
        }
      }).catch(unavailable(uri, progress));
    },

    define: async (statement) => {
      await driver.executeQuery(statement, {}, { database }).catch(unavailable(uri));
    },

    indexText: async () => {}, // Full text is an index like any other here: constraints.neo4j.cypher makes it.
    alive: () => isAlive(driver, database),
    close: () => driver.close(),
  };
}

/** How far a write has come: once it is being committed, a connection that breaks leaves open whether it was. */
interface Progress {
  readonly began: number;
  committing: boolean;
}

async function inTransaction<Answer>(
  session: Session,
  config: { timeout: number },
  work: (run: Run) => Promise<Answer>,
  beginCommit: () => void,
): Promise<Answer> {
  const open = await session.beginTransaction(config);
  try {
    const answer = await work(async (query, params) =>
      rowsOf(query, await (open as unknown as ManagedTransaction).run(query.text.neo4j, toIntegers(params) as object)),
    );
    beginCommit();
    await open.commit();
    return answer;
  } finally {
    await open.close().catch(() => {}); // Rolls back what is not committed, unless the connection is gone and the server does.
  }
}

/**
 * Asks without the stack trace that the driver takes of whoever asks, an eighth of what a short read costs: which statement failed, our errors say.
 */
function untraced<Answer>(ask: () => Answer): Answer {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return ask();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function rowsOf<Params, Row>(query: Query<Params, Row>, { records }: QueryResult): Row[] {
  const [first] = records;
  if (!first) return [];
  const decode = query.decode(first.keys as string[]);
  const rows = records.map((record) => decode(first.keys.map((_, place) => record.get(place))));
  records.length = 0; // The driver's session keeps its results, and closed sessions last until the next full collection: rows shall not.
  return rows;
}

/** The driver sends every JavaScript number as a float; a whole one is meant as an integer (`LIMIT` insists). */
function toIntegers(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toIntegers);
  if (value !== null && typeof value === 'object') {
    const made: Record<string, unknown> = {};
    for (const name in value) made[name] = toIntegers((value as Record<string, unknown>)[name]);
    return made;
  }
  return value;
}

/** Whether the same read may well succeed in a moment: a deadlock, a leader election, a connection that broke. */
function isPassing(error: unknown): boolean {
  return neo4j.isRetryableError(error as never);
}

/** Whether a write certainly left nothing behind and may be tried again. A connection that broke during commit proves nothing. */
function isConflict(error: unknown, { began, committing }: Progress): boolean {
  const code = codeOf(error);
  if (isLost(code)) return !committing && Date.now() - began < patienceMs;
  return code.startsWith('Neo.TransientError.') || overtaken.has(code);
}

/** What the driver calls the failure; an error of another make has a number there, or nothing. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** Another transaction was faster: it made what was to be made, or removed what was being looked at. */
const overtaken: ReadonlySet<string> = new Set(['Neo.ClientError.Schema.ConstraintValidationFailed', 'Neo.ClientError.Statement.EntityNotFound']);

/** Whether the connection is gone, so that nobody knows what became of what was under way. */
function isLost(code: string): boolean {
  return code === 'ServiceUnavailable' || code === 'SessionExpired';
}

/** What it means to us when the driver fails: the database is away or too slow, or does not let us in. Anything else rises as it is. */
function unavailable(uri: string, write?: Progress) {
  return (error: unknown): never => {
    const code = codeOf(error);
    const { message = '' } = error as { message?: string };
    const said = /Caused by: (.+)$/.exec(message)?.[1] ?? message.split('\n')[0];
    if (code.startsWith('Neo.ClientError.Security.')) {
      throw new StartError(`Neo4j at ${uri} should let us in with NEO4J_USER and NEO4J_PASSWORD, but says: ${said}`, { cause: error });
    }
    if (!isAway(code, message)) throw error;
    const what = code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')
      ? 'did not finish in time.'
      : `does not answer: ${said?.replace(/\.?$/, '.')}`;
    const written = write?.committing && isLost(code) ? 'perhaps' : 'nothing';
    throw new UnavailableError(`Neo4j at ${uri} ${what}`, { cause: error, written: write ? written : null });
  };
}

function isAway(code: string, message: string): boolean {
  return (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code === 'Neo.ClientError.Database.DatabaseNotFound' || // A server that starts has none yet.
    code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') ||
    code.startsWith('Neo.TransientError.') ||
    /acquisition timed out|pool is closed/i.test(message)
  );
}

async function isAlive(driver: Driver, database: string): Promise<boolean> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    await session.run('RETURN 1 AS one', {}, { timeout: 2000 });
    return true;
  } catch {
    return false; // Not a failure of ours: the question was whether it answers.
  } finally {
    await session.close();
  }
}
