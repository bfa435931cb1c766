import { takeFolder } from '../../src/graph/folder-lock.ts';

/** A process that takes a folder at a given instant, says what came of it, and keeps it until its standard input ends. */
const [folder, at] = process.argv.slice(2) as [string, string];
process.stdout.write('ready\n');
while (Date.now() < Number(at));
try {
  takeFolder(folder);
  process.stdout.write('taken\n');
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
}
process.stdin.resume();
