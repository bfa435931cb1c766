import { expect, it } from 'vitest';
import { describeInBrowser, event, sohr } from '../support/view-pages.ts';

describeInBrowser('what is kept from a page', (pages) => {
  const { open, drawn, ask } = pages;

  it('saves a view under a name, lists it on the start page, and opens it as it was', async () => {
    await open(`/view/timeline?of=${event}&clock=happened`);
    await pages.page.getByRole('button', { name: 'Save', exact: true }).click();
    await pages.page.getByLabel('Name').fill('The toll as of its day');
    await pages.page.getByLabel('What it shows').fill('By the day each number holds for.');
    await pages.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await pages.page.waitForURL(/view=view_/);
    const short = pages.page.url();

    await open('/');
    await pages.page.getByRole('link', { name: 'The toll as of its day' }).click();
    await pages.page.waitForSelector('canvas[data-drawn]');

    expect(pages.page.url()).toBe(short);
    expect(new URL(short).pathname).toBe('/view/timeline');
    expect(await pages.page.getByLabel('Clock').inputValue()).toBe('happened');
    expect(await pages.page.locator('.saved-note').textContent()).toContain('The toll as of its day — By the day each number holds for.');
    expect(pages.troubles).toEqual([]);
  });

  it('says in a saved view what was changed since only as far as it differs, and Back takes it back', async () => {
    const { saveView } = await ask(
      `mutation { saveView(input: { name: "By publisher", address: "/view/matrix?about=${event}&rows=publisher&find=killed" }) { ... on View { id } } }`,
    );
    await open(`/view/matrix?view=${saveView.id}`);

    await pages.page.getByLabel('Rows').selectOption('claimant');
    await pages.page.waitForURL(/rows=claimant/);
    const changed = pages.page.url();
    await pages.page.goBack();
    await pages.page.waitForFunction(() => !location.search.includes('rows='));

    expect(changed).toBe(`${pages.home}/view/matrix?view=${saveView.id}&rows=claimant`);
    expect(await pages.page.getByLabel('Rows').inputValue()).toBe('publisher');
    expect(await pages.page.getByLabel('Filter').inputValue()).toBe('killed');
  });

  it('opens a saved view whose items are gone, and says so', async () => {
    const { createGroup } = await ask('mutation { createGroup(input: { name: "Made in error" }) { ... on Group { id } } }');
    const { saveView } = await ask(
      `mutation { saveView(input: { name: "Two of them", address: "/view/graph?of=${event},${createGroup.id}" }) { ... on View { id } } }`,
    );
    const { history } = await ask(`{ history(of: "${createGroup.id}") { edges { node { id } } } }`);
    await ask(`mutation { undo(revision: "${history.edges[0].node.id}") { ... on Revision { id } } }`);

    await open(`/view/graph?view=${saveView.id}`);

    expect(await pages.page.locator('.saved-note .error').textContent()).toBe('1 item is gone.');
    expect(await drawn()).toBeGreaterThan(10);
  });

  it('says that a saved view is not there', async () => {
    await pages.page.goto(`${pages.home}/view/graph?view=view_aaaaaaaaaaaaaaaaaaaa`);

    expect(await pages.page.locator('.banner').textContent()).toContain('none has this id');
  });

  it('keeps a state that is too long for an address as a saved view with a short id', async () => {
    const { claims } = await ask('{ claims(first: 60) { edges { node { id } } } }');
    const pin = claims.edges.map(({ node }: { node: { id: string } }, index: number) => `${node.id}~${index}~${index}`).join(',');
    const path = `/view/graph?of=${event}&pin=${pin}`;
    await open(path);
    expect(path.length).toBeGreaterThan(1800);

    await pages.page.getByLabel('Filter').fill('civilians');
    await pages.page.keyboard.press('Enter');
    await pages.page.waitForURL(/view=view_/);

    expect(pages.page.url().length).toBeLessThan(200);
    const id = new URL(pages.page.url()).searchParams.get('view');
    const { view } = await ask(`{ view(id: "${id}") { address } }`);
    expect(view.address).toContain(`pin=${pin}`);
    expect(view.address).toContain('find=civilians');
    await open('/');
    expect(await pages.page.locator('.start').textContent()).not.toContain('kept since its address is long');
  });

  it('links two selected entities on the word of a claim, shows it, and takes it back', async () => {
    const { search } = await ask('{ search(text: "Ali Sheha", types: [PERSON], first: 1) { edges { node { id label } } } }');
    const person = search.edges[0].node;
    const linksOf = async () => (await ask(`{ person(id: "${person.id}") { links(through: [MEMBER_OF]) { totalCount } } }`)).person.links.totalCount;
    await open(`/view/graph?of=${person.id},${sohr}&sel=${sohr}`);
    await pages.page.waitForSelector('.panel h2');
    await pages.page.getByRole('region', { name: 'Entities, table' }).getByRole('button', { name: person.label, exact: true }).click();
    await pages.page.waitForFunction((label) => document.querySelector('.panel h2')?.textContent === label, person.label);

    await pages.page.getByRole('button', { name: 'Link…' }).click();
    const dialog = pages.page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('SOHR');
    const offered = await dialog.getByLabel('Relationship').locator('option').allTextContents();
    await dialog.getByLabel('Relationship').selectOption({ label: offered.find((text) => text.includes('member of')) as string });
    await dialog.locator('.evidence input').first().check();
    await dialog.getByRole('button', { name: 'Link them' }).click();
    await pages.page.waitForSelector('.done-note');

    expect(await pages.page.locator('.done-note').textContent()).toContain(`Linked: ${person.label} — member of — `);
    expect(await linksOf()).toBe(1);
    await pages.page.waitForSelector('section[aria-label="Relationships"] td:has-text("member of")');
    await pages.page.getByRole('button', { name: 'Undo' }).click();
    await pages.page.waitForFunction(() => document.querySelector('.done-note')?.textContent?.includes('taken back'));
    expect(await linksOf()).toBe(0);
    expect(pages.troubles).toEqual([]);
  });

  it('makes the claim that a link rests on along with it', async () => {
    await open(`/view/graph?of=${sohr}&sel=${sohr}`);
    await pages.page.getByRole('button', { name: 'Link…' }).click();
    const dialog = pages.page.getByRole('dialog');
    await dialog.getByLabel('With whom or what').fill('SNHR');
    await dialog.locator('.picker li button').first().click();
    const offered = await dialog.getByLabel('Relationship').locator('option').allTextContents();
    await dialog.getByLabel('Relationship').selectOption({ label: offered[0] as string });
    await dialog.getByText('A new claim').click();
    await dialog.getByLabel('Its words, as the report has them').fill('The two count together since March.');

    await dialog.getByRole('button', { name: 'Link them' }).click();
    await pages.page.waitForSelector('.done-note');

    const { search } = await ask('{ search(text: "The two count together since March", types: [CLAIM]) { edges { node { ... on Claim { quote } } } } }');
    expect(search.edges).toEqual([{ node: { quote: 'The two count together since March.' } }]);
  });

  const article = [
    'At least 1,225 civilians have been killed on the Syrian coast, SOHR said on Tuesday.',
    'Officials in Latakia said 12 people were injured. <script>alert(1)</script>',
  ].join('\n\n');

  it('records a report from its pasted text: each suggestion accepted, set right or rejected by a person', async () => {
    await open('/');
    await pages.page.getByRole('link', { name: 'Record', exact: true }).click();
    await pages.page.getByLabel('Title').fill('A pasted article');
    await pages.page.getByLabel('Text').fill(article);
    await pages.page.getByLabel('Published').fill('2025-03-11');
    await pages.page.getByLabel('or a new one').fill('Coast Daily');
    await pages.page.getByRole('button', { name: 'Read it' }).click();
    await pages.page.waitForSelector('.suggestion');
    expect(await pages.page.locator('.article').textContent()).toContain('<script>alert(1)</script>');
    expect(await pages.page.locator('.article mark.claim').allTextContents()).toEqual(['At least 1,2251', '122']);

    await pages.page.getByLabel('Which event they are about').fill('Syrian coast');
    await pages.page.locator('.picker li button').first().click();
    const first = pages.page.locator('.suggestion').first();
    await first.getByText('Set it right').click();
    await first.getByLabel('At least', { exact: true }).fill('1226');
    await first.getByRole('button', { name: /^Accept/ }).click();
    await pages.page
      .locator('.suggestion')
      .nth(1)
      .getByRole('button', { name: /^Reject/ })
      .click();
    await pages.page.getByRole('button', { name: /^Record it with 1 claim and 0 mentions/ }).click();
    await pages.page.waitForSelector('.done-note');

    const id = new URL(`${pages.home}${await pages.page.locator('.done-note a').getAttribute('href')}`).searchParams.get('of');
    const { report } = await ask(
      `{ report(id: "${id}") { title publishedAt publisher { name } claims { edges { node { operator low quote claimant { name } event { id } } } } } }`,
    );
    expect(report).toEqual({
      title: 'A pasted article',
      publishedAt: '2025-03-11T23:59:59.999Z',
      publisher: { name: 'Coast Daily' },
      claims: {
        edges: [
          {
            node: {
              operator: 'AT_LEAST',
              low: 1226,
              quote: 'At least 1,225 civilians have been killed on the Syrian coast, SOHR said on Tuesday.',
              claimant: { name: 'SOHR' },
              event: { id: event },
            },
          },
        ],
      },
    });
    expect(pages.troubles).toEqual([]);
  });
});
