import type { Command } from 'commander';
import type { ArticleOptions } from './read-article.ts';

export function addArticle(importCommand: Command): void {
  importCommand
    .command('article')
    .argument('[file]', 'an article as text, HTML or Markdown')
    .description('Reads an article and writes what it says as a file to be reviewed; records what the reviewer kept (docs/article.md).')
    .option('--title <title>', 'its title, when the file does not tell it')
    .option('--publisher <source>', 'who published it: an id, a key or a name')
    .option('--published <date>', 'when: an instant, a day, a month or a year')
    .option('--url <address>', 'where it stands; the same address is recorded once')
    .option('--event <event>', 'the event that its numbers are about: an id or a key')
    .option('--out <file>', 'where to write the file to be reviewed; standard output when not given')
    .option('--accept <file>', 'record what is left in a reviewed file')
    .addHelpText(
      'after',
      '\nExample:\n  attested import article article.txt --publisher AFP --published 2025-03-10 --out review.yaml\n  attested import article --accept review.yaml',
    )
    .action(importArticle);
}

// What reads web pages, and the API through which is recorded, are loaded when they are wanted: no other command needs their memory.
async function importArticle(path: string | undefined, options: ArticleOptions): Promise<void> {
  const { readOrRecord } = await import('./read-article.ts');
  await readOrRecord(path, options);
}
