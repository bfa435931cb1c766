import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { namesOf } from '../../src/serving/names.ts';
import { type HttpService, openHttp, raw } from '../support/http.ts';
import { emptyGraph } from '../support/service.ts';

let graph: Graph;
let http: HttpService;
beforeAll(async () => {
  graph = await emptyGraph('embedded');
  http = await openHttp(graph);
});
afterAll(async () => {
  await http.close();
  await graph.close();
});

describe('a request', () => {
  it.each(['evil.example', 'evil.example:4000', 'localhost.evil.example', '127.0.0.1.evil.example'])(
    'that calls the service by a name which anybody can lead here is not answered: %s',
    async (host) => {
      const answer = await raw(http.url, { headers: { host } });

      expect(answer).toEqual({
        status: 421,
        text: `This service should be called by an address, as localhost or by a name in ATTESTED_HOSTS, but was called "${host.split(':')[0]}".\n`,
      });
    },
  );

  it.each(['localhost', 'LOCALHOST:4000', 'desk.localhost', '127.0.0.1', '127.1', '192.168.1.7:80', '[::1]:4000'])(
    'is answered when called %s',
    async (host) => {
      expect((await raw(http.url, { headers: { host }, path: '/health' })).status).toBe(200);
    },
  );

  it.each([
    [['attested.example'], ['Attested.Example:443'], ['evil.example']],
    [['*'], ['evil.example'], []],
  ])('is answered by the names that are listed: %j', async (hosts, these, others) => {
    const listed = await openHttp(graph, { hosts });
    const statusOf = async (host: string) => (await raw(listed.url, { headers: { host }, path: '/health' })).status;

    expect(await Promise.all(these.map(statusOf))).toEqual(these.map(() => 200));
    expect(await Promise.all(others.map(statusOf))).toEqual(others.map(() => 421));
    await listed.close();
  });

  it('may be called by any name where other machines may ask, until some are listed', () => {
    expect(namesOf({ host: '0.0.0.0', hosts: [] })('desk.example')).toBe(true);
    expect(namesOf({ host: '0.0.0.0', hosts: ['attested.example'] })('desk.example')).toBe(false);
    expect(namesOf({ host: 'desk.example', hosts: ['attested.example'] })('desk.example')).toBe(true);
  });
});
