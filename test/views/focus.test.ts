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
    await expect.poll(focused).toBe(name);
  });

  it('stays in the panel when what it shows changes', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    await pages.page.locator('.panel figcaption a').nth(1).focus();

    await pages.page.keyboard.press('Enter');
    await pages.page.waitForFunction((id) => !location.search.includes(`sel=${id}`), sohr);
    await pages.page.waitForSelector('.panel h2');

    await expect.poll(focused).toBe('Selected');
  });

  it('closes with Esc the dialog only, not what stands behind it', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    await pages.page.getByRole('button', { name: 'Link…' }).click();
    await pages.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).focus();

    await pages.page.keyboard.press('t');
    await pages.page.keyboard.press('Escape');
    await pages.page.getByRole('dialog').waitFor({ state: 'detached' });

    expect(await pages.page.locator('.panel h2').first().textContent()).toBe('SOHR');
    expect(pages.page.url()).not.toContain('as=table');
    await expect.poll(focused).toBe('Link…');
  });

  it('comes back to where a dialog was opened from when its work is done', async () => {
    const { ask } = pages;
    const { saveView } = await ask(`mutation { saveView(input: { name: "To be renamed", address: "/view/graph?of=${event}" }) { ... on View { id } } }`);
    await open(`/view/graph?view=${saveView.id}`);
    await pages.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = pages.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Renamed');

    await dialog.getByRole('button', { name: 'Change this one' }).click();
    await dialog.waitFor({ state: 'detached' });

    await expect.poll(focused).toBe('Save');
  });

  it('is asked again before a saved view is deleted', async () => {
    const { saveView } = await pages.ask(`mutation { saveView(input: { name: "To go", address: "/view/graph?of=${event}" }) { ... on View { id } } }`);
    const there = async () => (await pages.ask(`{ view(id: "${saveView.id}") { name } }`)).view;
    await open(`/view/graph?view=${saveView.id}`);
    await pages.page.getByRole('button', { name: 'Save', exact: true }).click();

    await pages.page.getByRole('button', { name: 'Delete it' }).click();
    const before = await there();
    await pages.page.getByRole('button', { name: 'Yes, delete it' }).click();
    await pages.page.waitForURL(`**/view/graph?of=${event}`);

    expect(before).toEqual({ name: 'To go' });
    expect(await there()).toBe(null);
  });

  it('is at the beginning of the next step of a recording, not nowhere', async () => {
    await pages.page.goto(`${pages.home}/record`);
    await pages.page.getByLabel('Title').fill('Pasted');
    await pages.page.getByLabel('Text').fill('At least 1,225 civilians were killed, SOHR said.');

    await pages.page.getByRole('button', { name: 'Read it' }).click();
    await pages.page.waitForSelector('.suggestion');

    expect(await pages.page.evaluate(() => document.activeElement?.className)).toBe('record');
  });

  it('stays where something was picked, and where it is to be another', async () => {
    await pages.page.goto(`${pages.home}/record`);
    await pages.page.getByLabel('Publisher').fill('SNHR');
    const hit = pages.page.locator('.picker li button').first();
    await hit.focus();

    await pages.page.keyboard.press('Enter');
    await hit.waitFor({ state: 'detached' });
    const picked = await focused();
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForSelector('.picker');

    expect(picked).toBe('Another');
    expect(await pages.page.evaluate(() => document.activeElement?.closest('.picker')?.textContent?.trim())).toBe('Publisher');
  });

  it('opens the first that is found for all that was typed, also when Enter is faster than the answer', async () => {
    await open('/');
    await pages.page.getByLabel('Search').fill('Latakia');
    await pages.page.waitForSelector('#hits li');

    await pages.page.getByLabel('Search').fill('SNHR');
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForURL(/\/view\//);

    const { search } = await pages.ask('{ search(text: "SNHR", first: 1) { edges { node { id } } } }');
    expect(pages.page.url()).toContain(search.edges[0].node.id);
  });

  it('has what was found out of the way once elsewhere', async () => {
    await open('/');
    await pages.page.getByLabel('Search').fill('Latakia');
    await pages.page.waitForSelector('#hits li');

    await pages.page.keyboard.press('Tab');

    await pages.page.waitForSelector('#hits', { state: 'hidden' });
  });
});
