import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startNeo4j } from '../scripts/neo4j-server.ts';
import { grownCsv } from './growth.ts';
import { mostMegabytes, type Sample, tenths } from './tenths.ts';

const help = `Imports a UCDP release many times over, each time under new ids and with reports of its own, into an empty Neo4j by the command that anyone
types, and says how fast each tenth of it goes and how much memory the importing process takes. Linux only, since it reads /proc.

  npm run build && npx tsx bench/scale.ts [--times N] [--csv FILE] [--home DIR] [--heap SIZE]

  --times N    how many times the file; 24 unless given, which is 397,584 rows of the Syrian file
  --csv FILE   the file, ../shared/data/ucdp/ged_syria_2016_2019.csv unless given
  --home DIR   where the server keeps its data, which stays; otherwise a temporary folder
  --heap SIZE  the server's memory, 1g unless given`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '24' },
    csv: { type: 'string', default: '../shared/data/ucdp/ged_syria_2016_2019.csv' },
    home: { type: 'string' },
    heap: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(help);
else await main(Number(values.times), values.csv);

async function main(times: number, csv: string): Promise<void> {
  const path = await grownCsv(csv, times, fileURLToPath(new URL('../.cache/bench', import.meta.url)));
  const server = await startNeo4j({ home: values.home, heap: values.heap });
  try {
    const importing = spawn(process.execPath, ['bin/attested.js', 'import', 'ucdp', path], {
      env: { ...process.env, NEO4J_URI: server.uri },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const samples = await watched(importing);
    console.log(`While it read names: at most ${mostMegabytes(samples.filter(({ rows }) => rows === null))} MB. Then, by tenths of the rows:`);
    console.table(tenths(samples));
    console.log(`The most it ever had: ${Math.max(...samples.map(({ most }) => most))} MB.`);
  } finally {
    await server.stop();
  }
}

/** How far an import has come and how much memory it takes, second by second until it ends; what it says is passed on. */
async function watched(importing: ChildProcess): Promise<Sample[]> {
  const samples: Sample[] = [];
  const begun = performance.now();
  let rows: number | null = null;
  importing.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const told = /(\d+) rows/.exec(text)?.[1];
    rows = told === undefined ? rows : Number(told);
    process.stderr.write(text);
  });
  const watching = setInterval(() => {
    samples.push({ seconds: (performance.now() - begun) / 1000, rows, ...memoryOf(importing.pid as number) });
  }, 1000);
  await once(importing, 'exit');
  clearInterval(watching);
  return samples;
}

/** What a process has in memory now, and the most it ever had. */
function memoryOf(pid: number): Pick<Sample, 'megabytes' | 'most'> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Math.round(Number(new RegExp(`${name}:\\s*(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { megabytes: field('VmRSS'), most: field('VmHWM') };
}
