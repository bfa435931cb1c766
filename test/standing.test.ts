import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { dump } from './support/dump.ts';
import { engines, openService, type Service } from './support/service.ts';

describe.each(engines)('what stands, and on what, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const latakia = idFromKey('Place', 'sample:place:latakia');
  let made = 0;

  async function done(mutation: string, variables: Record<string, unknown> = {}) {
    const name = /\{\s*(\w+)/.exec(mutation)?.[1] as string;
    const { [name]: answer } = await service.data(mutation, variables);
    if (answer.message) throw new Error(answer.message);
    return answer;
  }

  async function refusal(mutation: string): Promise<string> {
    const before = await dump(service.graph);
    const message = await done(mutation).then(JSON.stringify, (error: Error) => error.message);
    expect(await dump(service.graph)).toBe(before);
    return message;
  }

  async function event(): Promise<string> {
    made += 1;
    return (
      await done(`mutation { createEvent(input: {title: "Event ${made} of its own", from: "2025-03-10"}) { ... on Event { id } ... on Error { message } } }`)
    ).id;
  }

  /** A claim of a source of its own about an event; what it says, as its input. */
  async function claim(about: string, said: string, more = ''): Promise<string> {
    made += 1;
    const who = `claimant: {newGroup: {name: "Source ${made} of its own", kind: MONITOR}}`;
    return (await done(`mutation { createClaim(input: {event: {id: "${about}"} ${said} ${who} ${more}}) { ... on Claim { id } ... on Error { message } } }`))
      .id;
  }

  async function revisionOf(of: string): Promise<string> {
    return (await service.data(`{ history(of: "${of}", first: 1) { edges { node { id } } } }`)).history.edges[0].node.id;
  }

  async function links(of: string) {
    const { edges } = (await service.data(`{ group(id: "${of}") { links(first: 100) { edges { node { id retractedAt } } } } }`)).group.links;
    return edges.map(({ node }: { node: object }) => node);
  }

  const retract = (what: string, id: string) =>
    done(`mutation { retract${what}(id: "${id}", reason: "wrong") { ... on ${what} { id } ... on Error { message } } }`);
  const undo = (revision: string) => `mutation { undo(revision: "${revision}") { ... on Revision { id } ... on Error { message } } }`;
  const active = (group: string, evidence: string[]) =>
    `mutation { link(input: {type: ACTIVE_IN, from: "${group}", to: "${latakia}", evidence: ${JSON.stringify(evidence)}}) { ... on Link { id } ... on Error { message } } }`;

  it('is taken back no earlier than it was said', async () => {
    const said = await claim(await event(), 'claimType: OCCURRENCE statement: "It happened." assertedAt: "2025-03-10T12:00:00Z"');
    const takenBack = (at: string) => `mutation { retractClaim(id: "${said}", reason: "wrong", at: "${at}") { ... on Claim { id } ... on Error { message } } }`;

    expect(await refusal(takenBack('2025-03-10T11:59:59Z'))).toContain('at should be no earlier than it was said, 2025-03-10T12:00:00.000Z');
    await done(takenBack('2025-03-10T12:00:00Z'));
  });

  it('does not stand again on a report, or on evidence, that stays taken back', async () => {
    const { id: report, claims } = await done(
      'mutation { recordReport(input: {title: "Taken back in turn", claims: [{claimType: CONTEXT, statement: "first"}]}) { ... on Report { id claims { edges { node { id } } } } ... on Error { message } } }',
    );
    const contained = claims.edges[0].node.id;
    await retract('Claim', contained);
    const ofTheClaim = await revisionOf(contained);
    await retract('Report', report);

    const about = await event();
    const [one, other] = [await claim(about, 'claimType: CONTEXT statement: "one"'), await claim(about, 'claimType: CONTEXT statement: "other"')];
    const group = idFromKey('Group', 'sample:group:sohr');
    await done(active(group, [one, other]));
    await retract('Claim', one);
    const ofTheEvidence = await revisionOf(one);
    await retract('Claim', other);

    expect(await refusal(undo(ofTheClaim))).toContain(`${contained} rests on ${report}, which was taken back at `);
    expect(await refusal(undo(ofTheEvidence))).toMatch(
      new RegExp(`^${ofTheEvidence} cannot be undone: the later revision .* rests on ${other}, which was taken back at `),
    );
    // In the other order it can be.
    await done(undo(await revisionOf(other)));
    await done(undo(ofTheEvidence));
  });

  it('does not come back with evidence that was taken back since, nor is drawn on it anew', async () => {
    const ground = await claim(await event(), 'claimType: CONTEXT statement: "ground"');
    const group = idFromKey('Group', 'sample:group:snhr');
    const { id: link } = await done(active(group, [ground]));
    await done(`mutation { unlink(id: "${link}", reason: "too early") { ... on Unlinked { id } ... on Error { message } } }`);
    const unlinking = await revisionOf(group);
    await retract('Claim', ground);

    expect(await refusal(undo(unlinking))).toMatch(new RegExp(`^${unlinking} cannot be undone: the later revision .* was retracted`));
    expect(await refusal(active(group, [ground]))).toContain('evidence should be claims that stand, and this one was retracted');
  });

  it('comes back as taken back when it was so before', async () => {
    const ground = await claim(await event(), 'claimType: CONTEXT statement: "ground"');
    const group = idFromKey('Group', 'sample:group:snhr');
    const { id: link } = await done(active(group, [ground]));
    await retract('Claim', ground);
    const before = await links(group);
    await done(`mutation { unlink(id: "${link}", reason: "not needed") { ... on Unlinked { id } ... on Error { message } } }`);
    await done(undo(await revisionOf(group)));

    expect(before).toContainEqual({ id: link, retractedAt: expect.any(String) });
    expect(await links(group)).toEqual(before);
  });

  it('is not added to a report that was taken back, nor replaced by a claim that was', async () => {
    const { id: report } = await done('mutation { createReport(input: {title: "To be taken back"}) { ... on Report { id } ... on Error { message } } }');
    const about = await event();
    const killed = (best: number) => `claimType: CASUALTY_COUNT metric: KILLED best: ${best}`;
    const [before, after, loose] = [await claim(about, killed(1)), await claim(about, killed(2)), await claim(about, 'claimType: CONTEXT')];
    const link = (type: string, from: string, to: string) =>
      `mutation { link(input: {type: ${type}, from: "${from}", to: "${to}"}) { ... on Link { id } ... on Error { message } } }`;
    const { id: contained } = await done(link('CONTAINS', report, loose));
    await done(`mutation { unlink(id: "${contained}", reason: "another one") { ... on Unlinked { id } ... on Error { message } } }`);
    const unlinking = await revisionOf(loose);
    await retract('Report', report);
    await retract('Claim', after);

    const takenBack = new RegExp(`${report} was retracted, at .*, and contains no further claims. Undo that first.$`);
    expect(await refusal(link('CONTAINS', report, loose))).toMatch(takenBack);
    expect(
      await refusal(
        `mutation { createClaim(input: {claimType: CONTEXT, statement: "late", report: {id: "${report}"}}) { ... on Claim { id } ... on Error { message } } }`,
      ),
    ).toMatch(takenBack);
    expect(await refusal(undo(unlinking))).toMatch(takenBack);
    expect(await refusal(link('SUPERSEDES', after, before))).toMatch(new RegExp(`^${after} was retracted, at .*, and replaces nothing. Undo that first.$`));
  });

  it('either relays another claim or replaces it', async () => {
    const about = await event();
    const input = `event: {id: "${about}"}, claimType: CONTEXT`;
    const [one, other] = await Promise.all(
      ['one', 'other'].map(
        async (said) => (await done(`mutation { createClaim(input: {${input}, statement: "${said}"}) { ... on Claim { id } ... on Error { message } } }`)).id,
      ),
    );
    const link = (type: string) => `mutation { link(input: {type: ${type}, from: "${one}", to: "${other}"}) { ... on Link { id } ... on Error { message } } }`;
    const { id } = await done(link('REPEATS'));

    expect(await refusal(link('SUPERSEDES'))).toContain('a claim that only relays another does not replace it');
    await done(`mutation { unlink(id: "${id}", reason: "a later one") { ... on Unlinked { id } ... on Error { message } } }`);
    await done(link('SUPERSEDES'));
    expect(await refusal(link('REPEATS'))).toContain('a claim that only relays another does not replace it');
  });

  it('has its key to itself, however often its making is undone', async () => {
    const make = (kind: string) => `mutation { create${kind}(input: {key: "test:key:one", name: "One"}) { ... on ${kind} { id } ... on Error { message } } }`;
    const { id: person } = await done(make('Person'));
    await done(undo(await revisionOf(person)));
    const unmaking = await revisionOf(person);
    const { id: community } = await done(
      'mutation { createCommunity(input: {key: "test:key:one", name: "One", kind: TRIBAL}) { ... on Community { id } ... on Error { message } } }',
    );

    expect(await refusal(undo(unmaking))).toContain(`The key "test:key:one" stands for ${community} by now.`);
  });

  it('is not torn by undoing an earlier edit', async () => {
    const { id } = await done(
      'mutation { createEvent(input: {title: "Of some days", from: "2025-03-10", to: "2025-03-20"}) { ... on Event { id } ... on Error { message } } }',
    );
    await done(`mutation { updateEvent(id: "${id}", input: {from: "2025-03-01"}) { ... on Event { id } ... on Error { message } } }`);
    const first = await revisionOf(id);
    await done(`mutation { updateEvent(id: "${id}", input: {to: "2025-03-05"}) { ... on Event { id } ... on Error { message } } }`);

    expect(await refusal(undo(first))).toMatch(/cannot be undone: the later revision .* \(updateEvent, .*to should be no less than from, 2025-03-10/);
  });

  it('is one claim, whether a field is null or left out', async () => {
    const record = (claim: string) =>
      done(
        `mutation { recordReport(input: {key: "test:report:null", title: "Sent twice", claims: [{claimType: CONTEXT, statement: "once" ${claim}}]}) { ... on Report { claims { totalCount } } ... on Error { message } } }`,
      );
    await record('');

    expect((await record('quote: null')).claims.totalCount).toBe(1);
  });

  it('has its quotes where they stand in a report’s text when that becomes another, and no text in which they do not', async () => {
    const { id } = await done(
      'mutation { recordReport(input: {title: "With a text", text: "aaa killed 10 people bbb", claims: [{claimType: CONTEXT, quote: "killed 10 people"}, {claimType: CONTEXT, quote: "bbb"}]}) { ... on Report { id } ... on Error { message } } }',
    );
    const another = (text: string) =>
      `mutation { updateReport(id: "${id}", input: {text: ${JSON.stringify(text)}}) { ... on Report { id } ... on Error { message } } }`;
    const spans = async () =>
      (await service.data(`{ report(id: "${id}") { claims { edges { node { quote quoteStart quoteEnd } } } } }`)).report.claims.edges
        .map(({ node }: { node: { quote: string; quoteStart: number; quoteEnd: number } }) => `${node.quote} ${node.quoteStart}-${node.quoteEnd}`)
        .sort();

    expect(await refusal(another('aaa killed 10 people'))).toMatch(/^claim_\w+ quotes "bbb", which is not in the new text\.$/);
    await done(another('Set right: aaa killed 10 people bbb'));

    expect(await spans()).toEqual(['bbb 32-35', 'killed 10 people 15-31']);
    await done(undo(await revisionOf(id)));
    expect(await spans()).toEqual(['bbb 21-24', 'killed 10 people 4-20']);

    await done(another('Set right again: aaa killed 10 people bbb'));
    const setRight = await revisionOf(id);
    const quoting = (quote: string) =>
      done(`mutation { createClaim(input: {claimType: CONTEXT, quote: "${quote}", report: {id: "${id}"}}) { ... on Claim { id } ... on Error { message } } }`);
    await quoting('aaa');
    const { id: late } = await quoting('Set right again');
    expect(await refusal(undo(setRight))).toContain(`${late} quotes "Set right again", which is not in the new text.`);
    await done(undo(await revisionOf(late)));
    await done(undo(setRight));
    expect(await spans()).toEqual(['aaa 0-3', 'bbb 21-24', 'killed 10 people 4-20']);
  });

  it('is replaced no later than now, by a link as well, and repeats what is said of the same event', async () => {
    const [one, other] = [await event(), await event()];
    const killed = (best: number) => `claimType: CASUALTY_COUNT metric: KILLED population: CIVILIANS best: ${best}`;
    const [first, second, elsewhere] = [await claim(one, killed(100)), await claim(one, killed(200)), await claim(other, killed(100))];
    const join = (type: string, from: string, to: string, more = '') =>
      `mutation { link(input: {type: ${type}, from: "${from}", to: "${to}" ${more}}) { ... on Link { id } ... on Error { message } } }`;

    expect(await refusal(join('SUPERSEDES', second, first, 'properties: {at: "2999-01-01T00:00:00Z"}'))).toContain('an instant that is not later than now');
    expect(await refusal(join('REPEATS', elsewhere, first))).toContain(
      `a claim with the same event, since that is what REPEATS joins: its event is ${one}, not ${other}`,
    );
    const [third, fighters, rounded] = [
      await claim(one, killed(300)),
      await claim(one, killed(100).replace('CIVILIANS', 'COMBATANTS')),
      await claim(one, 'claimType: CASUALTY_COUNT metric: KILLED population: ALL operator: NEARLY high: 110'),
    ];
    expect(await refusal(join('REPEATS', third, first))).toContain('a claim that its number may be a relay of: it counts 100, not 300');
    expect(await refusal(join('REPEATS', fighters, first))).toContain('a claim that its number may be a relay of: it counts CIVILIANS, not COMBATANTS');
    await done(join('REPEATS', rounded, first));
    expect(await refusal(join('ATTRIBUTED_TO', first, idFromKey('Group', 'sample:group:sohr'), 'properties: {verb: "\\u0000said"}'))).toContain(
      'properties.verb',
    );
  });

  it('says in its label that a number is denied or uncertain, and a denial of the same number is found however its operator was given', async () => {
    const about = await event();
    const twelve = 'claimType: CASUALTY_COUNT metric: KILLED population: ALL best: 12';
    await claim(about, twelve);
    const denial = await claim(about, `${twelve} operator: EXACT polarity: DENIES`);
    const doubt = await claim(about, `claimType: CASUALTY_COUNT metric: MISSING population: ALL best: 300 polarity: UNCERTAIN`);

    const { denied, doubted, contradictions } = await service.data(
      `{ denied: claim(id: "${denial}") { label } doubted: claim(id: "${doubt}") { label }
         contradictions(about: "${about}") { edges { node { reason } } } }`,
    );

    expect([denied.label, doubted.label]).toEqual(['denied: 12 people killed', 'uncertain: 300 people missing']);
    expect(contradictions.edges.map(({ node }: { node: { reason: string } }) => node.reason)).toEqual(['ASSERTED_AND_DENIED']);
  });

  it('contradicts nothing on the side that a single bound leaves open, and is found as of an unknown population', async () => {
    const about = await event();
    await claim(about, 'claimType: CASUALTY_COUNT metric: KILLED low: 5 best: 10');
    await claim(about, 'claimType: CASUALTY_COUNT metric: KILLED best: 12');

    const {
      contradictions,
      event: found,
      whoReported,
      everywhere,
    } = await service.data(
      `{ contradictions(about: "${about}") { totalCount } event(id: "${about}") { tolls { population current { operator } } corroboration(metric: KILLED, population: UNKNOWN) { origins } claims(filter: {populations: [UNKNOWN]}) { totalCount } } whoReported(about: "${about}", population: UNKNOWN) { totalCount } everywhere: whoReported(population: UNKNOWN, types: [CONTEXT]) { totalCount } }`,
    );

    expect(contradictions.totalCount).toBe(0);
    expect(found.tolls).toEqual([
      { population: 'UNKNOWN', current: { operator: 'AT_LEAST' } },
      { population: 'UNKNOWN', current: { operator: 'EXACT' } },
    ]);
    expect([found.corroboration.origins, found.claims.totalCount, whoReported.totalCount, everywhere.totalCount]).toEqual([2, 2, 2, 0]);
  });

  it('is begun with entities that are all drawn, or it is said that there is no room', async () => {
    const ids = [idFromKey('Event', 'sample:event:coast-march-2025'), latakia];
    const { errors } = await service.ask(`{ neighbourhood(of: ${JSON.stringify(ids)}, limit: 1) { truncated } }`);

    expect(errors?.[0]?.message).toBe('limit should be no less than 2, the number of entities to begin with, but was "1".');
  });
});
