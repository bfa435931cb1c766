import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { createServer } from '../src/server.ts';
import { openBrowser } from '../test/support/browser.ts';

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const event = 'event_adobmewqtequ5cmqvdu6';

/** The pictures of docs/views.md, from the sample, in a real browser: `npx tsx scripts/view-screenshots.ts`. */
const pictures = [
  { name: 'start', path: '/', width: 1280, scheme: 'light' },
  { name: 'timeline', path: `/view/timeline?of=${event}`, width: 1280, scheme: 'light' },
  { name: 'matrix', path: `/view/matrix?about=${event}`, width: 1280, scheme: 'light' },
  { name: 'graph', path: `/view/graph?of=${event}`, width: 1280, scheme: 'light' },
  { name: 'map', path: `/view/map?of=${event}`, width: 1280, scheme: 'light' },
  { name: 'timeline-phone', path: `/view/timeline?of=${event}`, width: 390, scheme: 'dark' },
  { name: 'matrix-phone', path: `/view/matrix?about=${event}`, width: 390, scheme: 'dark' },
] as const;

const graph = embeddedGraph({ folder: null, timeoutMs: 15_000 });
await prepareGraph(graph);
await loadSample(graph);
const http = createHttpServer(createServer(graph));
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const browser = await openBrowser();
for (const { name, path, width, scheme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 1500 : 1080 }, colorScheme: scheme });
  await page.goto(`http://127.0.0.1:${(http.address() as AddressInfo).port}${path}`);
  await page.waitForSelector('canvas[data-drawn], .start .cards a[href*="_"]');
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();
http.close();
await graph.close();
