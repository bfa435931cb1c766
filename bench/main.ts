import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '../src/errors.ts';
import { compare } from './compare.ts';
import { startOurs, startPeer, startPlain, type Variables } from './contestants.ts';
import { loadOnce, openStore, type Store } from './database.ts';
import { grownCsv, growthOf } from './growth.ts';
import { measureImports } from './imports.ts';
import { describeMachine } from './machine.ts';
import { measure, type Plan } from './measure.ts';
import { type Operation, operations } from './operations.ts';
import { type Asked, help, understand } from './plan.ts';
import { report } from './report.ts';
import type { Row } from './table.ts';

process.setSourceMapsEnabled(false); // The bare driver is measured in this process, as it runs compiled.

const cache = fileURLToPath(new URL('../.cache/bench', import.meta.url));

try {
  const asked = understand(
    process.argv.slice(2),
    operations.map(({ name }) => name),
  );
  if (asked.help) console.log(help);
  else await main(asked);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main({ plan, only, growth, ...asked }: Asked): Promise<void> {
  const wanted = operations.filter(({ name }) => only.has(name));
  const store = await openStore(join(cache, 'neo4j'));
  const machine = describeMachine(store.version);
  const questions: Questions = new Map();
  const rows = await over(store, asked.csv, wanted, plan, questions).finally(store.close);

  const grown = growth === 1 ? null : growthOf(rows, await measureGrown(growth, asked.csv, wanted, plan, questions), growth);
  const imports = asked.imports ? await measureImports(asked.csv) : null;

  const text = report({ machine, plan, rows, grown, imports });
  console.log(text);
  if (asked.write) writeFileSync(fileURLToPath(new URL('results.md', import.meta.url)), `${text}\n`);
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify({ machine, plan, operations: rows, growth: grown, imports }, null, 2)}\n`);
}

async function measureGrown(times: number, csv: string, wanted: readonly Operation[], plan: Plan, questions: Questions): Promise<Row[]> {
  const store = await openStore(join(cache, `neo4j-x${times}`));
  // Sixteen clients are more than the peer's memory bears there; four of them warm up for as long as all that went before on the smaller graph.
  const gently: Plan = { ...plan, warmUp: { clients: 4, requests: plan.warmUp.requests * 10, seconds: plan.warmUp.seconds * 2 }, many: [] };
  return over(store, await grownCsv(csv, times, cache), wanted, gently, questions).finally(store.close);
}

/** By operation what it is asked with: of a graph that has grown about the same things. What is a number of things before others has grown, too. */
type Questions = Map<string, readonly Variables[]>;

/** Everyone, over one database; what an operation failed at does not keep the others from being measured. */
async function over(store: Store, csv: string, wanted: readonly Operation[], plan: Plan, questions: Questions): Promise<Row[]> {
  await loadOnce(store, csv);
  const ours = await startOurs(store.database);
  const plain = await startPlain(store.database);
  let peer = await startPeer(store.database);
  const rows: Row[] = [];
  try {
    for (const operation of wanted) {
      const { name, title } = operation;
      const compared = await compare(operation, store, ours, peer, questions.get(name));
      if (!compared.variables.some((given) => 'offset' in given)) questions.set(name, compared.variables);
      const measured = await measure(operation, store, { ours, peer, plain }, compared, plan);
      rows.push({ name, title, same: compared.same, difference: compared.difference, ...measured });
      console.error(`${title}: ${compared.same === null ? 'nothing to compare' : compared.same ? 'the same data' : 'not the same data'}`);
      if (!measured.peer.failure) continue;
      // What it gave up on may go on in it, and would slow down whoever comes next.
      await peer.stop();
      peer = await startPeer(store.database);
    }
    return rows;
  } finally {
    await Promise.all([ours.stop(), plain.stop(), peer.stop()]);
  }
}
