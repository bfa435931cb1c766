import { type Comparison, fromDriver, type Prepared } from './compare.ts';
import type { Contestant, Variables } from './contestants.ts';
import type { Store } from './database.ts';
import { type Effort, hammer, inTurn, type Outcome, post } from './load.ts';
import { processorMs } from './machine.ts';
import { median, percentile, rounded, sum } from './numbers.ts';
import type { Operation } from './operations.ts';

/** How long and how often everything is measured. */
export interface Plan {
  readonly rounds: number;
  readonly warmUp: Effort;
  readonly alone: Effort;
  readonly many: readonly Effort[];
}

export interface Figures {
  /** Milliseconds, one client. */
  readonly p50: number;
  readonly p95: number;
  /** Requests per second by number of clients: the median of the rounds, and the least and most of them. */
  readonly rps: Readonly<Record<string, { readonly median: number; readonly least: number; readonly most: number }>>;
  /** Processor milliseconds per request, of the service and of Neo4j, over all that many clients asked. */
  readonly cpuMs: number | null;
  readonly neo4jCpuMs: number | null;
  readonly failed: number;
  readonly failure: string | null;
}

export type Result = Figures | { readonly failure: string };

export interface Measured {
  readonly ours: Result;
  readonly peer: Result;
  /** The hand-written statement, by itself and over HTTP; milliseconds of one client. */
  readonly driver: Waits | null;
  readonly plain: Waits | null;
}

interface Waits {
  readonly p50: number;
  readonly p95: number;
}

interface Phase {
  readonly outcome: Outcome;
  readonly clients: number;
  readonly cpuMs: number | null;
  readonly neo4jCpuMs: number | null;
}

/** Measures one operation, everyone by turns, so that what disturbs the machine for a while disturbs all alike. */
export async function measure(
  operation: Operation,
  store: Store,
  { ours, peer, plain }: Readonly<Record<Contestant['name'], Contestant>>,
  compared: Comparison,
  plan: Plan,
): Promise<Measured> {
  const phases = { ours: [] as Phase[], peer: [] as Phase[] };
  const bare: number[] = [];
  const plainly: number[] = [];
  const sides = [
    { contestant: ours, prepared: compared.ours, to: phases.ours },
    { contestant: peer, prepared: compared.peer, to: phases.peer },
  ];
  const byHand = [
    { ask: (given: Variables) => fromDriver(store, operation, given), to: bare },
    { ask: (given: Variables) => overHttp(plain, operation, given), to: plainly },
  ];
  const waits = async (ask: (given: Variables) => Promise<unknown>, effort: Effort) =>
    operation.driver ? (await inTurn(async (given) => void (await ask(given)), compared.variables, effort)).latencies : [];

  for (const { contestant, prepared } of sides) await phase(contestant, prepared, plan.warmUp, store);
  for (const { ask } of byHand) await waits(ask, { ...plan.warmUp, clients: 1 });
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const effort of [plan.alone, ...plan.many]) {
      for (const { contestant, prepared, to } of sides) to.push(...(await phase(contestant, prepared, effort, store)));
    }
    for (const { ask, to } of byHand) to.push(...(await waits(ask, plan.alone)));
  }

  return {
    ours: resultOf(compared.ours, phases.ours),
    peer: resultOf(compared.peer, phases.peer),
    driver: waitsOf(bare),
    plain: waitsOf(plainly),
  };
}

/** The hand-written statement behind plain HTTP; what is not an answer does not count. */
async function overHttp({ url }: Contestant, { name }: Operation, variables: Variables): Promise<void> {
  const { status, text } = await post(url, JSON.stringify({ operation: name, variables }));
  if (status !== 200) throw new Error(`an answer of status ${status}: ${text.slice(0, 300)}`);
}

function waitsOf(latencies: readonly number[]): Waits | null {
  return latencies.length === 0 ? null : { p50: rounded(percentile(latencies, 0.5)), p95: rounded(percentile(latencies, 0.95)) };
}

async function phase({ url, pid }: Contestant, prepared: Prepared, effort: Effort, store: Store): Promise<Phase[]> {
  if ('failure' in prepared) return [];
  const before = [processorMs(pid), processorMs(store.pid)] as const;
  const outcome = await hammer(url, prepared.questions, effort);
  const after = [processorMs(pid), processorMs(store.pid)] as const;
  if (outcome.failed > 0) await store.settle();
  return [{ outcome, clients: effort.clients, cpuMs: between(before[0], after[0]), neo4jCpuMs: between(before[1], after[1]) }];
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

function resultOf(prepared: Prepared, phases: readonly Phase[]): Result {
  if ('failure' in prepared) return prepared;
  const failed = sum(phases.map(({ outcome }) => outcome.failed));
  const failure = phases.find(({ outcome }) => outcome.failure !== null)?.outcome.failure ?? null;
  const alone = phases.filter(({ clients }) => clients === 1).flatMap(({ outcome }) => outcome.latencies);
  if (alone.length === 0) return { failure: failure ?? 'nothing was answered in time' };

  const many = phases.filter(({ clients }) => clients > 1);
  const answered = sum(many.map(({ outcome }) => outcome.latencies.length));
  const perRequest = (of: (phase: Phase) => number | null) =>
    answered === 0 || many.some((one) => of(one) === null) ? null : rounded(sum(many.map((one) => of(one) ?? 0)) / answered);
  return {
    p50: rounded(percentile(alone, 0.5)),
    p95: rounded(percentile(alone, 0.95)),
    rps: Object.fromEntries(
      [...new Set(many.map(({ clients }) => clients))].map((clients) => [clients, rateOf(many.filter((one) => one.clients === clients))]),
    ),
    cpuMs: perRequest(({ cpuMs }) => cpuMs),
    neo4jCpuMs: perRequest(({ neo4jCpuMs }) => neo4jCpuMs),
    failed,
    failure,
  };
}

function rateOf(phases: readonly Phase[]) {
  const rates = phases.map(({ outcome }) => rounded(outcome.latencies.length / outcome.seconds));
  return { median: median(rates), least: Math.min(...rates), most: Math.max(...rates) };
}
