import { expect, it } from 'vitest';
import { madeUp } from '../support/made-up-graph.ts';
import { describeInBrowser } from '../support/view-pages.ts';

const { seed, answer } = madeUp(2000, 5000);

describeInBrowser('a graph of 2,000 entities and 5,000 relationships', (pages) => {
  const isOfGraph = (body: string | null) => (body ?? '').includes('"Neighbourhood"');

  async function openLarge(path: string): Promise<void> {
    await pages.page.route('**/graphql', (route) => (isOfGraph(route.request().postData()) ? route.fulfill({ json: answer }) : route.continue()));
    await pages.open(path);
  }

  const painted = () => pages.page.evaluate(() => document.querySelector<HTMLCanvasElement>('.picture canvas')?.toDataURL() ?? '');

  it('is drawn as a whole, and its table with it', async () => {
    await openLarge(`/view/graph?of=${seed}`);

    expect(await pages.drawn()).toBe(2000);
    expect(await pages.page.locator('section[aria-label="Relationships"] h2 .count').textContent()).toBe('5,000');
    expect(pages.troubles).toEqual([]);
  });

  it('stands, once one has moved in it, exactly as whoever is sent the link sees it', async () => {
    await openLarge(`/view/graph?of=${seed}`);
    const before = await atRest();
    const box = await pages.page.locator('.picture canvas').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 200];

    await pages.page.mouse.move(x, y);
    await pages.page.mouse.down();
    for (let step = 1; step <= 12; step += 1) await pages.page.mouse.move(x + step * 9, y + step * 5);
    await pages.page.mouse.up();
    await pages.page.mouse.wheel(0, -300);
    await pages.page.waitForURL(/at=/);
    await pages.page.mouse.move(0, 0);
    await pages.page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const moved = await atRest();
    await pages.open(new URL(pages.page.url()).href.slice(pages.home.length));

    expect(moved).not.toBe(before);
    expect((await atRest()) === moved).toBe(true);
    expect(pages.troubles).toEqual([]);
  });

  /** What is painted once nothing is painted any more. */
  async function atRest(): Promise<string> {
    let last = await painted();
    for (let same = 0; same < 4; ) {
      await pages.page.waitForTimeout(120);
      const now = await painted();
      same = now === last ? same + 1 : 0;
      last = now;
    }
    return last;
  }
});

describeInBrowser('the timeline of a source with more reports than are shown', (pages) => {
  it('shows those of the days that are asked for, as the service has them', async () => {
    const { createGroup } = await pages.ask('mutation { createGroup(input: { name: "A busy monitor" }) { ... on Group { id } } }');
    for (let day = 1; day <= 12; day += 1) {
      const reports = Array.from(
        { length: 10 },
        (_, index) =>
          `r${index}: createReport(input: { title: "Day ${day}, ${index} &#8220;so called&#8221;", publishedAt: "2025-01-${String(day).padStart(2, '0')}", publisher: { id: "${createGroup.id}" } }) { __typename }`,
      );
      await pages.ask(`mutation { ${reports.join(' ')} }`);
    }
    await pages.open(`/view/timeline?of=${createGroup.id}`);
    expect(await pages.page.locator('.summary').textContent()).toContain('100 of 120 reports, the oldest. From and To choose others.');

    await pages.page.getByLabel('From', { exact: true }).fill('2025-01-11');
    await pages.page.waitForFunction(() => document.querySelector('.summary')?.textContent?.includes('published in these days'));

    expect(pages.page.url()).toContain('from=2025-01-11');
    expect(await pages.page.locator('.summary').textContent()).toContain('20 reports published in these days.');
    const titles = await pages.page.locator('section[aria-label="Reports"] tbody td:nth-child(3)').allTextContents();
    expect(titles).toHaveLength(20);
    expect(titles.every((title) => /^Day 1[12], \d “so called”$/.test(title))).toBe(true);
    expect(pages.troubles).toEqual([]);
  });
});
