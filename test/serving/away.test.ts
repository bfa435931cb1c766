import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { type Neo4jServer, neo4jMissing, startNeo4j } from '../../scripts/neo4j-server.ts';
import { emptyFolder, type Running, serving } from '../support/process.ts';

/** A port that nobody listens on at present. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await once(probe.close(), 'close');
  return port;
}

describe.skipIf(neo4jMissing() !== null && !process.env.CI)('a Neo4j that comes and goes', () => {
  const home = emptyFolder();
  let port = 0;
  let neo4j: Neo4jServer | undefined;
  let service: Running;
  afterAll(async () => {
    service.child.kill('SIGKILL');
    await neo4j?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const health = async () => (await fetch(`${service.url}/health`)).status;
  const ready = async () => {
    const answer = await fetch(`${service.url}/ready`);
    return [answer.status, await answer.json()];
  };
  const ask = async () => {
    const headers = { 'content-type': 'application/json' };
    const query = '{ byKey(key: "sample:group:sohr") { label } }';
    const { data, errors } = (await (await fetch(`${service.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json()) as {
      data: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return errors ? errors.map(({ extensions }) => extensions.code) : data;
  };

  it('is waited for: the service starts, says so in one line, and is up but not ready', async () => {
    port = await freePort();

    service = await serving(['--sample'], { NEO4J_URI: `bolt://127.0.0.1:${port}`, ATTESTED_TIMEOUT_MS: '60000' });

    expect([await health(), await ready(), await ask()]).toEqual([200, [503, { ready: false }], ['UNAVAILABLE']]);
    expect(service.said().stdout).toBe(`GraphiQL: ${service.url}/graphql, with the database "neo4j" of Neo4j at bolt://127.0.0.1:${port}.\n`);
    expect(service.said().stderr.split('\n')[0]).toMatch(/^Neo4j at bolt:\/\/127\.0\.0\.1:\d+ does not answer: .* The service waits for it\.$/);
  });

  it('makes the service ready by itself when it comes', async () => {
    neo4j = await startNeo4j({ port, home });

    await expect.poll(ready, { timeout: 60_000, interval: 200 }).toEqual([200, { ready: true }]);
    expect(await ask()).toEqual({ byKey: { label: 'SOHR' } });
  }, 120_000);

  it('is missed at once when it goes away, and the service stays up', async () => {
    await neo4j?.kill();
    const began = performance.now();

    const answer = await ask();

    expect(answer).toEqual(['UNAVAILABLE']);
    expect(performance.now() - began).toBeLessThan(8000);
    expect([await health(), await ready()]).toEqual([200, [503, { ready: false }]]);
  });

  it('is found again when it comes back, without a restart', async () => {
    neo4j = await startNeo4j({ port, home });

    await expect.poll(ready, { timeout: 60_000, interval: 200 }).toEqual([200, { ready: true }]);
    expect(await ask()).toEqual({ byKey: { label: 'SOHR' } });
  }, 120_000);

  it('keeps nobody from stopping the service while it is away', async () => {
    await neo4j?.kill();

    service.child.kill('SIGTERM');

    expect((await service.ended).code).toBe(0);
  });
});
