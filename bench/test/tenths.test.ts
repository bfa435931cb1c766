import { expect, it } from 'vitest';
import { tenths } from '../tenths.ts';

it('a long import is told tenth by tenth, each with its own speed and its own memory', () => {
  const naming = [0, 1, 2, 3].map((seconds) => ({ seconds, rows: null, megabytes: 300, most: 300 }));
  // A hundred rows a second to begin with, and fifty in the second half; what is told comes every two seconds, memory every one.
  const samples = Array.from({ length: 32 }, (_, seconds) => {
    const told = Math.floor(seconds / 2) * 2;
    return { seconds: seconds + 3, rows: told <= 10 ? told * 100 : Math.min(2000, 1000 + (told - 10) * 50), megabytes: seconds === 15 ? 250 : 200, most: 260 };
  });

  const found = tenths([...naming, ...samples]);

  expect(found.map(({ rows }) => rows)).toEqual([200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000]);
  expect(found.map(({ rowsPerSecond }) => rowsPerSecond)).toEqual([100, 100, 100, 100, 100, 50, 50, 50, 50, 50]);
  expect(found.map(({ mostMegabytes }) => mostMegabytes)).toEqual([200, 200, 200, 200, 200, 250, 200, 200, 200, 200]);
});
