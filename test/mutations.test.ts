import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

// Within the interface, so that it fits mutations that cannot fail in one of these ways.
const failure = `... on Error {
  __typename message ... on NotFoundError { wanted: kind missing: id } ... on InvalidInputError { path expected given } ... on ConflictError { existing { label } }
}`;

describe.each(engines)('what is recorded on %s', (engine) => {
  let service: Service;
  const idOf = async (key: string): Promise<string> => (await service.data('query ($key: String!) { byKey(key: $key) { id } }', { key })).byKey.id;
  const made = async (what: string, input: string, fields = 'id'): Promise<Record<string, unknown>> =>
    (await service.data(`mutation { create${what}(input: ${input}) { ... on ${what} { ${fields} } ${failure} } }`))[`create${what}`];
  const link = async (input: string, fields = 'id') => (await service.data(`mutation { link(input: ${input}) { ... on Link { ${fields} } ${failure} } }`)).link;

  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it('makes an entity once, however often its key is sent', async () => {
    const input = '{ key: "t:group:reuters", name: "Reuters", kind: NEWS_AGENCY, aliases: ["RTR"] }';

    const answers = [await made('Group', input, 'name kind aliases keys'), await made('Group', input, 'name kind aliases keys')];
    const { groups } = await service.data('{ groups(filter: {keys: ["t:group:reuters"]}) { totalCount } }');

    const reuters = { name: 'Reuters', kind: 'NEWS_AGENCY', aliases: ['RTR'], keys: ['t:group:reuters'] };
    expect(answers).toEqual([reuters, reuters]);
    expect(groups).toEqual({ totalCount: 1 });
  });

  it.each([
    ['another name', 'Group', '{ key: "sample:group:sohr", name: "Another" }', 'differs in name: name is "SOHR", not "Another"'],
    ['another kind of entity', 'Person', '{ key: "sample:group:sohr", name: "SOHR" }', 'already stands for a group'],
    ['another larger place', 'Place', '{ key: "sample:place:baniyas", name: "Baniyas", within: { key: "sample:place:latakia" } }', 'differs in within'],
  ])('does not take %s for a key that is there', async (_, what, input, message) => {
    const answer = await made(what, input);

    expect(answer).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining(message), existing: { label: expect.any(String) } });
  });

  it.each([
    ['Group', '{ name: " " }', ['input', 'name'], 'a text of 1 to 500 characters'],
    ['Group', `{ name: "${'x'.repeat(501)}" }`, ['input', 'name'], 'a text of 1 to 500 characters'],
    ['Group', '{ name: "a\\u0001b" }', ['input', 'name'], 'text in one line, without control characters'],
    ['Group', '{ name: "A", key: "with blank" }', ['input', 'key'], 'a key of 1 to 300 characters without blanks, such as "ucdp:group:118"'],
    ['Person', '{ name: "A", protection: SEALED }', ['input', 'protection'], 'NONE, since names that need protection cannot be kept yet'],
    ['Place', '{ name: "A", latitude: 91, longitude: 0 }', ['input', 'latitude'], 'from -90 to 90'],
    ['Place', '{ name: "A", latitude: 1 }', ['input', 'longitude'], 'given, since a point has both latitude and longitude'],
    ['Place', '{ name: "A", within: { id: "banana" } }', ['input', 'within', 'id'], 'the id of a place, such as "place_abcdefghijklmnopqrst"'],
    ['Place', '{ name: "A", within: { id: "x", key: "y" } }', ['input', 'within'], 'exactly one of its fields'],
    ['Report', '{ title: "A", url: "javascript:alert(1)" }', ['input', 'url'], 'an address that begins with http:// or https://, of at most 2000 characters'],
    ['Event', '{ title: "A", from: "2025-02-02", to: "2025-02-01" }', ['input', 'to'], 'no less than from, 2025-02-02'],
    ['Claim', '{ claimType: CASUALTY_COUNT, low: 3, high: 2 }', ['input', 'high'], 'no less than low, 3'],
    ['Claim', '{ claimType: OTHER, credibility: 7 }', ['input', 'credibility'], 'from 1 to 6'],
    ['Claim', '{ claimType: OTHER, quoteStart: 7 }', ['input', 'quoteStart'], 'given together with a quote'],
  ])('refuses a %s that cannot be meant: %s', async (what, input, path, expected) => {
    const answer = await made(what, input);

    expect(answer).toMatchObject({ __typename: 'InvalidInputError', path, expected });
  });

  it.each([
    ['2025-03-10T12:00:00+03:00', { publishedAt: '2025-03-10T09:00:00.000Z', publishedAtRaw: null }],
    ['2025-03-10', { publishedAt: '2025-03-10T23:59:59.999Z', publishedAtRaw: '2025-03-10' }],
    ['2024-02', { publishedAt: '2024-02-29T23:59:59.999Z', publishedAtRaw: '2024-02' }],
    ['2024', { publishedAt: '2024-12-31T23:59:59.999Z', publishedAtRaw: '2024' }],
    ['2025-02-30', { publishedAt: null, publishedAtRaw: '2025-02-30' }],
    ['1753-01-01', { publishedAt: null, publishedAtRaw: '1753-01-01' }],
  ])('keeps the date of publication %s as far as it is one', async (given, expected) => {
    const answer = await made('Report', `{ title: "Dated", publishedAt: "${given}" }`, 'publishedAt publishedAtRaw');

    expect(answer).toEqual(expected);
  });

  it('finds a quote in the text, and names the nearest words when it is not there', async () => {
    await made('Report', '{ key: "t:report:quoted", title: "Quoted", text: "In Baniyas at least 20 were killed, he said." }');

    const found = await made('Claim', '{ claimType: OTHER, quote: "at least 20", report: { key: "t:report:quoted" } }', 'quoteStart quoteEnd report { title }');
    const missing = await made('Claim', '{ claimType: OTHER, quote: "at least 30 were kiled", report: { key: "t:report:quoted" } }');

    const elsewhere = await made('Claim', '{ claimType: OTHER, quote: "at least 20", quoteStart: 12, report: { key: "t:report:quoted" } }');

    expect(elsewhere).toMatchObject({
      path: ['input', 'quoteStart'],
      expected: "where the quote stands in the report's text, which is first at 11",
      given: '12',
    });
    expect(found).toEqual({ quoteStart: 11, quoteEnd: 22, report: { title: 'Quoted' } });
    expect(missing).toMatchObject({ path: ['input', 'quote'], expected: `a span of the report's text, where the nearest is "at least 20 were killed,"` });
  });

  it('lets what follows from an entity follow when it is changed', async () => {
    await made('Report', '{ key: "t:report:follow", title: "First title", publishedAt: "2024-01-01", publisher: { key: "sample:group:sohr" } }');
    await made('Claim', '{ key: "t:claim:follow", claimType: OTHER, statement: "Followed", report: { key: "t:report:follow" } }');
    const id = await idOf('t:report:follow');

    await service.data(
      `mutation { updateReport(id: "${id}", input: { title: "Second title", publishedAt: "1999-01-01" }) { ... on Report { id } ${failure} } }`,
    );
    const answer = await service.data(`{
      report(id: "${id}") { label publishedAt }
      reports(filter: { text: "second" }) { edges { node { title } } }
      claims(filter: { keys: ["t:claim:follow"] }) { edges { node { label } } }
      oldest: claims(orderBy: OLDEST_FIRST, first: 1) { edges { node { label } } }
    }`);

    expect(answer).toEqual({
      report: { label: 'Second title', publishedAt: '1999-01-01T23:59:59.999Z' },
      reports: { edges: [{ node: { title: 'Second title' } }] },
      claims: { edges: [{ node: { label: 'Followed' } }] },
      oldest: { edges: [{ node: { label: 'Followed' } }] },
    });
  });

  it('changes only the version that was seen', async () => {
    const { id, updatedAt } = await made('Group', '{ name: "Versioned" }', 'id updatedAt');
    const rename = (name: string) =>
      service.data(`mutation { updateGroup(id: "${id}", ifVersion: "${updatedAt}", input: { name: "${name}" }) { ... on Group { name } ${failure} } }`);

    const answers = [await rename('Once'), await rename('Twice')];

    expect(answers).toEqual([
      { updateGroup: { name: 'Once' } },
      { updateGroup: { __typename: 'ConflictError', message: expect.stringContaining('Look at it again'), existing: { label: 'Once' } } },
    ]);
  });

  it('draws a link with its evidence once, and takes it away for a reason', async () => {
    const [sohr, claim] = [await idOf('sample:group:sohr'), await idOf('sample:claim:c1')];
    const { id: agency } = await made('Group', '{ name: "An agency" }');
    const input = `{ type: RELIES_ON, from: "${agency}", to: "${sohr}", evidence: ["${claim}"], properties: { from: "2020-01-01" } }`;

    const drawn = await link(input, 'id properties { name value } evidence { id }');
    const again = await link(input, 'id');
    const listed = await service.data(`{ group(id: "${agency}") { reliesOn { totalCount } } }`);
    const taken = await service.data(`mutation { unlink(id: "${drawn.id}", reason: "Not so") { ... on Unlinked { id reason } ${failure} } }`);
    const twice = await service.data(`mutation { unlink(id: "${drawn.id}", reason: "Not so") { ... on Unlinked { id reason } ${failure} } }`);

    expect(drawn).toEqual({
      id: expect.stringContaining(`RELIES_ON.${agency}.${sohr}.`),
      properties: [{ name: 'from', value: '2020-01-01' }],
      evidence: [{ id: claim }],
    });
    expect(again).toEqual({ id: drawn.id });
    expect(listed).toEqual({ group: { reliesOn: { totalCount: 1 } } });
    expect(taken).toEqual({ unlink: { id: drawn.id, reason: 'Not so' } });
    expect(twice).toMatchObject({ unlink: { __typename: 'NotFoundError', wanted: 'link', missing: drawn.id } });
  });

  it.each([
    ['an id that is none', '"banana"', '"banana"', 'WITHIN', '', ['input', 'from']],
    ['a pair that the model does not join', 'sample:group:sohr', 'sample:place:latakia', 'WITHIN', '', ['input', 'from']],
    ['a link to itself', 'sample:place:latakia', 'sample:place:latakia', 'WITHIN', '', ['input', 'to']],
    ['a link without the evidence it needs', 'sample:group:sohr', 'sample:group:snhr', 'ALLIED_WITH', '', ['input', 'evidence']],
    [
      'a property that the link cannot carry',
      'sample:place:latakia',
      'sample:place:tartus',
      'WITHIN',
      'properties: { share: 1 }',
      ['input', 'properties', 'share'],
    ],
    ['a community as perpetrator', 'sample:event:coast-march-2025', 'sample:community:alawites', 'INVOLVES', 'role: ALLEGED_PERPETRATOR', ['input', 'role']],
    ['a role where there are none', 'sample:place:latakia', 'sample:place:tartus', 'WITHIN', 'role: VICTIM', ['input', 'role']],
  ])('refuses %s', async (_, from, to, type, more, path) => {
    const ids = await Promise.all([from, to].map((key) => (key.startsWith('"') ? JSON.parse(key) : idOf(key))));

    const answer = await link(`{ type: ${type}, from: "${ids[0]}", to: "${ids[1]}" ${more} }`);

    expect(answer).toMatchObject({ __typename: 'InvalidInputError', path });
  });

  it('refuses a second publisher, and a place within a place within it, and names what is there', async () => {
    const [article, sohr, latakia, syria] = await Promise.all(['t:report:follow', 'sample:group:snhr', 'sample:place:latakia', 'sample:place:syria'].map(idOf));

    const second = await link(`{ type: PUBLISHED, from: "${sohr}", to: "${article}" }`);
    const cycle = await link(`{ type: WITHIN, from: "${syria}", to: "${latakia}" }`);

    expect(second).toMatchObject({ __typename: 'ConflictError', existing: { label: 'SOHR' } });
    expect(cycle).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('"Syria" → "Latakia" → "Syria"') });
  });

  it('tells of a missing entity what was looked for', async () => {
    const answer = await link('{ type: WITHIN, from: "place_aaaaaaaaaaaaaaaaaaaa", to: "place_bbbbbbbbbbbbbbbbbbbb" }');

    expect(answer).toEqual({
      __typename: 'NotFoundError',
      message: 'No place has the id or key "place_aaaaaaaaaaaaaaaaaaaa".',
      wanted: 'place',
      missing: 'place_aaaaaaaaaaaaaaaaaaaa',
    });
  });

  describe('what replaces a number', () => {
    const last = 'sample:claim:c7';
    const ofSohr =
      'claimant: { key: "sample:group:sohr" } event: { key: "sample:event:coast-march-2025" } metric: KILLED population: CIVILIANS cumulative: true';
    const ofAPlace = 'names: [{ entity: { key: "sample:place:al-bahluliyah" }, role: SCOPE }]';
    const report = async (claims: string) =>
      (await service.data(`mutation { recordReport(input: { title: "Later", claims: [${claims}] }) { ... on Report { title } ${failure} } }`)).recordReport;
    const claim = (key: string, what: string) => `{ key: "${key}", claimType: CASUALTY_COUNT, best: 1, ${what} }`;
    const instead = (key: string) => `supersedes: { basis: EXPLICIT, claim: { key: "${key}" } }`;
    const supersede = async (by: string, of: string) =>
      (await service.data(`mutation { supersede(claim: "${of}", by: "${by}", basis: CURATED) { ... on Claim { label } ${failure} } }`)).supersede;
    const drawn = async (from: string, to: string) => link(`{ type: SUPERSEDES, from: "${from}", to: "${to}", properties: { basis: "CURATED" } }`);

    it.each([
      ['claimant', ofSohr.replace('{ key: "sample:group:sohr" }', '{ newGroup: { name: "A stranger", kind: MONITOR } }')],
      ['event', ofSohr.replace('{ key: "sample:event:coast-march-2025" }', '{ new: { title: "Another event" } }')],
      ['metric', ofSohr.replace('KILLED', 'INJURED')],
      ['population', ofSohr.replace('CIVILIANS', 'ALL')],
      ['cumulative', ofSohr.replace('true', 'false')],
      ['scope', `${ofSohr} ${ofAPlace}`],
    ])('has the same %s, whichever way it is recorded', async (what, other) => {
      const key = `t:claim:other-${what}`;
      const refused = (path: string[]) => ({
        __typename: 'InvalidInputError',
        path,
        expected: expect.stringMatching(`^a claim of the same series: its ${what} is .+, not .+`),
        given: expect.stringMatching(/^claim_/),
      });

      expect(await report(claim(key, `${other} ${instead(last)}`))).toMatchObject(refused(['input', 'claims', '0', 'supersedes', 'claim']));
      expect(await report(claim(key, other))).toEqual({ title: 'Later' });
      const [by, of] = [await idOf(key), await idOf(last)];
      expect(await supersede(by, of)).toMatchObject(refused(['claim']));
      expect(await drawn(by, of)).toMatchObject(refused(['input', 'to']));
    });

    it('may be recorded before or after it in one report, be of a part that is the same, and leave out what the other says', async () => {
      const sameReport = [
        claim('t:claim:part-3', `${ofSohr} ${ofAPlace} ${instead('t:claim:part-2')}`),
        claim('t:claim:part-2', `${ofSohr} ${ofAPlace} ${instead('t:claim:part-1')}`),
        claim('t:claim:part-1', `${ofSohr} ${ofAPlace}`),
        claim('t:claim:part-0', 'names: [{ entity: { key: "sample:place:al-bahluliyah" }, role: SCOPE }]'),
      ];
      const both = [claim('t:claim:one', `${ofSohr} ${instead('t:claim:two')}`), claim('t:claim:two', ofSohr.replace('CIVILIANS', 'ALL'))];

      expect(await report(sameReport.join())).toEqual({ title: 'Later' });
      expect(await report(both.join())).toMatchObject({ __typename: 'InvalidInputError', path: ['input', 'claims', '0', 'supersedes', 'claim'] });
      expect(await drawn(await idOf('t:claim:part-1'), await idOf('t:claim:part-0'))).toEqual({ id: expect.stringMatching(/^SUPERSEDES/) });
      expect(await report(claim('t:claim:next', `${ofSohr} ${instead(last)}`))).toEqual({ title: 'Later' });
    });
  });

  it.each([
    ['repeats', 'REPEATS'],
    ['partOfTotal', 'PART_OF_TOTAL'],
  ])('%s joins claims that speak of the same: not a count and an occurrence, nor the killed and the injured', async (field, type) => {
    const report = async (claims: string) =>
      (await service.data(`mutation { recordReport(input: { title: "Later", claims: [${claims}] }) { ... on Report { title } ${failure} } }`)).recordReport;
    const [count, of] = [`t:claim:${field}`, `${field}: { key: "sample:claim:c7" }`];
    const injured = 'claimType: CASUALTY_COUNT, metric: INJURED, best: 1';
    const refused = (path: string[], what: string) => ({
      __typename: 'InvalidInputError',
      path,
      expected: `a claim with the same ${what}, since that is what ${type} joins: its ${what === 'metric' ? 'metric is KILLED, not INJURED' : 'claimType is CASUALTY_COUNT, not OCCURRENCE'}`,
      given: expect.stringMatching(/^claim_/),
    });

    expect(await report(`{ ${injured}, ${of} }`)).toMatchObject(refused(['input', 'claims', '0', field], 'metric'));
    expect(await report(`{ claimType: OCCURRENCE, ${of} }`)).toMatchObject(refused(['input', 'claims', '0', field], 'claimType'));
    expect(await report(`{ key: "${count}", claimType: CASUALTY_COUNT, population: CHILDREN, ${of} }, { key: "${count}:injured", ${injured} }`)).toEqual({
      title: 'Later',
    });
    const [from, to] = [await idOf(`${count}:injured`), await idOf('sample:claim:c7')];
    expect(await link(`{ type: ${type}, from: "${from}", to: "${to}" }`)).toMatchObject(refused(['input', 'to'], 'metric'));
  });

  it.each([
    ['AT_LEAST high: 100', ['operator'], 'given with low or best, the number that AT_LEAST speaks of', 'AT_LEAST'],
    ['MORE_THAN high: 100', ['operator'], 'given with low or best, the number that MORE_THAN speaks of', 'MORE_THAN'],
    ['UP_TO low: 100', ['operator'], 'given with high or best, the number that UP_TO speaks of', 'UP_TO'],
    ['ABOUT low: 90, high: 110', ['operator'], 'given with best, the number that ABOUT speaks of', 'ABOUT'],
    ['RANGE best: 100', ['operator'], 'given with low or high, the number that RANGE speaks of', 'RANGE'],
    ['EXACT', ['operator'], 'given with best or low or high, the number that EXACT speaks of', 'EXACT'],
    ['MORE_THAN low: 0', ['low'], '1 or more, since "more than 0" begins at 1', '0'],
    ['EXACT low: 90, best: 100, high: 100', ['best'], '90, as low is, since the number is EXACT', '100'],
  ])('an operator is given with its number: not %s', async (figure, path, expected, given) => {
    const input = `title: "Later", claims: [{ claimType: CASUALTY_COUNT, metric: KILLED, operator: ${figure} }]`;

    expect(await service.data(`mutation { recordReport(input: { ${input} }) { ... on Report { title } ${failure} } }`)).toEqual({
      recordReport: expect.objectContaining({ __typename: 'InvalidInputError', path: ['input', 'claims', '0', ...path], expected, given }),
    });
  });

  it.each([
    ['AT_LEAST, best: 100', 'at least 100 people killed'],
    ['MORE_THAN, best: 100', 'more than 100 people killed'],
    ['MORE_THAN, low: 101', 'more than 100 people killed'],
    ['UP_TO, best: 100', 'up to 100 people killed'],
    ['NEARLY, high: 100', 'nearly 100 people killed'],
    ['RANGE, low: 90', 'at least 90 people killed'],
    ['null, low: 90', 'at least 90 people killed'],
    ['null, low: 90, high: 110', '90 to 110 people killed'],
    ['null, low: 90, best: 100, high: 110', '100 (90 to 110) people killed'],
    ['EXACT, low: 100, high: 100', '100 people killed'],
  ])('a claim is called what its number means: %s', async (figure, label) => {
    const input = `title: "Later", claims: [{ claimType: CASUALTY_COUNT, metric: KILLED, population: ALL, operator: ${figure} }]`;
    const answer = await service.data(
      `mutation { recordReport(input: { ${input} }) { ... on Report { claims(first: 1) { edges { node { label } } } } ${failure} } }`,
    );

    expect(answer.recordReport).toEqual({ claims: { edges: [{ node: { label } }] } });
  });
});
