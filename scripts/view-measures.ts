import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { createServer } from '../src/server.ts';
import { openBrowser } from '../test/support/browser.ts';
import { madeUp } from '../test/support/made-up-graph.ts';

/**
 * Measures the views in a real browser, drawn by software: `npx tsx scripts/view-measures.ts [store]`. With a store (an imported release of
 * UCDP, say) its largest source and its map are measured too. The large graph is made up: 2,000 entities, 5,000 relationships, one hub in ten.
 */
const event = 'event_adobmewqtequ5cmqvdu6';

/** The service over a store, or over the sample. Questions that `answers` names are answered with that, by the same server. */
async function serve(folder: string | null, answers: ReadonlyMap<string, string> = new Map()): Promise<{ home: string; close: () => Promise<void> }> {
  const graph = embeddedGraph({ folder, timeoutMs: 60_000 });
  await prepareGraph(graph);
  if (folder === null) await loadSample(graph);
  const server = createServer(graph);
  const http = createHttpServer(async (request, response) => {
    if (request.method !== 'POST' || answers.size === 0) return void server(request, response);
    const body = await text(request);
    const made = answers.get((JSON.parse(body) as { operationName: string }).operationName);
    response.setHeader('content-type', 'application/json');
    if (made) return void response.end(made);
    const answer = await server.fetch('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    http.close();
    await graph.close();
  };
  return { home: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close };
}

/** What the browser notes of itself: first paint, when the picture stands, long tasks. */
async function watched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { tasks: [] as number[], drawn: 0, count: '' };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => noted.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
    new MutationObserver(() => {
      const count = document.querySelector<HTMLElement>('canvas[data-drawn]')?.dataset.drawn ?? '';
      if (count === noted.count) return;
      noted.count = count;
      noted.drawn = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-drawn'] });
  });
}

interface Noted {
  readonly tasks: number[];
  readonly drawn: number;
}

const firstPaint = (page: Page) => page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
/** When what the picture shows was last another, in milliseconds from the beginning of the page. */
const drawnAt = (page: Page) => page.evaluate(() => Math.round((window as unknown as { noted: Noted }).noted.drawn));
const longest = (page: Page) => page.evaluate(() => Math.round(Math.max(0, ...(window as unknown as { noted: Noted }).noted.tasks.splice(0))));
const settled = (page: Page) => page.waitForSelector('main:not([aria-busy="true"]):not(.waiting)', { timeout: 120_000 });

async function picture(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForSelector('canvas[data-drawn], .start .cards a[href*="_"]', { timeout: 120_000 });
}

/** The time between frames while something is done to the picture: half of them, and all but one in twenty, were shorter. */
async function frames(page: Page, moves: (x: number, y: number) => Promise<void>): Promise<string> {
  const box = await page.locator('.picture canvas').boundingBox();
  if (!box) return 'no picture';
  // As text: a function with a name inside would be sent with a call that only Node has.
  const times = page.evaluate<number[]>(
    'new Promise((resolve) => { const times = []; (function tick(time) { if (time) times.push(time); if (times.length < 90) requestAnimationFrame(tick); else resolve(times); })(); })',
  );
  await moves(box.x + 500, box.y + 300);
  const between = (await times)
    .map((time, index, all) => time - (all[index - 1] ?? time))
    .slice(1)
    .sort((one, other) => one - other);
  return `${Math.round(between[Math.floor(between.length / 2)] ?? 0)} / ${Math.round(between[Math.floor(between.length * 0.95)] ?? 0)} ms`;
}

const panned = (page: Page) =>
  frames(page, async (x, y) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 80; step += 1) await page.mouse.move(x + (step % 40) * 5, y + step * 2);
    await page.mouse.up();
  });

const zoomed = (page: Page) =>
  frames(page, async (x, y) => {
    await page.mouse.move(x, y);
    for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, step < 30 ? -40 : 40);
  });

/** Shows another state of the page that is open: when its last question was answered, and how long after that its picture stood there. */
async function changed(page: Page, path: string): Promise<string> {
  const start = await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return performance.now();
  }, path);
  await page.waitForFunction((since) => (window as unknown as { noted: Noted }).noted.drawn > since, start);
  const answered = await page.evaluate(() =>
    Math.max(...performance.getEntriesByName(`${location.origin}/graphql`).map((entry) => (entry as PerformanceResourceTiming).responseEnd)),
  );
  return `answered after ${Math.round(answered - start)} ms, drawn ${Math.round((await drawnAt(page)) - answered)} ms later`;
}

const browser = await openBrowser();
const [entities, relationships] = [2000, 5000];
const { seed, answer } = madeUp(entities, relationships);
const sample = await serve(null, new Map([['Neighbourhood', JSON.stringify(answer)]]));
const real = await serve(null);
const open = () => browser.newPage({ viewport: { width: 1280, height: 900 } });

console.log(`Load of this machine as it begins: ${loadavg()[0]?.toFixed(1)}`);
for (const path of ['/', '/', `/view/timeline?of=${event}`, `/view/matrix?about=${event}`, `/view/graph?of=${event}`, `/view/map?of=${event}`]) {
  const page = await open();
  await watched(page);
  await picture(page, real.home + path);
  console.log(`${path}: first paint ${await firstPaint(page)} ms, picture ${await drawnAt(page)} ms, longest task ${await longest(page)} ms`);
  await page.close();
}

for (const time of ['', ', again', ', again']) {
  const page = await open();
  await watched(page);
  await picture(page, `${sample.home}/view/graph?of=${seed}`);
  const first = await drawnAt(page);
  await settled(page);
  const stable = await page.evaluate(() => Math.round(performance.now()));
  console.log(
    `${entities} entities, ${relationships} relationships${time}: first picture ${first} ms, stable ${stable} ms, longest task ${await longest(page)} ms`,
  );
  await page.waitForTimeout(300);
  await longest(page);
  console.log(`  pan, between frames, half and 95 %: ${await panned(page)}; longest task ${await longest(page)} ms`);
  console.log(`  zoom: ${await zoomed(page)}; longest task ${await longest(page)} ms`);
  await page.close();
}
await real.close();
await sample.close();

const folder = process.argv[2];
if (folder) {
  const { home, close } = await serve(folder);
  const query = '{ search(text: "SOHR", types: [GROUP], first: 1) { edges { node { id } } } }';
  const response = await fetch(`${home}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  const { data } = (await response.json()) as { data: { search: { edges: { node: { id: string } }[] } } };
  const hub = data.search.edges[0]?.node.id;
  for (const [name, path] of [
    ['the hub', `/view/graph?of=${hub}`],
    ['the hub, again', `/view/graph?of=${hub}`],
    ['the map of all events', '/view/map'],
    ['the map, again', '/view/map'],
    ['the map of a year', '/view/map?from=2017-01-01&to=2017-12-31'],
    ["the hub's timeline", `/view/timeline?of=${hub}`],
  ] as const) {
    const page = await open();
    await watched(page);
    await picture(page, home + path);
    const count = await page.locator('.picture canvas').getAttribute('data-drawn');
    const [drawn, paint] = [await drawnAt(page), await firstPaint(page)];
    await settled(page);
    console.log(`${name}: ${count} things, first paint ${paint} ms, picture ${drawn} ms, longest task ${await longest(page)} ms`);
    if (path.startsWith('/view/map')) console.log(`  pan: ${await panned(page)}; zoom: ${await zoomed(page)}; longest task ${await longest(page)} ms`);
    if (name === 'the hub, again') {
      for (const pages of [3, 6])
        console.log(`  some 60 more: ${await changed(page, `${path}&open=${hub}~PUBLISHED~${pages}`)}; longest task ${await longest(page)} ms`);
    }
    await page.close();
  }
  await close();
}
await browser.close();
