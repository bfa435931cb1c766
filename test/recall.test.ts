import { expect, it } from 'vitest';
import { createRecall } from '../src/graph/recall.ts';

const graph = { read: async () => [] };

it('remembers an answer for a while, and asks once for all who ask meanwhile', async () => {
  let time = 0;
  let asked = 0;
  const recall = createRecall(graph as never, () => time);
  const ask = () => recall('sizes', async () => ++asked);

  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  time += 59_999;
  expect(await ask()).toBe(1);
  time += 1;
  expect(await ask()).toBe(2);
});

it('reads for all, with no signal of the request that came first', async () => {
  const given: unknown[][] = [];
  const recall = createRecall({ read: async (...asked: unknown[]) => void given.push(asked) } as never);

  await recall('sizes', (read) => read('query' as never, { place: 1 }));

  expect(given).toEqual([['query', { place: 1 }]]);
});

it('forgets what failed, but not what was asked anew since', async () => {
  let time = 0;
  const recall = createRecall(graph as never, () => time);
  let fail = (_: Error) => {};
  const first = recall('sizes', () => new Promise<number>((_, reject) => (fail = reject)));
  time += 60_000;
  await recall('sizes', async () => 2);
  fail(new Error('late'));

  await expect(first).rejects.toThrow('late');
  expect(await recall('sizes', async () => 3)).toBe(2);
  await expect(recall('others', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await recall('others', async () => 4)).toBe(4);
});
