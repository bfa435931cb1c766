import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { extractTolls } from '../../src/toll/extract.ts';
import { articlesOf } from '../../src/ucdp/article.ts';
import { type Labelled, score } from './score.ts';

/**
 * 200 headlines drawn at random from two releases of UCDP, none of them in the development set, labelled by hand before the rules had read them.
 * The labels are ours and are kept here, each under a hash of its headline; the headlines are where they came from.
 */
function unseen(): Labelled[] {
  const headlines = new Map<string, string>();
  for (const file of ['ged_syria_2016_2019.csv', 'ged_global_sample1000.csv']) {
    const rows: Record<string, string>[] = parse(readFileSync(`../shared/data/ucdp/${file}`), { columns: true });
    for (const { title } of rows.flatMap((row) => articlesOf(row.source_article ?? '')))
      headlines.set(createHash('sha256').update(title).digest('base64url').slice(0, 16), title);
  }
  return readFileSync('test/toll/unseen.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ headline, mentions }) => ({ text: headlines.get(headline) ?? `no headline ${headline}`, mentions }));
}

it('finds the numbers in headlines that the rules were not made for', () => {
  const labelled = unseen();

  expect(labelled).toHaveLength(200);
  expect(labelled.filter(({ text }) => text.startsWith('no headline'))).toEqual([]);
  expect(score(labelled, extractTolls)).toMatchObject({
    precision: expect.toSatisfy((share: number) => share >= 0.97),
    recall: expect.toSatisfy((share: number) => share >= 0.9),
    population: expect.toSatisfy((share: number) => share >= 0.85),
  });
});
