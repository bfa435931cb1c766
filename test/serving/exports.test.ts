import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/errors.ts';
import { around } from '../../src/export/around.ts';
import { formats, tables } from '../../src/export/formats.ts';
import { exportSource } from '../../src/export/source.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { idFromKey } from '../../src/ids.ts';
import { loadSample } from '../../src/sample/load.ts';
import { createServer } from '../../src/server.ts';
import { type HttpService, openHttp } from '../support/http.ts';
import { emptyGraph, engines } from '../support/service.ts';

const event = idFromKey('Event', 'sample:event:coast-march-2025');
const all = { ...formats, ...tables };
type Name = keyof typeof all;

describe.each(engines)('an export over HTTP from %s', (engine) => {
  let http: HttpService;
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph(engine);
    await loadSample(graph);
    http = await openHttp(graph);
  });
  afterAll(async () => {
    await http.close();
    await graph.close();
  });

  const post = (name: string, body: unknown, type = 'application/json') =>
    http.fetch(`/export/${name}`, { method: 'POST', headers: { 'content-type': type }, body: typeof body === 'string' ? body : JSON.stringify(body) });

  it.each(Object.keys(all) as Name[])('is what the command writes: %s', async (name) => {
    const { ids } = await around(graph.read, [event], { depth: 1, limit: 5000 });
    let written = '';
    for await (const text of all[name].write(exportSource(graph.read, ids))) written += text;

    const answer = await http.fetch(`/export/${name}?of=${event}&depth=1`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(`${all[name].media}; charset=utf-8`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="attested.${all[name].ending}"`);
    expect(answer.headers.get('x-attested-whole')).toBe('true');
    expect(await answer.text()).toBe(written);
    expect(written.length).toBeGreaterThan(500);
  });

  it('is of just the entities that are named, when no steps around them are asked for', async () => {
    const text = await (await post('nodes', { of: [event] })).text();

    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain(event);
  });

  it('is as known on a day', async () => {
    const now = await (await post('links', { of: [event], depth: 1 })).text();
    const then = await (await post('links', { of: [event], depth: 1, known: '2025-03-08' })).text();

    expect(then.split('\r\n').length).toBeLessThan(now.split('\r\n').length);
  });

  it.each([
    ['nothing', {}, 'of should be the ids of 1 to 5000 entities'],
    ['no ids', { of: [] }, 'of should be the ids of 1 to 5000 entities'],
    ['what is no id', { of: ['banana'] }, 'of should be the ids of 1 to 5000 entities'],
    ['too many', { of: Array(5001).fill(event) }, '5001 items'],
    ['too many steps', { of: [event], depth: 3 }, 'depth should be a whole number from 0 to 2'],
    ['what is no day', { of: [event], known: 'yesterday' }, 'asOf.known should be a day'],
    ['a number for a day', { of: [event], known: 7 }, 'known should be a day'],
  ])('says what is wrong with %s', async (_, body, says) => {
    const answer = await post('graphml', body);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
  });

  it.each(Object.keys(all) as Name[])('is not of what is not there, nor empty: %s', async (name) => {
    const missing = `event_${'z'.repeat(20)}`;
    const [one, several] = [await http.fetch(`/export/${name}?of=${missing}&depth=1`), await post(name, { of: [missing, missing] })];
    const oneOfTwo = await post(name, { of: [missing, event] });

    expect([one.status, await one.text()]).toEqual([404, `No entity has the id or key "${missing}".\n`]);
    expect([several.status, await several.text()]).toEqual([404, 'None of these 2 entities is there.\n']);
    expect([oneOfTwo.status, (await oneOfTwo.text()).length > 0]).toEqual([200, true]);
  });

  it('says that it took too long, as long as nothing has been sent', async () => {
    const slow: Graph = {
      ...graph,
      read: async (query, params, options) => {
        await sleep(60);
        return graph.read(query, params, options);
      },
    };
    const impatient = await openHttp(slow, { timeoutMs: 20 });

    const answer = await impatient.fetch(`/export/graphml?of=${event}&depth=1`);

    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('An export may take 20 ms, but this one took longer and was stopped.');
    await impatient.close();
  });

  it('says what goes wrong while the first entities are read, and sends many of them in few pieces', async () => {
    const away: Graph = {
      ...graph,
      read: async (query, params, options) => {
        if (query.file === 'entity/by-id') throw new UnavailableError('The database does not answer at present.');
        return graph.read(query, params, options);
      },
    };
    const address = `http://localhost/export/graphml?of=${event}&depth=2`;

    const refused = await createServer(away).fetch(address);
    const pieces: Uint8Array[] = [];
    for await (const piece of (await createServer(graph).fetch(address)).body as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);

    expect([refused.status, await refused.text()]).toEqual([503, 'The database does not answer at present.\n']);
    expect(pieces.length).toBeLessThan(10);
    expect(Buffer.concat(pieces).toString().split('<node ').length).toBeGreaterThan(50);
  });

  it('breaks off when the database goes away after its beginning was sent, and the service goes on', async () => {
    let reads = 0;
    const going: Graph = {
      ...graph,
      read: async (query, params, options) => {
        reads += 1;
        if (query.file === 'export/links') throw new UnavailableError('The database does not answer at present.');
        return graph.read(query, params, options);
      },
    };
    const service = await openHttp(going);

    const cutOff = service.fetch(`/export/graphml?of=${event}&depth=2`).then((answer) => answer.text());

    await expect(cutOff).rejects.toThrow(/terminated/);
    expect(reads).toBeGreaterThan(2);
    expect(service.logged).toEqual([expect.objectContaining({ event: 'unavailable', error: 'The database does not answer at present.' })]);
    expect((await service.fetch(`/export/nodes?of=${event}`)).status).toBe(200);
    await service.close();
  });

  it('is of all ids, whether they stand together or each by itself', async () => {
    const both = [event, idFromKey('Group', 'sample:group:sohr')];
    const [together, apart] = await Promise.all([`of=${both}`, both.map((id) => `of=${id}`).join('&')].map((query) => http.fetch(`/export/nodes?${query}`)));

    expect((await together?.text())?.trim().split('\r\n')).toHaveLength(3);
    expect(await apart?.text()).toBe(await (await http.fetch(`/export/nodes?of=${both}`)).text());
  });

  it('logs nothing of who leaves', async () => {
    const slow: Graph = {
      ...graph,
      read: async (query, params, options) => {
        await sleep(100);
        return graph.read(query, params, options);
      },
    };
    const service = await openHttp(slow);

    const left = service.fetch(`/export/graphml?of=${event}&depth=2`, { signal: AbortSignal.timeout(50) });

    await expect(left).rejects.toThrow(/aborted/);
    await sleep(400);
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it('takes nothing that a foreign page could send unasked, and changes nothing', async () => {
    expect((await post('graphml', { of: [event] }, 'text/plain')).status).toBe(415);
    expect((await http.fetch('/export/graphml', { method: 'DELETE' })).status).toBe(405);
    expect((await post('graphml', '{')).status).toBe(400);
    expect((await http.fetch('/export/banana')).status).toBe(404);
  });
});
