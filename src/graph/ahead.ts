import { labelOf } from '../ids.ts';
import type { Ask } from './batch.ts';
import { type Fused, type Layout, type Plan, paramsOf } from './fuse.ts';
import { type Loaded, nameOf } from './load.ts';

/** Reads a plan in one statement, so that its loads find their answers kept. Should it fail, they load as if it had never been. */
export type Ahead = (plan: Plan, fused: Fused, key: string) => void;

export function createAhead(ask: Ask, { keep }: Loaded, signal: AbortSignal | undefined): Ahead {
  return (plan, fused, key) => {
    const first = caseOf(plan.cases, key);
    if (!first) return;
    const params = paramsOf(plan);
    const answer = ask(fused.keyed, nameOf(fused.keyed, params), key, params, signal).then((rows) => {
      const seen = new Map<Plan, Set<string>>();
      return kept(plan, fused.layout, key, rows);

      /** Keeps a load's answer, and those of all loads below it; the same below the same key is there once. */
      function kept(here: Plan, layout: Layout, of: unknown, found: readonly unknown[]): unknown {
        if (typeof of !== 'string') return undefined;
        const before = seen.get(here) ?? new Set();
        seen.set(here, before);
        if (before.has(of)) return undefined;
        before.add(of);

        const [one, placed] = [caseOf(here.cases, of), caseOf(layout.cases, of)];
        if (!one || !placed) return undefined;
        const values = (layout.nests ? found.map((row) => (row as unknown[])[0]) : found) as (readonly unknown[] | null)[];
        const answered = one.keyed.answer(values.flatMap((row) => (row === null ? [] : [placed.decode(row)])) as never);
        if (here !== plan) keep(one.keyed, of, here.args as never, answered as never);
        placed.next.forEach(({ place, layout: below }, index) => {
          values.forEach((row, at) => {
            if (row !== null) kept(one.next[index] as Plan, below, row[below.at], (found[at] as unknown[])[place] as unknown[]);
          });
        });
        return answered;
      }
    });
    const orElse = () => ask(first.keyed, nameOf(first.keyed, plan.args), key, (plan.args ?? {}) as never, signal);
    const safe = answer.catch(orElse);
    safe.catch(() => {}); // Whether anybody is going to ask for it is not known.
    keep(first.keyed, key, plan.args as never, safe as never);
  };
}

function caseOf<Case>(cases: ReadonlyMap<unknown, Case>, key: string): Case | undefined {
  return cases.size > 1 ? cases.get(labelOf(key)) : [...cases.values()][0];
}
