import { basename } from 'node:path';
import { comparedName } from '../text.ts';

const longestWord = 60;
/** What the keys of attested's own imports begin with. */
const taken: ReadonlySet<string> = new Set(['acled', 'sample', 'toll', 'ucdp']);

/** A word for the keys of a file, after its name: "Events of May.csv" gives "events-of-may". */
export function wordOf(path: string): string {
  const name = comparedName(basename(path).replace(/\.[^.]*$/, ''));
  const word = [...name.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')].slice(0, longestWord).join('').replaceAll(/^-|-$/g, '');
  return word === '' || taken.has(word) ? `${word && `${word}-`}table` : word;
}
