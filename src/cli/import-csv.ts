import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { StartError } from '../errors.ts';
import { bytesOf, type Problem } from '../input/csv.ts';
import { unopened } from '../input/json.ts';
import { checkTable, importTable, type TableReport } from '../table/import.ts';
import { readMap } from '../table/map.ts';
import type { TableMapping } from '../table/mapping.ts';
import { suggestMap } from '../table/suggest.ts';
import { withStore } from './store.ts';
import { unwritten } from './write-to.ts';

interface Options {
  readonly map?: string;
  readonly suggest?: boolean;
  readonly dryRun?: boolean;
  readonly errors?: string;
}

export function addCsv(importCommand: Command): void {
  importCommand
    .command('csv')
    .argument('<file>', 'a table as comma-separated text, with column names in its first line')
    .description("Loads anyone's table through a map of its columns (docs/csv-map.md).")
    .option('--map <file>', 'the map, or the name of one that comes with attested: acled')
    .option('--suggest', 'write a first map to standard output, and load nothing')
    .option('--dry-run', 'check every cell, say what would be loaded, and load nothing')
    .option('--errors <file>', 'where to write what is wrong, as csv: line, column, value, reason; standard output when not given')
    .addHelpText(
      'after',
      '\nExample:\n  attested import csv events.csv --suggest > map.yaml\n  attested import csv events.csv --map map.yaml --dry-run\n  attested import csv events.csv --map map.yaml',
    )
    .action(importFile);
}

async function importFile(path: string, { map, suggest = false, dryRun = false, errors }: Options): Promise<void> {
  const file = { path, bytes: bytesOf(path) };
  if (suggest) {
    process.stdout.write(await suggestMap(file));
    return;
  }
  if (map === undefined) throw new StartError('Say which map to use with --map, or have one written with --suggest.');
  const mapping = mapFrom(map);
  const problem = problemWriter(errors);
  const report = dryRun ? await checkTable(file, mapping, problem) : await withStore((graph) => importTable(graph, file, mapping, { onProblem: problem }));
  if (report.problems > 0)
    throw new StartError(
      `Of ${path} nothing was loaded, since ${report.problems} of its cells or rows cannot be meant${errors ? `: they are listed in ${errors}` : ''}.`,
    );
  console.log(saidOf(report, dryRun));
  for (const note of report.notes) console.log(note);
}

function mapFrom(name: string): TableMapping {
  const shipped = new URL(`../../maps/${name}.yaml`, import.meta.url);
  const path = /^[a-z-]+$/.test(name) && existsSync(shipped) ? shipped : name;
  try {
    return readMap(name, readFileSync(path, 'utf8'));
  } catch (error) {
    throw unopened(name, error);
  }
}

function saidOf({ rows, made }: TableReport, dryRun: boolean): string {
  const counts = Object.entries(made).map(([type, count]) => `${count} ${type}`);
  const what = counts.length > 0 ? `: ${counts.join(', ')} (what stands in several rows is counted in each)` : '';
  return `${dryRun ? 'Would load' : 'Loaded'} ${rows} rows${what}.`;
}

/** Writes problems as a table; its header only when there is one. */
function problemWriter(path: string | undefined) {
  let isBegun = false;
  const write = (text: string) => {
    if (path === undefined) process.stdout.write(text);
    else appendTo(path, text, isBegun);
    isBegun = true;
  };
  return ({ line, column, value, reason }: Problem) => {
    if (!isBegun) write('line,column,value,reason\n');
    write(`${[`${line}`, column ?? '', value === null ? '' : value.slice(0, 200).replaceAll('\0', '\\0'), reason].map(csvCell).join(',')}\n`);
  };
}

function appendTo(path: string, text: string, isBegun: boolean): void {
  try {
    writeFileSync(path, text, { flag: isBegun ? 'a' : 'w' });
  } catch (error) {
    throw unwritten(path, error);
  }
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
