import type { Command } from 'commander';
import { addCsv } from './import-csv.ts';
import { addPlaces } from './import-places.ts';
import { addTolls } from './import-tolls.ts';

export function addImport(program: Command): void {
  const importCommand = program.command('import').description('Brings data into the graph.');
  addPlaces(importCommand);
  addCsv(importCommand);
  addTolls(importCommand);
}
