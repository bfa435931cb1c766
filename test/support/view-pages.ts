import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { embeddedGraph } from '../../src/graph/embedded.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { prepareGraph } from '../../src/graph/open.ts';
import { loadSample } from '../../src/sample/load.ts';
import { createServer } from '../../src/server.ts';
import { browserMissing, openBrowser } from './browser.ts';

export const event = 'event_adobmewqtequ5cmqvdu6';
export const sohr = 'group_db6upnjbp6xwcwvwoui6';

export interface ViewPages {
  browser: Browser;
  context: BrowserContext;
  page: Page;
  home: string;
  /** What the service is asked about. */
  graph: Graph;
  /** Errors on the console, and requests that would leave the host. */
  troubles: string[];
  /** Opens an address and waits until what it shows is drawn. */
  open(path: string): Promise<void>;
  /** How many things the picture shows. */
  drawn(): Promise<number>;
  /** What a button saves as a file. */
  saved(button: string, of?: Page): Promise<string>;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its question, which only the test knows.
  ask(query: string, variables?: object): Promise<any>;
}

/** Tests in a real browser, over the sample; without one the run says so in a line, and with CI set it fails. */
export function describeInBrowser(name: string, tests: (pages: ViewPages) => void): void {
  const missing = browserMissing();
  if (missing && process.env.CI) throw new Error(`With CI set the views are tested in a browser, but ${missing}`);
  if (missing) console.log(`The views are not tested in a browser: ${missing}`);
  describe.skipIf(missing !== null)(name, () => tests(viewPages()));
}

/** A page in a context of its own for each test, on a service of its own for each file. */
function viewPages(): ViewPages {
  const graph = embeddedGraph({ folder: null, timeoutMs: 15_000 });
  let http: Server;
  const pages = { graph, open, drawn, saved, ask, troubles: [] as string[] } as unknown as ViewPages;

  beforeAll(async () => {
    await prepareGraph(graph);
    await loadSample(graph);
    http = createHttpServer(createServer(graph));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    pages.home = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    pages.browser = await openBrowser();
  });

  afterAll(async () => {
    await pages.browser?.close();
    await new Promise((resolve) => http.close(resolve));
    await graph.close();
  });

  beforeEach(async () => {
    pages.context = await pages.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, reducedMotion: 'reduce' });
    pages.page = await pages.context.newPage();
    pages.troubles = [];
    pages.page.on('console', (message) => message.type() === 'error' && pages.troubles.push(message.text()));
    pages.page.on('pageerror', (error) => pages.troubles.push(error.message));
    pages.page.on(
      'request',
      (request) => !request.url().startsWith(pages.home) && !/^(data|blob):/.test(request.url()) && pages.troubles.push(`asked ${request.url()}`),
    );
  });

  afterEach(async () => {
    await pages.context.close();
  });

  async function open(path: string): Promise<void> {
    await pages.page.goto(`${pages.home}${path}`);
    await pages.page.waitForFunction(
      () =>
        document.querySelector('main:not([aria-busy="true"]):not(.waiting)') &&
        (document.querySelector('canvas[data-drawn]') || document.querySelector('.start .cards a[href*="_"], .empty, .table-mode .table, .trouble')),
    );
  }

  async function drawn(): Promise<number> {
    return Number(await pages.page.locator('.picture canvas').getAttribute('data-drawn'));
  }

  async function saved(button: string, of = pages.page): Promise<string> {
    const [download] = await Promise.all([of.waitForEvent('download'), of.getByRole('button', { name: button, exact: true }).click()]);
    return readFileSync(await download.path(), 'utf8');
  }

  async function ask(query: string, variables: object = {}): Promise<never> {
    const response = await fetch(`${pages.home}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: never; errors?: { message: string }[] };
    if (errors?.[0]) throw new Error(errors[0].message);
    return data;
  }

  return pages;
}
