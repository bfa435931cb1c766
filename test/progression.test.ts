import { describe, expect, it } from 'vitest';
import { compare, type Knowledge } from '../src/comparison/compare.ts';
import { contradictionsAmong } from '../src/comparison/contradictions.ts';
import { explain } from '../src/comparison/explain.ts';
import { content } from '../src/comparison/words.ts';
import { progressionsAmong } from '../src/series/repetition.ts';
import { seriesOf } from '../src/series/series.ts';
import type { Testimony } from '../src/testimony/ref.ts';
import { exactly, told } from './support/testimony.ts';

const knowing = (...said: Testimony[]): Knowledge => ({
  isWithin: (part, whole) => part === whole,
  isRelayed: () => false,
  progressionOf: progressionsAmong(said),
});
const knowledge = knowing();
const day = (number: number) => `2025-01-0${number}`;
const number = (id: string, best: number, more: Parameters<typeof told>[1] = {}) => told(id, { ...exactly(best), ...more });

/** Of one series, each point as its claim and whether it was replaced, and the current one. */
const progression = (...said: Testimony[]) => {
  const [{ points, current } = { points: [], current: null }] = seriesOf(said);
  return [points.map(({ told, isSuperseded }) => `${told.claim.id}${isSuperseded ? ' replaced' : ''}`).join(', '), current?.told.claim.id ?? null];
};

describe('a progression', () => {
  const first = number('first', 50, { asOf: day(5) });

  it('that comes back to an earlier day has a point of its own for that', () => {
    const second = number('second', 40, { asOf: day(6), supersedes: 'first' });
    const third = number('third', 30, { asOf: day(5), supersedes: 'second' });

    expect(progression(first, second, third)).toEqual(['first replaced, third, second replaced', 'third']);
  });

  it('ends with a number of unknown day that replaces one whose day is known', () => {
    const older = number('older', 30, { asOf: day(2) });

    expect(progression(older, first, number('undated', 60, { supersedes: 'first' }))).toEqual(['older, first replaced, undated', 'undated']);
    expect(progression(older, first, number('undated', 60))).toEqual(['undated, older, first', 'first']);
  });

  it('keeps what was taken back amidst a day in its place, where it replaces nothing', () => {
    const second = number('second', 40, { asOf: day(5), supersedes: 'first', retracted: true });
    const third = number('third', 30, { asOf: day(5), supersedes: 'second' });

    expect(progression(first, second, third)).toEqual(['first, second replaced, third', 'third']);
  });

  it('is not led on by who relays a number that was taken back', () => {
    const taken = number('taken', 20, { asOf: day(6), retracted: true });
    const relay = number('relay', 20, { by: 'bo', asOf: day(6), repeats: 'taken', supersedes: 'first' });

    expect(progression(first, taken, relay)).toEqual(['first, taken', 'first']);
  });

  it('is not led on by a replacement of which the evidence was taken back', () => {
    const next = number('next', 60, { asOf: day(6), supersedes: 'first', stepRetractedAt: '2025-02-01T00:00:00.000Z' });

    expect(progression(first, next)).toEqual(['first, next', 'next']);
    expect(progression(first, { ...next, claim: { ...next.claim, asOf: day(4) } })).toEqual(['next, first', 'first']);
  });

  it('is ended by what replaces its last number without giving one', () => {
    const denial = told('denial', { polarity: 'DENIES', asOf: day(6), supersedes: 'first' });

    expect(progression(first, denial)).toEqual(['first replaced', null]);
    expect(progression(first, { ...denial, isRetracted: true })).toEqual(['first', 'first']);
  });
});

describe('numbers for windows of time', () => {
  const window = (windowFrom: string, windowTo: string) => ({ cumulative: false, windowFrom, windowTo, asOf: day(9) }) as const;
  const early = number('early', 40, window(day(1), day(2)));
  const late = number('late', 7, window(day(3), day(4)));

  it('are points of their own, though they hold as of one day, and each stands until it is replaced', () => {
    const again = number('again', 41, { by: 'ada', ...window(day(1), day(2)), supersedes: 'early' });

    expect(progression(early, late)).toEqual(['early, late', 'late']);
    expect(progression(early, late, again)).toEqual(['early replaced, late, again', 'again']);
    expect(progression(early, number('same', 40, window(day(1), day(2))))).toEqual(['early', 'early']);
  });

  it('contradict those of others for the same time, also where a later window is the last', () => {
    const other = number('other', 90, { by: 'bo', ...window(day(1), day(2)) });

    expect(contradictionsAmong([early, late, other], { metric: null, includeSuperseded: false }, knowledge)).toMatchObject([
      { a: early, b: other, contradiction: 'DISJOINT' },
    ]);
  });

  it('are explained as such', () => {
    const [about, open] = [
      number('about', 41, { by: 'bo', ...window(day(1), day(2)), operator: 'ABOUT' }),
      number('open', 9, { by: 'bo', cumulative: false, asOf: day(9) }),
    ];

    expect(explain(compare(early, about, knowledge))).toBe(
      'Bo said about 41 people were killed (from 2025-01-01 to 2025-01-02), and ada said 40 (from 2025-01-01 to 2025-01-02); there are numbers that fit both.',
    );
    expect(explain(compare(early, open, knowledge))).toBe(
      'The two do not count the same stretch of time: ada said 40 people were killed (from 2025-01-01 to 2025-01-02), and bo said 9 people were killed (in a stretch of time that is not said, as of 2025-01-09).',
    );
  });
});

describe('what contradicts', () => {
  const uncounted = { metric: null, population: null } as const;
  const pairs = (said: Testimony[], includeSuperseded = false) =>
    contradictionsAmong(said, { metric: null, includeSuperseded }, knowing(...said)).map(({ a, b }) => [a.claim.id, b.claim.id].sort().join(' '));

  it('is no denial that was replaced since, unless what was replaced is asked for', () => {
    const said = [
      number('count', 40, { asOf: day(6) }),
      number('denial', 40, { by: 'bo', asOf: day(6), polarity: 'DENIES' }),
      number('after', 40, { by: 'bo', asOf: day(7), supersedes: 'denial' }),
    ];

    expect(pairs(said)).toEqual([]);
    expect(pairs(said, true)).toEqual(['count denial']);
  });

  it('is a statement once, however many relay it', () => {
    const strike = { ...uncounted, claimType: 'OCCURRENCE', statement: 'A strike hit.' } as const;
    const said = [
      told('said', strike),
      told('relay', { ...strike, by: 'bo', repeats: 'said' }),
      told('relayed again', { ...strike, by: 'cy', repeats: 'relay' }),
      told('denied', { ...strike, by: 'dee', polarity: 'DENIES' }),
    ];

    expect(pairs(said)).toEqual(['denied said']);
  });

  it.each([
    [
      'an accusation of nobody, and that somebody did it',
      { claimType: 'ATTRIBUTION' },
      { claimType: 'ATTRIBUTION', polarity: 'DENIES', accuses: ['bo'] },
      null,
    ],
    ['that it happened, and that somebody did it', { claimType: 'OCCURRENCE' }, { claimType: 'DENIAL', accuses: ['bo'] }, null],
    [
      'an accusation, and the denial of the accused in its own words',
      { claimType: 'ATTRIBUTION', statement: 'Bo did it.', accuses: ['bo'] },
      { claimType: 'DENIAL', statement: 'We did not.', accuses: ['bo'] },
      'ASSERTED_AND_DENIED',
    ],
    [
      'an accusation of two, and the denial of one of them',
      { claimType: 'ATTRIBUTION', accuses: ['bo', 'cy'] },
      { claimType: 'DENIAL', accuses: ['bo'] },
      'ASSERTED_AND_DENIED',
    ],
    [
      'an accusation of one, and the denial of two',
      { claimType: 'ATTRIBUTION', accuses: ['bo'] },
      { claimType: 'ATTRIBUTION', polarity: 'DENIES', accuses: ['bo', 'cy'] },
      null,
    ],
  ] as const)('is the same, whichever of the two comes first, of %s', (_, asserted, denied, expected) => {
    const [a, b] = [told('a', { ...uncounted, ...asserted, by: 'ada' }), told('b', { ...uncounted, ...denied, by: 'bo' })];

    expect([compare(a, b, knowledge), compare(b, a, knowledge)].map(({ contradiction }) => contradiction)).toEqual([expected, expected]);
  });

  it('names whom an accusation without words accuses', () => {
    expect(content(told('a', { ...uncounted, claimType: 'ATTRIBUTION', accuses: ['Bo', 'Cy'] }))).toBe('Bo and Cy did it');
    expect(content(told('a', { ...uncounted, claimType: 'OCCURRENCE', accuses: ['Bo'] }))).toBe('it happened');
  });

  it('is nothing within one text that names nobody, nor what it goes on with', () => {
    const one = number('one', 100, { by: null, asOf: day(5), report: 'bulletin' });
    const next = number('next', 90, { by: null, asOf: day(6), supersedes: 'one' });
    const beside = number('beside', 7, { by: null, asOf: day(5), report: 'bulletin' });

    expect(compare(one, next, knowing(one, next)).contradiction).toBeNull();
    expect(compare(one, next, knowledge).contradiction).toBe('AS_OF_FELL'); // Where it is not known that one goes on with the other.
    expect(compare(one, beside, knowledge).contradiction).toBeNull();
    expect(compare(beside, next, knowledge).contradiction).toBeNull(); // 7, and later 90.
    const last = number('last', 80, { by: null, asOf: day(7), supersedes: 'next' });
    expect(pairs([one, next, last], true)).toEqual([]); // Each text is a source of its own, but these replaced each other, by way of another.
    const named = number('named', 120, { by: 'ada', asOf: day(4) });
    expect(pairs([named, { ...one, supersedes: { id: 'named', basis: 'CURATED', at: null, retractedAt: null } }], true)).toEqual([]);
    expect(pairs([named, one], true)).toEqual(['named one']);
    expect(compare(number('elsewhere', 100, { by: null, asOf: day(5) }), next, knowledge).contradiction).toBe('AS_OF_FELL');
  });
});
