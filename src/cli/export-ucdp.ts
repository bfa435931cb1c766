import type { Command } from 'commander';
import { type ExportedRow, exportedRows, filesToExport, gedCsv } from '../ucdp/export.ts';
import { withKeptStore } from './store.ts';
import { writeTo } from './write-to.ts';

interface Options {
  readonly file?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

export function addUcdpExport(exportCommand: Command): void {
  exportCommand
    .command('ucdp')
    .description('Gives back the rows that were imported from UCDP, with what was set right since.')
    .option('--file <name>', 'only the rows of this file, by its name without its folder; all when not given')
    .option('--out <file>', 'the file; standard output when not given')
    .option('--dry-run', 'say which cells are others than those imported, and write nothing')
    .addHelpText(
      'after',
      `
Kept to the letter: every cell of every imported row, with its blanks and line ends, the order of rows and columns, and the column names.
Made the same for every file: UTF-8 without byte order mark, lines that end in LF, quotation marks only around cells that need them.
Left out: rows that the import refused, empty lines, and rows whose event another file had brought in before.

What was set right in the graph since the import is exported where a column says it: days and their precision, clarity, type of violence, the
estimates, where it occurred and how precisely that is known, who the two sides are, and the headline and date of a report. Everything else
stays as it was imported. A district's or governorate's point, and a group's name, stand in many rows and are not taken from the graph.

Example:
  attested export ucdp --dry-run
  attested export ucdp --out ged.csv`,
    )
    .action(exportUcdp);
}

async function exportUcdp({ file, out, dryRun = false }: Options): Promise<void> {
  await withKeptStore(async (graph) => {
    const rows = exportedRows(graph, await filesToExport(graph, file ?? null));
    if (dryRun) await tellEdits(rows);
    else await writeTo(out, gedCsv(rows));
  });
}

async function tellEdits(rows: AsyncIterable<ExportedRow>): Promise<void> {
  let [all, edited] = [0, 0];
  for await (const { id, edits } of rows) {
    all += 1;
    if (edits.length > 0) edited += 1;
    for (const { column, before, after } of edits) console.log(`event ${id}, ${column}: ${JSON.stringify(before)} is now ${JSON.stringify(after)}`);
  }
  console.log(`${all} rows, ${edited} of them edited. Nothing was written.`);
}
