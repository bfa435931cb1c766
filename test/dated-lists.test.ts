import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, openService, type Service } from './support/service.ts';

const days = ['2020-01-01', '2020-01-02', '2020-02-29', '2020-03-01', '2020-12-31', null];

describe.each(engines)('lists of a range of days, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    for (const day of days) {
      const title = `3 killed on ${day}`; // In the order by label it stands before what begins with a year, however that is turned.
      const inputs = [
        { title, from: day, to: day === '2020-01-02' ? '2020-06-01' : day },
        { title, publishedAt: day && `${day}T12:00:00Z` },
      ];
      await service.data(
        'mutation ($event: CreateEventInput!, $report: CreateReportInput!) { createEvent(input: $event) { __typename ... on Error { message } } createReport(input: $report) { __typename ... on Error { message } } }',
        { event: inputs[0], report: inputs[1] },
      );
    }
  });
  afterAll(() => service.close());

  const given = days.filter((day) => day !== null);
  const ranges = [...given, undefined]
    .flatMap((from) => [...given, undefined].map((to) => ({ ...(from && { from }), ...(to && { to }) })))
    .filter(({ from = '', to = '~' }) => from <= to);

  it.each([
    ['events', 'happened'],
    ['reports', 'published'],
  ])('have the same %s in every order, and count as many', async (several, range) => {
    const lists = ['BY_LABEL', 'NEWEST_FIRST', 'OLDEST_FIRST'].map(
      (order) => `${order}: ${several}(filter: { ${range}: $range }, orderBy: ${order}) { totalCount edges { node { label } } }`,
    );
    for (const asked of ranges) {
      const answer = await service.data(`query ($range: DateRange!) { ${lists.join(' ')} }`, { range: asked });
      const [byLabel, newest, oldest] = Object.values(answer as Record<string, { totalCount: number; edges: { node: { label: string } }[] }>).map(
        ({ totalCount, edges }) => ({ totalCount, labels: edges.map(({ node }) => node.label) }),
      );

      expect(newest?.labels.toSorted(), JSON.stringify(asked)).toEqual(byLabel?.labels);
      expect(newest?.labels, JSON.stringify(asked)).toEqual(byLabel?.labels.toReversed());
      expect(oldest, JSON.stringify(asked)).toEqual(byLabel);
      expect([newest?.totalCount, byLabel?.totalCount], JSON.stringify(asked)).toEqual([byLabel?.labels.length, byLabel?.labels.length]);
    }
  });

  it('go on behind a cursor that stands before the range', async () => {
    const page =
      'query ($after: String, $filter: EventFilter) { events(first: 1, after: $after, filter: $filter, orderBy: NEWEST_FIRST) { pageInfo { endCursor hasPreviousPage } edges { node { from } } } }';
    const { events: first } = await service.data(page);
    const { events: then } = await service.data(page, { after: first.pageInfo.endCursor, filter: { happened: { to: '2020-02-29' } } });

    expect([first.edges, then.edges]).toEqual([[{ node: { from: '2020-12-31' } }], [{ node: { from: '2020-02-29' } }]]);
    expect(then.pageInfo.hasPreviousPage).toBe(true);
  });
});
