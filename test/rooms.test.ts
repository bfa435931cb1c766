import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('the sample on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it('says who leads the monitor, and which claim says so', async () => {
    const { byKey } = await service.data(
      '{ byKey(key: "sample:group:sohr") { ... on Group { name leaders { edges { node { name } link { evidence { quote } } } } } } }',
    );

    expect(byKey).toEqual({
      name: 'SOHR',
      leaders: { edges: [{ node: { name: 'Rami Abdurrahman' }, link: { evidence: [{ quote: 'SOHR chief Rami Abdurrahman' }] } }] },
    });
  });
});
