import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportersOf, windowOf } from '../src/coverage/coverage.ts';
import { draft, type LinkDraft } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { idFromKey } from '../src/ids.ts';
import { engines, openService, type Service } from './support/service.ts';
import { told } from './support/testimony.ts';

describe('who reported an event', () => {
  it('is each publisher once, the first to report first, with its lag in days and its reports', () => {
    const said = [
      told('late', { publisher: 'bo', report: 'r1', publishedAt: '2025-03-09T01:00:00.000Z' }),
      told('again', { publisher: 'bo', report: 'r1', publishedAt: '2025-03-09T01:00:00.000Z' }),
      told('early', { publisher: 'bo', report: 'r2', publishedAt: '2025-03-08T23:59:59.999Z' }),
      told('before', { publisher: 'cy', report: 'r3', publishedAt: '2025-03-05T12:00:00.000Z' }),
      told('undated', { publisher: 'di', report: 'r4' }),
      told('nobody', { report: 'r5', publishedAt: '2025-03-07T12:00:00.000Z' }),
      told('no report', { publisher: null, report: null }),
    ];

    const found = reportersOf({ from: '2025-03-06' }, said).map(({ source, firstReportedAt, lagDays, reports }) => [
      source.id,
      firstReportedAt,
      lagDays,
      reports,
    ]);

    expect(found).toEqual([
      ['cy', '2025-03-05T12:00:00.000Z', -1, 1],
      ['bo', '2025-03-08T23:59:59.999Z', 2, 2],
      ['di', null, null, 1],
    ]);
  });

  it.each([
    ['of one day', { from: '2025-02-27', to: null }, 3, { from: '2025-02-27', until: '2025-03-03' }],
    ['of several', { from: '2025-03-06', to: '2025-03-10' }, 7, { from: '2025-03-06', until: '2025-03-18' }],
    ['that ends before it begins', { from: '2025-03-06', to: '2025-03-01' }, 0, { from: '2025-03-06', until: '2025-03-07' }],
    ['of unknown date', { from: null, to: '2025-03-10' }, 7, null],
  ])('is to be expected, for an event %s, in a window', (_, event, days, window) => {
    expect(windowOf(event, days)).toEqual(window);
  });
});

describe.each(engines)('coverage on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
    await service.graph.write((run) => writeDrafts(run, bystanders(), { at: '2026-01-01T00:00:00.000Z', by: 'test' }));
  });
  afterAll(() => service.close());

  const question = `query ($event: ID!, $days: Int = 7, $first: Int = 20, $after: String, $silentFirst: Int = 20, $silentAfter: String) {
    event(id: $event) {
      coverage(windowDays: $days, first: $first, after: $after) {
        sources { totalCount pageInfo { hasNextPage endCursor } edges { firstReportedAt lagDays reports node { name } } }
        silent(first: $silentFirst, after: $silentAfter) { totalCount pageInfo { hasNextPage endCursor } edges { link { id } node { name } } }
      }
    }
  }`;
  const event = idFromKey('Event', 'sample:event:coast-march-2025');
  const names = ({ edges }: { edges: { node: { name: string } }[] }) => edges.map(({ node }) => node.name);

  it('says when each source first reported the event, and how many days after', async () => {
    const { event: found } = await service.data(question, { event, first: 3 });

    expect(found.coverage.sources.totalCount).toBe(10);
    expect(found.coverage.sources.edges).toEqual([
      { firstReportedAt: '2025-03-08T23:59:59.999Z', lagDays: 2, reports: 3, node: { name: 'Shafaq News' } },
      { firstReportedAt: '2025-03-09T23:59:59.999Z', lagDays: 3, reports: 1, node: { name: 'LBC Group' } },
      { firstReportedAt: '2025-03-09T23:59:59.999Z', lagDays: 3, reports: 1, node: { name: 'Tehran Times' } },
    ]);
  });

  it('goes on behind a cursor', async () => {
    const { event: start } = await service.data(question, { event, first: 9 });
    const { event: rest } = await service.data(question, { event, first: 9, after: start.coverage.sources.pageInfo.endCursor });

    expect([names(start.coverage.sources).length, start.coverage.sources.pageInfo.hasNextPage, names(rest.coverage.sources)]).toEqual([9, true, ['Halazon']]);
  });

  it('names those that published within the window, but nothing about the event', async () => {
    const { event: found } = await service.data(question, { event });

    expect(found.coverage.silent).toEqual({
      totalCount: 2,
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
      edges: [
        { link: null, node: { name: 'Last day' } },
        { link: null, node: { name: 'Other matters' } },
      ],
    });
  });

  it('has a longer list of the silent for a longer window, in pages', async () => {
    const { event: start } = await service.data(question, { event, days: 8, silentFirst: 2 });
    const { event: rest } = await service.data(question, { event, days: 8, silentFirst: 2, silentAfter: start.coverage.silent.pageInfo.endCursor });

    expect([start, rest].map(({ coverage }) => [coverage.silent.totalCount, names(coverage.silent)])).toEqual([
      [3, ['Day after', 'Last day']],
      [3, ['Other matters']],
    ]);
  });

  it('knows of nobody silent about an event of unknown date', async () => {
    const { event: found } = await service.data(question, { event: idFromKey('Event', 'undated') });

    expect(found.coverage).toEqual({
      sources: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
      silent: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] },
    });
  });

  it('refuses a window of negative length', async () => {
    const { errors } = await service.ask(question, { event, days: -1 });

    expect(errors?.[0]?.message).toBe('windowDays should be from 0 to 100, but was "-1".');
  });
});

/** Sources that had something else to say: before, in, at the end of, and after the sample's first eight days; and one that said it of the event too. */
function bystanders() {
  const reports = [
    ['Too early', '2025-03-05T23:59:59.999Z'],
    ['Other matters', '2025-03-08T10:00:00.000Z'],
    ['Other matters', '2025-03-09T10:00:00.000Z'],
    ['Last day', '2025-03-13T23:59:59.999Z'],
    ['Day after', '2025-03-14T00:00:00.000Z'],
    ['Undated', null],
  ] as const;
  const sources = new Map(reports.map(([name]) => [name, draft('Group', name, { name })]));
  const nodes = reports.map(([name, publishedAt], index) => draft('Report', `report ${index}`, { title: `${name} ${index}`, publishedAt }));
  return {
    nodes: [...sources.values(), ...nodes, draft('Event', 'undated', { title: 'undated' })],
    links: nodes.map((node, index): LinkDraft => ({ type: 'PUBLISHED', from: idFromKey('Group', reports[index]?.[0] ?? ''), to: node.id })),
  };
}
