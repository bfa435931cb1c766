import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Neo4jServer, startNeo4j } from '../../scripts/neo4j-server.ts';

interface FaultOptions {
  readonly engine: 'embedded' | 'neo4j';
  /** What is killed: the service, or the Neo4j behind it. */
  readonly victim: 'service' | 'neo4j';
  readonly kills: number;
  readonly log?: (line: string) => void;
}

export interface FaultReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Sent, and cut off before an answer came: they may be there or not, but not half. */
  readonly unanswered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
}

const writers = 8;
const claimsEach = 5;

/** Kills a service, or its database, again and again while clients record reports, and then counts what is there of each. */
export async function faultRun({ engine, victim, kills, log = () => {} }: FaultOptions): Promise<FaultReport> {
  const folder = await mkdtemp(join(tmpdir(), 'attested-faults-'));
  const home = join(folder, 'neo4j');
  let database: Neo4jServer | null = engine === 'neo4j' ? await startNeo4j({ home }) : null;
  const port = database ? Number(new URL(database.uri).port) : 0;
  const start = () => startService({ ATTESTED_STORE: join(folder, 'store'), NEO4J_URI: database?.uri ?? '', ATTESTED_TIMEOUT_MS: '60000' });
  let service = await start();
  const acknowledged = new Set<number>();
  const sent = new Set<number>();
  let next = 0;

  try {
    await recordReport(service.url, next++); // The event that all of them share, and the first plans.
    for (let kill = 1; kill <= kills; kill += 1) {
      let running = true;
      const clients = Array.from({ length: writers }, async () => {
        while (running) {
          const number = next++;
          sent.add(number);
          if (await recordReport(service.url, number)) acknowledged.add(number);
          else await sleep(20);
        }
      });
      await sleep(150 + Math.random() * 600);
      if (victim === 'service') await ended(service.child);
      else await database?.kill();
      running = false;
      if (victim === 'neo4j') {
        await ended(service.child); // Its clients would wait for the database otherwise.
        await database?.stop();
        database = await startNeo4j({ home, port });
      }
      await Promise.all(clients);
      service = await start();
      // What got no answer is sent again under its idempotency key, as a client would.
      for (const number of sent) if (!acknowledged.has(number) && number % 2 === 0 && (await recordReport(service.url, number))) acknowledged.add(number);
      log(`kill ${kill}: ${acknowledged.size} acknowledged of ${sent.size} sent`);
    }
    return await counted(service.url, { kills, sent, acknowledged });
  } finally {
    await ended(service.child);
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startService(settings: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'serve'], {
    env: { ...process.env, ...settings, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+\/graphql/.exec(said)?.[0];
      if (url) found(url);
    });
    child.once('exit', () => failed(new Error(`The service ended before it answered: ${said}`)));
  });
  return { child, url };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Whether the service acknowledged it. */
async function recordReport(url: string, number: number): Promise<boolean> {
  const claims = Array.from({ length: claimsEach }, (_, index) => ({
    claimType: 'OTHER',
    statement: `Statement ${index}`,
    event: { new: { key: 'fault:event', title: 'The event' } },
    claimant: { newGroup: { key: `fault:group:${number % 7}`, name: `Group ${number % 7}` } },
  }));
  const input = { key: `fault:report:${number}`, title: `Report ${number}`, publisher: { newGroup: { key: 'fault:paper', name: 'The paper' } }, claims };
  const answer = await ask(
    url,
    'mutation ($input: RecordReportInput!, $key: String) { recordReport(input: $input, idempotencyKey: $key) { ... on Report { id } } }',
    {
      input,
      key: `fault ${number}`,
    },
  );
  return typeof answer?.data?.recordReport?.id === 'string';
}

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question.
  readonly data?: any;
}

async function ask(url: string, query: string, variables: object): Promise<Answer | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(60_000) });
    return (await response.json()) as Answer;
  } catch {
    return null; // Cut off: no answer is what the test is about.
  }
}

async function counted(
  url: string,
  { kills, sent, acknowledged }: { kills: number; sent: ReadonlySet<number>; acknowledged: ReadonlySet<number> },
): Promise<FaultReport> {
  let [lost, doubled, torn] = [0, 0, 0];
  for (const number of sent) {
    const answer = await ask(
      url,
      '{ reports(filter: { keys: ["KEY"] }) { totalCount edges { node { id publisher { name } claims { totalCount edges { node { claimant { name } event { title } } } } } } } }'.replace(
        'KEY',
        `fault:report:${number}`,
      ),
      {},
    );
    const { totalCount, edges } = answer?.data?.reports ?? { totalCount: -1, edges: [] };
    if (totalCount > 1) doubled += 1;
    if (totalCount < 1 && acknowledged.has(number)) lost += 1;
    if (totalCount === 1 && !isWhole(edges[0].node)) torn += 1;
  }
  return { kills, acknowledged: acknowledged.size, unanswered: sent.size - acknowledged.size, lost, doubled, torn };
}

function isWhole(report: {
  publisher: object | null;
  claims: { totalCount: number; edges: { node: { claimant: object | null; event: object | null } }[] };
}): boolean {
  return report.publisher !== null && report.claims.totalCount === claimsEach && report.claims.edges.every(({ node }) => node.claimant && node.event);
}
