import { join } from 'node:path';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { UnavailableError } from '../errors.ts';
import { takeFolder } from './folder-lock.ts';
import type { Graph, Run } from './graph.ts';
import type { Query } from './query.ts';
import { retried } from './retry.ts';

type Executor = { executeCypher(text: string, params: unknown): Promise<{ columns: string[]; rows(): unknown[][] }> };

/** The engine inside this process: one folder on disk, or in memory when `folder` is null. */
export function embeddedGraph({ folder, timeoutMs }: { folder: string | null; timeoutMs: number }): Graph {
  const release = folder === null ? () => {} : takeFolder(folder);
  const database = created(folder === null ? null : join(folder, 'graph'), release);
  let open = true;

  // Writers wait their turn: the engine reports overlapping writers as conflicts, and one process has nothing to gain from them.
  let turn: Promise<unknown> = Promise.resolve();

  return {
    engine: 'embedded',

    read: async (query, params, { signal } = {}) => {
      signal?.throwIfAborted();
      return execute(database, query, params);
    },

    write: (work, { beforeCommit } = {}) => {
      const asked = Date.now();
      const mine = turn.then(() => {
        if (Date.now() - asked >= timeoutMs)
          throw new UnavailableError('The store is busy with earlier writes, and this one did not get its turn in time.', { written: 'nothing' });
        return retried({ timeoutMs, again: isConflict }, () => inTransaction(database, work, beforeCommit));
      });
      turn = mine.catch(() => {});
      return mine;
    },

    define: async (statement) => {
      await database.executeCypher(statement);
    },

    indexText: (label, property) => database.createTextIndex(label, property, { tokenizer: 'standard', stopWords: [] }),
    alive: async () => open,
    close: async () => {
      if (!open) return;
      open = false;
      await turn;
      database.close();
      release();
    },
  };
}

/** A store that cannot be opened is nobody's. */
function created(path: string | null, release: () => void): GrafeoDB {
  try {
    return grafeo.GrafeoDB.create(path);
  } catch (error) {
    release();
    throw error;
  }
}

async function inTransaction<Answer>(database: GrafeoDB, work: (run: Run) => Promise<Answer>, beforeCommit?: () => void): Promise<Answer> {
  const transaction = database.beginTransaction();
  let last: Promise<unknown> = Promise.resolve(); // The engine would run what is asked at one time side by side.
  const run: Run = (query, params) => {
    const mine = last.then(() => execute(transaction, query, params));
    last = mine;
    return mine;
  };
  try {
    const answer = await work(run);
    beforeCommit?.();
    transaction.commit();
    return answer;
  } finally {
    if (transaction.isActive) transaction.rollback();
  }
}

async function execute<Params, Row>(on: Executor, query: Query<Params, Row>, params: Params): Promise<Row[]> {
  const result = await on.executeCypher(query.text.embedded, params);
  return result.rows().map(query.decode(result.columns));
}

/**
 * ISO GQL class 40: the transaction was rolled back because another one wrote the same. What was to be made and is there already means the same;
 * the engine has no status of its own for that.
 */
function isConflict(error: unknown): boolean {
  const { gqlStatus = '', message = '' } = error as { gqlStatus?: string; message?: string };
  return gqlStatus.startsWith('40') || message.includes('UNIQUE constraint violation');
}
