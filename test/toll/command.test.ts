import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { extract } from '../../src/cli/extract.ts';

it('writes a line for every line, also for an empty one', async () => {
  const answers = new PassThrough();
  const written = text(answers);

  await extract(Readable.from(['Shells kill 6 children\r\n\nNothing here\n']), answers);
  answers.end();

  expect(
    (await written)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { mentions: [{ metric: 'KILLED', population: 'CHILDREN', operator: 'EXACT', low: 6, best: 6, high: 6, quote: '6', start: 12, end: 13 }] },
    { mentions: [] },
    { mentions: [] },
  ]);
});
