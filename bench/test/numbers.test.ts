import { describe, expect, it } from 'vitest';
import { firstDifference } from '../compare.ts';
import { copyOf } from '../growth.ts';
import { inTurn } from '../load.ts';
import { processorMsOf } from '../machine.ts';
import { median, percentile, rounded } from '../numbers.ts';

describe('a percentile', () => {
  it.each([
    { share: 0, expected: 1 },
    { share: 0.5, expected: 5 },
    { share: 0.95, expected: 10 },
    { share: 1, expected: 10 },
  ])('at $share is the value of nearest rank', ({ share, expected }) => {
    expect(percentile([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], share)).toBe(expected);
  });

  it('of one value is that value, and of none is refused', () => {
    expect(median([7])).toBe(7);
    expect(() => percentile([], 0.5)).toThrow('at least one value');
  });

  it('lie in the middle, between two if there is none', () => {
    expect([median([9, 1, 2]), median([9, 1, 2, 4])]).toEqual([2, 3]);
  });

  it('is shown with three digits that say something', () => {
    expect([rounded(0.123456), rounded(1234.5)]).toEqual([0.123, 1230]);
  });
});

describe('a load', () => {
  it('ends at its number of requests, asks in turn, and counts what failed apart', async () => {
    const asked: string[] = [];
    const ask = async (item: string) => {
      asked.push(item);
      if (item === 'b') throw new Error('no b');
    };

    const { latencies, failed, failure } = await inTurn(ask, ['a', 'b'], { clients: 3, requests: 7, seconds: 5 });

    expect(asked).toEqual(['a', 'b', 'a', 'b', 'a', 'b', 'a']);
    expect([latencies.length, failed, failure]).toEqual([4, 3, 'no b']);
  });

  it('ends when its time is up', async () => {
    const { latencies } = await inTurn(() => new Promise((answer) => setTimeout(answer, 30)), [1], { clients: 1, requests: 1000, seconds: 0.1 });

    expect(latencies.length).toBeLessThan(6);
  });
});

it('reads the processor time of a process whose name has brackets and blanks', () => {
  expect(processorMsOf('42 (a) b (c)) S 1 42 42 0 -1 4194560 1 0 0 0 7 3 0 0 20 0 11 0 1 1 1 1')).toBe(100);
});

it('says where two texts part', () => {
  expect(firstDifference('{"a":1}', '{"a":2}', 'the peer')).toBe('ours has …{"a":1}… where the peer has …{"a":2}…');
  expect(firstDifference('same', 'same', 'the peer')).toBeNull();
});

describe('a further copy of a row', () => {
  const columns = ['id', 'source_article', 'best'];

  it('is another event, with reports of its own', () => {
    expect(copyOf(['5', '"SOHR,2016-01-01,One";"AP,2016-01-02,Two, three"', '4'], columns, 1)).toEqual([
      '10000005',
      '"SOHR,2016-01-01,One copy aa";"AP,2016-01-02,Two, three copy aa"',
      '4',
    ]);
    expect(copyOf(['5', 'HRW report', '4'], columns, 2)).toEqual(['20000005', 'HRW report copy ab', '4']);
  });

  it('is the row itself the first time', () => {
    expect(copyOf(['5', '', '4'], columns, 0)).toEqual(['5', '', '4']);
  });
});
