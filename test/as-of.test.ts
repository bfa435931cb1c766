import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { engines, openService, type Service } from './support/service.ts';

const event = idFromKey('Event', 'sample:event:coast-march-2025');
const sohr = idFromKey('Group', 'sample:group:sohr');
const rami = idFromKey('Person', 'sample:person:rami-abdurrahman');

describe.each(engines)('as of a moment, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const whole = async (known: string) => {
    const { event: found } = await service.data(
      `query ($event: ID!, $sohr: ID!, $known: String) @asOf(known: $known) {
        event(id: $event) { tolls(population: CIVILIANS, claimant: $sohr) { scope { name } points { low basis supersededAt } current { low operator } } }
      }`,
      { event, sohr, known },
    );
    return found.tolls.find(({ scope }: { scope: unknown[] }) => scope.length === 0);
  };

  it.each([
    ['2025-03-07', undefined],
    ['2025-03-08', 340],
    ['2025-03-09', 830],
    ['2025-03-10T12:00:00Z', 830],
    ['2025-03-11T00:59:59.999+01:00', 973],
    ['2025-03-10', 973],
    ['2025-03-11', 1225],
    ['2025-03-12', 1383],
    ['2025-03-14', 1500],
  ])("SOHR's number of civilians killed is, as known on %s, %s", async (known, number) => {
    expect((await whole(known))?.current.low).toBe(number);
  });

  it('a number that was replaced later stands', async () => {
    expect((await whole('2025-03-09')).points).toEqual([
      { low: 340, basis: null, supersededAt: '2025-03-09T23:59:59.999Z' },
      { low: 745, basis: 'INFERRED', supersededAt: '2025-03-09T23:59:59.999Z' },
      { low: 830, basis: 'EXPLICIT', supersededAt: null },
    ]);
  });

  it('claims, reports and what rests on them are not there before; groups, people and places always are', async () => {
    const {
      claim,
      report,
      reports,
      claims,
      sohr: group,
      rami: person,
    } = await service.data(
      `query ($claim: ID!, $report: ID!, $sohr: ID!, $rami: ID!) @asOf(known: "2025-03-09") {
        claim(id: $claim) { id }
        report(id: $report) { id }
        reports { totalCount }
        claims { totalCount }
        sohr: group(id: $sohr) { name leaders { totalCount } published { totalCount } claimsMade { totalCount } }
        rami: person(id: $rami) { name }
      }`,
      { claim: idFromKey('Claim', 'sample:claim:c4'), report: idFromKey('Report', 'sample:report:seed-article'), sohr, rami },
    );

    expect({ claim, report, reports, claims, group, person }).toEqual({
      claim: null,
      report: null,
      reports: { totalCount: 4 },
      claims: { totalCount: 8 },
      group: { name: 'SOHR', leaders: { totalCount: 0 }, published: { totalCount: 0 }, claimsMade: { totalCount: 6 } },
      person: { name: 'Rami Abdurrahman' },
    });
  });

  it('nothing is there before it was recorded', async () => {
    const { reports, sohr: group } = await service.data(
      'query ($sohr: ID!) @asOf(recorded: "2025-03-31") { reports { totalCount } sohr: group(id: $sohr) { name } }',
      { sohr },
    );

    expect({ reports, group }).toEqual({ reports: { totalCount: 0 }, group: null });
  });

  it('neither is it for longer chains: without the article, Ali Sheha is joined to SOHR by nothing', async () => {
    const chains = (asOf: string) =>
      service.data(`query ($from: ID!, $to: ID!) ${asOf} { path(from: $from, to: $to, maxLength: 3, first: 1) { length } }`, {
        from: idFromKey('Person', 'sample:person:ali-sheha'),
        to: sohr,
      });

    expect([await chains(''), await chains('@asOf(known: "2025-03-10")'), await chains('@asOf(known: "2025-03-09")')]).toEqual([
      { path: [{ length: 2 }] },
      { path: [{ length: 2 }] },
      { path: [] },
    ]);
  });

  it.each([
    [
      '@asOf(known: "9 March")',
      'asOf.known should be a day, such as "2025-03-09", which means its end in UTC, or an instant, such as "2025-03-09T12:00:00Z", but was "9 March".',
    ],
    ['@asOf(known: "2025-02-30")', 'but was "2025-02-30".'],
    ['@asOf(recorded: "2025")', 'asOf.recorded should be a day'],
    ['@asOf(until: "2025-03-09")', 'Unknown argument "until" on directive "@asOf".'],
    ['@asOf(known: 2025)', 'String cannot represent a non string value: 2025'],
  ])('%s is refused', async (asOf, message) => {
    const { data, errors } = await service.ask(`query ${asOf} { reports { totalCount } }`);

    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toContain(message);
  });

  it('without a date, as of now', async () => {
    const { reports } = await service.data('query ($known: String) @asOf(known: $known) { reports { totalCount } }', { known: null });

    expect(reports.totalCount).toBe(14);
  });

  it('nothing is written', async () => {
    const { errors } = await service.ask('mutation @asOf(known: "2025-03-09") { createGroup(input: {name: "x"}) { ... on Group { id } } }');

    expect(errors?.[0]?.message).toContain('Directive "@asOf" may not be used on MUTATION.');
  });
});
