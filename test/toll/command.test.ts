import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { answersTo } from '../../src/cli/extract.ts';

it('writes a line for every line, also for an empty one', async () => {
  const lines: string[] = [];
  for await (const line of answersTo(Readable.from(['Shells kill 6 children\r\n\nNothing here\n']))) lines.push(line);

  expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { mentions: [{ metric: 'KILLED', population: 'CHILDREN', operator: 'EXACT', low: 6, best: 6, high: 6, quote: '6', start: 12, end: 13 }] },
    { mentions: [] },
    { mentions: [] },
  ]);
});
