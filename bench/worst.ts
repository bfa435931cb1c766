import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readJson } from '../src/input/json.ts';
import { limits } from '../src/limits/check.ts';
import { unitsOf } from '../src/places/geojson.ts';
import { importPlaces } from '../src/places/import.ts';
import { idsOfWorst, keysOfWorst, worst } from '../test/support/worst.ts';
import { startOurs } from './contestants.ts';
import { loadOnce, openStore, withGraph } from './database.ts';
import { post } from './load.ts';
import { median, rounded } from './numbers.ts';

/**
 * What the most expensive questions that the limits allow take, each field as often as one request may: `npx tsx bench/worst.ts`; with
 * `--known 2020-01-01` what they take as of that day.
 */
const { csv, known } = parseArgs({
  options: { csv: { type: 'string', default: '../shared/data/ucdp/ged_syria_2016_2019.csv' }, known: { type: 'string' } },
}).values;
const asOf = known === undefined ? '' : `query @asOf(known: ${JSON.stringify(known)}) `;
const store = await openStore(fileURLToPath(new URL('../.cache/bench/worst', import.meta.url))); // One of its own, since it has boundaries.
await loadOnce(store, csv);
await loadPlaces();
const rows: Record<string, unknown>[] = [];

for (const [what, , field, times = limits.searches] of worst) {
  const ours = await startOurs(store.database); // Anew for each, so that its memory is this question's.
  try {
    const ask = async (query: string, variables = {}) => (await post(ours.url, JSON.stringify({ query, variables }))).text;
    const { data } = JSON.parse(await ask('query ($keys: [String!]!) { byKeys(keys: $keys) { id } }', { keys: keysOfWorst }));
    const ids = idsOfWorst(data.byKeys);
    const query = `${asOf}{ ${Array.from({ length: times }, (_, number) => `a${number}: ${field(ids, number)}`).join(' ')} }`;
    const before = megabytes(ours.pid, 'VmRSS');

    const seconds: number[] = [];
    let text = '';
    for (let time = 0; time < 6; time += 1) {
      const begun = performance.now();
      text = await ask(query);
      seconds.push((performance.now() - begun) / 1000);
    }
    if (JSON.parse(text).errors) throw new Error(`"${what}" was answered with an error: ${text.slice(0, 400)}`);
    const [first, ...again] = seconds as [number, ...number[]];
    rows.push({
      what,
      times,
      'first, s': rounded(first),
      'again, s': rounded(median(again)),
      'answer, MB': rounded(text.length / 1e6),
      'memory, MB': megabytes(ours.pid, 'VmHWM') - before,
    });
  } finally {
    await ours.stop();
  }
}
await store.close();
console.table(rows);

function megabytes(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

/** Boundaries, without which nothing lies within anything. What is there already stays as it is. */
async function loadPlaces(): Promise<void> {
  const files = [0, 1, 2, 3].map((level) => readJson(`../shared/data/ocha_syria/syr_admin${level}.geojson`, 'a GeoJSON FeatureCollection'));
  await withGraph(store, (graph) => importPlaces(graph, unitsOf(files)));
}
