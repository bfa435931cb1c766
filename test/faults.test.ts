import { expect, it } from 'vitest';
import { faultRun } from './support/faults.ts';
import { engines } from './support/service.ts';

const kills = process.env.CI ? 20 : 4;
const nothingLost = { lost: 0, doubled: 0, torn: 0 };

it.each(engines)(
  'loses, doubles and tears nothing when the service is killed while clients record reports, on %s',
  async (engine) => {
    const report = await faultRun({ engine, victim: 'service', kills });

    expect(report).toMatchObject({ kills, ...nothingLost });
    expect(report.acknowledged).toBeGreaterThan(kills);
  },
  900_000,
);

it.runIf(engines.includes('neo4j'))(
  'loses, doubles and tears nothing when Neo4j is killed while clients record reports',
  async () => {
    const times = process.env.CI ? 5 : 1;

    const report = await faultRun({ engine: 'neo4j', victim: 'neo4j', kills: times });

    expect(report).toMatchObject({ kills: times, ...nothingLost });
  },
  900_000,
);
