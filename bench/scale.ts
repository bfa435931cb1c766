import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startNeo4j } from '../scripts/neo4j-server.ts';
import { grownCsv } from './growth.ts';

const help = `Imports a UCDP release many times over, each time under new ids and with reports of its own, into an empty Neo4j, and says how fast
that goes and how much memory the import takes along the way. Linux only, since it reads /proc.

  npx tsx bench/scale.ts [--times N] [--csv FILE] [--heap SIZE]

  --times N    how many times the file; 24 unless given, which is 386,000 rows and more of the Syrian file
  --csv FILE   the file, ../shared/data/ucdp/ged_syria_2016_2019.csv unless given
  --heap SIZE  the server's memory, 1g unless given`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '24' },
    csv: { type: 'string', default: '../shared/data/ucdp/ged_syria_2016_2019.csv' },
    heap: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(help);
else await main(Number(values.times), values.csv);

async function main(times: number, csv: string): Promise<void> {
  const path = await grownCsv(csv, times, fileURLToPath(new URL('../.cache/bench', import.meta.url)));
  const server = await startNeo4j(values.heap ? { heap: values.heap } : {});
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'import', 'ucdp', path], {
      env: { ...process.env, NEO4J_URI: server.uri },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    const begun = performance.now();
    let rows = 0;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      rows = Number(/(\d+) rows/.exec(text)?.[1] ?? rows);
    });
    let [most, before] = [0, 0];
    const watching = setInterval(() => {
      const megabytes = residentMegabytes(child.pid as number);
      most = Math.max(most, megabytes);
      console.log(`${Math.round((performance.now() - begun) / 1000)} s: ${rows} rows (${Math.round((rows - before) / 15)} a second), ${megabytes} MB`);
      before = rows;
    }, 15_000);
    await once(child, 'exit');
    clearInterval(watching);
    console.log(`At most ${most} MB.`);
  } finally {
    await server.stop();
  }
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}
