import { GraphQLError } from 'graphql';

/** The caller named something that is not there. */
export class NotFoundError extends GraphQLError {
  override name = 'NotFoundError';
  readonly kind: string;
  readonly id: string;

  constructor(kind: string, id: string) {
    super(`No ${kind} has the id or key "${id}".`, { extensions: { code: 'NOT_FOUND', kind, id } });
    this.kind = kind;
    this.id = id;
  }
}

/** The caller gave something that cannot be meant: says where, what was expected, and what came. */
export class InvalidInputError extends GraphQLError {
  override name = 'InvalidInputError';
  // GraphQLError has a `path` of its own (the field that failed); this is the way to the input that is wrong.
  readonly inputPath: readonly string[];
  readonly expected: string;
  readonly given: string | null;

  constructor(inputPath: readonly string[], expected: string, given: unknown) {
    const shown = given === undefined || given === null ? null : clipped(String(given));
    super(`${inputPath.join('.') || 'The input'} should be ${expected}, but was ${shown === null ? 'not given' : `"${shown}"`}.`, {
      extensions: { code: 'INVALID_INPUT', inputPath, expected, given: shown },
    });
    this.inputPath = inputPath;
    this.expected = expected;
    this.given = shown;
  }
}

/** What was asked cannot stand beside what the graph already holds. */
export class ConflictError extends GraphQLError {
  override name = 'ConflictError';
  readonly existingId: string | null;
  readonly revisionId: string | null;

  constructor(message: string, existingId: string | null = null, revisionId: string | null = null) {
    super(message, { extensions: { code: 'CONFLICT', existing: existingId } });
    this.existingId = existingId;
    this.revisionId = revisionId;
  }
}

export interface RowError {
  readonly index: number;
  readonly error: Error;
}

/** Rows of a batch cannot be written, so none was. */
export class BatchError extends GraphQLError {
  override name = 'BatchError';
  readonly rows: readonly RowError[];

  constructor(rows: readonly RowError[], of: number) {
    super(`${rows.length} of ${of} rows cannot be written, so none was.`, { extensions: { code: 'BATCH' } });
    this.rows = rows;
  }
}

/** What may have become of a write whose answer is missing. */
export type Written = 'nothing' | 'perhaps';

/** The database cannot be reached, or did not answer in time. */
export class UnavailableError extends GraphQLError {
  override name = 'UnavailableError';
  /** Null of a read, which has nothing to say about it. */
  readonly written: Written | null;

  constructor(message: string, { cause, written = null }: { cause?: unknown; written?: Written | null } = {}) {
    super(message, { extensions: { code: 'UNAVAILABLE', mayHaveWritten: written === 'perhaps' } });
    this.cause = cause;
    this.written = written;
  }
}

/** A sentence for whoever starts the service: nothing to debug, something to set right. */
export class StartError extends Error {
  override name = 'StartError';
}

function clipped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
