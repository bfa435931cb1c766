import { parseArgs } from 'node:util';
import { faultRun } from '../test/support/faults.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '20' }, engine: { type: 'string', default: 'embedded' }, victim: { type: 'string', default: 'service' } },
});
if (!['embedded', 'neo4j'].includes(values.engine) || !['service', 'neo4j'].includes(values.victim))
  throw new Error('--engine is embedded or neo4j, --victim is service or neo4j');

const found = await faultRun({
  engine: values.engine as 'embedded' | 'neo4j',
  victim: values.victim as 'service' | 'neo4j',
  kills: Number(values.kills),
  log: console.log,
});
console.log(JSON.stringify(found));
process.exitCode = found.lost + found.doubled + found.torn === 0 ? 0 : 1;
