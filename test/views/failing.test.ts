import { readFileSync } from 'node:fs';
import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr } from '../support/view-pages.ts';

const manifest = JSON.parse(readFileSync(new URL('../../dist/web/manifest.json', import.meta.url), 'utf8')) as Record<string, string>;

/** Treats the first request of an operation in a way of its own; all others go on. */
function first(operation: string, treat: (route: Route) => Promise<void>): (route: Route) => Promise<void> {
  let isOver = false;
  return async (route) => {
    if (isOver || !route.request().postData()?.includes(`"operationName":"${operation}"`)) return route.continue();
    isOver = true;
    await treat(route);
  };
}

/** The service does it, and its answer is lost on the way. */
async function unanswered(route: Route): Promise<void> {
  await route.fetch();
  await route.abort();
}

describeInBrowser('where an answer is lost or late,', (pages) => {
  const { open, drawn, ask } = pages;
  const kept = (name: string) => ask(`mutation { saveView(input: { name: "${name}", address: "/view/graph?of=${event}" }) { ... on View { id } } }`);

  it('a saved view that could not be loaded is not said to be gone, and is asked for again', async () => {
    const { saveView } = await kept('Not at once');
    await pages.page.route('**/graphql', (route) => route.abort());
    await open(`/view/graph?view=${saveView.id}`);

    const says = await pages.page.locator('.trouble').textContent();
    await pages.page.unroute('**/graphql');
    await pages.page.getByRole('button', { name: 'Try again' }).click();
    await pages.page.waitForSelector('canvas[data-drawn]');

    expect(says).toContain('The saved view could not be loaded. The service does not answer.');
    expect(await pages.page.locator('.banner').count()).toBe(0);
    expect(await pages.page.locator('.saved-note').textContent()).toContain('Not at once');
    expect(await drawn()).toBeGreaterThan(10);
  });

  it('a view is saved once, however often it is sent', async () => {
    await open(`/view/timeline?of=${event}`);
    await pages.page.route('**/graphql', first('SaveView', unanswered));
    await pages.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = pages.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Sent twice');

    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    expect(await dialog.getByRole('alert').textContent()).toContain('The service does not answer');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await pages.page.waitForURL(/view=view_/);

    const { views } = await ask('{ views(first: 100) { edges { node { name } } } }');
    expect(views.edges.filter(({ node }: { node: { name: string } }) => node.name === 'Sent twice')).toHaveLength(1);
  });

  it('a saved view is changed once, and its own change does not stand in the way of what is sent again', async () => {
    const { saveView } = await kept('Before');
    await open(`/view/graph?view=${saveView.id}`);
    await pages.page.route('**/graphql', first('UpdateView', unanswered));
    await pages.page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = pages.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('After');

    await dialog.getByRole('button', { name: 'Change this one' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Change this one' }).click();
    await dialog.waitFor({ state: 'detached' });

    expect((await ask(`{ view(id: "${saveView.id}") { name } }`)).view.name).toBe('After');
  });

  it('what two entities may be to each other is never that of another pair', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    let late = Promise.resolve();
    await pages.page.route(
      '**/graphql',
      first('LinkTypes', async (route) => {
        const answer = await route.fetch();
        late = new Promise((resolve) => setTimeout(resolve, 1500)).then(() => route.fulfill({ response: answer }));
      }),
    );
    await pages.page.getByRole('button', { name: 'Link…' }).click();
    const dialog = pages.page.getByRole('dialog');
    const other = dialog.getByLabel('With whom or what');
    await other.fill('Latakia');
    await dialog.locator('.picker li button', { hasText: 'place' }).first().click();
    await dialog.getByRole('button', { name: 'With another' }).click();
    await other.fill('SNHR');
    await dialog.locator('.picker li button', { hasText: 'group' }).first().click();
    const relationships = dialog.getByLabel('Relationship').locator('option');
    await relationships.first().waitFor({ state: 'attached' });
    const before = await relationships.allTextContents();

    await late;
    await pages.page.waitForTimeout(200);

    expect(await relationships.allTextContents()).toEqual(before);
  });

  it('a search that failed is forgotten once one succeeds', async () => {
    await pages.page.goto(`${pages.home}/record`);
    await pages.page.route(
      '**/graphql',
      first('Pick', (route) => route.abort()),
    );
    await pages.page.getByLabel('Publisher').fill('SNH');
    await pages.page.locator('.picker .error').waitFor();

    await pages.page.getByLabel('Publisher').fill('SNHR');
    await pages.page.locator('.picker li button').first().waitFor();

    expect(await pages.page.locator('.picker .error').count()).toBe(0);
  });

  it.each([
    ['view-timeline.js', `/view/timeline?of=${event}`, 'canvas[data-drawn]'],
    ['record', '/record', '.record form'],
  ])('a part of the page that does not come (%s) is told, and the page can be loaded anew', async (part, path, shown) => {
    const [script] = part === 'record' ? [recordingScript()] : [manifest[part]];
    await pages.page.route(`**/web/${script}`, (route) => route.fulfill({ status: 404, body: '' }));
    await pages.page.goto(`${pages.home}${path}`);

    const says = await pages.page.locator('.trouble').textContent();
    await pages.page.unroute(`**/web/${script}`);
    await pages.page.getByRole('button', { name: 'Try again' }).click();
    await pages.page.waitForSelector(shown);

    expect(says).toContain('A part of this page could not be loaded');
  });

  it('the start page says what went wrong, does not say that it is loading, and tries again', async () => {
    await pages.page.route('**/graphql', (route) => route.abort());
    await open('/');
    const waiting = await pages.page.getByText('Loading…').count();
    await pages.page.unroute('**/graphql');

    await pages.page.getByRole('button', { name: 'Try again' }).click();
    await pages.page.waitForSelector('.start .cards a[href*="_"]');

    expect(waiting).toBe(0);
    expect(await pages.page.locator('.trouble').count()).toBe(0);
  });

  it('what is selected is looked up again when asked', async () => {
    await pages.page.route(
      '**/graphql',
      first('Selected', (route) => route.abort()),
    );
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);

    await pages.page.locator('.panel').getByRole('button', { name: 'Try again' }).click();
    await pages.page.waitForSelector('.panel dl');

    expect(await pages.page.locator('.panel h2').first().textContent()).toBe('SOHR');
  });

  it('data that could not be saved is said to be so in a sentence', async () => {
    await open(`/view/graph?of=${event}`);
    await pages.page.route('**/export/**', (route) => route.abort());
    await pages.page.getByRole('button', { name: 'Data…' }).click();

    await pages.page.getByRole('dialog').getByRole('button', { name: 'GraphML' }).click();

    await pages.page.getByRole('dialog').getByText('It could not be saved: The service does not answer.').waitFor();
  });

  it('a publisher that was picked is still there after a look at what was read', async () => {
    await pages.page.goto(`${pages.home}/record`);
    await pages.page.getByLabel('Title').fill('Pasted');
    await pages.page.getByLabel('Text').fill('At least 1,225 civilians were killed, SOHR said.');
    await pages.page.getByLabel('Publisher').fill('SNHR');
    await pages.page.locator('.picker li button').first().click();
    const picked = await pages.page.locator('p', { hasText: 'Publisher:' }).textContent();
    await pages.page.getByRole('button', { name: 'Read it' }).click();

    await pages.page.getByRole('button', { name: 'Back to the text' }).click();

    expect(picked).toContain('SNHR');
    expect(await pages.page.locator('p', { hasText: 'Publisher:' }).textContent()).toBe(picked);
  });
});

/** The script of the page for recording has no name but the one with the hash: of those that come later it is the one that is no view's. */
function recordingScript(): string {
  const entry = readFileSync(new URL(`../../dist/web/${manifest['views.js']}`, import.meta.url), 'utf8');
  const later = [...entry.matchAll(/import\("\.\/([\w.-]+\.js)"\)/g)].map(([, name]) => name as string);
  const views = Object.entries(manifest).flatMap(([name, script]) => (name.startsWith('view-') ? [script] : []));
  return later.find((name) => !views.includes(name)) as string;
}
