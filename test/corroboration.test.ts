import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Corroboration, corroborationOf } from '../src/corroboration/corroboration.ts';
import { draft, type LinkDraft, type Values } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import type { LinkType } from '../src/graph/model.ts';
import { idFromKey, type Label } from '../src/ids.ts';
import type { Citation, Testimony } from '../src/testimony/ref.ts';
import { engines, openService, type Service } from './support/service.ts';
import { told, voice } from './support/testimony.ts';

const happened = { claimType: 'OCCURRENCE', metric: null, population: null } as const;

/** What some claims rest on, with the origins' names for the origins. `beside` is known, but not counted. */
function counted(
  claims: readonly Testimony[],
  { citations = {}, beside = [], parties = [] }: { citations?: Record<string, Citation[]>; beside?: readonly Testimony[]; parties?: readonly string[] } = {},
) {
  const byId = new Map([...beside, ...claims].map((one) => [one.claim.id, one]));
  return inBrief(
    corroborationOf(
      claims,
      parties.flatMap((party) => voice(party) ?? []),
      { byId, citations: new Map(Object.entries(citations)) },
    ),
  );
}

const inBrief = ({ originSources, origins, ...counts }: Corroboration) => {
  expect(origins).toBe(originSources.length);
  return { ...counts, origins: originSources.map(({ label }) => label) };
};

const cites = (citingId: string, citedId: string, ...origins: (string | null)[]): Citation => ({
  citingId,
  citedId,
  citesOn: false,
  origins: origins.map(voice),
  relays: [],
});

describe('what is said rests', () => {
  it('on one origin, however many reports of however many publishers give its word', () => {
    const claims = ['bo', 'cy', 'di'].map((publisher) => told(`by ${publisher}`, { ...happened, by: 'sohr', publisher }));

    expect(counted(claims)).toEqual({ reports: 3, publishers: 3, origins: ['sohr'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on the claimant at the root of what is repeated, whoever is named on the way', () => {
    const claims = [
      told('root', { ...happened, by: 'sohr', publisher: 'bo' }),
      told('relay', { ...happened, by: null, publisher: 'cy', repeats: 'root' }),
      told('relay of relay', { ...happened, by: 'di', publisher: 'di', repeats: 'relay' }),
    ];

    expect(counted(claims)).toEqual({ reports: 3, publishers: 3, origins: ['sohr'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on the root that is not among what is counted: of another event, or taken back', () => {
    const root = told('root', { ...happened, by: 'sohr', publisher: 'bo', eventId: 'another', retracted: true });
    const relay = told('relay', { ...happened, by: null, publisher: 'cy', repeats: 'root' });

    expect(counted([relay], { beside: [root] })).toEqual({ reports: 1, publishers: 1, origins: ['sohr'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on one origin when reports repeat each other in a circle, or one repeats itself', () => {
    const circle = [
      told('a', { ...happened, by: 'ada', repeats: 'b' }),
      told('b', { ...happened, by: 'bo', repeats: 'a' }),
      told('c', { ...happened, by: 'cy', repeats: 'c' }),
    ];

    expect(counted(circle)).toEqual({ reports: 3, publishers: 0, origins: ['ada', 'cy'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on one origin for sources of one independence group, named by the one that says most', () => {
    const claims = [
      told('head', { ...happened, by: 'rami/sohr', report: 'r1' }),
      told('monitor', { ...happened, by: 'sohr/sohr', report: 'r2' }),
      told('monitor again', { ...happened, by: 'sohr/sohr', report: 'r3' }),
    ];

    expect(counted(claims)).toEqual({ reports: 3, publishers: 0, origins: ['sohr'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on the publisher, where nobody is named but others rest on the report', () => {
    const claims = [
      told('wire', { ...happened, by: null, publisher: 'afp', isOrigin: true }),
      told('copy', { ...happened, by: null, publisher: 'bo', repeats: 'wire' }),
    ];

    expect(counted(claims)).toEqual({ reports: 2, publishers: 2, origins: ['afp'], unknownOrigins: 0, partyOrigins: 0 });
  });

  it('on nobody who is known, where nobody is named and nothing rests on the report, or in a circle of such', () => {
    const claims = [
      told('own', { ...happened, by: null, publisher: 'afp' }),
      told('a', { ...happened, by: null, publisher: 'bo', repeats: 'b', isOrigin: true }),
      told('b', { ...happened, by: null, publisher: 'cy', repeats: 'a', isOrigin: true }),
    ];

    expect(counted(claims)).toEqual({ reports: 3, publishers: 3, origins: [], unknownOrigins: 3, partyOrigins: 0 });
  });

  it('on parties, where the event involves them or those they are one origin with', () => {
    const claims = [
      told('army', { ...happened, by: 'army' }),
      told('spokesman', { ...happened, by: 'spokesman/side b' }),
      told('leader', { ...happened, by: 'leader/side b' }),
      told('monitor', { ...happened, by: 'sohr' }),
    ];

    expect(counted(claims, { parties: ['army', 'commander/side b'] })).toEqual({
      reports: 4,
      publishers: 0,
      origins: ['army', 'leader', 'sohr'],
      unknownOrigins: 0,
      partyOrigins: 2,
    });
  });

  it('on nothing that was taken back', () => {
    const claims = [
      told('standing', { ...happened, by: 'ada', publisher: 'bo' }),
      told('taken back', { ...happened, by: 'cy', publisher: 'di', retracted: true }),
    ];

    expect(counted(claims)).toEqual({ reports: 1, publishers: 1, origins: ['ada'], unknownOrigins: 0, partyOrigins: 0 });
  });
});

describe('an origin that is not known', () => {
  it('is counted by reports, never as one more origin, and not where another claim of the report has one', () => {
    const claims = [
      told('a', { ...happened, by: null, report: 'r1' }),
      told('b', { ...happened, by: null, report: 'r1' }),
      told('c', { ...happened, by: null, report: 'r2' }),
      told('d', { ...happened, by: 'ada', report: 'r2' }),
      told('e', { ...happened, by: null, report: null }),
      told('f', { ...happened, by: null, report: null }),
      told('g', { ...happened, by: 'bo', report: null }),
    ];

    expect(counted(claims)).toEqual({ reports: 2, publishers: 0, origins: ['ada', 'bo'], unknownOrigins: 3, partyOrigins: 0 });
  });
});

describe('a claim of nobody in a report that rests on others', () => {
  const claim = told('claim', { ...happened, by: null, publisher: 'bo', report: 'paper', cites: true });
  const unknown = { reports: 1, publishers: 1, origins: [], unknownOrigins: 1, partyOrigins: 0 };
  const from = (origin: string) => ({ ...unknown, origins: [origin], unknownOrigins: 0 });

  it.each<[string, Citation[], object]>([
    ['of the source that is cited', [cites('paper', 'afp', 'afp')], from('afp')],
    ['of what is cited in the end', [cites('paper', 'agency report', 'afp'), cites('agency report', 'bulletin', 'sohr')], from('sohr')],
    ['of one source by two ways', [cites('paper', 'bulletin', 'sohr'), cites('paper', 'sohr', 'sohr')], from('sohr')],
    ['of two that are not independent', [cites('paper', 'rami', 'rami/sohr'), cites('paper', 'sohr', 'sohr/sohr')], from('rami')],
    ['of nobody known, when the report cites only itself', [cites('paper', 'paper', 'bo')], unknown],
    ['of its publisher, when that is whom it cites', [cites('paper', 'bo', 'bo')], from('bo')],
    ['of nobody known, when two independent ones are cited', [cites('paper', 'afp', 'afp'), cites('paper', 'sohr', 'sohr')], unknown],
    ['of nobody known, when what is cited names several', [cites('paper', 'digest', 'afp', 'sohr')], unknown],
    ['of nobody known, when what is cited is of nobody known', [cites('paper', 'post', null)], unknown],
    ['of nobody known, when two reports cite each other', [cites('paper', 'other', 'cy'), cites('other', 'paper', 'bo')], unknown],
    ['of those who cite each other, when the report only cites them', [cites('paper', 'x', 'cy'), cites('x', 'y', 'cy'), cites('y', 'x', 'cy')], from('cy')],
    ['of nobody known, when it is not known where citing ends', [{ ...cites('paper', 'digest', 'cy'), citesOn: true }], unknown],
    ['of whoever said first what the cited report relays', [{ ...cites('paper', 'digest'), relays: ['relay'] }], from('sohr')],
    ['of the publisher of what the cited report relays', [{ ...cites('paper', 'digest'), relays: ['of nobody'] }], from('cy')],
    ['of nobody known, when what is relayed there rests on others', [{ ...cites('paper', 'digest'), relays: ['of others'] }], unknown],
    ['of nobody known, when the cited report also speaks for itself', [{ ...cites('paper', 'digest', 'cy'), relays: ['relay'] }], unknown],
  ])('is the word %s', (_, citations, expected) => {
    const beside = [
      told('relay', { ...happened, by: null, report: 'digest', repeats: 'bulletin' }),
      told('bulletin', { ...happened, by: 'sohr' }),
      told('of nobody', { ...happened, by: null, report: 'digest', repeats: 'wire' }),
      told('wire', { ...happened, by: null, publisher: 'cy' }),
      told('of others', { ...happened, by: null, report: 'digest', repeats: 'echo' }),
      told('echo', { ...happened, by: null, publisher: 'cy', cites: true }),
    ];
    expect(counted([claim], { citations: { claim: citations }, beside })).toEqual(expected);
  });
});

describe.each(engines)('corroboration on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
    await service.graph.write((run) => writeDrafts(run, madeUp(), { at: '2026-01-01T00:00:00.000Z', by: 'test' }));
  });
  afterAll(() => service.close());

  const counts = 'reports publishers origins unknownOrigins partyOrigins originSources { name }';
  const ofEvent = `query ($id: ID!, $metric: Metric, $population: Population) { event(id: $id) { corroboration(metric: $metric, population: $population) { ${counts} } } }`;
  const ofClaim = `query ($id: ID!) { claim(id: $id) { corroboration { ${counts} } } }`;

  it('of the sample counts every claim about the event', async () => {
    const { event } = await service.data(ofEvent, { id: idFromKey('Event', 'sample:event:coast-march-2025') });

    expect(event.corroboration).toEqual({
      reports: 14,
      publishers: 10,
      origins: 7,
      unknownOrigins: 0,
      partyOrigins: 0, // A witness takes part in an event without being a party to it.
      originSources: [
        { name: 'Ali Sheha' },
        { name: 'Eyewitnesses (Syrian coast, March 2025)' },
        { name: 'Field sources (Syrian coast, March 2025)' },
        { name: 'SNHR' },
        { name: 'SOHR' },
        { name: 'The authorities (Syrian coast, March 2025)' },
        { name: 'Witnesses (Syrian coast, March 2025)' },
      ],
    });
  });

  it('of the sample counts only what is asked for', async () => {
    const { event } = await service.data(ofEvent, { id: idFromKey('Event', 'sample:event:coast-march-2025'), metric: 'KILLED', population: 'CIVILIANS' });

    expect(event.corroboration).toEqual({
      reports: 12,
      publishers: 8,
      origins: 3,
      unknownOrigins: 0,
      partyOrigins: 0,
      originSources: [{ name: 'Ali Sheha' }, { name: 'Field sources (Syrian coast, March 2025)' }, { name: 'SOHR' }],
    });
  });

  it('of a relay is that of the statement it relays: three reports, one witness', async () => {
    const { claim } = await service.data(ofClaim, { id: idFromKey('Claim', 'sample:claim:c4b') });

    expect(claim.corroboration).toEqual({ reports: 3, publishers: 2, origins: 1, unknownOrigins: 0, partyOrigins: 0, originSources: [{ name: 'SOHR' }] });
  });

  it.each([
    [
      'follows what is repeated into another event',
      'abroad',
      { reports: 2, publishers: 1, origins: 1, unknownOrigins: 0, partyOrigins: 0, originSources: [{ name: 'Ada' }] },
    ],
    [
      'ends where claims repeat each other in a circle',
      'circle-1',
      { reports: 0, publishers: 0, origins: 1, unknownOrigins: 0, partyOrigins: 1, originSources: [{ name: 'Army' }] },
    ],
    [
      'follows citations to a bulletin that says whose word it gives',
      'cited',
      { reports: 1, publishers: 1, origins: 1, unknownOrigins: 0, partyOrigins: 0, originSources: [{ name: 'Ada' }] },
    ],
    [
      "ends where a report cites itself, which makes it nobody's word",
      'self',
      { reports: 1, publishers: 1, origins: 0, unknownOrigins: 1, partyOrigins: 0, originSources: [] },
    ],
    [
      'ends at the publisher of what others repeat',
      'copy',
      { reports: 1, publishers: 1, origins: 1, unknownOrigins: 0, partyOrigins: 0, originSources: [{ name: 'Bo' }] },
    ],
    ['counts nobody who is not named', 'nobody', { reports: 0, publishers: 0, origins: 0, unknownOrigins: 1, partyOrigins: 0, originSources: [] }],
    [
      'leaves out what was taken back, also with its report',
      'retracted',
      { reports: 0, publishers: 0, origins: 0, unknownOrigins: 0, partyOrigins: 0, originSources: [] },
    ],
  ])('%s', async (_, key, expected) => {
    const { claim } = await service.data(ofClaim, { id: idFromKey('Claim', key) });

    expect(claim.corroboration).toEqual(expected);
  });

  it.each([
    ['is of nobody known, when all that the cited report said was taken back', 'on-withdrawn', []],
    ['is of nobody known, when the cited report was taken back', 'on-taken-back', []],
    ['is of whoever said first what the cited report relays, once', 'on-relay', ['Ada']],
    ['is of nobody known, when more is cited one after the other than is followed', 'on-long', []],
  ])('of what rests on another report %s', async (_, key, names) => {
    const { claim } = await service.data(ofClaim, { id: idFromKey('Claim', key) });

    expect(claim.corroboration).toMatchObject({
      reports: 1,
      origins: names.length,
      unknownOrigins: 1 - names.length,
      originSources: names.map((name) => ({ name })),
    });
  });

  it('of an event follows what is repeated and cited beyond it', async () => {
    const { event } = await service.data(ofEvent, { id: idFromKey('Event', 'made-up') });

    expect(event.corroboration).toEqual({
      reports: 5,
      publishers: 2,
      origins: 3,
      unknownOrigins: 2,
      partyOrigins: 1,
      originSources: [{ name: 'Ada' }, { name: 'Army' }, { name: 'Bo' }],
    });
  });

  it('of many claims takes a fixed number of round trips', async () => {
    service.ran();

    await service.data(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Claim { corroboration { ${counts} } } } }`, {
      ids: ['abroad', 'circle-1', 'cited', 'self', 'nobody', 'retracted'].map((key) => idFromKey('Claim', key)),
    });

    expect(service.ran()).toEqual(['entity/by-id[Claim]', 'testimony/by-claim', 'citation/by-claim', 'entity/by-id[Group]']);
  });
});

/** One event with every odd way of saying something, another that one of its claims is taken from, and one of which reports cite reports. */
function madeUp() {
  const takenBack = { retractedAt: '2026-01-01T00:00:00.000Z' };
  const resting = ['on-withdrawn', 'on-taken-back', 'on-relay', 'on-long'];
  const long = Array.from({ length: 9 }, (_, index) => `long-${index}`);
  const nodes = [
    draft('Event', 'cited-event', { title: 'cited' }),
    ...[...resting, 'sorry', 'mistaken', 'relay-of-first', 'first', ...long].map((key) =>
      draft('Report', `report ${key}`, { title: key, ...(key === 'mistaken' ? takenBack : {}) }),
    ),
    ...[...resting, 'sorry', 'relay-of-first', 'first'].map((key) =>
      draft('Claim', key, { claimType: 'OCCURRENCE', polarity: 'ASSERTS', ...(key === 'sorry' ? { status: 'RETRACTED', ...takenBack } : {}) } as Values),
    ),
    ...['Ada', 'Bo', 'Army'].map((name) => draft('Group', name, { name })),
    ...['made-up', 'elsewhere'].map((key) => draft('Event', key, { title: key })),
    ...['paper', 'bulletin', 'self-citing', 'withdrawn', 'relaying', 'wire service'].map((key) =>
      draft('Report', key, { title: key, ...(key === 'withdrawn' ? { retractedAt: '2026-01-01T00:00:00.000Z' } : {}) }),
    ),
    ...['abroad', 'root', 'circle-1', 'circle-2', 'cited', 'said', 'self', 'nobody', 'retracted', 'wire', 'copy'].map((key) =>
      draft('Claim', key, { claimType: 'OCCURRENCE', polarity: 'ASSERTS' } as Values),
    ),
  ];
  const labels: Record<string, Label> = Object.fromEntries(nodes.map(({ keys: [key], label }) => [key, label]));
  const link = (type: LinkType, from: string, to: string, role?: string): LinkDraft => ({
    type,
    from: idFromKey(labels[from] as Label, from),
    to: idFromKey(labels[to] as Label, to),
    role,
  });
  return {
    nodes,
    links: [
      ...[...resting, 'sorry', 'relay-of-first', 'first'].flatMap((claim) => [
        link('ABOUT', claim, 'cited-event'),
        link('CONTAINS', `report ${claim}`, claim),
        link('PUBLISHED', 'Bo', `report ${claim}`),
      ]),
      link('PUBLISHED', 'Bo', 'report mistaken'),
      link('CITES', 'report on-withdrawn', 'report sorry'),
      link('CITES', 'report on-taken-back', 'report mistaken'),
      link('CITES', 'report on-relay', 'report relay-of-first'),
      link('REPEATS', 'relay-of-first', 'first'),
      link('ATTRIBUTED_TO', 'first', 'Ada'),
      ...['on-long', ...long.slice(0, -1)].map((key, index) => link('CITES', `report ${key}`, `report long-${index}`)),
      ...long.map((key) => link('PUBLISHED', 'Bo', `report ${key}`)),
      ...['abroad', 'circle-1', 'circle-2', 'cited', 'said', 'self', 'nobody', 'retracted', 'wire', 'copy'].map((claim) => link('ABOUT', claim, 'made-up')),
      link('ABOUT', 'root', 'elsewhere'),
      link('INVOLVES', 'made-up', 'Army', 'SIDE_A'),
      link('PUBLISHED', 'Bo', 'paper'),
      link('PUBLISHED', 'Bo', 'self-citing'),
      link('PUBLISHED', 'Ada', 'bulletin'),
      link('CONTAINS', 'paper', 'cited'),
      link('CONTAINS', 'bulletin', 'said'),
      link('CONTAINS', 'bulletin', 'root'),
      link('PUBLISHED', 'Bo', 'wire service'),
      link('CONTAINS', 'wire service', 'wire'),
      link('REPEATS', 'copy', 'wire'),
      link('CONTAINS', 'self-citing', 'self'),
      link('CONTAINS', 'withdrawn', 'retracted'),
      link('CONTAINS', 'relaying', 'abroad'),
      link('CITES', 'paper', 'bulletin'),
      link('CITES', 'self-citing', 'self-citing'),
      link('ATTRIBUTED_TO', 'said', 'Ada'),
      link('ATTRIBUTED_TO', 'root', 'Ada'),
      link('ATTRIBUTED_TO', 'retracted', 'Ada'),
      link('ATTRIBUTED_TO', 'circle-1', 'Army'),
      link('ATTRIBUTED_TO', 'circle-2', 'Army'),
      link('REPEATS', 'abroad', 'root'),
      link('REPEATS', 'circle-1', 'circle-2'),
      link('REPEATS', 'circle-2', 'circle-1'),
    ],
  };
}
