import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump } from './support/dump.ts';
import { engines, openService, type Service } from './support/service.ts';

const failure = `... on Error {
  __typename message ... on NotFoundError { wanted: kind missing: id } ... on InvalidInputError { path expected } ... on ConflictError { there: existing { label } revision }
  ... on BatchError { rows { index error { __typename message } } }
}`;
const record = `mutation ($input: RecordReportInput!, $key: String) { recordReport(input: $input, idempotencyKey: $key) { ... on Report { id title } ${failure} } }`;
const batch = `mutation ($input: [LinkInput!]!) { links(input: $input) { ... on LinkBatch { created existing links { id } } ${failure} } }`;
const operation = (name: string) => readFileSync(`schema/operations/${name}.graphql`, 'utf8');

describe.each(engines)('what is recorded in one go on %s', (engine) => {
  let service: Service;
  const idOf = async (key: string): Promise<string> => (await service.data('query ($key: String!) { byKey(key: $key) { id } }', { key })).byKey?.id;
  const latest = async (of: string) =>
    (await service.data(`{ history(of: "${of}", first: 1) { edges { node { id mutation by reason } } } }`)).history.edges[0].node;
  const undo = async (revision: string) => (await service.data(`mutation { undo(revision: "${revision}") { ... on Revision { mutation } ${failure} } }`)).undo;
  const fifty = Array.from({ length: 50 }, (_, index) => ({
    claimType: 'CASUALTY_COUNT',
    metric: 'KILLED',
    population: 'CIVILIANS',
    best: index,
    quote: 'were killed',
    claimant: { newPerson: { name: `Witness ${index % 5}` } },
    event: { key: 'sample:event:coast-march-2025' },
    places: [{ key: 'sample:place:baniyas' }],
    names: [{ entity: { key: 'sample:community:alawites' }, role: 'VICTIM' }],
  }));

  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it.each(['15-record-a-report', '16-link-two-entities'])('answers the operation %s twice alike, and writes once', async (name) => {
    const first = await service.data(operation(name));
    const between = await dump(service.graph);
    const second = await service.data(operation(name));

    expect(JSON.stringify(first)).not.toContain('Error');
    expect(second).toEqual(first);
    expect(await dump(service.graph)).toBe(between);
  });

  it('records fifty claims in two round trips, and undoes them as one', async () => {
    const input = { key: 't:report:fifty', title: 'Fifty', text: 'Many were killed.', publisher: { newGroup: { name: 'A paper' } }, claims: fifty };
    const before = await dump(service.graph);
    service.ran();

    const { recordReport } = await service.data(record, { input });
    const ran = service.ran();
    const { report } = await service.data(
      `{ report(id: "${recordReport.id}") { publisher { name } claims { totalCount } } event: byKey(key: "sample:event:coast-march-2025") { id } }`,
    );
    const undone = await undo((await latest(recordReport.id)).id);

    expect(ran).toEqual(['write/look', 'write/changes']);
    expect(report).toEqual({ publisher: { name: 'A paper' }, claims: { totalCount: 50 } });
    expect(undone).toEqual({ mutation: 'undo' });
    expect(await dump(service.graph)).toBe(before);
  });

  it('records nothing of a report of which one quote is not in the text', async () => {
    const before = await dump(service.graph);

    const { recordReport } = await service.data(record, {
      input: { title: 'Torn', text: 'Many were killed.', claims: [...fifty.slice(0, 2), { claimType: 'OTHER', quote: 'Many were kiled' }] },
    });

    expect(recordReport).toMatchObject({
      path: ['input', 'claims', '2', 'quote'],
      expected: `a span of the report's text, where the nearest is "Many were killed."`,
    });
    expect(await dump(service.graph)).toBe(before);
  });

  const claim = (more: object) => ({ claimType: 'OTHER', statement: 'So', ...more });
  const about = (event: object) => claim({ event: { new: event } });
  it.each([
    [
      'a group and a person',
      { publisher: { newGroup: { name: 'X', kind: 'MONITOR', key: 'kk:x' } }, claims: [claim({ claimant: { newPerson: { name: 'X', key: 'kk:x' } } })] },
      /^The key "kk:x" already stands for a group, in input\.publisher\.newGroup, and cannot stand for a person too, in input\.claims\.0\.claimant\.newPerson\.$/,
    ],
    [
      'a report and its claim',
      { key: 'kk:rc', claims: [claim({ key: 'kk:rc' })] },
      /^The key "kk:rc" already stands for a report, .* a claim too, in input\.claims\.0\.$/,
    ],
    [
      'two events that differ',
      { claims: [about({ title: 'EA', key: 'kk:e' }), about({ title: 'EB', key: 'kk:e' })] },
      /^The event with the key "kk:e" is told twice, in input\.claims\.0\.event\.new and input\.claims\.1\.event\.new, but differs in .*title.*: title is "EA", not "EB"\.$/,
    ],
    [
      'two events of which the second says more',
      { claims: [about({ title: 'EA', key: 'kk:e' }), about({ title: 'EA', key: 'kk:e', datePrecision: 1 })] },
      /differs in datePrecision: datePrecision is not known, not 1\.$/,
    ],
    [
      'two groups that differ, one of which is there',
      { claims: ['SOHR', 'Another'].map((name) => claim({ claimant: { newGroup: { name, key: 'sample:group:sohr' } } })) },
      /differs in .*name is "SOHR", not "Another"\.$/,
    ],
    [
      'two claims that differ',
      { claims: [claim({ key: 'kk:c' }), claim({ key: 'kk:c', statement: 'Otherwise' })] },
      /^The claim with the key "kk:c" is told twice, in input\.claims\.0 and input\.claims\.1, but differs in statement: statement is "So", not "Otherwise"\.$/,
    ],
  ])('records nothing of a report that gives one key to %s', async (_, input, message) => {
    const before = await dump(service.graph);

    const { recordReport } = await service.data(record, { input: { title: 'One key', ...input } });

    expect(recordReport).toMatchObject({ __typename: 'ConflictError', message: expect.stringMatching(message), there: null });
    expect(await dump(service.graph)).toBe(before);
  });

  it('makes one thing of what a report tells twice alike under one key, or again with less', async () => {
    const events = [
      { title: 'EA', key: 'kk:e', datePrecision: 1 },
      { title: 'EA', key: 'kk:e', datePrecision: 1 },
      { title: 'EA', key: 'kk:e' },
    ];

    const { recordReport } = await service.data(record, {
      input: { title: 'Alike', claims: events.map((event, index) => ({ ...about(event), statement: `${index}` })) },
    });
    const { report } = await service.data(`{ report(id: "${recordReport.id}") { claims { edges { node { event { title datePrecision } } } } } }`);
    await undo((await latest(recordReport.id)).id);

    expect(report.claims.edges).toEqual(Array(3).fill({ node: { event: { title: 'EA', datePrecision: 1 } } }));
  });

  it('answers the same request again under its idempotency key, also when two come at once, and refuses another', async () => {
    const input = { title: 'Without a key', claims: [{ claimType: 'OTHER', statement: 'Once' }] };

    const answers = await Promise.all([1, 2, 3].map(() => service.data(record, { input, key: 'idempotent 1' })));
    const other = await service.data(record, { input: { ...input, title: 'Another' }, key: 'idempotent 1' });
    const { reports } = await service.data('{ reports(filter: { text: "without a key" }) { totalCount } }');

    expect(new Set(answers.map(({ recordReport }) => recordReport.id)).size).toBe(1);
    expect(other.recordReport).toMatchObject({ __typename: 'ConflictError', message: expect.stringContaining('was used for another request') });
    expect(reports).toEqual({ totalCount: 1 });
  });

  it('draws a thousand links in two round trips, and tells all bad rows at once', async () => {
    const places = Array.from({ length: 20 }, (_, index) => `p${index}: createPlace(input: { name: "Place ${index}" }) { ... on Place { id } }`);
    const ids = Object.values((await service.data(`mutation { ${places.join(' ')} }`)) as Record<string, { id: string }>).map(({ id }) => id);
    const events = Array.from({ length: 20 }, (_, index) => `e${index}: createEvent(input: { title: "Event ${index}" }) { ... on Event { id } }`);
    const happened = Object.values((await service.data(`mutation { ${events.join(' ')} }`)) as Record<string, { id: string }>).map(({ id }) => id);
    const rows = happened.flatMap((from) => ids.map((to) => ({ type: 'OCCURRED_AT', from, to })));
    const thousand = [...rows, ...rows, ...rows.slice(0, 200)];
    service.ran();

    const { links } = await service.data(batch, { input: thousand });
    const ran = service.ran();
    const bad = await service.data(batch, {
      input: [
        { type: 'WITHIN', from: ids[0], to: ids[1] },
        { type: 'WITHIN', from: ids[1], to: ids[0] },
        { type: 'WITHIN', from: 'banana', to: ids[0] },
        { type: 'WITHIN', from: ids[2], to: 'place_aaaaaaaaaaaaaaaaaaaa' },
      ],
    });
    const { place } = await service.data(`{ place(id: "${ids[0]}") { within { totalCount } events { totalCount } } }`);

    expect([links.created, links.existing, links.links.length]).toEqual([400, 600, 1000]);
    expect(ran).toEqual(['write/look', 'write/changes']);
    expect(bad.links.rows.map(({ index, error }: { index: number; error: { __typename: string } }) => [index, error.__typename])).toEqual([
      [1, 'ConflictError'],
      [2, 'InvalidInputError'],
      [3, 'NotFoundError'],
    ]);
    expect(place).toEqual({ within: { totalCount: 0 }, events: { totalCount: 20 } });
  });

  it('takes a report back with what rested on it, and undoing that restores it exactly', async () => {
    const article = await idOf('sample:report:seed-article');
    const before = await dump(service.graph);

    const { retractReport } = await service.data(
      `mutation { retractReport(id: "${article}", reason: "Withdrawn", at: "2025-04-01T00:00:00Z") { ... on Report { retraction { reason at dependants } claims(filter: { statuses: [ACTIVE] }) { totalCount } } ${failure} } }`,
    );
    const again = await service.data(`mutation { retractReport(id: "${article}", reason: "Withdrawn") { ... on Report { id } ${failure} } }`);
    const revision = await latest(article);
    await undo(revision.id);

    expect(retractReport).toEqual({
      retraction: { reason: 'Withdrawn', at: '2025-04-01T00:00:00.000Z', dependants: expect.any(Number) },
      claims: { totalCount: 0 },
    });
    expect(retractReport.retraction.dependants).toBeGreaterThan(20);
    expect(again.retractReport.__typename).toBe('ConflictError');
    expect(revision).toMatchObject({ mutation: 'retractReport', reason: 'Withdrawn', by: 'anonymous' });
    expect(await dump(service.graph)).toBe(before);
  });

  it('names the later revision that stands in the way of undoing an earlier one', async () => {
    const { createGroup } = await service.data('mutation { createGroup(input: { name: "First" }) { ... on Group { id } } }');
    const rename = (name: string) => service.data(`mutation { updateGroup(id: "${createGroup.id}", input: { name: "${name}" }) { ... on Group { id } } }`);
    await rename('Second');
    const second = await latest(createGroup.id);
    await rename('Third');
    const third = await latest(createGroup.id);

    const hindered = await undo(second.id);
    const undone = [await undo(third.id), await undo(second.id)];
    const { group } = await service.data(`{ group(id: "${createGroup.id}") { name } }`);

    expect(hindered).toMatchObject({ __typename: 'ConflictError', revision: third.id, there: { label: 'Third' } });
    expect(undone).toEqual([{ mutation: 'undo' }, { mutation: 'undo' }]);
    expect(group).toEqual({ name: 'First' });
  });
});
