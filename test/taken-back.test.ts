import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planMutations } from '../src/write/warm.ts';
import { dump } from './support/dump.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('what was taken back leaves its place, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    await planMutations(service.graph);
    monitor = (await done(`mutation { createGroup(input: {name: "One", kind: MONITOR}) { ... on Group { id } ${failure} } }`)).id;
  });
  afterAll(() => service.close());

  let made = 0;
  let monitor = '';
  const failure = '... on Error { message }';

  async function done(mutation: string) {
    const name = /\{\s*(\w+)/.exec(mutation)?.[1] as string;
    const { [name]: answer } = await service.data(mutation);
    if (answer.message) throw new Error(answer.message);
    return answer;
  }

  async function refusal(mutation: string): Promise<string> {
    const before = await dump(service.graph);
    const message = await done(mutation).then(JSON.stringify, (error: Error) => error.message);
    expect(await dump(service.graph)).toBe(before);
    return message;
  }

  const event = async () =>
    (await done(`mutation { createEvent(input: {title: "Event ${++made}", from: "2025-03-01"}) { ... on Event { id } ${failure} } }`)).id;
  const claim = async (of: string, best: number, asOf: string, more = '') =>
    (
      await done(`mutation { createClaim(input: {claimType: CASUALTY_COUNT, metric: KILLED, population: ALL, best: ${best}, asOf: "${asOf}"
      event: {id: "${of}"}, claimant: {id: "${monitor}"} ${more}}) { ... on Claim { id } ${failure} } }`)
    ).id;
  const supersede = (of: string, by: string) => `mutation { supersede(claim: "${of}", by: "${by}", basis: CURATED) { ... on Claim { id } ${failure} } }`;
  const retract = (id: string, more = '') => `mutation { retractClaim(id: "${id}", reason: "wrong" ${more}) { ... on Claim { id } ${failure} } }`;
  const link = (type: string, from: string, to: string, more = '') =>
    `mutation { link(input: {type: ${type}, from: "${from}", to: "${to}" ${more}}) { ... on Link { id } ${failure} } }`;
  const undo = (revision: string) => `mutation { undo(revision: "${revision}") { ... on Revision { id } ${failure} } }`;
  const revisionOf = async (of: string): Promise<string> =>
    (await service.data(`{ history(of: "${of}", first: 1) { edges { node { id } } } }`)).history.edges[0].node.id;

  /** A moment after all that was recorded so far, and before all that will be. */
  async function moment(): Promise<string> {
    await setTimeout(5);
    const now = new Date().toISOString();
    await setTimeout(5);
    return now;
  }

  /** What replaces a claim, and the current number of its event. */
  async function shown(about: string, of: string, asOf = '') {
    const { claim, event } = await service.data(
      `query ${asOf} { claim(id: "${of}") { supersededBy { claim { id } retractedAt } } event(id: "${about}") { tolls { current { best } points { best } } } }`,
    );
    const [{ current, points }] = event.tolls;
    return {
      by: claim.supersededBy?.claim.id,
      at: claim.supersededBy?.retractedAt ?? null,
      current: current?.best,
      points: points.map(({ best }: { best: number }) => best),
    };
  }

  it('to another replacement, and both are shown as of their time', async () => {
    const about = await event();
    const [old, first, second] = [await claim(about, 10, '2025-03-02'), await claim(about, 20, '2025-03-03'), await claim(about, 15, '2025-03-04')];
    await done(supersede(old, first));
    const earlier = await moment();
    await done(retract(first, 'at: "2025-04-01T00:00:00Z"'));
    const retraction = await revisionOf(first);

    expect(await shown(about, old)).toEqual({ by: first, at: '2025-04-01T00:00:00.000Z', current: 15, points: [10, 20, 15] });
    await done(supersede(old, second));

    expect(await shown(about, old)).toEqual({ by: second, at: null, current: 15, points: [10, 20, 15] });
    expect(await shown(about, old, `@asOf(recorded: "${earlier}")`)).toMatchObject({ by: first, at: null });
    expect(await refusal(supersede(old, await claim(about, 16, '2025-03-05')))).toContain(`${old} already has ${second} as supersededBy`);
    // What was taken back does not stand again beside what took its place.
    expect(await refusal(undo(retraction))).toContain(`${old} already has ${second} as supersededBy, and can have only one.`);
    await done(retract(second));
    expect(await shown(about, old)).toMatchObject({ by: second, at: expect.any(String) });
    await done(undo(retraction));
    expect(await shown(about, old)).toMatchObject({ by: first, at: null, current: 16 });
  });

  it('unless one claim that says so stands', async () => {
    const about = await event();
    const [one, other] = [await claim(about, 1, '2025-03-02'), await claim(about, 2, '2025-03-03')];
    const [group, place] = await Promise.all([
      done(`mutation { createGroup(input: {name: "Group ${++made}", kind: ARMED_GROUP}) { ... on Group { id } ${failure} } }`),
      done(`mutation { createPlace(input: {name: "Place ${++made}", kind: TOWN}) { ... on Place { id } ${failure} } }`),
    ]);
    const { id } = await done(link('ACTIVE_IN', group.id, place.id, `evidence: ["${one}", "${other}"]`));
    const marks = async (asOf = '') => {
      const { edges } = (await service.data(`query ${asOf} { group(id: "${group.id}") { links(first: 9) { edges { node { retractedAt } } } } }`)).group.links;
      return edges.map(({ node }: { node: { retractedAt: string | null } }) => node.retractedAt);
    };
    const before = await dump(service.graph);

    await done(retract(one, 'at: "2025-05-01T00:00:00Z"'));
    const ofOne = await revisionOf(one);
    expect(await marks()).toEqual([null]);
    // It comes back with the evidence that it has left.
    await done(`mutation { unlink(id: "${id}", reason: "too early") { ... on Unlinked { id } ${failure} } }`);
    await done(undo(await revisionOf(group.id)));
    expect(await marks()).toEqual([null]);

    const earlier = await moment();
    await done(retract(other, 'at: "2025-04-01T00:00:00Z"'));
    const ofOther = await revisionOf(other);
    expect(await marks()).toEqual(['2025-05-01T00:00:00.000Z']);
    expect(await marks(`@asOf(recorded: "${earlier}")`)).toEqual([null]);
    expect(await refusal(undo(ofOne))).toContain(`The link ${id} rests on ${other}, which was taken back at 2025-04-01T00:00:00.000Z.`);

    await done(undo(ofOther));
    expect(await marks()).toEqual([null]);
    await done(undo(ofOne));
    const { id: again } = await done(link('ACTIVE_IN', group.id, place.id, `evidence: ["${one}", "${other}"]`));
    expect(again).toBe(id);
    expect((await dump(service.graph)).length).toBe(before.length);
  });

  it('as of the day that was told first, where an earlier one was learned later', async () => {
    const { id: report, claims } = await done(
      `mutation { recordReport(input: {title: "Taken back ${++made}", publishedAt: "2025-03-02", claims: [{claimType: CONTEXT, statement: "one"}]}) { ... on Report { id claims { edges { node { id } } } } ${failure} } }`,
    );
    const said = claims.edges[0].node.id;
    const told = async (asOf = '') => (await service.data(`query ${asOf} { claim(id: "${said}") { status retraction { at reason } } }`)).claim;
    const own = { status: 'RETRACTED', retraction: { at: '2025-05-01T00:00:00.000Z', reason: 'wrong' } };
    await done(retract(said, 'at: "2025-05-01T00:00:00Z"'));
    const before = await dump(service.graph);
    const earlier = await moment();
    await done(`mutation { retractReport(id: "${report}", reason: "all of it", at: "2025-04-01T00:00:00Z") { ... on Report { id } ${failure} } }`);

    expect(await told()).toEqual({ status: 'RETRACTED', retraction: { at: '2025-04-01T00:00:00.000Z', reason: 'all of it' } });
    expect(await told(`@asOf(recorded: "${earlier}")`)).toEqual(own);
    expect(await told(`@asOf(known: "2025-04-15", recorded: "${earlier}")`)).toEqual({ status: 'ACTIVE', retraction: null });
    expect(await told('@asOf(known: "2025-04-15")')).toMatchObject({ retraction: { reason: 'all of it' } });
    await done(undo(await revisionOf(report)));
    expect(await told()).toEqual(own);
    expect(await dump(service.graph)).toBe(before);
  });
});
