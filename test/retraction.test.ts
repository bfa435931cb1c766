import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { dump, rows } from './support/dump.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('what was taken back on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const standing = async () => {
    const { event, contradictions } = await service.data(
      `query ($event: ID!, $sohr: ID!) {
        event(id: $event) {
          tolls(population: CIVILIANS, claimant: $sohr) { scope { name } points { low } current { low operator } }
          corroboration(metric: KILLED, population: CIVILIANS) { reports origins }
        }
        contradictions(about: $event) { totalCount }
      }`,
      { event: idFromKey('Event', 'sample:event:coast-march-2025'), sohr: idFromKey('Group', 'sample:group:sohr') },
    );
    const whole = event.tolls.find(({ scope }: { scope: unknown[] }) => scope.length === 0);
    return { points: whole.points.length, current: whole.current, corroboration: event.corroboration, contradictions: contradictions.totalCount };
  };

  it('leaves the progression, but neither current numbers, nor corroboration, nor contradictions rest on it', async () => {
    const before = await standing();

    await service.data('mutation ($id: ID!) { retractReport(id: $id, reason: "wrong") { ... on Report { id } ... on Error { message } } }', {
      id: idFromKey('Report', 'sample:report:kurdistan24-2025-03-14'),
    });

    // The 1,383 that stand again exceed SNHR's total as the 1,500 did; and, being exact, they are fewer than the field sources' 2,300.
    expect([before, await standing()]).toEqual([
      { points: 7, current: { low: 1500, operator: 'AT_LEAST' }, corroboration: { reports: 12, origins: 3 }, contradictions: 5 },
      { points: 7, current: { low: 1383, operator: 'EXACT' }, corroboration: { reports: 11, origins: 3 }, contradictions: 6 },
    ]);
  });

  it('cannot be taken back, or replaced, on a day that is still to come', async () => {
    const [earlier, later] = ['sample:claim:c2b', 'sample:claim:c4b'].map((key) => idFromKey('Claim', key));
    const before = await dump(service.graph);
    const said = 'message ... on InvalidInputError { path }';

    const { retractClaim } = await service.data(
      `mutation { retractClaim(id: "${earlier}", reason: "wrong", at: "2999-01-01T00:00:00Z") { ... on Error { ${said} } } }`,
    );
    const { supersede } = await service.data(
      `mutation { supersede(claim: "${earlier}", by: "${later}", basis: CURATED, at: "2999-01-01T00:00:00Z") { ... on Error { ${said} } } }`,
    );

    for (const refused of [retractClaim, supersede])
      expect(refused).toEqual({
        message: expect.stringMatching(/^at should be an instant that is not later than now, .*, but was "2999-01-01T00:00:00/),
        path: ['at'],
      });
    expect(await dump(service.graph)).toEqual(before);
  });

  it('marks the links that it is evidence for, and the mark goes with it when that is undone', async () => {
    const [claim, from, to] = [
      idFromKey('Claim', 'sample:claim:d2b'),
      idFromKey('Event', 'sample:event:coast-march-2025'),
      idFromKey('Place', 'sample:place:tartus'),
    ];
    const link = `{ type: OCCURRED_AT, from: "${from}", to: "${to}", evidence: ["${claim}"] }`;
    await service.data(`mutation { link(input: ${link}) { ... on Link { id } ... on Error { message } } }`);
    const before = await dump(service.graph);

    const { retractClaim } = await service.data(
      `mutation { retractClaim(id: "${claim}", reason: "wrong", at: "2025-05-01T00:00:00Z") { ... on Claim { status retraction { dependants } } ... on Error { message } } }`,
    );
    const marked = await rows(
      service.graph,
      `MATCH (:Entity {id: "${from}"})-[link:OCCURRED_AT]->(:Entity {id: "${to}"}) WHERE link.evidence IS NOT NULL RETURN link.retractedAt AS at`,
    );
    const { history } = await service.data(`{ history(of: "${claim}", first: 1) { edges { node { id } } } }`);
    await service.data(`mutation { undo(revision: "${history.edges[0].node.id}") { ... on Revision { id } ... on Error { message } } }`);

    // The sample's own link rests on it too: that the event involves those whom it accuses.
    expect(retractClaim).toEqual({ status: 'RETRACTED', retraction: { dependants: 2 } });
    expect(marked).toEqual([{ at: '2025-05-01T00:00:00.000Z' }]);
    expect(await dump(service.graph)).toBe(before);
  });

  it('is a claim alone, too', async () => {
    await service.data('mutation ($id: ID!) { retractClaim(id: $id, reason: "wrong") { ... on Claim { id } ... on Error { message } } }', {
      id: idFromKey('Claim', 'sample:claim:e1'),
    });

    expect(await standing()).toEqual({ points: 7, current: { low: 1383, operator: 'EXACT' }, corroboration: { reports: 11, origins: 2 }, contradictions: 3 });
  });
});
