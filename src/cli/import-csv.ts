import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { StartError } from '../errors.ts';
import { bytesOf, type Problem } from '../input/csv.ts';
import { unopened } from '../input/json.ts';
import { checkTable, importTable, type TableReport } from '../table/import.ts';
import { readMap, type TableMapping } from '../table/map.ts';
import { suggestMap } from '../table/suggest.ts';
import { withStore } from './store.ts';

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
  const problems = problemWriter(errors);
  const report = dryRun
    ? await checkTable(file, mapping, problems.put)
    : await withStore((graph) => importTable(graph, file, mapping, { onProblem: problems.put }));
  await problems.close();
  if (report.problems > 0)
    throw new StartError(`${report.problems} things in ${path} cannot be meant${errors ? `; they are listed in ${errors}` : ''}. Nothing was loaded.`);
  console.log(saidOf(report, dryRun));
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
  return `${dryRun ? 'Would load' : 'Loaded'} ${rows} rows: ${counts.join(', ')} (what stands in several rows is counted in each).`;
}

/** Writes problems as a table; its header only when there is one. */
function problemWriter(path: string | undefined) {
  let out: NodeJS.WritableStream | undefined;
  return {
    put: ({ line, column, value, reason }: Problem) => {
      if (!out) {
        out = path === undefined ? process.stdout : createWriteStream(path);
        out.write('line,column,value,reason\n');
      }
      out.write(`${[`${line}`, column ?? '', value === null ? '' : value.slice(0, 200), reason].map(csvCell).join(',')}\n`);
    },
    close: async () => {
      if (!out || out === process.stdout) return;
      out.end();
      await once(out, 'close');
    },
  };
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
