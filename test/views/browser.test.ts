import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr } from '../support/view-pages.ts';

describeInBrowser('the views in a real browser', (pages) => {
  const { open, drawn, saved, ask } = pages;

  it('leads from the start page to each view in one click', async () => {
    await open('/');

    const links = await pages.page.locator('.cards a').evaluateAll((cards) => cards.map((card) => card.getAttribute('href')));

    expect(links).toEqual([`/view/timeline?of=${event}`, `/view/matrix?about=${event}`, `/view/graph?of=${event}`, `/view/map?of=${event}`]);
    expect(pages.troubles).toEqual([]);
  });

  it('draws the seven steps of the toll, each with its operator', async () => {
    await open(`/view/timeline?of=${event}`);

    const svg = await saved('SVG');
    const rows = await pages.page
      .locator('section[aria-label^="Numbers"] tbody tr')
      .filter({ hasText: 'SOHR' })
      .filter({ hasText: /civilians killed(?! in)/ })
      .locator('td:nth-child(4)')
      .allTextContents();

    expect(rows).toEqual(['340', 'at least 745', '830', '973', 'at least 1,225', '1,383', 'at least 1,500']);
    for (const number of rows) expect(svg).toContain(`>${number}</text>`);
    expect(pages.troubles).toEqual([]);
  });

  it('draws every source, cell and contradiction of the matrix', async () => {
    const { contradictions } = await ask(`{ contradictions(about: "${event}", metric: null) { totalCount } }`);
    await open(`/view/matrix?about=${event}`);

    const svg = await saved('SVG');

    expect(contradictions.totalCount).toBe(5);
    expect(await pages.page.locator('section[aria-label^="Contradictions"] tbody tr').count()).toBe(5);
    // Each contradiction is marked at both of its claims.
    for (const number of ['1', '2', '3', '4', '5']) expect(svg.split(`fill="#ffffff" font-weight="700" text-anchor="middle">${number}</text>`)).toHaveLength(3);
    expect(svg).toContain('>at least 1,500</text>');
    expect(pages.troubles).toEqual([]);
  });

  it('draws as many entities as the neighbourhood has, and a mark for what it leaves out', async () => {
    const { neighbourhood } = await ask(`{ neighbourhood(of: ["${event}"], depth: 1, perNode: 10, limit: 200) { nodes { id } omitted { node } } }`);
    await open(`/view/graph?of=${event}`);

    expect(await drawn()).toBe(neighbourhood.nodes.length + neighbourhood.omitted.length);
    expect(await pages.page.locator('section[aria-label="Entities"] tbody tr').count()).toBe(neighbourhood.nodes.length);
    expect(pages.troubles).toEqual([]);
  });

  it('never draws a governorate as a dot', async () => {
    await open(`/view/map?of=${event}`);

    expect(await drawn()).toBe(4);
    expect(await pages.page.locator('section[aria-label="Events, by place"] tbody td:nth-child(2)').allTextContents()).toEqual(
      Array(4).fill('somewhere in the governorate'),
    );
    expect(pages.troubles).toEqual([]);
  });

  it('opens more at a plus by keyboard alone, moves nothing old, and Back undoes it', async () => {
    let asked = 0;
    pages.page.on('request', (request) => {
      if (request.postData()?.includes('"Neighbourhood"')) asked += 1;
    });
    await open(`/view/graph?of=${event}`);
    const before = await saved('SVG');
    const count = await drawn();
    const picture = pages.page.getByRole('application');

    await picture.focus();
    await picture.press('e');
    await pages.page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) > old, count);

    expect(pages.page.url()).toContain(`open=${event}~ABOUT~1`);
    // The picture stays where it is, and what was asked before is not asked again.
    expect(pages.page.url()).toContain('at=');
    expect(asked).toBe(1);
    await pages.page.goBack();
    await pages.page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) === old, count);
    expect(await saved('SVG')).toBe(before);
    expect(pages.troubles).toEqual([]);
  });

  it('grows around what stands there', async () => {
    await open(`/view/graph?of=${event}&at=0_0_0.5`);
    const before = middlesIn(await saved('SVG'));
    await open(`/view/graph?of=${event}&open=${event}~ABOUT~2&at=0_0_0.5`);
    const after = middlesIn(await saved('SVG'));

    expect(after.length).toBeGreaterThan(before.length + 10);
    expect(before.filter((middle) => !after.includes(middle))).toEqual([]);
  });

  it.each([
    `/view/timeline?of=${event}&clock=happened`,
    `/view/matrix?about=${event}&rows=publisher`,
    `/view/graph?of=${sohr}&depth=2`,
    `/view/map?of=${event}`,
  ])('%s is byte for byte the same picture in a fresh browser', async (path) => {
    await open(path);
    const here = await saved('SVG');
    const other = await pages.browser.newContext({ viewport: { width: 900, height: 700 }, colorScheme: 'dark', acceptDownloads: true });
    const elsewhere = await other.newPage();
    await elsewhere.goto(`${pages.home}${path}`);
    await elsewhere.waitForSelector('canvas[data-drawn]');

    expect(await saved('SVG', elsewhere)).toBe(here);
    await other.close();
  });

  it('shows the words first, then who printed them', async () => {
    await open(`/view/timeline?of=${event}`);

    await pages.page.locator('section[aria-label^="Numbers"] tbody tr').filter({ hasText: '1,225' }).getByRole('button').click();
    await pages.page.waitForSelector('.panel blockquote');
    const [first, second] = await pages.page.locator('.panel > :is(blockquote, p.source)').allTextContents();

    expect(first).toBe('“At least 1,225 civilians have been killed”');
    expect(second).toContain('Kurdistan24');
    await pages.page.keyboard.press('Escape');
    await pages.page.waitForSelector('.panel', { state: 'detached' });
  });

  it('finds a name in Arabic, and leads there', async () => {
    await open('/');

    await pages.page.keyboard.press('/');
    await pages.page.keyboard.type('المرصد السوري');
    await pages.page.waitForSelector('#hits li');
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForURL(/\/view\//);

    expect(pages.page.url()).toBe(`${pages.home}/view/graph?of=${sohr}`);
  });

  it('names what it cannot read in an address, and shows the rest', async () => {
    await open(`/view/timeline?of=${event}&clock=banana`);

    expect(await pages.page.locator('.banner').textContent()).toContain('clock should be one of published, happened, recorded');
  });

  it('says what was asked when there is nothing', async () => {
    await open('/view/matrix?about=event_aaaaaaaaaaaaaaaaaaaa');

    expect(await pages.page.locator('.empty').textContent()).toContain('no event has this id');
  });

  it.each([
    ['timeline', 'A timeline is of an event, a place or a source, and this address names none: search for it above.'],
    ['matrix', 'A matrix is about one event, and this address names none: search for it above.'],
    ['graph', 'A graph begins at something, and this address names nothing: search for it above.'],
  ])('says how to begin where the address of a %s names nothing', async (view, says) => {
    await open(`/view/${view}`);

    expect(await pages.page.locator('.empty p').textContent()).toBe(says);
    expect(await pages.page.locator('h1').textContent()).not.toBe('');
    expect(pages.troubles).toEqual([]);
  });

  it('says what the timeline of a source that published nothing would show, and where its numbers stand', async () => {
    await open(`/view/timeline?of=${sohr}`);

    expect(await pages.page.locator('.empty p').textContent()).toBe(
      'Nothing on this timeline. It shows reports that SOHR published; what others printed on its word stands in the timelines of events, which its graph leads to.',
    );
  });

  it('says what went wrong, and tries again when asked', async () => {
    await pages.page.route('**/graphql', (route) => route.abort());
    await open(`/view/timeline?of=${event}`);
    expect(await pages.page.locator('.trouble').textContent()).toContain('The service does not answer');

    await pages.page.unroute('**/graphql');
    await pages.page.getByRole('button', { name: 'Try again' }).click();
    await pages.page.waitForSelector('canvas[data-drawn]');
  });

  it('says what it is waiting for after a second, and can be told to stop', async () => {
    await pages.page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500));
      await route.continue().catch(() => {});
    });
    await pages.page.goto(`${pages.home}/view/timeline?of=${event}`);
    await pages.page.waitForSelector('.progress');

    expect(await pages.page.locator('.progress').textContent()).toContain('Still asking: Timeline');
    await pages.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await pages.page.locator('.trouble').textContent()).toContain('Cancelled');
  });

  it('offers SVG where the browser does not let a picture be read', async () => {
    await pages.page.addInitScript(() => {
      HTMLCanvasElement.prototype.toBlob = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await open(`/view/matrix?about=${event}`);

    await pages.page.getByRole('button', { name: 'PNG', exact: true }).click();

    expect(await pages.page.locator('.says').textContent()).toContain('SVG works');
  });

  it('shows the very operation behind the picture', async () => {
    await open(`/view/graph?of=${event}`);

    await pages.page.getByRole('button', { name: 'Show the GraphQL' }).click();

    expect(await pages.page.locator('dialog pre').first().textContent()).toContain('query Neighbourhood');
    expect(await pages.page.locator('dialog a').first().getAttribute('href')).toMatch(/^\/graphql\?query=query%20Neighbourhood/);
  });
});

/** Where the signs of entities stand in a picture: their size says how many relationships are drawn, their middle stays. */
function middlesIn(svg: string): string[] {
  const circles = [...svg.matchAll(/<circle cx="([-\d.]+)" cy="([-\d.]+)"[^>]*fill="#(?!ffffff)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const corners = [...svg.matchAll(/<path d="M([-\d. L]+)Z" fill="#[^>]*stroke="#ffffff"/g)].map(([, points = '']) => {
    const all = points.split('L').map((point) => point.split(' ').map(Number) as [number, number]);
    return [0, 1].map((side) => all.reduce((sum, point) => sum + (point[side] ?? 0), 0) / all.length) as [number, number];
  });
  return [...circles, ...corners].map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`);
}
