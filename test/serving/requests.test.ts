import { request } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largestBody } from '../../src/serving/requests.ts';
import { type HttpService, openHttp, raw } from '../support/http.ts';
import { emptyGraph } from '../support/service.ts';

let http: HttpService;
let shared: HttpService;
beforeAll(async () => {
  const graph = await emptyGraph('embedded');
  http = await openHttp(graph);
  shared = await openHttp(graph, { corsOrigins: ['https://news.example', 'https://desk.example'] });
});
afterAll(() => Promise.all([http.close(), shared.close()]));

const question = JSON.stringify({ query: '{ __typename }' });
const json = { 'content-type': 'application/json' };
const post = (body: BodyInit, headers: Record<string, string> = json): RequestInit => ({ method: 'POST', headers, body });
const corsHeaders = ({ headers }: Response) => Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

describe('pages of other origins', () => {
  const foreign = { ...json, origin: 'https://evil.example' };
  const known = { ...json, origin: 'https://news.example' };

  it('are shown nothing by default', async () => {
    const answer = await http.fetch('/graphql', post(question, foreign));
    const preflight = await http.fetch('/graphql', { method: 'OPTIONS', headers: { ...foreign, 'access-control-request-method': 'POST' } });

    expect([answer.status, corsHeaders(answer)]).toEqual([200, {}]);
    expect([preflight.status, corsHeaders(preflight)]).toEqual([204, {}]);
  });

  it('are answered when they are listed, and never with credentials', async () => {
    const answer = await shared.fetch('/graphql', post(question, known));
    const preflight = await shared.fetch('/graphql', { method: 'OPTIONS', headers: { ...known, 'access-control-request-method': 'POST' } });

    const exposed = { 'access-control-expose-headers': 'content-disposition, x-attested-whole' };
    expect(corsHeaders(answer)).toEqual({ 'access-control-allow-origin': 'https://news.example', ...exposed });
    expect(answer.headers.get('vary')).toBe('origin');
    expect(corsHeaders(preflight)).toEqual({
      'access-control-allow-origin': 'https://news.example',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '600',
      ...exposed,
    });
  });

  it.each(['https://evil.example', 'null', 'https://news.example.evil.example', 'http://news.example'])(
    'are shown nothing when others are listed: %s',
    async (origin) => {
      const answer = await shared.fetch('/graphql', post(question, { ...json, origin }));

      expect(corsHeaders(answer)).toEqual({});
    },
  );
});

describe('the body of a request', () => {
  it.each([
    ['application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n{__typename}\r\n--x--'],
    ['text/plain', question],
    ['application/graphql', '{ __typename }'],
    ['application/jsonp', question],
  ])('is refused as %s', async (type, body) => {
    const answer = await http.fetch('/graphql', post(body, { 'content-type': type }));

    expect([answer.status, (await answer.json()).errors[0].message]).toEqual([
      415,
      `The body of a request should be application/json, but this one is "${type}".`,
    ]);
  });

  it('is refused without a type', async () => {
    const answer = await http.fetch('/graphql', post(new Uint8Array(Buffer.from(question)), {}));

    expect([answer.status, (await answer.json()).errors[0].message]).toEqual([
      415,
      'The body of a request should be application/json, but this one is of no stated type.',
    ]);
  });

  it('may say its character set', async () => {
    expect((await http.fetch('/graphql', post(question, { 'content-type': 'application/json; charset=utf-8' }))).status).toBe(200);
  });

  it.each(['nonsense', '"text"', 'null', '7', ''])('is refused when it is no JSON object: %s', async (body) => {
    const answer = await http.fetch('/graphql', post(body));

    expect([answer.status, (await answer.json()).errors[0].extensions]).toEqual([400, { code: 'BAD_REQUEST' }]);
  });

  it('is refused as a batch', async () => {
    expect((await http.fetch('/graphql', post(`[${question}, ${question}]`))).status).toBe(400);
  });

  it.each([
    [200, largestBody],
    [413, largestBody + 1],
  ])('is answered with %i at %i bytes, whether or not its length is announced', async (status, length) => {
    const body = `${question.slice(0, -1)}, "variables": {}, "operationName": null}`.padEnd(length);

    const announced = await http.fetch('/graphql', post(body));
    const streamed = await http.fetch('/graphql', { ...post(Readable.toWeb(Readable.from(pieces(body))) as never), duplex: 'half' } as RequestInit);

    expect([announced.status, streamed.status]).toEqual([status, status]);
  });

  it('is not read on when it has become too large: the client is answered and hung up on', async () => {
    const { status, sent } = await sendForever(http.url);

    expect(status).toBe(413);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('an address', () => {
  it('asks with GET', async () => {
    const answer = await http.fetch('/graphql?query=query($x:ID!){node(id:$x){id}}&variables={"x":"event_abcdefghijklmnopqrst"}');

    expect(await answer.json()).toEqual({ data: { node: null } });
  });

  it.each([
    ['variables', '{'],
    ['extensions', '{'],
  ])("whose %s are no JSON is the sender's mistake", async (name, value) => {
    const answer = await http.fetch(`/graphql?query={__typename}&${name}=${value}`);

    expect([answer.status, (await answer.json()).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(http.logged).toEqual([]);
  });

  it.each([
    '/nothing',
    '/graphql/',
    '/graphql/x',
    '/x/health',
    '/graphiql/',
    '/graphiql/nothing.js',
    '/graphiql/..%2fmanifest.json',
    '/graphiql/manifest.json',
    '/constructor',
  ])('that leads nowhere is answered with 404: %s', async (path) => {
    expect((await http.fetch(path)).status).toBe(404);
  });

  it.each(['/', '/health', '/ready', '/graphiql/x.js'])('that can only be read is answered with 405 when it is written to: %s', async (path) => {
    expect((await http.fetch(path, { method: 'POST' })).status).toBe(405);
  });

  it('that cannot be read is answered with a sentence, and no more', async () => {
    const answer = await raw(http.url, { headers: { host: '[' } });

    expect(answer).toEqual({ status: 400, text: 'The address of this request cannot be read.\n' });
  });

  it('is never answered with what a browser could take for something else', async () => {
    const answers = await Promise.all(['/', '/graphql?query={__typename}', '/health', '/nothing'].map((path) => http.fetch(path)));

    expect(answers.map(({ headers }) => [headers.get('x-content-type-options'), headers.get('referrer-policy')])).toEqual(
      answers.map(() => ['nosniff', 'no-referrer']),
    );
  });
});

function pieces(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  return Array.from({ length: Math.ceil(bytes.length / 16_384) }, (_, index) => bytes.subarray(index * 16_384, (index + 1) * 16_384));
}

/** Sends a body without end, until the other side has had enough. */
function sendForever(url: string): Promise<{ status: number; sent: number }> {
  return new Promise((resolve) => {
    let status = 0;
    let sent = 0;
    const piece = Buffer.alloc(65_536, ' ');
    const client = request(`${url}/graphql`, { method: 'POST', headers: json }, (response) => {
      status = response.statusCode ?? 0;
      response.resume();
    });
    const send = (): void => {
      if (client.destroyed) return;
      sent += piece.length;
      client.write(piece, () => setTimeout(send, 1));
    };
    client.on('error', () => {});
    client.on('close', () => resolve({ status, sent }));
    send();
  });
}
