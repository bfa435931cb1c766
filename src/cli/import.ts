import type { Command } from 'commander';
import { openGraph, prepareGraph } from '../graph/open.ts';
import { readSettings } from '../settings.ts';
import type { Problem } from '../ucdp/columns.ts';
import { importGed, type Progress, type Summary } from '../ucdp/import.ts';

export function addImport(program: Command): void {
  const command = program.command('import').description('Takes data in.').addHelpText('after', '\nExample:\n  attested import ucdp ged251.csv');

  command
    .command('ucdp')
    .description(
      'Imports a UCDP Georeferenced Event Dataset (csv, 41 to 49 columns): events with their reports, claims, places, parties and assessments. Running it again changes nothing.',
    )
    .argument('<file>', 'the csv file, as UCDP publishes it')
    .addHelpText(
      'after',
      '\nRows that cannot be used are listed on stderr with line, column, value and reason; the others are imported.\n\nExample:\n  attested import ucdp ged251.csv',
    )
    .action(importUcdp);
}

async function importUcdp(file: string): Promise<void> {
  const graph = openGraph(readSettings(process.env));
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  const started = performance.now();
  try {
    await prepareGraph(graph);
    const summary = await importGed(graph, file, { onProblem: report, onProgress: progressLine(started), signal: stopping.signal });
    console.log(summaryText(summary, (performance.now() - started) / 1000));
    if (summary.refused > 0 || !summary.isComplete) process.exitCode = 1;
  } finally {
    await graph.close();
  }
}

function report({ line, column, value, reason }: Problem): void {
  console.error(`line ${line}, ${column}: "${value}" ${reason}`);
}

/** A line that renews itself on a terminal; elsewhere a plain line every few seconds. */
function progressLine(started: number): (progress: Progress) => void {
  const { isTTY = false } = process.stderr;
  const everyMs = isTTY ? 100 : 5000;
  let shownAt = started;

  return ({ phase, bytes, ofBytes, rows }) => {
    const now = performance.now();
    if (now - shownAt < everyMs && (bytes < ofBytes || !isTTY)) return;
    shownAt = now;
    const share = Math.min(1, bytes / Math.max(1, ofBytes));
    const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░');
    process.stderr.write(
      isTTY ? `\r\u001b[K${bar} ${phase}, ${rows} rows${bytes >= ofBytes ? '\n' : ''}` : `${phase}: ${Math.round(share * 100)} %, ${rows} rows\n`,
    );
  };
}

function summaryText({ read, imported, already, refused, nodes, links, isComplete }: Summary, seconds: number): string {
  return [
    `${read} rows read: ${imported} imported, ${already} already there, ${refused} refused.`,
    `${nodes} entities and records, ${links} relationships more than before, in ${seconds.toFixed(1)} s (${Math.round(read / seconds)} rows/s).`,
    ...(isComplete ? [] : ['Interrupted: run it again to import the rest.']),
  ].join('\n');
}
