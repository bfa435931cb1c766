import { labelOf } from '../ids.ts';
import type { Ask } from './batch.ts';
import type { Fused, Layout } from './fuse.ts';
import { type Loaded, type Memory, nameOf } from './load.ts';
import { keyOf, type Plan, paramsOf } from './plan.ts';

/** Reads a plan in one statement, so that its loads find their answers kept. Should it fail, they load as if it had never been. */
export type Ahead = (plan: Plan, fused: Fused, key: string) => void;

/** Keeps a load's answer, and those of all loads below it; the same below the same key is there once. */
type Keep = (key: unknown, found: readonly unknown[]) => unknown;

export function createAhead(ask: Ask, { memoryOf }: Loaded, signal: AbortSignal | undefined): Ahead {
  return (plan, fused, key) => {
    const first = caseOf(plan.cases, key);
    if (!first) return;
    const params = paramsOf(plan);
    const answer = ask(fused.keyed, nameOf(fused.keyed, params), keyOf(plan, key), params, signal).then((rows) =>
      keeping(plan, fused.layout, memoryOf)(key, rows),
    );
    const orElse = () => ask(first.keyed, nameOf(first.keyed, plan.args), key, (plan.args ?? {}) as never, signal);
    const safe = answer.catch(orElse);
    safe.catch(() => {}); // Whether anybody is going to ask for it is not known.
    keepIn(memoryOf(first.keyed, plan.args), key, safe);
  };
}

/** How the answers of a plan are kept: what is the same for all its rows is looked up once. */
function keeping({ cases, args }: Plan, layout: Layout, memoryOf: Loaded['memoryOf']): Keep {
  const seen = new Set<string>();
  const known = new Map(
    [...layout.cases].map(([label, { decode, next: places }]) => {
      const { keyed, next } = cases.get(label) as NonNullable<ReturnType<typeof cases.get>>;
      const below = places.map(({ place, layout: its }, index) => ({ place, at: its.at, keep: keeping(next[index] as Plan, its, memoryOf) }));
      return [label, { keyed, decode, memory: memoryOf(keyed, args), below }] as const;
    }),
  );

  return (key, found) => {
    if (typeof key !== 'string' || seen.has(key)) return undefined;
    seen.add(key);
    const one = caseOf(known, key);
    if (!one) return undefined;
    const values = (layout.nests ? found.map((row) => (row as unknown[])[0]) : found) as (readonly unknown[] | null)[];
    const answered = one.keyed.answer(values.flatMap((row) => (row === null ? [] : [one.decode(row)])) as never);
    keepIn(one.memory, key, answered);
    for (const { place, at, keep } of one.below) {
      values.forEach((row, index) => {
        if (row !== null) keep(row[at], (found[index] as unknown[])[place] as unknown[]);
      });
    }
    return answered;
  };
}

/** What is kept already stays. */
function keepIn(memory: Memory, key: string, answer: unknown): void {
  if (!memory.has(key)) memory.set(key, answer);
}

function caseOf<Case>(cases: ReadonlyMap<unknown, Case>, key: string): Case | undefined {
  return cases.size > 1 ? cases.get(labelOf(key)) : cases.values().next().value;
}
