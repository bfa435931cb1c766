import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLoad } from './support/load.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('fifty clients that write at once on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  it('lose nothing, double nothing, tear nothing, and see no deadlock', async () => {
    const load = createLoad('crowd');
    await load.prepare(service.ask);

    const clients = Array.from({ length: 50 }, async () => {
      for (let step = 0; step < 4; step += 1) await load.step(service.ask);
    });
    await Promise.all(clients);
    await load.resend(service.ask);
    const found = await load.count(service.ask);

    expect(found).toMatchObject({ unanswered: 0, lost: 0, doubled: 0, torn: 0, denied: 0, answeredOtherwise: 0, unexpected: [] });
    expect(found.acknowledged).toBeGreaterThan(100);
  }, 300_000);
});
