import { expect, it } from 'vitest';
import { recent } from '../../src/ucdp/recent.ts';

it('what was noted recently is known, and of what was noted long ago no more than as much again', () => {
  const noted = recent(100);

  for (let at = 0; at < 1000; at += 1) noted.add(`report ${at}`);

  const known = Array.from({ length: 1000 }, (_, at) => at).filter((at) => noted.has(`report ${at}`));
  expect(known.slice(-100)).toEqual(Array.from({ length: 100 }, (_, at) => 900 + at));
  expect(known.length).toBeLessThanOrEqual(200);
});
