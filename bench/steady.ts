import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.ts';
import { startOurs } from './contestants.ts';
import { loadOnce, openStore } from './database.ts';
import { hammer } from './load.ts';
import { operations } from './operations.ts';

/** Whether the memory of our service stays flat: `npx tsx bench/steady.ts 100000` asks so many questions, of all operations in turn. */
const [requests = '100000', csv = '../shared/data/ucdp/ged_syria_2016_2019.csv'] = process.argv.slice(2);
const total = Number(requests);
if (!Number.isInteger(total) || total < 1000 || total > 1_000_000)
  throw new Error(`The number of requests should be from 1000 to 1000000, but was "${requests}".`);

const store = await openStore(fileURLToPath(new URL('../.cache/bench/neo4j', import.meta.url)));
await loadOnce(store, csv);
const ours = await startOurs(store.database);
try {
  const questions = [];
  for (const operation of operations) {
    const { ours: prepared } = await compare(operation, store, ours, ours);
    if ('failure' in prepared) throw new Error(`${operation.title}: ${prepared.failure}`);
    questions.push(...prepared.questions);
  }
  for (let done = 0; done < total; ) {
    const { latencies, seconds, failed, failure } = await hammer(ours.url, questions, { clients: 16, requests: Math.min(10_000, total - done), seconds: 600 });
    if (failure) throw new Error(`${failed} of ${latencies.length + failed} requests failed: ${failure}`);
    done += latencies.length;
    console.log(`${done} requests, ${Math.round(latencies.length / seconds)} a second, ${residentMb(ours.pid)} MB`);
  }
} finally {
  await ours.stop();
  await store.close();
}

function residentMb(pid: number): string {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? 'unknown' : `${Math.round(Number(kilobytes) / 1024)}`;
}
