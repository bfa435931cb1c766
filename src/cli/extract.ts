import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Command } from 'commander';
import { extractTolls } from '../toll/extract.ts';
import { toStandardOutput } from './write-to.ts';

export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('Reads texts, one a line, and writes the numbers of people harmed in each: one JSON object a line, {"mentions": [...]}.')
    .addHelpText('after', '\nExample:\n  echo "At least 40 killed in Aleppo" | attested extract')
    .action(() => toStandardOutput(answersTo(process.stdin)));
}

/** A line out for every line in, in order. */
export async function* answersTo(texts: Readable): AsyncGenerator<string> {
  for await (const text of createInterface({ input: texts, crlfDelay: Number.POSITIVE_INFINITY }))
    yield `${JSON.stringify({ mentions: extractTolls(text) })}\n`;
}
