import neo4j from 'neo4j-driver';
import { cursorAt } from '../src/cursors.ts';
import { canonical, named, plainAnswer } from './answer.ts';
import type { Contestant, Variables } from './contestants.ts';
import type { Store } from './database.ts';
import { post, type Question } from './load.ts';
import { knownEvent, knownSource, type Operation } from './operations.ts';

/** What one operation is asked with and what has to come back; or why it cannot be asked. */
export type Prepared = { readonly questions: readonly Question[] } | { readonly failure: string };

export interface Comparison {
  /** Whether all three gave the same data for all variables; null when somebody gave none, so that nothing could be compared. */
  readonly same: boolean | null;
  readonly difference: string | null;
  readonly variables: readonly Variables[];
  readonly ours: Prepared;
  readonly peer: Prepared;
}

/** Asks everyone everything once and compares the whole answers; with variables of its own, unless they are given. */
export async function compare(operation: Operation, store: Store, ours: Contestant, peer: Contestant, given?: readonly Variables[]): Promise<Comparison> {
  const variables = given ?? (await variablesOf(operation, store));
  const [fromOurs, fromPeer] = [await prepare(ours, operation.ours, variables), await prepare(peer, operation.peer, variables)];
  if ('failure' in fromOurs || 'failure' in fromPeer) return { same: null, difference: null, variables, ours: fromOurs, peer: fromPeer };

  const plainText = ({ expected }: Question) => canonical(plainAnswer((JSON.parse(expected) as { data: unknown }).data, operation.isOne));
  for (const [place, given] of variables.entries()) {
    const one = plainText(fromOurs.questions[place] as Question);
    const other = plainText(fromPeer.questions[place] as Question);
    const bare = operation.driver === null ? one : canonical(await fromDriver(store, operation, given));
    const difference = firstDifference(one, other, 'the peer') ?? firstDifference(one, bare, 'the driver');
    if (difference) return { same: false, difference: `${JSON.stringify(given)}: ${difference}`, variables, ours: fromOurs, peer: fromPeer };
  }
  return { same: true, difference: null, variables, ours: fromOurs, peer: fromPeer };
}

/** The answer of the hand-written statement, under its names. */
export async function fromDriver(store: Store, { driver }: Operation, given: Variables): Promise<unknown> {
  if (driver === null) return null;
  const session = store.driver.session({ database: store.database.name, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(driver.text, given);
    return named(driver.shape, records[0]?.get('answer') ?? null);
  } finally {
    await session.close();
  }
}

async function variablesOf({ name, variables }: Operation, store: Store): Promise<Variables[]> {
  if (variables === null) return [{}];
  const [known] = await store.rows(
    'MATCH (event:Entity) WHERE $event IN event.keys MATCH (source:Entity) WHERE $source IN source.keys RETURN event.id AS knownEvent, source.id AS knownSource',
    {
      event: knownEvent,
      source: knownSource,
    },
  );
  const rows = await store.rows(variables, known);
  if (rows.length === 0) throw new Error(`"${name}" should have something to be asked with, but its statement for variables gave no row.`);
  return rows.map((row) => ({ ...row, after: typeof row.position === 'string' && row.position !== '' ? cursorAt('NEWEST_FIRST', row.position) : null }));
}

async function prepare({ url }: Contestant, query: string, variables: readonly Variables[]): Promise<Prepared> {
  const questions: Question[] = [];
  for (const given of variables) {
    const body = JSON.stringify({ query, variables: given });
    try {
      const { status, text } = await post(url, body);
      const failure = failureIn(text) ?? (status === 200 ? null : `status ${status}`);
      if (failure) return { failure };
      questions.push({ body, expected: text });
    } catch (error) {
      return { failure: (error as Error).message };
    }
  }
  return { questions };
}

function failureIn(text: string): string | null {
  try {
    const { errors } = JSON.parse(text) as { errors?: { message: string }[] };
    return errors?.[0]?.message ?? null;
  } catch {
    return `an answer that is no JSON: ${text.slice(0, 200)}`;
  }
}

/** Where two texts part, with what stands there. */
export function firstDifference(one: string, other: string, name: string): string | null {
  if (one === other) return null;
  let place = 0;
  while (one[place] === other[place]) place += 1;
  const around = (text: string) => text.slice(Math.max(0, place - 60), place + 60);
  return `ours has …${around(one)}… where ${name} has …${around(other)}…`;
}
