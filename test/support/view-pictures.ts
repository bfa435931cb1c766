import type { Browser } from 'playwright-core';

const event = 'event_adobmewqtequ5cmqvdu6';

/** The pictures of docs/views.md, which a test holds the pages to. */
export const pictures = [
  { name: 'start', path: '/', width: 1000, height: 700, scheme: 'light' },
  { name: 'timeline', path: `/view/timeline?of=${event}`, width: 1100, height: 900, scheme: 'light' },
  { name: 'matrix', path: `/view/matrix?about=${event}`, width: 1100, height: 860, scheme: 'light' },
  { name: 'graph', path: `/view/graph?of=${event}`, width: 1000, height: 860, scheme: 'light' },
  { name: 'map', path: `/view/map?of=${event}`, width: 1000, height: 860, scheme: 'light' },
  { name: 'timeline-phone', path: `/view/timeline?of=${event}`, width: 390, height: 1100, scheme: 'dark' },
  { name: 'matrix-phone', path: `/view/matrix?about=${event}`, width: 390, height: 1100, scheme: 'dark' },
] as const;

/** What a page looks like, as a PNG. */
export async function pictureOf(browser: Browser, home: string, { path, width, height, scheme }: (typeof pictures)[number]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, reducedMotion: 'reduce', locale: 'en-US', timezoneId: 'UTC' });
  await page.goto(`${home}${path}`);
  await page.waitForSelector('main:not([aria-busy="true"]) canvas[data-drawn], .start .cards a[href*="_"]');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150); // Until the last frame is painted.
  const picture = await page.screenshot();
  await page.close();
  return picture;
}
