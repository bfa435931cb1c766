import { parseArgs } from 'node:util';
import { crowdRun, faultRun, type Victim } from '../test/support/faults.ts';
import type { Found } from '../test/support/load.ts';
import { neo4jMissing } from './neo4j-server.ts';

const help = `Kills the service, or the Neo4j behind it, while clients write, and checks that nothing is lost, doubled or torn.

  npm run test:faults [-- options]

  --kills N     how many kills in all, 20 unless given
  --victim V    what is killed: embedded (the service on the embedded engine), service (on Neo4j) or neo4j;
                all three in turn unless given: six, three and one of ten
  --clients N   kill nothing, and let so many clients write at once instead; on both engines unless --victim names one
  --seconds S   for how long they do, 30 unless given
  --help        this text
`;

const victims: Readonly<Record<Victim, number>> = { embedded: 0.6, service: 0.3, neo4j: 0.1 };

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    victim: { type: 'string' },
    clients: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    help: { type: 'boolean', default: false },
  },
});
const numbers = [values.kills, values.clients ?? '1', values.seconds].map(Number);

if (values.help) console.log(help);
else if (!numbers.every((number) => Number.isInteger(number) && number > 0) || (values.victim !== undefined && !(values.victim in victims))) {
  console.error(help);
  process.exitCode = 1;
} else await (values.clients ? letAllWrite(Number(values.clients), Number(values.seconds)) : killAll(Number(values.kills)));

async function killAll(kills: number): Promise<void> {
  for (const victim of chosen('embedded', 'service', 'neo4j')) {
    const times = values.victim ? kills : Math.max(1, Math.round(kills * victims[victim]));
    tell(victim, await faultRun({ victim, kills: times, program: 'built', log: (line) => console.log(`${victim}: ${line}`) }));
  }
}

async function letAllWrite(clients: number, seconds: number): Promise<void> {
  for (const victim of chosen('embedded', 'service')) tell(victim, await crowdRun({ victim, clients, seconds, program: 'built' }));
}

function chosen(...usual: Victim[]): Victim[] {
  const missing = neo4jMissing();
  const those = values.victim ? [values.victim as Victim] : usual;
  if (missing && those.some((victim) => victim !== 'embedded')) throw new Error(missing);
  return those;
}

function tell(victim: Victim, found: Found): void {
  console.log(`${victim}: ${JSON.stringify(found)}`);
  if (found.unanswered + found.lost + found.doubled + found.torn + found.denied + found.answeredOtherwise + found.unexpected.length > 0) process.exitCode = 1;
}
