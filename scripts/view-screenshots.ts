import { writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { embeddedGraph } from '../src/graph/embedded.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { loadSample } from '../src/sample/load.ts';
import { createServer } from '../src/server.ts';
import { openBrowser } from '../test/support/browser.ts';
import { pictureOf, pictures } from '../test/support/view-pictures.ts';

/** Takes the pictures of docs/views.md anew, from the sample, in a real browser: `npx tsx scripts/view-screenshots.ts`. */
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const graph = embeddedGraph({ folder: null, timeoutMs: 15_000 });
await prepareGraph(graph);
await loadSample(graph);
const http = createHttpServer(createServer(graph));
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const browser = await openBrowser();
for (const picture of pictures) {
  const png = await pictureOf(browser, `http://127.0.0.1:${(http.address() as AddressInfo).port}`, picture);
  writeFileSync(`${folder}${picture.name}.png`, png);
  console.log(`${picture.name}.png, ${Math.round(png.length / 1000)} kB`);
}
await browser.close();
http.close();
await graph.close();
