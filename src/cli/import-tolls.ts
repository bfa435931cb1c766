import type { Command } from 'commander';
import { readJson } from '../input/json.ts';
import { importTolls, type TollReport } from '../toll-file/import.ts';
import { tollFileOf } from '../toll-file/read.ts';
import { withStore } from './store.ts';

export function addTolls(importCommand: Command): void {
  importCommand
    .command('tolls')
    .argument('<file>', 'daily figures as JSON: gaza_casualties_daily.json or west_bank_daily.json')
    .description('Loads daily tolls: a claim for each figure that a source stated, with its day.')
    .option('--dry-run', 'say what would be done, and do nothing')
    .addHelpText('after', '\nExample:\n  attested import tolls gaza_casualties_daily.json')
    .action(importFile);
}

async function importFile(path: string, { dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const file = tollFileOf(readJson(path, 'a list of daily tolls as JSON'));
  const report = await withStore((graph) => importTolls(graph, file, { dryRun }));
  for (const line of saidOf(report, dryRun)) console.log(line);
}

function saidOf({ days, filled, stated, restated, already, falls }: TollReport, dryRun: boolean): string[] {
  return [
    `${dryRun ? 'Would load' : 'Loaded'} ${days} days, ${filled} of them filled in by the compiler: kept, but no claims.`,
    `${stated} figures stated, ${restated} restated (each supersedes the one before), ${already} known already.`,
    ...(falls.length > 0 ? ['Cumulative figures that fell, kept as they are:'] : []),
    ...falls.map(({ source, field, date, from, to }) => `  ${source}, ${field}, ${date}: ${from} to ${to}`),
  ];
}
