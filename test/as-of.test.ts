import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { engines, openService, type Service } from './support/service.ts';

const event = idFromKey('Event', 'sample:event:coast-march-2025');
const sohr = idFromKey('Group', 'sample:group:sohr');

describe.each(engines)('as of a moment, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const current = async (known: string) => {
    const { event: found } = await service.data(
      `query ($event: ID!, $sohr: ID!, $known: String) @asOf(known: $known) {
        event(id: $event) { tolls(population: CIVILIANS, claimant: $sohr) { scope { name } points { low } current { low operator } } }
      }`,
      { event, sohr, known },
    );
    return found.tolls.find(({ scope }: { scope: unknown[] }) => scope.length === 0);
  };

  it.each([
    ['2025-03-07', undefined],
    ['2025-03-08', 340],
    ['2025-03-09', 830],
    ['2025-03-10T12:00:00Z', 830],
    ['2025-03-10', 973],
    ['2025-03-11', 1225],
    ['2025-03-12', 1383],
    ['2025-03-14', 1500],
  ])("SOHR's number of civilians killed is, as known on %s, %s", async (known, number) => {
    expect((await current(known))?.current.low).toBe(number);
  });
});
