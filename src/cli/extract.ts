import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Command } from 'commander';
import { extractTolls } from '../toll/extract.ts';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('Reads texts, one a line, and writes the numbers of people harmed in each: one JSON object a line, {"mentions": [...]}.')
    .addHelpText('after', '\nExample:\n  echo "At least 40 killed in Aleppo" | attested extract')
    .action(() => extract(process.stdin, process.stdout));
}

/** A line out for every line in, in order; waits for whoever reads. */
export async function extract(texts: Readable, answers: Writable): Promise<void> {
  for await (const text of createInterface({ input: texts, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!answers.write(`${JSON.stringify({ mentions: extractTolls(text) })}\n`)) await once(answers, 'drain');
  }
}
