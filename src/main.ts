import { Command } from 'commander';
import { addExport } from './cli/export.ts';
import { addExtract } from './cli/extract.ts';
import { addImport } from './cli/import.ts';
import { addServe } from './cli/serve.ts';
import { addSettings } from './cli/settings.ts';
import { standardOutputMayEnd } from './cli/write-to.ts';
import { StartError } from './errors.ts';

const program = new Command('attested')
  .description('Who reported what, where: a GraphQL service over a graph of reports, claims, events and their sources.')
  .version('0.1.0');

addServe(program);
addImport(program);
addExport(program);
addExtract(program);
addSettings(program);
program.addHelpText('after', '\nExample:\n  attested serve --sample');

standardOutputMayEnd();
try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
