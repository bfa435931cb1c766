import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

const operation = (name: string) => readFileSync(new URL(`../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

describe.each(engines)('the example questions about numbers on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it('show how the toll grew, and on whose word', async () => {
    const { byKey } = await service.data(operation('12-how-did-the-toll-grow'));

    const civilians = byKey.tolls.find((series: Series) => series.claimant?.name === 'SOHR' && series.population === 'CIVILIANS' && series.scope.length === 0);
    expect(civilians.points.map(({ low }: { low: number }) => low)).toEqual([340, 745, 830, 973, 1225, 1383, 1500]);
    expect(civilians.current.claim.label).toBe('at least 1,500 civilians killed, as of 2025-03-14');
  });

  it('show that three headlines have one witness', async () => {
    const { byKey, claims } = await service.data(operation('13-three-headlines-one-witness'));

    expect(byKey.corroboration).toMatchObject({ reports: 12, publishers: 8, origins: 3 });
    expect(claims.edges[0].node.corroboration).toEqual({ reports: 3, publishers: 2, origins: 1, originSources: [{ name: 'SOHR' }] });
  });

  it('show who contradicts whom', async () => {
    const { contradictions } = await service.data(operation('14-who-contradicts-whom'));

    expect(contradictions.totalCount).toBe(5);
  });
});

interface Series {
  readonly claimant: { readonly name: string } | null;
  readonly population: string;
  readonly scope: readonly unknown[];
}
