import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactMap } from '../../src/ucdp/compact.ts';

it('a compact map keeps what a Map keeps', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.maxSafeNat());
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer()), { maxLength: 3000, size: 'max' }), (entries) => {
      const compact = compactMap();
      for (const [key, value] of entries) compact.set(key, value);

      const kept = new Map(entries);
      expect([...kept.keys()].map((key) => compact.get(key))).toEqual([...kept.values()]);
      expect(compact.get(51)).toBe(kept.get(51));
    }),
    { numRuns: 100 },
  );
});
