import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr } from '../support/view-pages.ts';

describeInBrowser('whoever works by keyboard', (pages) => {
  const { open } = pages;
  const focused = () =>
    pages.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.slice(0, 100) ?? '');

  it('is led from a row of a table to what it opens, and back when that is closed', async () => {
    await open(`/view/timeline?of=${event}`);
    const row = pages.page.locator('section[aria-label^="Numbers"] tbody tr').last().getByRole('button');
    const name = await row.textContent();
    await row.focus();

    await pages.page.keyboard.press('Enter');
    await pages.page.waitForSelector('.panel blockquote');
    const opened = await focused();
    const { y, height } = (await pages.page.locator('.panel').boundingBox()) as { y: number; height: number };
    await pages.page.keyboard.press('Tab');
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForSelector('.panel', { state: 'detached' });

    expect(opened).toBe('Selected');
    expect(y + height).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
    expect(await focused()).toBe(name);
  });

  it('stays in the panel when what it shows changes', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    await pages.page.locator('.panel figcaption a').nth(1).focus();

    await pages.page.keyboard.press('Enter');
    await pages.page.waitForFunction((id) => !location.search.includes(`sel=${id}`), sohr);
    await pages.page.waitForSelector('.panel h2');

    expect(await focused()).toBe('Selected');
  });
});
