import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleQuestions } from '../../src/serving/pages.ts';
import { type HttpService, openHttp } from '../support/http.ts';
import { emptyGraph } from '../support/service.ts';

let http: HttpService;
beforeAll(async () => {
  http = await openHttp(await emptyGraph('embedded'));
});
afterAll(() => http.close());

const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
const addressesIn = (html: string) => [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address as string);

describe('GraphiQL', () => {
  it('is shown to browsers, and only to them', async () => {
    const [page, answer] = await Promise.all([http.fetch('/graphql', browser), http.fetch('/graphql?query={__typename}')]);

    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('has everything from this service, to be kept for good and sent compressed', async () => {
    const html = await (await http.fetch('/graphql', browser)).text();
    const addresses = addressesIn(html).filter((address) => address !== 'data:,');
    const assets = await Promise.all(addresses.map((address) => http.fetch(address, { headers: { 'accept-encoding': 'gzip, br' } })));

    expect(addresses.map((address) => address.replace(/-\w{8}\./, '-HASH.'))).toEqual(['/graphiql/graphiql-HASH.css', '/graphiql/graphiql-HASH.js']);
    expect(assets.map(({ status, headers }) => [status, headers.get('content-type'), headers.get('content-encoding'), headers.get('cache-control')])).toEqual([
      [200, 'text/css; charset=utf-8', 'br', 'public, max-age=31536000, immutable'],
      [200, 'text/javascript; charset=utf-8', 'br', 'public, max-age=31536000, immutable'],
    ]);
    const weight = assets.reduce((sum, { headers }) => sum + Number(headers.get('content-length')), html.length);
    expect(weight).toBeLessThan(500_000);
  });

  it('loads nothing from elsewhere, and may not', async () => {
    const page = await http.fetch('/graphql', browser);
    const style = await (await http.fetch(addressesIn(await page.clone().text()).find((address) => address.endsWith('.css')) as string)).text();

    expect([...style.matchAll(/url\((.{0,12})/g)].filter(([, start]) => !/^"?data:image/.test(start as string))).toEqual([]);
    expect(style).not.toContain('@import');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each(['br', 'gzip', 'identity'])('sends the same script whether or not it is compressed: %s', async (encoding) => {
    const address = addressesIn(await (await http.fetch('/graphql', browser)).text()).find((found) => found.endsWith('.js')) as string;

    const plain = await (await http.fetch(address, { headers: { 'accept-encoding': 'identity' } })).text();
    const sent = await http.fetch(address, { headers: { 'accept-encoding': encoding } });

    expect(sent.headers.get('content-encoding') ?? 'identity').toBe(encoding);
    expect(await sent.text()).toBe(plain);
  });

  it('is not sent twice', async () => {
    const address = addressesIn(await (await http.fetch('/graphql', browser)).text()).find((found) => found.endsWith('.js')) as string;
    const etag = (await http.fetch(address)).headers.get('etag') as string;

    const again = await http.fetch(address, { headers: { 'if-none-match': etag } });

    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('has a tab for each example question, with its comment first', async () => {
    const html = await (await http.fetch('/graphql', browser)).text();
    const tabs = JSON.parse(/id="tabs">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null') as { query: string }[];

    expect(tabs.map(({ query }) => query)).toEqual(exampleQuestions());
    expect(tabs.length).toBeGreaterThan(0);
    expect(tabs.filter(({ query }) => !/^# \S.*\n/.test(query) || !parse(query))).toEqual([]);
  });
});

describe.each(['/', '/view/timeline', '/view/matrix', '/view/graph', '/view/map'])('the page %s', (path) => {
  it('loads nothing from elsewhere, runs no script but its own, and tells nobody where the reader was', async () => {
    const page = await http.fetch(path, browser);
    const html = await page.text();
    const files = addressesIn(html).filter((address) => address.startsWith('/web/'));

    expect(addressesIn(html).filter((address) => !/^(data:|\/)/.test(address))).toEqual([]);
    // A view's own script is asked for along with the page's.
    expect(files.map((address) => address.replace(/-\w+\./, '.'))).toEqual(['/web/views.css', '/web/views.js', ...(path === '/' ? [] : ['/web/part.js'])]);
    expect(await Promise.all(files.map(async (address) => (await http.fetch(address)).status))).toEqual(files.map(() => 200));
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});
