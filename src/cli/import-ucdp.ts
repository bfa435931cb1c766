import type { Command } from 'commander';
import { problemInWords } from '../ucdp/columns.ts';
import { importGed, type Summary } from '../ucdp/import.ts';
import { progressLine } from './progress.ts';
import { untilInterrupted, withStore } from './store.ts';

export function addUcdp(program: Command): void {
  program
    .command('ucdp')
    .description(
      'Imports a UCDP Georeferenced Event Dataset (csv, 41 to 49 columns): events with their reports, claims, places, parties and assessments. Running it again changes nothing.',
    )
    .argument('<file>', 'the csv file, as UCDP publishes it')
    .option('--no-extract', 'leave the numbers in headlines alone; otherwise each becomes a claim of its report, with the words it was read from')
    .option('--dry-run', 'check every row, say what would change, and change nothing')
    .addHelpText(
      'after',
      `
Rows that cannot be used are listed on stderr with line, column, value and reason; the others are imported, and the exit code is 1.
Ctrl-C stops after the batch that is being written; running it again imports the rest, also after the process was killed.
A row whose event is there already is left alone. Every cell is kept to the letter: attested export ucdp gives the rows back.

Example:
  attested import ucdp ged251.csv --dry-run
  attested import ucdp ged251.csv`,
    )
    .action(importUcdp);
}

interface Options {
  readonly extract: boolean;
  readonly dryRun?: boolean;
}

async function importUcdp(path: string, { extract, dryRun = false }: Options): Promise<void> {
  const started = performance.now();
  const signal = untilInterrupted();
  const progress = progressLine();
  const summary = await withStore((graph) =>
    importGed(graph, path, {
      onProblem: (problem) => progress.print(problemInWords(problem)),
      onProgress: ({ phase, bytes, ofBytes, rows }) => progress.show(bytes / ofBytes, phase === 'importing' ? `${rows} rows` : phase),
      signal,
      extract,
      isRehearsal: dryRun,
    }).finally(progress.end),
  );
  console.log(dryRun ? rehearsedText(summary) : summaryText(summary, (performance.now() - started) / 1000));
  if (summary.refused > 0 || !summary.isComplete) process.exitCode = 1;
}

function summaryText({ read, imported, already, refused, nodes, links, isComplete }: Summary, seconds: number): string {
  return [
    `${read} rows read: ${imported} imported, ${already} already there, ${refused} refused.`,
    `${nodes} entities and records, ${links} relationships more than before, in ${seconds.toFixed(1)} s (${Math.round(read / seconds)} rows/s).`,
    ...(isComplete ? [] : ['Interrupted: run it again to import the rest.']),
  ].join('\n');
}

function rehearsedText({ read, imported, already, refused, nodes, links, isComplete }: Summary): string {
  return [
    `${read} rows read: ${imported} would be imported, ${already} are there already, ${refused} would be refused.`,
    `${nodes} entities and records, ${links} relationships would be added. Nothing was changed.`,
    ...(isComplete ? [] : ['Interrupted: the rest of the file was not looked at.']),
  ].join('\n');
}
