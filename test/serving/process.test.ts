import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { embeddedGraph } from '../../src/graph/embedded.ts';
import { modelVersion, prepareGraph } from '../../src/graph/open.ts';
import { type Query, queries } from '../../src/graph/query.ts';
import { settings } from '../../src/settings.ts';
import { attested, emptyFolder, type Running, serving } from '../support/process.ts';

let service: Running | undefined;
afterEach(async () => {
  service?.child.kill('SIGKILL');
  await service?.ended;
  service = undefined;
});

const setVersion = queries.get('model/set-version') as unknown as Query<{ version: number }, unknown>;
const post = (url: string, query: string) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
const count = async (url: string) => (await (await post(url, '{ claims { totalCount } }')).json()).data.claims.totalCount;

describe('attested serve', () => {
  it('loads nothing by itself, and says in one line where it answers and from which store', async () => {
    const store = join(emptyFolder(), 'store');

    service = await serving([], { ATTESTED_STORE: store });

    expect(await count(service.url)).toBe(0);
    expect(service.said()).toEqual({ stdout: `GraphiQL: ${service.url}/graphql, with the embedded engine's store in ${store}.\n`, stderr: '' });
  });

  it('loads the sample into an empty store when it is told to, once', async () => {
    const store = emptyFolder();
    service = await serving(['--sample'], { ATTESTED_STORE: store });
    const loaded = await count(service.url);
    const first = service.said().stdout;
    service.child.kill('SIGTERM');
    await service.ended;

    service = await serving(['--sample'], { ATTESTED_STORE: store });

    expect(first).toMatch(/^Loaded the sample into the empty store: \d+ entities, \d+ links\.\nGraphiQL: .*\n$/);
    expect(service.said().stdout).toMatch(/^GraphiQL: .*\n$/);
    expect(loaded).toBeGreaterThan(20);
    expect(await count(service.url)).toBe(loaded);
  });

  it('is up, and ready', async () => {
    service = await serving([], { ATTESTED_STORE: emptyFolder() });

    const [health, ready] = await Promise.all(['/health', '/ready'].map((path) => fetch(`${service?.url}${path}`)));

    expect([health?.status, await health?.json()]).toEqual([200, { up: true }]);
    expect([ready?.status, await ready?.json()]).toEqual([200, { ready: true }]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('answers after %s what it was asked before, nothing new, and ends', async (signal) => {
    service = await serving([], { ATTESTED_STORE: emptyFolder() });
    const { url, child, ended } = service;
    await post(url, '{ __typename }'); // Leaves a connection open on which nothing is asked.

    const { answer, finish } = askHalf(url, '{ claims { totalCount } }');
    await sleep(200);
    child.kill(signal);
    await sleep(200);
    const late = await post(url, '{ __typename }').catch((error) => error.message);
    finish();

    expect(await answer).toEqual({ data: { claims: { totalCount: 0 } } });
    expect(late).toBe('fetch failed');
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('what stands in the way of starting is said in a sentence', () => {
  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const { code, stdout, stderr } = await attested(['serve'], { ATTESTED_STORE: emptyFolder(), PORT: `${port}` }).ended;
    other.close();

    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} of 127.0.0.1 should be free, but another program listens there. Stop that one first, or choose another port with PORT.\n`,
    });
  });

  it('a host that is not this machine', async () => {
    const { code, stderr } = await attested(['serve'], { ATTESTED_STORE: emptyFolder(), HOST: '192.0.2.1', PORT: '0' }).ended;

    expect({ code, stderr }).toEqual({ code: 1, stderr: 'HOST should be an address of this machine, but is "192.0.2.1".\n' });
  });

  it('a store that another process has', async () => {
    const store = emptyFolder();
    service = await serving([], { ATTESTED_STORE: store });

    const { code, stderr } = await attested(['serve'], { ATTESTED_STORE: store, PORT: '0' }).ended;

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `The store ${store} is in use by process ${service.child.pid}. Stop that one first, or choose another folder with ATTESTED_STORE.\n`,
    });
  });

  it('a store that is no folder', async () => {
    const file = join(emptyFolder(), 'file');
    writeFileSync(file, '');

    const { code, stderr } = await attested(['serve'], { ATTESTED_STORE: file, PORT: '0' }).ended;

    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^The store \S+ cannot be opened: EEXIST[^\n]*\n$/) });
  });

  it('a store that a newer version wrote', async () => {
    const store = emptyFolder();
    const graph = embeddedGraph({ folder: store, timeoutMs: 5000 });
    await prepareGraph(graph);
    await graph.write((run) => run(setVersion, { version: modelVersion + 1 }));
    await graph.close();

    const { code, stderr } = await attested(['serve'], { ATTESTED_STORE: store, PORT: '0' }).ended;

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `The store was written by a newer attested (model version ${modelVersion + 1}; this one knows ${modelVersion}). Update attested, or choose another store.\n`,
    });
  });

  it('a wrong setting', async () => {
    const { code, stderr } = await attested(['serve'], { ATTESTED_STORE: emptyFolder(), PORT: 'http' }).ended;

    expect({ code, stderr }).toEqual({ code: 1, stderr: 'PORT should be a whole number from 0 to 65535, but is "http".\n' });
  });
});

describe('the attested command', () => {
  it.each([[['--help']], [['serve', '--help']], [['settings', '--help']]])('explains itself with an example: %j', async (args) => {
    const { code, stdout } = await attested(args).ended;

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: attested[\s\S]*\nExample:\n {2}.*attested/);
  });

  it('lists every setting, with what it is unless set', async () => {
    const { code, stdout } = await attested(['settings']).ended;

    expect(code).toBe(0);
    expect(stdout.match(/^\w+$/gm)).toEqual(Object.values(settings).map(({ name }) => name));
    expect(stdout).toContain('PORT\n  The port to listen on; 0 takes a free one.\n  It should be a whole number from 0 to 65535. Unless set, it is 4000.\n');
  });

  it('says what it does not know', async () => {
    const { code, stderr } = await attested(['sevre']).ended;

    expect({ code, stderr }).toEqual({ code: 1, stderr: "error: unknown command 'sevre'\n(Did you mean serve?)\n" });
  });
});

/** Begins a question, and ends it when it is told to. */
function askHalf(url: string, query: string): { answer: Promise<unknown>; finish: () => void } {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const client = request(`${url}/graphql`, { method: 'POST', headers });
  client.write(body.slice(0, 5));
  const answer = once(client, 'response').then(async ([response]) => JSON.parse((await response.setEncoding('utf8').toArray()).join('')));
  return { answer, finish: () => client.end(body.slice(5)) };
}
