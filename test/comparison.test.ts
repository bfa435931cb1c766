import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare, type Knowledge } from '../src/comparison/compare.ts';
import { contradictionsAmong } from '../src/comparison/contradictions.ts';
import { explain } from '../src/comparison/explain.ts';
import { idFromKey } from '../src/ids.ts';
import { progressionsAmong, rootAmong } from '../src/series/repetition.ts';
import type { Testimony } from '../src/testimony/ref.ts';
import { engines, openService, type Service } from './support/service.ts';
import { atLeast, exactly, told } from './support/testimony.ts';

const whole: Record<string, readonly string[]> = { town: ['province', 'country'], village: ['province', 'country'], harbour: ['other province', 'country'] };

/** What is known when nothing is but these claims and the made-up places. */
function knowing(claims: readonly Testimony[]): Knowledge {
  const byId = new Map(claims.map((one) => [one.claim.id, one]));
  return {
    isWithin: (part, place) => part === place || whole[part]?.includes(place) === true,
    isRelayed: (a, b) => rootAmong(byId, a) === rootAmong(byId, b),
    progressionOf: progressionsAmong(claims),
  };
}

const compared = (a: Testimony, b: Testimony) => {
  const comparison = compare(a, b, knowing([a, b]));
  return [comparison.kind, comparison.notComparable ?? comparison.contradiction, `${comparison.a.claim.id} ${comparison.b.claim.id}`];
};

const march = (day: number) => `2025-03-${String(day).padStart(2, '0')}`;
const toll = (id: string, said: Parameters<typeof told>[1]) => told(id, { by: id, asOf: march(9), ...said });

describe('two claims', () => {
  it.each<[string, Parameters<typeof told>[1], Parameters<typeof told>[1], unknown[]]>([
    ['of the same people and scope are the same', exactly(5), exactly(5), ['SAME', null, 'a b']],
    [
      'of the same, in places that are the same to each other',
      { ...exactly(5), in: ['town', 'province'] },
      { ...exactly(5), in: ['province'] },
      ['SAME', null, 'a b'],
    ],
    ['of civilians and of all are part and whole', { ...exactly(5), population: 'CIVILIANS' }, exactly(5), ['SUBSET', null, 'a b']],
    ['of all and of people who are not described are whole and part', exactly(5), { ...exactly(5), population: 'UNKNOWN' }, ['SUBSET', null, 'b a']],
    ['of a town and of its province are part and whole', { ...exactly(5), in: ['town'] }, { ...exactly(5), in: ['province'] }, ['SUBSET', null, 'a b']],
    ['of the event and of a province are whole and part', exactly(5), { ...exactly(5), in: ['province'] }, ['SUBSET', null, 'b a']],
    [
      'of two towns that each lie within it, and of the province',
      { ...exactly(5), in: ['town', 'village'] },
      { ...exactly(5), in: ['province'] },
      ['SUBSET', null, 'a b'],
    ],
    ['of those that one group killed, and of all killed', { ...exactly(5), against: ['them'] }, exactly(5), ['SUBSET', null, 'a b']],
    [
      'of civilians in a town, and of all in the event, smaller twice',
      { ...exactly(5), population: 'CIVILIANS', in: ['town'] },
      exactly(5),
      ['SUBSET', null, 'a b'],
    ],
    [
      'of children and of women cannot be compared',
      { ...exactly(5), population: 'CHILDREN' },
      { ...exactly(5), population: 'WOMEN' },
      ['NOT_COMPARABLE', 'POPULATION', 'a b'],
    ],
    [
      'of towns of which one lies elsewhere cannot',
      { ...exactly(5), in: ['town', 'harbour'] },
      { ...exactly(5), in: ['province'] },
      ['NOT_COMPARABLE', 'SCOPE', 'a b'],
    ],
    ['of what two groups did cannot', { ...exactly(5), against: ['them'] }, { ...exactly(5), against: ['others'] }, ['NOT_COMPARABLE', 'SCOPE', 'a b']],
    [
      'of civilians in the event, and of all in a town, cross',
      { ...exactly(5), population: 'CIVILIANS' },
      { ...exactly(5), in: ['town'] },
      ['NOT_COMPARABLE', 'SCOPE', 'a b'],
    ],
    ['of a town, and of what one group did, cross', { ...exactly(5), in: ['town'] }, { ...exactly(5), against: ['them'] }, ['NOT_COMPARABLE', 'SCOPE', 'a b']],
    ['of killed and injured cannot', exactly(5), { ...exactly(5), metric: 'INJURED' }, ['NOT_COMPARABLE', 'METRIC', 'a b']],
    ['of which one counts nothing cannot', exactly(5), { claimType: 'OCCURRENCE', metric: null }, ['NOT_COMPARABLE', 'METRIC', 'a b']],
    ['about two events cannot', exactly(5), { ...exactly(5), eventId: 'another' }, ['NOT_COMPARABLE', 'EVENT', 'a b']],
    ['about no event cannot', { ...exactly(5), eventId: null }, { ...exactly(5), eventId: null }, ['NOT_COMPARABLE', 'EVENT', 'a b']],
    ['of a total and of a window cannot', exactly(5), { ...exactly(6), cumulative: false, windowFrom: march(1) }, ['NOT_COMPARABLE', 'WINDOW', 'a b']],
    ['of which one has an unknown day cannot', { ...exactly(5), asOf: null }, exactly(6), ['NOT_COMPARABLE', 'AS_OF', 'a b']],
  ])('%s', (_, a, b, expected) => {
    expect(compared(toll('a', a), toll('b', b))).toEqual(expected);
  });

  const window = (from: string, to: string) => ({ cumulative: false, windowFrom: from, windowTo: to });
  it.each<[string, Parameters<typeof told>[1], Parameters<typeof told>[1], unknown[]]>([
    ['as of one day, without a number that fits both', exactly(5), atLeast(6), ['SAME', 'DISJOINT', 'a b']],
    ['about so many and exactly so many, when it fits', { operator: 'ABOUT', best: 100 }, exactly(110), ['SAME', null, 'a b']],
    ['about so many and exactly so many, when it does not', { operator: 'ABOUT', best: 100 }, exactly(111), ['SAME', 'DISJOINT', 'a b']],
    ['whose later total is smaller', { ...atLeast(6), asOf: march(10) }, { ...exactly(5), asOf: march(11) }, ['SAME', 'AS_OF_FELL', 'a b']],
    [
      'whose later total is smaller, told the other way round',
      { ...exactly(5), asOf: march(11) },
      { ...atLeast(6), asOf: march(10) },
      ['SAME', 'AS_OF_FELL', 'b a'],
    ],
    ['whose later total is larger', { ...exactly(5), asOf: march(10) }, { ...exactly(6), asOf: march(11) }, ['SAME', null, 'a b']],
    ['of which the part is more than the whole', { ...atLeast(6), in: ['town'] }, exactly(5), ['SUBSET', 'PART_EXCEEDS_WHOLE', 'a b']],
    [
      'of which the part is more than a later whole',
      { ...atLeast(6), in: ['town'] },
      { ...exactly(5), asOf: march(10) },
      ['SUBSET', 'PART_EXCEEDS_WHOLE', 'a b'],
    ],
    ['of which the later part is more than the earlier whole', { ...atLeast(6), in: ['town'] }, { ...exactly(5), asOf: march(8) }, ['SUBSET', null, 'a b']],
    ['of which the part may be more than the whole', { operator: 'UP_TO', high: 9, in: ['town'] }, exactly(5), ['SUBSET', null, 'a b']],
    [
      'of windows that overlap, without a number that fits both',
      { ...exactly(5), ...window(march(1), march(4)) },
      { ...exactly(6), ...window(march(4), march(7)) },
      ['SAME', 'DISJOINT', 'a b'],
    ],
    [
      'of windows that do not overlap',
      { ...exactly(5), ...window(march(1), march(3)) },
      { ...exactly(6), ...window(march(4), march(7)) },
      ['NOT_COMPARABLE', 'WINDOW', 'a b'],
    ],
    [
      'of a count that names no window',
      { ...exactly(5), cumulative: false },
      { ...exactly(6), ...window(march(4), march(7)) },
      ['NOT_COMPARABLE', 'WINDOW', 'a b'],
    ],
    [
      'of a part whose window lies within',
      { ...exactly(6), ...window(march(5), march(6)), in: ['town'] },
      { ...exactly(5), ...window(march(4), march(7)) },
      ['SUBSET', 'PART_EXCEEDS_WHOLE', 'a b'],
    ],
    [
      'of a part whose window goes beyond',
      { ...exactly(6), ...window(march(5), march(8)), in: ['town'] },
      { ...exactly(5), ...window(march(4), march(7)) },
      ['SUBSET', null, 'a b'],
    ],
    ['of which one asserts and one denies the same number', exactly(5), { ...exactly(5), polarity: 'DENIES' }, ['SAME', 'ASSERTED_AND_DENIED', 'a b']],
    ['of which one asserts a number and one denies any', exactly(5), { polarity: 'DENIES', asOf: null }, ['SAME', 'ASSERTED_AND_DENIED', 'b a']],
    ['of which one asserts a number and one denies another', exactly(5), { ...exactly(6), polarity: 'DENIES' }, ['SAME', null, 'a b']],
    ['of which one says nothing', exactly(5), { polarity: 'NO_STATEMENT' }, ['SAME', null, 'a b']],
    ['of which one leaves it open', exactly(5), { ...exactly(6), polarity: 'UNCERTAIN' }, ['SAME', null, 'a b']],
    ['of which one was taken back', exactly(5), { ...exactly(6), retracted: true }, ['SAME', null, 'a b']],
    ['of one claimant, who revised it', exactly(5), { ...exactly(6), by: 'a' }, ['SAME', null, 'a b']],
    ['of two texts that name nobody', { ...exactly(5), by: null }, { ...exactly(6), by: null }, ['SAME', 'DISJOINT', 'a b']],
    ['of which one relays the other', exactly(5), { ...exactly(6), repeats: 'a' }, ['SAME', null, 'a b']],
  ])('contradict each other or not: %s', (_, a, b, expected) => {
    expect(compared(toll('a', a), toll('b', b))).toEqual(expected);
  });

  it.each<[string, Parameters<typeof told>[1], Parameters<typeof told>[1], string | null]>([
    [
      'the same words',
      { claimType: 'OCCURRENCE', statement: 'The town was shelled.' },
      { claimType: 'OCCURRENCE', statement: 'the  town was shelled.' },
      'ASSERTED_AND_DENIED',
    ],
    ['other words', { claimType: 'OCCURRENCE', statement: 'The town was shelled.' }, { claimType: 'OCCURRENCE', statement: 'The town was looted.' }, null],
    ['that it happened', { claimType: 'OCCURRENCE' }, { claimType: 'OCCURRENCE' }, 'ASSERTED_AND_DENIED'],
    [
      'that somebody did it',
      { claimType: 'ATTRIBUTION', accuses: ['them'], statement: 'They did it.' },
      { claimType: 'ATTRIBUTION', accuses: ['them'], statement: 'We did not.' },
      'ASSERTED_AND_DENIED',
    ],
    ['that somebody else did it', { claimType: 'ATTRIBUTION', accuses: ['them'] }, { claimType: 'ATTRIBUTION', accuses: ['others'] }, null],
    [
      'by a denial',
      { claimType: 'OCCURRENCE', statement: 'It rained.' },
      { claimType: 'DENIAL', polarity: 'ASSERTS', statement: 'It rained.' },
      'ASSERTED_AND_DENIED',
    ],
  ])('of which one asserts and one denies %s', (_, asserted, denied, expected) => {
    const [a, b] = [toll('a', { metric: null, population: null, ...asserted }), toll('b', { metric: null, population: null, polarity: 'DENIES', ...denied })];

    expect(compare(a, b, knowing([a, b])).contradiction).toBe(expected);
  });
});

describe('contradictions', () => {
  const said = [
    toll('first', { ...exactly(9), by: 'ada', asOf: march(8) }),
    toll('now', { ...exactly(5), by: 'ada', asOf: march(10), supersedes: 'first' }),
    toll('relay', { ...exactly(5), by: null, asOf: march(10), repeats: 'now' }),
    toll('bo', { ...exactly(6), asOf: march(10) }),
    toll('cy', { ...exactly(7), asOf: march(11) }),
    toll('denial', { polarity: 'DENIES', asOf: march(12) }),
    toll('hurt', { ...exactly(1), metric: 'INJURED' }),
    toll('hurt more', { ...exactly(2), metric: 'INJURED' }),
    toll('shelled', { claimType: 'OCCURRENCE', metric: null, asOf: march(1) }),
    toll('not shelled', { claimType: 'OCCURRENCE', metric: null, polarity: 'DENIES', asOf: march(2) }),
  ];
  const found = (metric: 'KILLED' | null, includeSuperseded: boolean) =>
    contradictionsAmong(said, { metric, includeSuperseded }, knowing(said)).map(({ a, b, contradiction }) => [a.claim.id, b.claim.id, contradiction]);

  it('are among the current numbers, and between what is asserted and denied', () => {
    expect(found('KILLED', false)).toEqual([
      ['shelled', 'not shelled', 'ASSERTED_AND_DENIED'],
      ['bo', 'now', 'DISJOINT'],
      ['bo', 'denial', 'ASSERTED_AND_DENIED'],
      ['now', 'denial', 'ASSERTED_AND_DENIED'],
      ['cy', 'denial', 'ASSERTED_AND_DENIED'],
    ]);
  });

  it('are among those that were replaced too, when asked, and of whatever is counted', () => {
    expect(found(null, true)).toEqual([
      ['shelled', 'not shelled', 'ASSERTED_AND_DENIED'],
      ['first', 'bo', 'AS_OF_FELL'],
      ['first', 'cy', 'AS_OF_FELL'],
      ['first', 'denial', 'ASSERTED_AND_DENIED'],
      ['hurt', 'hurt more', 'DISJOINT'],
      ['bo', 'now', 'DISJOINT'],
      ['bo', 'denial', 'ASSERTED_AND_DENIED'],
      ['now', 'denial', 'ASSERTED_AND_DENIED'],
      ['cy', 'denial', 'ASSERTED_AND_DENIED'],
    ]);
  });
});

describe('contradictions of a count that goes on for years', () => {
  const day = (number: number) => new Date(Date.UTC(2015, 0, 1 + number)).toISOString().slice(0, 10);
  const daily = Array.from({ length: 2500 }, (_, at) =>
    toll(`day ${at}`, { ...exactly(at), by: 'ada', asOf: day(at), ...(at > 0 ? { supersedes: `day ${at - 1}` } : {}) }),
  );
  const said = [...daily, toll('bo', { ...exactly(7), by: 'bo', asOf: day(2499) })];

  it('are those of the number that stands', () => {
    const found = contradictionsAmong(said, { metric: 'KILLED', includeSuperseded: false }, knowing(said));

    expect(found.map(({ a, b }) => [a.claim.id, b.claim.id])).toEqual([['bo', 'day 2499']]);
  });

  it('are refused of all that ever stood, for there would be too many pairs', () => {
    expect(() => contradictionsAmong(said, { metric: 'KILLED', includeSuperseded: true }, knowing(said))).toThrow(
      'in up to 2,000,000 pairs, but this would be 3,126,250.',
    );
  });
});

describe('an explanation', () => {
  it.each<[Parameters<typeof told>[1], Parameters<typeof told>[1], string]>([
    [
      { ...exactly(1), population: 'CHILDREN', in: ['town', 'village'], against: ['them'] },
      { ...exactly(12000), in: ['country'] },
      'A said 1 child was killed in town and village by them (as of 2025-03-09), which is a part of the 12,000 people that b counted in country (as of 2025-03-09); both can be true.',
    ],
    [
      { operator: 'MORE_THAN', low: 1019, by: null, publisher: 'paper' },
      { operator: 'NEARLY', best: 1000, high: 1000 },
      'Paper, naming no source, said more than 1,018 people were killed (as of 2025-03-09), but b said nearly 1,000 people (as of 2025-03-09), and no number fits both.',
    ],
    [
      { operator: 'ABOUT', best: 2000, metric: 'DISPLACED', by: null, asOf: null, publishedAt: '2025-03-01T10:00:00.000Z' },
      { ...atLeast(2100), metric: 'DISPLACED' },
      'The report "report of a", naming no source, said about 2,000 people were displaced (as of 2025-03-01), and b said at least 2,100 (as of 2025-03-09); both can be true, since such a total can grow.',
    ],
    [
      { ...exactly(3), cumulative: false, windowFrom: march(1), windowTo: march(2) },
      exactly(4),
      'The two do not count the same stretch of time: a said 3 people were killed (from 2025-03-01 to 2025-03-02), and b said 4 people were killed (as of 2025-03-09).',
    ],
    [
      { claimType: 'OCCURRENCE', metric: null, statement: 'The town was shelled.' },
      { claimType: 'OCCURRENCE', metric: null, statement: 'The town was shelled.', polarity: 'DENIES' },
      'A said that "The town was shelled", and b denied it.',
    ],
    [
      exactly(3),
      { polarity: 'NO_STATEMENT' },
      'A said 3 people were killed (as of 2025-03-09), and b said nothing about how many people were killed, which is no contradiction.',
    ],
    [
      exactly(3),
      { ...exactly(4), by: 'a' },
      'A said 3 people were killed (as of 2025-03-09), and revised it itself: 4 (as of 2025-03-09), which is no contradiction.',
    ],
    [exactly(3), { ...exactly(3), metric: 'INJURED' }, 'One counts people killed, the other people injured.'],
  ])('is one sentence with the numbers in it: %#', (a, b, expected) => {
    const [one, other] = [toll('a', a), toll('b', b)];

    expect(explain(compare(one, other, knowing([one, other])))).toBe(expected);
  });
});

describe.each(engines)('contradictions of the sample on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const event = idFromKey('Event', 'sample:event:coast-march-2025');
  const claim = (key: string) => idFromKey('Claim', `sample:claim:${key}`);
  const question = `query ($event: ID!, $first: Int = 50, $after: String) {
    contradictions(about: $event, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { a { keys } b { keys } reason explanation } }
    }
  }`;

  it('are exactly five, each in a sentence', async () => {
    const { contradictions } = await service.data(question, { event });

    expect(contradictions.edges.map(({ node }: { node: object }) => node)).toEqual([
      {
        a: { keys: ['sample:claim:e1'] },
        b: { keys: ['sample:claim:c3b'] },
        reason: 'PART_EXCEEDS_WHOLE',
        explanation:
          'Field sources (Syrian coast, March 2025) said 2,300 to 2,400 civilians were killed in Al-Bahluliyah and Baniyas (as of 2025-03-09), which is more than the 1,311 people that SOHR counted in all (as of 2025-03-09).',
      },
      {
        a: { keys: ['sample:claim:c3b'] },
        b: { keys: ['sample:claim:e2'] },
        reason: 'DISJOINT',
        explanation:
          'SOHR said 1,311 people were killed (as of 2025-03-09), but Eyewitnesses (Syrian coast, March 2025) said more than 4,000 people (as of 2025-03-09), and no number fits both.',
      },
      {
        a: { keys: ['sample:claim:e1'] },
        b: { keys: ['sample:claim:d2'] },
        reason: 'PART_EXCEEDS_WHOLE',
        explanation:
          'Field sources (Syrian coast, March 2025) said 2,300 to 2,400 civilians were killed in Al-Bahluliyah and Baniyas (as of 2025-03-09), which is more than the 1,334 people that SNHR counted in all (as of 2025-03-31).',
      },
      {
        a: { keys: ['sample:claim:e2'] },
        b: { keys: ['sample:claim:d2'] },
        reason: 'AS_OF_FELL',
        explanation:
          'Eyewitnesses (Syrian coast, March 2025) said more than 4,000 people were killed (as of 2025-03-09), which is more than the 1,334 people that SNHR counted later (as of 2025-03-31), although such a total can only grow.',
      },
      {
        a: { keys: ['sample:claim:c7'] },
        b: { keys: ['sample:claim:d2'] },
        reason: 'PART_EXCEEDS_WHOLE',
        explanation:
          'SOHR said at least 1,500 civilians were killed (as of 2025-03-14), which is more than the 1,334 people that SNHR counted in all (as of 2025-03-31).',
      },
    ]);
  });

  it('come in pages', async () => {
    const { contradictions: start } = await service.data(question, { event, first: 3 });
    const { contradictions: rest } = await service.data(question, { event, first: 3, after: start.pageInfo.endCursor });

    expect([start, rest].map(({ totalCount, pageInfo, edges }) => [totalCount, pageInfo.hasNextPage, edges.length])).toEqual([
      [5, true, 3],
      [5, false, 2],
    ]);
  });

  it('take two round trips, whatever the number of claims', async () => {
    service.ran();

    await service.data(question, { event });

    expect(service.ran()).toEqual(['testimony/by-event', 'place/containing']);
  });

  it.each([
    ['c7', 'd2b', 'NOT_COMPARABLE', 'SCOPE'],
    ['seed-231', 'seed-250', 'NOT_COMPARABLE', 'POPULATION'],
    ['e1', 'c6-tartus', 'NOT_COMPARABLE', 'SCOPE'],
    ['c3b', 'd2', 'SAME', null],
    ['c6-tartus', 'seed-sheha-neighbours', 'SUBSET', null],
    ['c4', 'seed-973', 'SAME', null],
    ['c7', 'seed-thousands-fled', 'NOT_COMPARABLE', 'METRIC'],
    ['c7', 'seed-sohr-britain', 'NOT_COMPARABLE', 'EVENT'],
  ])('compare %s with %s: %s', async (a, b, kind, notComparable) => {
    const { compare } = await service.data('query ($a: ID!, $b: ID!) { compare(a: $a, b: $b) { kind notComparable contradiction } }', {
      a: claim(a),
      b: claim(b),
    });

    expect(compare).toEqual({ kind, notComparable, contradiction: null });
  });

  it('refuse what is no event, and compare nothing that is not there', async () => {
    const [about, missing] = await Promise.all([
      service.ask('query ($id: ID!) { contradictions(about: $id) { totalCount } }', { id: claim('c7') }),
      service.ask('query ($a: ID!, $b: ID!) { compare(a: $a, b: $b) { kind } }', { a: claim('c7'), b: claim('c0') }),
    ]);

    expect([about, missing].map(({ errors }) => errors?.[0]?.message)).toEqual([
      `about should be the id of an event, such as "event_abcdefghijklmnopqrst", but was "${claim('c7')}".`,
      `No claim has the id or key "${claim('c0')}".`,
    ]);
  });
});
