import DataLoader from 'dataloader';
import { from } from './failure.ts';
import type { KeyedQuery } from './keyed.ts';
import type { Query } from './query.ts';

/** Asks for one key, together with whoever asks the same of other keys in the same tick. `name` tells the query and its arguments from all others. */
export type Ask = <Args, Row, Answer>(
  keyed: KeyedQuery<Args, Row, Answer>,
  name: string,
  key: string,
  args: Args,
  signal: AbortSignal | undefined,
) => Promise<Answer>;

type Reads = <Params, Row>(query: Query<Params, Row>, params: Params, options: { signal: AbortSignal | undefined }) => Promise<Row[]>;

/** Whoever asks within one tick; the loader has each key once, and hands everybody the answer to theirs. */
interface Batch {
  readonly keys: Set<string>;
  readonly signals: Set<AbortSignal | undefined>;
  readonly loader: DataLoader<string, unknown>;
}

/** A statement asks for so many keys, for so many requests, since whoever shares it waits for all of it; and for whoever else asks for one of these keys. */
const most = { keys: 5000, requests: 8 };

/**
 * Lets loads share statements: those of one request that stand side by side, and those of different requests that happen to fall into one
 * tick. Nothing waits for others to come, and nothing is remembered: what a request has loaded is its own to keep.
 */
export function batches(read: Reads): Ask {
  const open = new Map<string, Batch[]>();

  return ((keyed, name, key, args, signal) => {
    const batch = batchFor(name, key, signal, (keys, signals) => answersOf(read, keyed as never, args as never, keys, signals));
    batch.keys.add(key);
    batch.signals.add(signal);
    return batch.loader.load(key);
  }) as Ask;

  /** One of this tick that asks for the key already, or has room for it; or a new one. */
  function batchFor(name: string, key: string, signal: AbortSignal | undefined, answers: Answers): Batch {
    const begun = open.get(name) ?? [];
    const there = begun.find(({ keys }) => keys.has(key)) ?? begun.find((batch) => !isFull(batch, signal));
    if (there) return there;
    const signals = new Set<AbortSignal | undefined>();
    const ask = (keys: readonly string[]) => {
      open.delete(name); // With all of this tick: none of them takes any more.
      return answers(keys, signals);
    };
    const made = { keys: new Set<string>(), signals, loader: new DataLoader(ask, { batchScheduleFn: setImmediate }) };
    open.set(name, [...begun, made]);
    return made;
  }
}

type Answers = (keys: readonly string[], signals: ReadonlySet<AbortSignal | undefined>) => Promise<readonly unknown[]>;

function isFull({ keys, signals }: Batch, signal: AbortSignal | undefined): boolean {
  return keys.size >= most.keys || (signals.size >= most.requests && !signals.has(signal));
}

async function answersOf<Args, Row, Answer>(
  read: Reads,
  { query, answer, given }: KeyedQuery<Args, Row, Answer>,
  args: Args,
  keys: readonly string[],
  signals: ReadonlySet<AbortSignal | undefined>,
): Promise<readonly Answer[]> {
  const rows = new Map<string, Row[]>(keys.map((key) => [key, []]));
  const params = { ...args, keys: [...keys] };
  const found = await read(query, (given ? given(params) : params) as never, { signal: endOfAll(signals) }).catch(from(query));
  for (const row of found) rows.get(row.key)?.push(row);
  return keys.map((key) => answer(rows.get(key) ?? []));
}

/** A shared statement goes on as long as anybody waits for it. */
function endOfAll(signals: ReadonlySet<AbortSignal | undefined>): AbortSignal | undefined {
  if (signals.has(undefined)) return undefined;
  const [only] = signals;
  if (signals.size === 1) return only;

  const ending = new AbortController();
  let waiting = signals.size;
  const leave = () => {
    waiting -= 1;
    if (waiting === 0) ending.abort();
  };
  for (const signal of signals) {
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
  }
  return ending.signal;
}
