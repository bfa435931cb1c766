import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr } from '../support/view-pages.ts';

interface Stub {
  readonly node: string;
  readonly through: string;
}

interface Link {
  readonly type: string;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

describeInBrowser('the graph view', (pages) => {
  const { open, drawn, saved, ask } = pages;

  it('folds the reports and claims of a hub into one counted mark by keyboard, moves nothing, and unfolds them', async () => {
    const { neighbourhood } = await ask(
      `{ neighbourhood(of: ["${sohr}"], depth: 1, perNode: 10, limit: 200) { nodes { id type } links { type from { id } to { id } } omitted { node through total } } }`,
    );
    // Of a source what it published and said itself: not what others write about it.
    const own = neighbourhood.links.filter(({ type, from, to }: Link) => ['PUBLISHED', 'ATTRIBUTED_TO'].includes(type) && [from.id, to.id].includes(sohr));
    const hanging = neighbourhood.nodes.filter(({ id }: { id: string }) => id !== sohr && own.some(({ from, to }: Link) => from.id === id || to.id === id));
    await open(`/view/graph?of=${sohr}`);
    const [before, whole] = [await drawn(), await saved('SVG')];
    const picture = pages.page.getByRole('application');

    await picture.focus();
    await picture.press('c');
    await pages.page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) < old, before);

    expect(pages.page.url()).toContain(`fold=${sohr}`);
    const folded = new Set(hanging.map(({ id }: { id: string }) => id));
    const toHub = ({ from, to }: Link) => (folded.has(from.id) && to.id === sohr) || (folded.has(to.id) && from.id === sohr);
    const types = neighbourhood.links.filter(toHub).map(({ type }: Link) => type);
    const stubs = neighbourhood.omitted.filter(({ node, through }: Stub) => node === sohr && types.includes(through));
    const gone = neighbourhood.omitted.filter((stub: Stub) => stubs.includes(stub) || folded.has(stub.node));
    expect(await drawn()).toBe(before - hanging.length - gone.length + 1);
    const svg = await saved('SVG');
    for (const { through, total } of stubs) expect(svg).toContain(`${total} ${through.toLowerCase().replaceAll('_', ' ')}`);
    expect(await pages.page.locator('.summary').textContent()).toContain(`${hanging.length} entities are folded`);

    await picture.press('c');
    await pages.page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) === old, before);
    expect(pages.page.url()).not.toContain('fold=');
    await pages.page.getByRole('button', { name: 'Show everything' }).click();
    await pages.page.waitForURL((url) => !url.href.includes('at='));
    expect(await saved('SVG')).toBe(whole);
    expect(pages.troubles).toEqual([]);
  });

  it('folds from the panel as well, and opens folded from its address', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    const before = await drawn();
    await pages.page.getByRole('button', { name: 'Fold its reports' }).click();
    await pages.page.getByRole('button', { name: 'Unfold its reports' }).waitFor();
    await pages.page.waitForFunction((old) => Number(document.querySelector('canvas[data-drawn]')?.getAttribute('data-drawn')) < old, before);
    const [count, path] = [await drawn(), new URL(pages.page.url())];

    await open(path.pathname + path.search);

    expect(await drawn()).toBe(count);
  });

  it('opens a relationship by a click on its line, with the words that it rests on first; and the same by keyboard, from the table', async () => {
    const { neighbourhood } = await ask(
      `{ neighbourhood(of: ["${event}"], depth: 1, perNode: 10, limit: 200) { links { id type from { id label } to { id label } evidence { id quote } } } }`,
    );
    await open(`/view/graph?of=${event}`);
    const canvas = pages.page.locator('.picture canvas');
    const box = await canvas.boundingBox();
    const found = await pages.page.evaluate(() => document.querySelector('.readout')?.textContent);
    const says = new Set<string>();

    // Whatever line one comes upon, on the way across the picture.
    for (let step = 0; step < 200 && ![...says].some((text) => text.includes('rests on')); step += 1) {
      await pages.page.mouse.move((box?.x ?? 0) + 120 + step * 5, (box?.y ?? 0) + 250 + (step % 7) * 20);
      const text = (await pages.page.locator('.readout').textContent()) ?? '';
      if (text !== found && text.includes(' — ')) says.add(text);
    }
    const on = [...says].find((text) => text.includes('rests on')) ?? '';
    await pages.page.mouse.down();
    await pages.page.mouse.up();
    await pages.page.waitForSelector('.panel .quote');

    const id = decodeURIComponent(new URL(pages.page.url()).searchParams.get('sel') ?? '');
    const link = neighbourhood.links.find((one: { id: string }) => one.id === id);
    expect(on).toContain(link.from.label);
    expect(await pages.page.locator('.panel h2').textContent()).toContain(`${link.from.label} — `);
    const order = await pages.page.locator('.panel > *').evaluateAll((parts) => parts.map((part) => part.className || part.tagName));
    expect(order.indexOf('quote')).toBeLessThan(order.indexOf('P'));
    expect(await pages.page.locator('.panel .quote').first().textContent()).toContain(link.evidence[0].quote);

    await open(`/view/graph?of=${event}`);
    await pages.page.locator('section[aria-label="Relationships"] tbody button').first().focus();
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForURL(/sel=/);
    await pages.page.waitForSelector('.panel h2');
    expect(pages.troubles).toEqual([]);
  });

  it.each([
    ['GraphML', '<graphml'],
    ['CSV: entities', 'id,type,label'],
  ])('saves what it names as the service exports it: %s', async (format, begins) => {
    await open(`/view/graph?of=${event}`);
    await pages.page.getByRole('button', { name: 'Data…' }).click();

    const text = await saved(format);

    expect(text).toContain(begins);
    const { neighbourhood } = await ask(`{ neighbourhood(of: ["${event}"], depth: 1, perNode: 10, limit: 200) { nodes { id } } }`);
    for (const { id } of neighbourhood.nodes) expect(text).toContain(id);
    expect(await pages.page.locator('dialog [role="status"]').textContent()).toContain('Saved as attested.');
  });

  it('says why data could not be saved', async () => {
    await open(`/view/graph?of=${event}`);
    await pages.page.route('**/export/**', (route) => route.fulfill({ status: 503, body: 'The database does not answer at present.' }));
    await pages.page.getByRole('button', { name: 'Data…' }).click();

    await pages.page.getByRole('button', { name: 'GEXF' }).click();
    await pages.page.waitForFunction(() => document.querySelector('dialog [role="status"]')?.textContent?.includes('could not'));

    expect(await pages.page.locator('dialog [role="status"]').textContent()).toContain('The database does not answer at present.');
  });
});
