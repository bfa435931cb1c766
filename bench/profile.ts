import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './compare.ts';
import { startOurs } from './contestants.ts';
import { loadOnce, openStore } from './database.ts';
import { hammer } from './load.ts';
import { operations } from './operations.ts';
import { timesOf } from './sampled.ts';

/** Where our service spends the processor's time under one operation: `npx tsx bench/profile.ts event-page`. */
const [name = 'event-page', csv = '../shared/data/ucdp/ged_syria_2016_2019.csv'] = process.argv.slice(2);
const operation = operations.find((one) => one.name === name);
if (!operation) throw new Error(`An operation is one of ${operations.map((one) => one.name).join(', ')}, but this was "${name}".`);

const store = await openStore(fileURLToPath(new URL('../.cache/bench/neo4j', import.meta.url)));
await loadOnce(store, csv);
const folder = mkdtempSync(join(tmpdir(), 'attested-profile-'));
const ours = await startOurs(store.database, folder);
const { ours: prepared } = await compare(operation, store, ours, ours);
if ('failure' in prepared) throw new Error(prepared.failure);
const { latencies, seconds } = await hammer(ours.url, prepared.questions, { clients: 16, requests: 3000, seconds: 15 });
await ours.stop();
await store.close();

const [file] = readdirSync(folder);
const { byPlace, byFunction, busyMs } = timesOf(JSON.parse(readFileSync(join(folder, file as string), 'utf8')));
rmSync(folder, { recursive: true });

console.log(
  `${name}: ${latencies.length} requests in ${seconds.toFixed(1)} s; ${(busyMs / latencies.length).toFixed(2)} ms of processor each (starting up included).`,
);
console.table(byPlace);
console.table(byFunction.slice(0, 45));
