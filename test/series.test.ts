import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { areDisjoint, boundsOf, type Figures, figureInWords, operatorOf } from '../src/series/bounds.ts';
import { type Series, seriesOf } from '../src/series/series.ts';
import { engines, openService, type Service, serviceOver } from './support/service.ts';
import { atLeast, exactly, told } from './support/testimony.ts';

const figures = (operator: Figures['operator'], low: number | null, best: number | null, high: number | null) => ({ operator, low, best, high });
const end = Number.POSITIVE_INFINITY;

describe('the bounds of a figure', () => {
  it.each([
    ['exactly 12', figures('EXACT', 12, 12, 12), { low: 12, high: 12 }],
    ['exactly 12, given as the best number alone', figures('EXACT', null, 12, null), { low: 12, high: 12 }],
    ['at least 12', figures('AT_LEAST', 12, null, null), { low: 12, high: end }],
    ['more than 11, stored as 12', figures('MORE_THAN', 12, null, null), { low: 12, high: end }],
    ['more than 11, given as the best number alone', figures('MORE_THAN', null, 11, null), { low: 12, high: end }],
    ['about 100', figures('ABOUT', null, 100, null), { low: 90, high: 110 }],
    ['nearly 12', figures('NEARLY', null, 12, 12), { low: 0, high: 12 }],
    ['up to 12', figures('UP_TO', null, null, 12), { low: 0, high: 12 }],
    ['10 to 12', figures('RANGE', 10, null, 12), { low: 10, high: 12 }],
    ['bounds the wrong way round', figures('RANGE', 12, null, 10), { low: 10, high: 12 }],
    ['nothing said of how it is meant', figures(null, null, 12, null), { low: 12, high: 12 }],
  ])('are, of %s, inclusive', (_, figure, bounds) => {
    expect(boundsOf(figure)).toEqual(bounds);
  });

  it.each([
    [figures(null, null, 50, null), '50'],
    [figures(null, 50, 50, 50), '50'],
    [figures(null, 40, 50, 60), '50 (40 to 60)'],
    [figures(null, 40, 50, null), '50 (at least 40)'],
    [figures(null, null, 50, 60), '50 (up to 60)'],
    [figures(null, 40, null, 60), '40 to 60'],
    [figures('MORE_THAN', 1019, null, null), 'more than 1,018'],
    [figures('EXACT', 40, 50, 60), '50'],
    [figures(null, null, null, null), null],
  ])('of %o are in words %s', (figure, words) => {
    expect(figureInWords(figure)).toBe(words);
  });

  it('of about 745 have room for exactly 800, and none for exactly 900', () => {
    const about = boundsOf(figures('ABOUT', null, 745, null));

    const disjoint = [800, 900].map((number) => areDisjoint(about, boundsOf(exactly(number))));

    expect(disjoint).toEqual([false, true]);
  });

  it.each([
    [figures(null, 3, 3, 3), 'EXACT'],
    [figures(null, 3, null, 5), 'RANGE'],
    [figures(null, null, 4, null), 'EXACT'],
    [figures(null, 3, null, null), 'AT_LEAST'],
    [figures(null, null, null, 5), 'UP_TO'],
    [figures('ABOUT', null, 4, null), 'ABOUT'],
  ])('tell how %o is meant: %s', (figure, operator) => {
    expect(operatorOf(figure)).toBe(operator);
  });
});

interface SeriesInAnswer {
  readonly claimant: { readonly name: string } | null;
  readonly metric: string;
  readonly population: string;
  readonly perpetrator: { readonly name: string } | null;
  readonly scope: readonly { readonly name: string }[];
  readonly points: readonly unknown[];
  readonly current: { readonly claim: { readonly keys: string[] } };
}

/** Each series in brief: who, then its points as day, value, relays, basis; the value of the current point. */
const brief = (series: readonly Series[]) =>
  series.map(({ claimant, points, current }) => ({
    by: claimant?.id ?? null,
    points: points.map(({ asOf, told, relays, basis }) => [asOf, told.claim.id, relays.map(({ claim }) => claim.id), basis]),
    current: current?.told.claim.id ?? null,
  }));

describe('a series', () => {
  it('is one claimant, metric, population, way of counting and scope; an accusation or a place in passing makes no other', () => {
    const said = [
      told('all', { ...exactly(9), asOf: '2025-03-01' }),
      told('accused', { ...exactly(10), asOf: '2025-03-02', accuses: ['x'] }),
      told('injured', { ...exactly(1), metric: 'INJURED' }),
      told('civilians', { ...exactly(2), population: 'CIVILIANS' }),
      told('windowed', { ...exactly(3), cumulative: false }),
      told('here', { ...exactly(4), in: ['here'] }),
      told('here and there', { ...exactly(5), in: ['there', 'here'] }),
      told('there and here', { ...exactly(5), in: ['here', 'there'], asOf: '2025-03-02' }),
      told('by them', { ...exactly(6), against: ['them'] }),
      told('by bo', { ...exactly(7), by: 'bo' }),
      told('elsewhere', { ...exactly(8), eventId: 'another' }),
    ];

    const found = seriesOf(said).map(({ points }) => points.map(({ told }) => told.claim.id));

    expect(found).toEqual([
      ['elsewhere'],
      ['all', 'accused'],
      ['here'],
      ['by them'],
      ['here and there', 'there and here'],
      ['windowed'],
      ['civilians'],
      ['injured'],
      ['by bo'],
    ]);
  });

  it('has no point for a denial, for saying nothing, for something else than a count, or without a number', () => {
    const said = [
      told('denied', { ...exactly(1), polarity: 'DENIES' }),
      told('nothing said', { polarity: 'NO_STATEMENT' }),
      told('occurrence', { ...exactly(1), claimType: 'OCCURRENCE' }),
      told('no number', {}),
      told('no metric', { ...exactly(1), metric: null }),
    ];

    expect(seriesOf(said)).toEqual([]);
  });

  it('is of each text that names nobody its own, and goes on where one replaces another', () => {
    const said = [
      told('one', { ...exactly(1), by: null, report: 'r1', asOf: '2025-03-01' }),
      told('other', { ...exactly(2), by: null, report: 'r2', asOf: '2025-03-01' }),
      told('next', { ...exactly(3), by: null, report: 'r3', asOf: '2025-03-02', supersedes: 'one' }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: null,
        points: [
          ['2025-03-01', 'one', [], null],
          ['2025-03-02', 'next', [], 'INFERRED'],
        ],
        current: 'next',
      },
      { by: null, points: [['2025-03-01', 'other', [], null]], current: 'other' },
    ]);
  });
});

describe('a point', () => {
  it('is a day: as of, else of publication, else of assertion; those of unknown day stand first', () => {
    const said = [
      told('asserted', { ...exactly(3), report: null, assertedAt: '2025-03-03T10:00:00.000Z' }),
      told('published', { ...exactly(2), publishedAt: '2025-03-02T10:00:00.000Z' }),
      told('as of', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-03-09T10:00:00.000Z' }),
      told('undated', { ...exactly(9) }),
    ];

    const [series] = seriesOf(said);

    expect(series?.points.map(({ asOf, told }) => [asOf, told.claim.id])).toEqual([
      [null, 'undated'],
      ['2025-03-01', 'as of'],
      ['2025-03-02', 'published'],
      ['2025-03-03', 'asserted'],
    ]);
  });

  it('of the same day comes after the one it replaces', () => {
    const said = [
      told('second', { ...exactly(2), asOf: '2025-03-08', supersedes: 'first', at: '2025-03-09T00:00:00.000Z' }),
      told('first', { ...exactly(1), asOf: '2025-03-08' }),
      told('third', { ...exactly(3), asOf: '2025-03-08', supersedes: 'second', stepBasis: 'EXPLICIT' }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: 'ada',
        points: [
          ['2025-03-08', 'first', [], null],
          ['2025-03-08', 'second', [], 'INFERRED'],
          ['2025-03-08', 'third', [], 'EXPLICIT'],
        ],
        current: 'third',
      },
    ]);
  });

  it('takes its value from the claim that replaces or is replaced, else from the earliest published, and never from a relay', () => {
    const said = [
      told('early', { ...exactly(9), asOf: '2025-03-01', publishedAt: '2025-03-01T00:00:00.000Z' }),
      told('replaced', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-03-02T00:00:00.000Z' }),
      told('relay', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-02-28T00:00:00.000Z', repeats: 'replaced' }),
      told('late', { ...exactly(2), asOf: '2025-03-02', publishedAt: '2025-03-05T00:00:00.000Z', supersedes: 'replaced' }),
      told('a', { ...exactly(3), asOf: '2025-03-03', publishedAt: '2025-03-04T00:00:00.000Z' }),
      told('b', { ...exactly(4), asOf: '2025-03-03', publishedAt: '2025-03-03T00:00:00.000Z' }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: 'ada',
        points: [
          ['2025-03-01', 'replaced', ['relay', 'early'], null],
          ['2025-03-02', 'late', [], 'INFERRED'],
          ['2025-03-03', 'b', ['a'], null],
        ],
        current: 'b',
      },
    ]);
  });

  it('holds every relay of its number, whoever relays it and as of whichever day', () => {
    const said = [
      told('root', { ...exactly(1), asOf: '2025-03-01' }),
      told('relay', { ...exactly(1), asOf: '2025-03-04', by: null, repeats: 'root' }),
      told('relay of relay', { ...atLeast(1), asOf: '2025-03-05', by: 'bo', repeats: 'relay' }),
    ];

    expect(brief(seriesOf(said))).toEqual([{ by: 'ada', points: [['2025-03-01', 'root', ['relay', 'relay of relay'], null]], current: 'root' }]);
  });

  it('is one for claims that repeat each other in a circle', () => {
    const said = [
      told('b', { ...exactly(1), asOf: '2025-03-01', repeats: 'c' }),
      told('c', { ...exactly(1), asOf: '2025-03-01', repeats: 'b' }),
      told('d', { ...exactly(1), asOf: '2025-03-01', repeats: 'c' }),
      told('itself', { ...exactly(1), asOf: '2025-03-02', repeats: 'itself' }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: 'ada',
        points: [
          ['2025-03-01', 'b', ['c', 'd'], null],
          ['2025-03-02', 'itself', [], null],
        ],
        current: 'itself',
      },
    ]);
  });

  it('is replaced when a relay of a later number replaces a relay of it', () => {
    const said = [
      told('first', { ...exactly(1), asOf: '2025-03-01' }),
      told('relay of first', { ...exactly(1), asOf: '2025-03-01', repeats: 'first' }),
      told('second', { ...exactly(2), asOf: '2025-03-02' }),
      told('relay of second', { ...exactly(2), asOf: '2025-03-02', repeats: 'second', supersedes: 'relay of first', stepBasis: 'EXPLICIT' }),
    ];

    const [series] = seriesOf(said);

    expect(series?.points.map(({ isSuperseded, basis }) => [isSuperseded, basis])).toEqual([
      [true, null],
      [false, 'EXPLICIT'],
    ]);
  });

  it('is replaced when it says so, else when both claims are known', () => {
    const said = [
      told('a', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-03-01T00:00:00.000Z' }),
      told('b', { ...exactly(2), asOf: '2025-03-02', publishedAt: '2025-03-02T00:00:00.000Z', supersedes: 'a', at: '2025-03-07T00:00:00.000Z' }),
      told('c', { ...exactly(3), asOf: '2025-03-03', publishedAt: '2025-03-03T00:00:00.000Z', supersedes: 'b' }),
      told('d', { ...exactly(4), asOf: '2025-03-04', recordedAt: '2026-01-01T00:00:00.000Z', supersedes: 'c' }),
    ];

    const [series] = seriesOf(said);

    expect(series?.points.map(({ supersededAt }) => supersededAt)).toEqual([
      '2025-03-07T00:00:00.000Z',
      '2025-03-03T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
      null,
    ]);
  });
});

describe('the current point', () => {
  it('is the last that nothing replaced, though an earlier one may come later in the telling', () => {
    const said = [told('corrected', { ...exactly(9), asOf: '2025-03-05' }), told('correction', { ...exactly(8), asOf: '2025-03-04', supersedes: 'corrected' })];

    expect(brief(seriesOf(said))[0]?.current).toBe('correction');
  });

  it('is none that was taken back, and what was taken back replaces nothing', () => {
    const said = [
      told('first', { ...exactly(1), asOf: '2025-03-01' }),
      told('second', { ...exactly(2), asOf: '2025-03-02', supersedes: 'first', retracted: true }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: 'ada',
        points: [
          ['2025-03-01', 'first', [], null],
          ['2025-03-02', 'second', [], null],
        ],
        current: 'first',
      },
    ]);
  });

  it('keeps its place through another claim of the same point when the first is taken back; a relay alone keeps nothing', () => {
    const said = [
      told('taken back', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-03-01T00:00:00.000Z', retracted: true }),
      told('standing', { ...exactly(1), asOf: '2025-03-01', publishedAt: '2025-03-02T00:00:00.000Z' }),
      told('root', { ...exactly(2), asOf: '2025-03-02', retracted: true }),
      told('relay', { ...exactly(2), asOf: '2025-03-02', repeats: 'root' }),
    ];

    expect(brief(seriesOf(said))).toEqual([
      {
        by: 'ada',
        points: [
          ['2025-03-01', 'standing', [], null],
          ['2025-03-02', 'root', ['relay'], null],
        ],
        current: 'standing',
      },
    ]);
  });

  it('is none when everything was taken back', () => {
    expect(brief(seriesOf([told('only', { ...exactly(1), retracted: true })]))[0]?.current).toBeNull();
  });
});

describe.each(engines)('tolls of the sample on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  const question = `query ($event: ID!, $metric: Metric = KILLED, $population: Population, $claimant: ID) {
    event(id: $event) {
      tolls(metric: $metric, population: $population, claimant: $claimant) {
        claimant { name } metric population cumulative perpetrator { name } scope { name }
        points { asOf low best high operator basis supersededAt claim { keys } relays { keys } corroboration { reports publishers origins unknownOrigins partyOrigins } }
        current { claim { keys } }
      }
    }
  }`;
  const event = idFromKey('Event', 'sample:event:coast-march-2025');
  const key = ({ keys }: { keys: string[] }) => keys[0]?.replace('sample:claim:', '');

  it('run from 340 to at least 1,500 for the civilians that SOHR counts', async () => {
    const { event: found } = await service.data(question, { event, population: 'CIVILIANS', claimant: idFromKey('Group', 'sample:group:sohr') });

    const [series] = found.tolls;
    expect({
      ...series,
      points: series.points.map((point: { low: number; operator: string; basis: string }) => [point.operator, point.low, point.basis]),
    }).toEqual({
      claimant: { name: 'SOHR' },
      metric: 'KILLED',
      population: 'CIVILIANS',
      cumulative: true,
      perpetrator: null,
      scope: [],
      points: [
        ['EXACT', 340, null],
        ['AT_LEAST', 745, 'INFERRED'],
        ['EXACT', 830, 'EXPLICIT'],
        ['EXACT', 973, 'EXPLICIT'],
        ['AT_LEAST', 1225, 'INFERRED'],
        ['EXACT', 1383, 'INFERRED'],
        ['AT_LEAST', 1500, 'INFERRED'],
      ],
      current: { claim: { keys: ['sample:claim:c7'] } },
    });
  });

  it('tell who relayed the 973, and that all of it is one origin', async () => {
    const { event: found } = await service.data(question, { event, population: 'CIVILIANS', claimant: idFromKey('Group', 'sample:group:sohr') });

    const point = found.tolls[0].points[3];
    expect({ ...point, claim: key(point.claim), relays: new Set(point.relays.map(key)) }).toEqual({
      asOf: '2025-03-10',
      low: 973,
      best: 973,
      high: 973,
      operator: 'EXACT',
      basis: 'EXPLICIT',
      supersededAt: '2025-03-11T23:59:59.999Z',
      claim: 'c4',
      relays: new Set(['c4b', 'seed-973', 'seed-nearly-1000']),
      corroboration: { reports: 3, publishers: 2, origins: 1, unknownOrigins: 0, partyOrigins: 0 },
    });
  });

  it('list every series once, the whole before its parts, and add no parts to their total', async () => {
    const { event: found } = await service.data(question, { event });

    const series = found.tolls.map(({ claimant, population, perpetrator, scope, points, current }: SeriesInAnswer) => {
      const part = [...scope, ...(perpetrator ? [perpetrator] : [])].map(({ name }) => name).join(', ');
      return [claimant?.name ?? null, population, part, points.length, key(current.claim)];
    });
    expect(series).toEqual([
      ['Ali Sheha', 'CIVILIANS', 'Baniyas', 1, 'seed-sheha-neighbours'],
      ['Eyewitnesses (Syrian coast, March 2025)', 'ALL', '', 1, 'e2'],
      ['Field sources (Syrian coast, March 2025)', 'CIVILIANS', 'Al-Bahluliyah, Baniyas', 1, 'e1'],
      ['SNHR', 'ALL', '', 2, 'd2'],
      ['SNHR', 'ALL', 'Armed forces taking part in the military operations (Syrian coast, March 2025)', 1, 'd2b'],
      ['SNHR', 'ALL', 'Armed groups loyal to Bashar al-Assad', 1, 'd2c'],
      ['SNHR', 'CHILDREN', '', 1, 'd2-children'],
      ['SNHR', 'WOMEN', '', 1, 'd2-women'],
      ['SOHR', 'ALL', '', 2, 'c3b'],
      ['SOHR', 'CIVILIANS', '', 7, 'c7'],
      ['SOHR', 'CIVILIANS', 'Hama', 1, 'c6-hama'],
      ['SOHR', 'CIVILIANS', 'Homs', 1, 'c6-homs'],
      ['SOHR', 'CIVILIANS', 'Latakia', 1, 'c6-latakia'],
      ['SOHR', 'CIVILIANS', 'Tartus', 1, 'c6-tartus'],
      ['SOHR', 'SIDE_A', '', 1, 'seed-231'],
      [null, 'SIDE_B', '', 1, 'seed-250'],
    ]);
  });

  it('have no series for the authorities, who gave no figure, and one for the displaced', async () => {
    const { event: found } = await service.data(question, { event, metric: null });

    const others = found.tolls.filter(({ metric }: SeriesInAnswer) => metric !== 'KILLED');
    expect(others.map(({ metric, current }: SeriesInAnswer) => [metric, key(current.claim)])).toEqual([['DISPLACED', 'seed-thousands-fled']]);
  });

  it('take one round trip for the claims of the event, whatever the number of series, and one for each kind of thing named', async () => {
    const fresh = serviceOver(service.graph, { prefetchFrom: 0 });

    await fresh.data(question, { event });

    expect(fresh.ran()).toEqual([
      'entity/by-id[Event]',
      'testimony/by-event',
      'entity/by-id[Person]',
      'entity/by-id[Place]',
      'entity/by-id[Group]',
      'citation/by-claim',
    ]);
  });
});
