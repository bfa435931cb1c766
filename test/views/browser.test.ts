import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embeddedGraph } from '../../src/graph/embedded.ts';
import { prepareGraph } from '../../src/graph/open.ts';
import { loadSample } from '../../src/sample/load.ts';
import { createServer } from '../../src/server.ts';
import { browserMissing, openBrowser } from '../support/browser.ts';

const event = 'event_adobmewqtequ5cmqvdu6';
const sohr = 'group_db6upnjbp6xwcwvwoui6';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const missing = browserMissing();
if (missing && process.env.CI) throw new Error(`With CI set the views are tested in a browser, but ${missing}`);
if (missing) console.log(`The views are not tested in a browser: ${missing}`);

describe.skipIf(missing !== null)('the views in a real browser', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let http: Server;
  let home: string;
  let troubles: string[];
  const graph = embeddedGraph({ folder: null, timeoutMs: 15_000 });

  beforeAll(async () => {
    await prepareGraph(graph);
    await loadSample(graph);
    http = createHttpServer(createServer(graph));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    home = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => http.close(resolve));
    await graph.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, reducedMotion: 'reduce' });
    page = await context.newPage();
    troubles = [];
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('request', (request) => !request.url().startsWith(home) && !/^(data|blob):/.test(request.url()) && troubles.push(`asked ${request.url()}`));
  });

  afterEach(async () => {
    await context.close();
  });

  async function open(path: string): Promise<void> {
    await page.goto(`${home}${path}`);
    await page.waitForFunction(
      () =>
        document.querySelector('main:not([aria-busy="true"]):not(.waiting)') &&
        (document.querySelector('canvas[data-drawn]') || document.querySelector('.start .cards a[href*="_"], .empty, .table-mode .table, .trouble')),
    );
  }

  const drawn = () => page.locator('.picture canvas').getAttribute('data-drawn');
  const ask = async (query: string) =>
    (
      (await (await fetch(`${home}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json()) as {
        data: Record<string, never>;
      }
    ).data;
  async function saved(button: string, of = page): Promise<string> {
    const [download] = await Promise.all([of.waitForEvent('download'), of.getByRole('button', { name: button, exact: true }).click()]);
    return readFileSync(await download.path(), 'utf8');
  }

  it('leads from the start page to each view in one click', async () => {
    await open('/');

    const links = await page.locator('.cards a').evaluateAll((cards) => cards.map((card) => card.getAttribute('href')));

    expect(links).toEqual([`/view/timeline?of=${event}`, `/view/matrix?about=${event}`, `/view/graph?of=${event}`, `/view/map?of=${event}`]);
    expect(troubles).toEqual([]);
  });

  it('draws the seven steps of the toll, each with its operator', async () => {
    await open(`/view/timeline?of=${event}`);

    const svg = await saved('SVG');
    const rows = await page
      .locator('section[aria-label^="Numbers"] tbody tr')
      .filter({ hasText: 'SOHR' })
      .filter({ hasText: /civilians killed(?! in)/ })
      .locator('td:nth-child(4)')
      .allTextContents();

    expect(rows).toEqual(['340', 'at least 745', '830', '973', 'at least 1,225', '1,383', 'at least 1,500']);
    for (const number of rows) expect(svg).toContain(`>${number}</text>`);
    expect(troubles).toEqual([]);
  });

  it('draws every source, cell and contradiction of the matrix', async () => {
    const { contradictions } = (await ask(`{ contradictions(about: "${event}", metric: null) { totalCount } }`)) as unknown as {
      contradictions: { totalCount: number };
    };
    await open(`/view/matrix?about=${event}`);

    const svg = await saved('SVG');

    expect(contradictions.totalCount).toBe(5);
    expect(await page.locator('section[aria-label^="Contradictions"] tbody tr').count()).toBe(5);
    // Each contradiction is marked at both of its claims.
    for (const number of ['1', '2', '3', '4', '5']) expect(svg.split(`fill="#ffffff" font-weight="700" text-anchor="middle">${number}</text>`)).toHaveLength(3);
    expect(svg).toContain('>at least 1,500</text>');
    expect(troubles).toEqual([]);
  });

  it('draws as many entities as the neighbourhood has, and a mark for what it leaves out', async () => {
    const { neighbourhood } = (await ask(
      `{ neighbourhood(of: ["${event}"], depth: 1, perNode: 10, limit: 200) { nodes { id } omitted { node } } }`,
    )) as unknown as { neighbourhood: { nodes: object[]; omitted: object[] } };
    await open(`/view/graph?of=${event}`);

    expect(Number(await drawn())).toBe(neighbourhood.nodes.length + neighbourhood.omitted.length);
    expect(await page.locator('section[aria-label="Entities"] tbody tr').count()).toBe(neighbourhood.nodes.length);
    expect(troubles).toEqual([]);
  });

  it('never draws a governorate as a dot', async () => {
    await open(`/view/map?of=${event}`);

    expect(Number(await drawn())).toBe(4);
    expect(await page.locator('section[aria-label="Events, by place"] tbody td:nth-child(2)').allTextContents()).toEqual(
      Array(4).fill('somewhere in the governorate'),
    );
    expect(troubles).toEqual([]);
  });

  it('opens more at a plus by keyboard alone, moves nothing old, and Back undoes it', async () => {
    await open(`/view/graph?of=${event}`);
    const before = await saved('SVG');
    const count = Number(await drawn());
    const picture = page.getByRole('application');

    await picture.focus();
    await picture.press('e');
    await page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) > old, count);

    expect(page.url()).toContain(`open=${event}~ABOUT~1`);
    await page.goBack();
    await page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) === old, count);
    expect(await saved('SVG')).toBe(before);
    expect(troubles).toEqual([]);
  });

  it.each([
    `/view/timeline?of=${event}&clock=happened`,
    `/view/matrix?about=${event}&rows=publisher`,
    `/view/graph?of=${sohr}&depth=2`,
    `/view/map?of=${event}`,
  ])('%s is byte for byte the same picture in a fresh browser', async (path) => {
    await open(path);
    const here = await saved('SVG');
    const other = await browser.newContext({ viewport: { width: 900, height: 700 }, colorScheme: 'dark', acceptDownloads: true });
    const elsewhere = await other.newPage();
    await elsewhere.goto(`${home}${path}`);
    await elsewhere.waitForSelector('canvas[data-drawn]');

    expect(await saved('SVG', elsewhere)).toBe(here);
    await other.close();
  });

  it('shows the words first, then who printed them', async () => {
    await open(`/view/timeline?of=${event}`);

    await page.locator('section[aria-label^="Numbers"] tbody tr').filter({ hasText: '1,225' }).getByRole('button').click();
    await page.waitForSelector('.panel blockquote');
    const [first, second] = await page.locator('.panel > :is(blockquote, p.source)').allTextContents();

    expect(first).toBe('“At least 1,225 civilians have been killed”');
    expect(second).toContain('Kurdistan24');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.panel', { state: 'detached' });
  });

  it('finds a name in Arabic, and leads there', async () => {
    await open('/');

    await page.keyboard.press('/');
    await page.keyboard.type('المرصد السوري');
    await page.waitForSelector('#hits li');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/view\//);

    expect(page.url()).toBe(`${home}/view/graph?of=${sohr}`);
  });

  it('names what it cannot read in an address, and shows the rest', async () => {
    await open(`/view/timeline?of=${event}&clock=banana`);

    expect(await page.locator('.banner').textContent()).toContain('clock should be one of published, happened, recorded');
  });

  it('says what was asked when there is nothing', async () => {
    await open('/view/matrix?about=event_aaaaaaaaaaaaaaaaaaaa');

    expect(await page.locator('.empty').textContent()).toContain('no event has this id');
  });

  it('says what went wrong, and tries again when asked', async () => {
    await page.route('**/graphql', (route) => route.abort());
    await open(`/view/timeline?of=${event}`);
    expect(await page.locator('.trouble').textContent()).toContain('The service does not answer');

    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('canvas[data-drawn]');
  });

  it('says what it is waiting for after a second, and can be told to stop', async () => {
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue().catch(() => {});
    });
    await page.goto(`${home}/view/timeline?of=${event}`);
    await page.waitForSelector('.progress');

    expect(await page.locator('.progress').textContent()).toContain('Still asking: Timeline');
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.locator('.trouble').textContent()).toContain('Cancelled');
  });

  it('offers SVG where the browser does not let a picture be read', async () => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.toBlob = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await open(`/view/matrix?about=${event}`);

    await page.getByRole('button', { name: 'PNG', exact: true }).click();

    expect(await page.locator('.says').textContent()).toContain('SVG works');
  });

  it('shows the very operation behind the picture', async () => {
    await open(`/view/graph?of=${event}`);

    await page.getByRole('button', { name: 'Show the GraphQL' }).click();

    expect(await page.locator('dialog pre').first().textContent()).toContain('query Neighbourhood');
    expect(await page.locator('dialog a').first().getAttribute('href')).toMatch(/^\/graphql\?query=query%20Neighbourhood/);
  });

  const states = [
    '/',
    `/view/timeline?of=${event}`,
    `/view/matrix?about=${event}`,
    `/view/graph?of=${sohr}&sel=${sohr}`,
    `/view/map?of=${event}`,
    `/view/timeline?of=${event}&as=table`,
    '/view/matrix?about=event_aaaaaaaaaaaaaaaaaaaa',
    `/view/graph?of=${event}&depth=7`,
  ];

  it.each(states.flatMap((path) => (['light', 'dark'] as const).map((scheme) => ({ path, scheme }))))(
    'axe finds nothing at $path, $scheme',
    async ({ path, scheme }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(path);
      if (path.includes('sel=')) await page.waitForSelector('.panel dl');
      await page.evaluate(axe);

      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
      });

      expect(found).toEqual([]);
    },
  );

  it.each(states)('nothing is wider than a phone at %s', async (path) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(path);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
