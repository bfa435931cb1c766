import type { Command } from 'commander';
import { addArticle } from './import-article.ts';
import { addCsv } from './import-csv.ts';
import { addPlaces } from './import-places.ts';
import { addTolls } from './import-tolls.ts';
import { addUcdp } from './import-ucdp.ts';

export function addImport(program: Command): void {
  const command = program.command('import').description('Brings data into the graph.').addHelpText('after', '\nExample:\n  attested import ucdp ged251.csv');
  addUcdp(command);
  addPlaces(command);
  addTolls(command);
  addCsv(command);
  addArticle(command);
}
