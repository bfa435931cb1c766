import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareGraph } from '../src/graph/open.ts';
import { rows } from './support/dump.ts';
import { rawQuery } from './support/raw.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('what comes to be known, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  const record = async (key: string, publishedAt: string | null) => {
    const { recordReport } = await service.data(
      `mutation ($input: RecordReportInput!) { recordReport(input: $input) { ... on Report { id recordedAt claims { edges { node { id } } } } ... on Error { message } } }`,
      { input: { key, title: key, publishedAt, claims: [{ key: `${key}:claim`, claimType: 'AFFILIATION', statement: key }] } },
    );
    return { report: recordReport.id, recordedAt: recordReport.recordedAt, claim: recordReport.claims.edges[0].node.id };
  };
  const group = async (name: string) =>
    (await service.data('mutation ($name: String!) { createGroup(input: {name: $name}) { ... on Group { id } } }', { name })).createGroup.id;
  const ally = async (evidence: string[]) => {
    const [from, to] = [await group('one'), await group('other')];
    const { link } = await service.data('mutation ($input: LinkInput!) { link(input: $input) { ... on Link { id } ... on Error { message } } }', {
      input: { type: 'ALLIED_WITH', from, to, evidence },
    });
    return { from, link: link.id as string };
  };
  const change = async (mutation: string, variables: object) => {
    await service.data(mutation, variables as Record<string, unknown>);
    const { history } = await service.data('query ($of: ID!) { history(of: $of, first: 1) { edges { node { id } } } }', { of: Object.values(variables)[0] });
    return history.edges[0].node.id as string;
  };
  const undo = (revision: string) =>
    service.data('mutation ($revision: ID!) { undo(revision: $revision) { ... on Revision { id } ... on Error { message } } }', { revision });
  /** From which of these days on something is there. */
  const firstOf = async (days: readonly string[], selection: string, id: string, isThere: (found: never) => boolean) => {
    for (const day of days) {
      const { node } = await service.data(`query ($id: ID!) @asOf(known: "${day}") { node(id: $id) { ${selection} } }`, { id });
      if (node && isThere(node as never)) return day;
    }
    return null;
  };
  const days = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'];
  const alliedSince = (id: string) =>
    firstOf(days, '... on Group { alliedWith { totalCount } }', id, ({ alliedWith }: { alliedWith: { totalCount: number } }) => alliedWith.totalCount > 0);

  it('is a report without a date from when it was recorded', async () => {
    const { report, claim, recordedAt } = await record('undated', null);
    const before = new Date(Date.parse(recordedAt) - 1).toISOString();
    const there = (known: string) =>
      service.data('query ($ids: [ID!]!, $known: String) @asOf(known: $known) { nodes(ids: $ids) { id } }', { ids: [report, claim], known });

    expect([await there(before), await there(recordedAt)]).toEqual([{ nodes: [null, null] }, { nodes: [{ id: report }, { id: claim }] }]);
  });

  it('is a relationship from the first of the claims it rests on', async () => {
    const [march, april] = [await record('march', '2025-03-01'), await record('april', '2025-04-01')];
    const { from } = await ally([april.claim, march.claim]);

    expect(await alliedSince(from)).toBe('2025-03-01');
  });

  it('is it from another day when the report has another date, and undoing that undoes this', async () => {
    const { report, claim } = await record('corrected', '2025-03-01');
    const { from } = await ally([claim]);

    const revision = await change(
      'mutation ($id: ID!) { updateReport(id: $id, input: {publishedAt: "2025-05-01"}) { ... on Report { id } ... on Error { message } } }',
      { id: report },
    );
    const corrected = await alliedSince(from);
    await undo(revision);

    expect([corrected, await alliedSince(from)]).toEqual(['2025-05-01', '2025-03-01']);
  });

  it('is it the same after it was taken away and put back', async () => {
    const { claim } = await record('unlinked', '2025-02-01');
    const { from, link } = await ally([claim]);

    const { unlink } = await service.data('mutation ($id: ID!) { unlink(id: $id, reason: "wrong") { ... on Unlinked { id } ... on Error { message } } }', {
      id: link,
    });
    const { history } = await service.data('query ($of: ID!) { history(of: $of, first: 1) { edges { node { id changes { properties { name } } } } } }', {
      of: from,
    });
    const away = await alliedSince(from);
    await undo(history.edges[0].node.id);

    expect(unlink.id).toBe(link);
    expect(history.edges[0].node.changes).toEqual([{ properties: [{ name: 'evidence' }] }]);
    expect([away, await alliedSince(from)]).toEqual([null, '2025-02-01']);
  });

  it('is a retraction from its own moment on, with all that it takes back', async () => {
    const { report, claim } = await record('wrong', '2025-02-01');
    const { from } = await ally([claim]);
    const { retractReport } = await service.data(
      `mutation ($id: ID!) { retractReport(id: $id, reason: "wrong", at: "2025-04-01T00:00:00Z") { ... on Report { retraction { at dependants } } ... on Error { message } } }`,
      { id: report },
    );
    const asOf = async (moment: string) => {
      const {
        report: r,
        claim: c,
        group: g,
      } = await service.data(
        `query ($report: ID!, $claim: ID!, $group: ID!) ${moment} {
          report(id: $report) { retraction { reason at dependants } }
          claim(id: $claim) { status retraction { at } }
          group(id: $group) { alliedWith { edges { link { retractedAt } } } }
        }`,
        { report, claim, group: from },
      );
      return [r.retraction, c.status, c.retraction, g.alliedWith.edges[0].link.retractedAt];
    };
    const at = '2025-04-01T00:00:00.000Z';

    expect(retractReport).toEqual({ retraction: { at, dependants: 2 } });
    expect(await asOf('@asOf(known: "2025-03-31")')).toEqual([null, 'ACTIVE', null, null]);
    expect(await asOf(`@asOf(known: "${at}")`)).toEqual([{ reason: 'wrong', at, dependants: 2 }, 'RETRACTED', { at }, at]);
    expect(await asOf('')).toEqual(await asOf('@asOf(known: "2025-04-01")'));
  });

  it('is of what was taken back twice the earlier moment', async () => {
    const { report, claim } = await record('twice', '2025-02-01');
    const retract = (room: string, id: string, at: string) =>
      service.data(
        `mutation ($id: ID!) { retract${room}(id: $id, reason: "${room}", at: "${at}T00:00:00Z") { ... on ${room} { id } ... on Error { message } } }`,
        { id },
      );
    const status = async () => firstOf(days, '... on Claim { status }', claim, ({ status }: { status: string }) => status === 'RETRACTED');

    await retract('Claim', claim, '2025-05-01');
    const alone = await status();
    await retract('Report', report, '2025-03-01');

    expect([alone, await status()]).toEqual(['2025-05-01', '2025-03-01']);
  });

  it('is told of a claim that has evidence for nothing but itself, and of one that others rest on', async () => {
    const { claim } = await record('evidence', '2025-02-01');
    await ally([claim]);

    const { retractClaim } = await service.data(
      'mutation ($id: ID!) { retractClaim(id: $id, reason: "wrong") { ... on Claim { status retraction { dependants } } ... on Error { message } } }',
      { id: claim },
    );

    expect(retractClaim).toEqual({ status: 'RETRACTED', retraction: { dependants: 1 } });
  });

  it('is what the graph itself had been told, by the day it was told', async () => {
    const { report } = await record('told', '2025-02-01');
    const told = (moment: string) => service.data(`query ($of: ID!) ${moment} { history(of: $of) { totalCount edges { node { mutation } } } }`, { of: report });

    expect([await told(''), await told('@asOf(known: "2025-01-01")'), await told('@asOf(recorded: "2025-03-01")')]).toEqual([
      { history: { totalCount: 1, edges: [{ node: { mutation: 'recordReport' } }] } },
      { history: { totalCount: 1, edges: [{ node: { mutation: 'recordReport' } }] } },
      { history: { totalCount: 0, edges: [] } },
    ]);
  });

  it('is dated in a store of an older version when it is opened', async () => {
    const { claim } = await record('older', '2025-02-01');
    const { from } = await ally([claim]);
    await service.graph.write((run) => run(rawQuery('MATCH ()-[link:ALLIED_WITH]->() REMOVE link.knownFrom RETURN count(link) AS undated'), {}));
    await service.graph.write((run) => run(rawQuery("MATCH (store:Store {id: 'attested'}) SET store.version = 1 RETURN store.version AS version"), {}));
    const undated = await alliedSince(from);

    await prepareGraph(service.graph);

    expect([undated, await alliedSince(from)]).toEqual(['2025-01-01', '2025-02-01']);
    expect(await rows(service.graph, 'MATCH ()-[link:ALLIED_WITH]->() WHERE link.knownFrom IS NULL RETURN link.disc AS disc')).toEqual([]);
  });
});
