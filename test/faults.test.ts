import { expect, it } from 'vitest';
import { faultRun } from './support/faults.ts';
import { emptyGraph, engines, neo4jSettings } from './support/service.ts';

const nothingWrong = { unanswered: 0, lost: 0, doubled: 0, torn: 0, denied: 0, answeredOtherwise: 0, unexpected: [] };
const times = (inCi: number, otherwise: number) => (process.env.CI ? inCi : otherwise);
const onNeo4j = it.runIf(engines.includes('neo4j'));

it('loses, doubles and tears nothing when the service is killed while clients write', async () => {
  const kills = times(12, 3);

  const report = await faultRun({ victim: 'embedded', kills });

  expect(report).toMatchObject({ kills, ...nothingWrong });
  expect(report.acknowledged).toBeGreaterThan(kills);
}, 900_000);

onNeo4j(
  'loses, doubles and tears nothing when the service on Neo4j is killed while clients write',
  async () => {
    const kills = times(6, 2);
    await (await emptyGraph('neo4j')).close();

    const report = await faultRun({ victim: 'service', neo4j: neo4jSettings(), kills });

    expect(report).toMatchObject({ kills, ...nothingWrong });
    expect(report.acknowledged).toBeGreaterThan(kills);
  },
  900_000,
);

onNeo4j(
  'loses, doubles and tears nothing when Neo4j is killed while clients write, and needs no new start of the service',
  async () => {
    const kills = times(2, 1);

    const report = await faultRun({ victim: 'neo4j', kills });

    expect(report).toMatchObject({ kills, ...nothingWrong });
    expect(report.acknowledged).toBeGreaterThan(kills);
  },
  900_000,
);
