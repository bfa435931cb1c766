import type { Engine } from './engine.ts';
import type { Query } from './query.ts';

/** Runs one query and gives its rows, each checked against its declared shape. In a write, queries run in the order in which they are asked. */
export type Run = <Params, Row>(query: Query<Params, Row>, params: Params) => Promise<Row[]>;

/** The database, as the rest of the service sees it. */
export interface Graph {
  readonly engine: Engine;

  /** Reads, outside any transaction of the caller's. Rejects with UnavailableError when the database is away. */
  read<Params, Row>(query: Query<Params, Row>, params: Params, options?: { signal?: AbortSignal | undefined }): Promise<Row[]>;

  /**
   * Does all of `work` or nothing of it. `work` may run more than once: when the engine reports a deadlock or a write conflict,
   * the whole of it is tried again within the deadline. `beforeCommit` is called when all of it is done, and can still stop it by throwing.
   */
  write<Answer>(work: (run: Run) => Promise<Answer>, options?: { beforeCommit?: (() => void) | undefined }): Promise<Answer>;

  /** Runs one statement that defines constraints or indexes. */
  define(statement: string): Promise<void>;

  /** Makes sure that a property of a label can be searched by words. */
  indexText(label: string, property: string): Promise<void>;

  /** Whether the database answers; never rejects. */
  alive(): Promise<boolean>;

  close(): Promise<void>;
}
