import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr, type ViewPages } from '../support/view-pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const hostile = '</script><img src=x onerror="window.broken=1"><b>"\'&\u202e';

interface State {
  readonly path: string;
  readonly does?: string;
  readonly act?: (pages: ViewPages) => Promise<unknown>;
}

const press = (name: string) => async (pages: ViewPages) => {
  await pages.page.getByRole('button', { name, exact: true }).click();
  await pages.page.waitForSelector('dialog[open]');
};

const states: readonly State[] = [
  { path: '/' },
  { path: `/view/timeline?of=${event}` },
  { path: `/view/timeline?of=${event}&known=2025-03-10` },
  { path: `/view/timeline?of=${event}`, does: 'saving', act: press('Save') },
  { path: `/view/matrix?about=${event}` },
  { path: `/view/matrix?about=${event}`, does: 'the GraphQL', act: press('Show the GraphQL') },
  { path: `/view/graph?of=${sohr}&sel=${sohr}`, act: ({ page }) => page.waitForSelector('.panel dl') },
  {
    path: `/view/graph?of=${sohr}&sel=${sohr}`,
    does: 'linking',
    act: async (pages) => {
      await press('Link…')(pages);
      await pages.page.getByRole('dialog').getByLabel('With whom or what').fill('SNHR');
      await pages.page.locator('.picker li button').first().click();
      await pages.page.waitForSelector('.evidence label');
      await pages.page.getByText('A new claim').click();
    },
  },
  { path: `/view/graph?of=${sohr}&fold=${sohr}`, does: 'folded' },
  {
    path: `/view/graph?of=${event}`,
    does: 'a relationship',
    act: async ({ page }) => {
      await page.locator('section[aria-label="Relationships"] tbody button').first().click();
      await page.waitForSelector('.panel h2');
    },
  },
  { path: `/view/graph?of=${event}`, does: 'the data', act: press('Data…') },
  { path: `/view/map?of=${event}` },
  { path: `/view/map?of=${event}`, does: 'the keys', act: press('Keys') },
  { path: `/view/timeline?of=${event}&as=table` },
  { path: '/view/matrix?about=event_aaaaaaaaaaaaaaaaaaaa', does: 'empty' },
  { path: `/view/graph?of=${event}&depth=7`, does: 'a banner' },
  {
    path: '/',
    does: 'without an answer',
    act: async ({ page }) => {
      await page.route('**/graphql', (route) => route.abort());
      await page.reload();
      await page.waitForSelector('.trouble');
    },
  },
  {
    path: '/record',
    does: 'a text that was read',
    act: async ({ page }) => {
      await page.getByLabel('Title').fill('Pasted');
      await page.getByLabel('Text').fill('At least 1,225 civilians were killed, SOHR said. Latakia was quiet.');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.waitForSelector('.suggestion');
      await page.getByText('Set it right').first().click();
    },
  },
];

describeInBrowser('the views, for whoever cannot see or point,', (pages) => {
  const named = states.map((state) => ({ ...state, does: state.does ?? 'as it opens' }));
  // Dialogs have the colours of their page.
  const inBoth = named.flatMap((state) =>
    (state.act && state.path !== '/record' ? (['light'] as const) : (['light', 'dark'] as const)).map((scheme) => ({ ...state, scheme })),
  );

  async function openState({ path, act }: State): Promise<void> {
    if (path === '/record') {
      await pages.page.goto(`${pages.home}/record`);
      await pages.page.waitForSelector('.record form');
    } else await pages.open(path);
    await act?.(pages);
  }

  it.each(inBoth)('have nothing that axe would find at $path, $does, $scheme', async (state) => {
    await pages.page.emulateMedia({ colorScheme: state.scheme });
    await openState(state);
    await pages.page.evaluate(axe);

    const found = await pages.page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });

    expect(found).toEqual([]);
  });

  it.each(named)('are no wider than a phone at $path, $does', async (state) => {
    await pages.page.setViewportSize({ width: 390, height: 844 });
    await openState(state);

    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('have the numbers of a table one under the other, as plain figures', async () => {
    await pages.open(`/view/map`);

    const cell = pages.page.locator('td.number').first();
    const { display, border, align } = await cell.evaluate((element) => {
      const { display, borderTopWidth, textAlign } = getComputedStyle(element);
      return { display, border: borderTopWidth, align: textAlign };
    });

    expect({ display, border, align }).toEqual({ display: 'table-cell', border: '0px', align: 'end' });
  });

  it('reach every part of a page by keyboard alone', async () => {
    await pages.open(`/view/graph?of=${event}`);

    const reached = new Set<string>();
    for (let step = 0; step < 60; step += 1) {
      await pages.page.keyboard.press('Tab');
      reached.add(await pages.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''));
    }

    for (const name of ['Search', 'Matrix', 'Share', 'Save', 'SVG', 'Show the GraphQL', 'Keys', 'Enlarge']) expect([...reached]).toContain(name);
    expect([...reached].some((name) => name.includes('Arrow keys move'))).toBe(true);
  });
});

describeInBrowser('hostile text', (pages) => {
  it('is shown as text wherever a name, a quote or an address stands, and runs nowhere', async () => {
    const { recordReport } = await pages.ask(
      `mutation ($input: RecordReportInput!) { recordReport(input: $input) { ... on Report { id claims { edges { node { id claimant { id } } } } } ... on Error { message } } }`,
      {
        input: {
          title: hostile,
          publishedAt: '2025-03-09',
          text: `He said ${hostile} and left.`,
          publisher: { newGroup: { name: hostile } },
          claims: [
            {
              claimType: 'CASUALTY_COUNT',
              metric: 'KILLED',
              population: 'CIVILIANS',
              operator: 'EXACT',
              best: 7,
              quote: `He said ${hostile} and left.`,
              claimant: { newPerson: { name: hostile } },
              event: { new: { title: hostile, from: '2025-03-08' } },
            },
          ],
        },
      },
    );
    const claim = recordReport.claims.edges[0].node;
    const { claim: about } = await pages.ask(`{ claim(id: "${claim.id}") { event { id } } }`);

    for (const path of [
      `/view/graph?of=${recordReport.id}&depth=2&sel=${claim.id}`,
      `/view/timeline?of=${about.event.id}&sel=${claim.id}`,
      `/view/matrix?about=${about.event.id}&sel=${claim.id}`,
      `/view/map?of=${about.event.id}&sel=${recordReport.id}`,
      '/',
    ]) {
      await pages.open(path);
      if (path.includes('sel=')) await pages.page.waitForFunction((text) => document.querySelector('.panel')?.textContent?.includes(text), '<b>');
      expect(await pages.page.evaluate(() => 'broken' in window)).toBe(false);
      expect(await pages.page.locator('img').count()).toBe(0);
    }
    expect(pages.troubles).toEqual([]);
  });

  it('may not be a script, even if it came to be one', async () => {
    const response = await fetch(`${pages.home}/view/graph`, { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });
});
