import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Neo4jServer, startNeo4j } from '../../scripts/neo4j-server.ts';
import { createLoad, type Found, type Load } from './load.ts';
import type { Ask } from './load-sent.ts';
import { type Program, type Running, serving } from './process.ts';

/** What is killed: the service on the embedded engine, the service on a Neo4j, or that Neo4j. */
export type Victim = 'embedded' | 'service' | 'neo4j';

interface WorldOptions {
  readonly victim: Victim;
  /** The settings of a Neo4j that is there, for a service to be killed on; without them one is started, and ends with the run. */
  readonly neo4j?: Readonly<Record<string, string>>;
  readonly program?: Program;
}

interface FaultOptions extends WorldOptions {
  readonly kills: number;
  readonly log?: (line: string) => void;
}

interface CrowdOptions extends WorldOptions {
  readonly clients: number;
  readonly seconds: number;
}

export interface FaultReport extends Found {
  readonly kills: number;
}

const clients = 8;

/** Kills again and again while clients write, lets them ask once more for what they got no answer to, and counts what is there of each. */
export async function faultRun(options: FaultOptions): Promise<FaultReport> {
  return inWorld(options, async (load, world) => {
    for (let kill = 1; kill <= options.kills; kill += 1) {
      await killedUnder(load, world);
      await load.resend(world.ask);
      const { sent, acknowledged } = load.sent();
      options.log?.(`kill ${kill}: ${acknowledged} acknowledged of ${sent} sent`);
    }
    return { kills: options.kills, ...(await load.count(world.ask)) };
  });
}

/** Lets so many clients write for so long, with nothing killed. */
export async function crowdRun(options: CrowdOptions): Promise<Found> {
  return inWorld(options, async (load, { ask }) => {
    const end = Date.now() + options.seconds * 1000;
    const atWork = Array.from({ length: options.clients }, async () => {
      while (Date.now() < end) await load.step(ask);
    });
    await Promise.all(atWork);
    await load.resend(ask);
    return load.count(ask);
  });
}

async function inWorld<Answer>(options: WorldOptions, work: (load: Load, world: World) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'attested-faults-'));
  const world = await openWorld(options, folder);
  const load = createLoad(`load-${process.pid}-${Date.now()}`);
  try {
    await load.prepare(world.ask);
    return await work(load, world);
  } finally {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** All clients at work, until what they talk to is killed at a moment that nobody chose. */
async function killedUnder(load: Load, { ask, kill }: World): Promise<void> {
  let running = true;
  const { acknowledged } = load.sent();
  const atWork = Array.from({ length: clients }, async () => {
    while (running) await load.step(ask);
  });
  // On a busy machine too: some of it is written first. Plans are made in the time before.
  for (let waited = 0; load.sent().acknowledged < acknowledged + clients && waited < 60_000; waited += 20) await sleep(20);
  await sleep(Math.random() * 300);
  const again = kill();
  running = false;
  await Promise.all(atWork);
  await again;
}

interface World {
  readonly ask: Ask;
  /** Kills the victim and brings it back; resolves when it answers again. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

async function openWorld({ victim, neo4j, program }: WorldOptions, folder: string): Promise<World> {
  const home = join(folder, 'neo4j');
  let database: Neo4jServer | null = victim === 'neo4j' || (victim === 'service' && !neo4j) ? await startNeo4j({ home }) : null;
  const settings = database ? { NEO4J_URI: database.uri } : victim === 'service' ? neo4j : { ATTESTED_STORE: join(folder, 'store') };
  const port = database ? Number(new URL(database.uri).port) : 0;
  const start = () => serving([], { ...settings, ATTESTED_TIMEOUT_MS: '60000' }, program);
  let service = await start();
  const ask: Ask = (query, variables) => asked(service.url, query, variables);

  return {
    ask,
    kill: async () => {
      if (victim === 'neo4j') {
        await database?.kill();
        database = await startNeo4j({ home, port });
        while ((await ask('{ __typename: claims { totalCount } }', {}))?.errors) await sleep(100);
      } else {
        await ended(service);
        service = await start();
      }
    },
    close: async () => {
      await ended(service);
      await database?.stop();
    },
  };
}

async function ended({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

async function asked(url: string, query: string, variables: object): ReturnType<Ask> {
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(90_000),
    });
    return (await response.json()) as Awaited<ReturnType<Ask>>;
  } catch {
    return null; // Cut off: no answer is what this is about.
  }
}
