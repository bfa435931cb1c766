import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { createServer } from '../src/server.ts';
import { openBrowser } from '../test/support/browser.ts';

/**
 * Measures the views in a real browser, drawn by software: `npx tsx scripts/view-measures.ts [store]`. With a store (an imported release of
 * UCDP, say) its largest source and its map are measured too. The large graph is made up: 2,000 entities, 5,000 relationships, one hub in ten.
 */
const event = 'event_adobmewqtequ5cmqvdu6';
const entities = 2000;
const relationships = 5000;

async function serve(folder: string | null): Promise<{ home: string; close: () => Promise<void> }> {
  const graph = embeddedGraph({ folder, timeoutMs: 60_000 });
  await prepareGraph(graph);
  if (folder === null) await loadSample(graph);
  const http = createHttpServer(createServer(graph));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    http.close();
    await graph.close();
  };
  return { home: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, close };
}

/** A graph that is the same each time: hubs with many neighbours, and links between them. */
function madeUp() {
  const id = (index: number) => `claim_${index.toString(2).padStart(20, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`;
  const nodes = Array.from({ length: entities }, (_, index) => ({ __typename: 'Claim', id: id(index), type: 'CLAIM', label: `Entity number ${index}` }));
  let state = 7;
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const links = Array.from({ length: relationships }, (_, index) => {
    const from = index < entities - 1 ? index + 1 : next(entities);
    const to = index < entities - 1 ? next(Math.max(1, Math.floor((index + 1) / 10))) : next(entities);
    const [one, other] = [nodes[from], nodes[to]];
    return { id: `REPEATS.${one?.id}.${other?.id}~${index}`, type: 'REPEATS', role: null, from: one, to: other, properties: [], evidence: [] };
  });
  return { seed: id(0), answer: { data: { neighbourhood: { nodes, links, omitted: [], truncated: false } } } };
}

/** What the browser notes of itself: first paint, long tasks, and frames while something moves. */
async function watched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = { tasks: [] as number[] };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => noted.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
}

const firstPaint = (page: Page) => page.evaluate(() => Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
const longest = (page: Page) => page.evaluate(() => Math.round(Math.max(0, ...(window as unknown as { noted: { tasks: number[] } }).noted.tasks)));
const forget = (page: Page) => page.evaluate(() => (window as unknown as { noted: { tasks: number[] } }).noted.tasks.splice(0));

async function picture(page: Page, path: string): Promise<number> {
  const start = performance.now();
  await page.goto(path);
  await page.waitForSelector('canvas[data-drawn], .start .cards a[href*="_"]', { timeout: 120_000 });
  return Math.round(performance.now() - start);
}

/** The time between frames while the picture is dragged: half of them, and all but one in twenty, were shorter. */
async function panned(page: Page): Promise<string> {
  const box = await page.locator('.picture canvas').boundingBox();
  if (!box) return 'no picture';
  // As text: a function with a name inside would be sent with a call that only Node has.
  const frames = page.evaluate<number[]>(
    'new Promise((resolve) => { const times = []; (function tick(time) { if (time) times.push(time); if (times.length < 90) requestAnimationFrame(tick); else resolve(times); })(); })',
  );
  await page.mouse.move(box.x + 500, box.y + 300);
  await page.mouse.down();
  for (let step = 0; step < 80; step += 1) await page.mouse.move(box.x + 500 + (step % 40) * 5, box.y + 300 + step * 2);
  await page.mouse.up();
  const times = await frames;
  const between = times
    .slice(1)
    .map((time, index) => time - (times[index] ?? 0))
    .sort((one, other) => one - other);
  return `${Math.round(between[Math.floor(between.length / 2)] ?? 0)} / ${Math.round(between[Math.floor(between.length * 0.95)] ?? 0)} ms`;
}

const browser = await openBrowser();
const sample = await serve(null);

for (const path of ['/', `/view/timeline?of=${event}`, `/view/matrix?about=${event}`, `/view/graph?of=${event}`, `/view/map?of=${event}`]) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await watched(page);
  const drawn = await picture(page, sample.home + path);
  console.log(`${path}: first paint ${await firstPaint(page)} ms, picture ${drawn} ms, longest task ${await longest(page)} ms`);
  await page.close();
}

const { seed, answer } = madeUp();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await watched(page);
await page.route('**/graphql', (route) => {
  const isThis = (route.request().postData() ?? '').includes('"Neighbourhood"');
  return isThis ? route.fulfill({ json: answer }) : route.continue();
});
const large = await picture(page, `${sample.home}/view/graph?of=${seed}`);
await page.waitForSelector('main:not([aria-busy="true"])', { timeout: 60_000 });
const stable = await page.evaluate(() => Math.round(performance.now()));
console.log(`${entities} entities, ${relationships} relationships: first picture ${large} ms, stable ${stable} ms, longest task ${await longest(page)} ms`);
await forget(page);
console.log(`  pan, between frames, half and 95 %: ${await panned(page)}; longest task ${await longest(page)} ms`);
await page.close();
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
    ['the hub with 60 more', `/view/graph?of=${hub}&open=${hub}~PUBLISHED~3`],
    ['the map of all events', '/view/map'],
    ['the map, again', '/view/map'],
    ["the hub's timeline", `/view/timeline?of=${hub}`],
  ] as const) {
    const one = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await watched(one);
    const drawn = await picture(one, home + path);
    const count = await one.locator('.picture canvas').getAttribute('data-drawn');
    console.log(`${name}: ${count} things, first paint ${await firstPaint(one)} ms, picture ${drawn} ms, longest task ${await longest(one)} ms`);
    if (path.startsWith('/view/map')) console.log(`  pan: ${await panned(one)}`);
    await one.close();
  }
  await close();
}
await browser.close();
