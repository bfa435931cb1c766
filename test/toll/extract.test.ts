import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTolls } from '../../src/toll/extract.ts';
import { type Labelled, score } from './score.ts';
import { exactly, metricsIn, type Told, told } from './told.ts';

describe('numbers near a toll that are none', () => {
  it.each([
    ['A man, 30, was killed', 'KILLED A'],
    ['A doctor, 41, was wounded', 'INJURED A'],
    ['A man, 30, and his wife, 28, were killed', 'KILLED A'],
    ['A man aged 30 was killed', 'KILLED A'],
    ['A man aged 30 and 5 children were killed', 'KILLED A, KILLED 5'],
    ['18 children aged 6 to 12 were killed', 'KILLED 18'],
    ['12 children aged between 5 and 10 were killed', 'KILLED 12'],
    ['12 children under the age of 5 were killed', 'KILLED 12'],
    ['Two girls aged 6 and 8 were killed', 'KILLED Two'],
    ['3 boys ages 6, 8 and 10 were killed', 'KILLED 3'],
    ['Shelling wounds a boy aged 12, 5 killed in Homs', 'INJURED a, KILLED 5'],
    ['Two brothers, Ali, 12, and Omar, 14, and 3 others were killed', 'KILLED 3'],
    ['In Homs, 29, including 3 children, were killed', 'KILLED 29, KILLED 3'],
    ['Kills 12, 34, and 5 in Homs', 'KILLED 12, KILLED 34, KILLED 5'],
  ])('are ages in "%s"', (text, expected) => {
    expect(metricsIn(text)).toBe(expected);
  });

  it.each([
    ['The 1,018 people killed between 6 and 10 March were mostly civilians', 'KILLED 1,018'],
    ['The 1,018 killed between 6 and 10 March', 'KILLED 1,018'],
    ['The 1,018 people killed between March 6 and 10 were mostly civilians', 'KILLED 1,018'],
    ['On March 6 and 10 people were killed', 'KILLED 10'],
    ['In 2014, 12 people were killed', 'KILLED 12'],
    ['The war resulted in 2014 deaths', 'KILLED 2014'],
  ])('are dates in "%s"', (text, expected) => {
    expect(metricsIn(text)).toBe(expected);
  });

  it.each([
    ['No one was killed but 5 were injured', 'INJURED 5'],
    ['Not a child but a man was killed', 'KILLED a'],
    ['None of the 12 people killed was a soldier', 'KILLED 12'],
    ['3 of the 12 people killed were children', 'KILLED 12'],
    ['Raids kill 3 in 5 attacks', 'KILLED 3'],
    ['At least 30 people, and possibly as many as 50, were killed', 'KILLED At least 30, KILLED as many as 50'],
  ])('do not hide the one that is: "%s"', (text, expected) => {
    expect(metricsIn(text)).toBe(expected);
  });
});

describe('what is no mention', () => {
  it.each([
    '5 explosions hit 4 villages in less than 24 hours',
    'Airstrikes kill civilians on March 8, 2018',
    'Baby, 7-year-old girl killed',
    'More than 60% of them were killed',
    'August 6th 2017: (S1169) Deir Ezzor',
    'Three gunmen attack a police station',
    'A suicide bomber blows himself up',
    '3 car bombs kill soldiers',
    'Casualties, several killed, many wounded, a number of soldiers dead, multiple deaths',
    'Civilians killed, woman killed, soldiers die',
    'The commander, her son and his wife were killed',
    'Casualty in Idlib',
    '2 families displaced',
    'Half of them were killed, most of them executed',
    'An explosion leaves casualties',
    'Fears for the lives of 150 trapped civilians',
    'Army destroys 20 militant hideouts',
    'UPDATE 2-Rebels killed',
    'Raising to 114, the number of attacks',
    'Three soldiers fight on',
    'Kindergarten teacher Rana Issa, 29, died on March 8.',
    'Mohammed Ali, 34, was shot dead',
    'In 2014 people were killed',
    'In May 2014 people were killed',
    'Between 2011 and 2014 people were killed',
    'No one was killed in the attack.',
    'No one was injured.',
    'Not one civilian was killed.',
    'Not a single person was killed.',
    'None of the 12 people was injured.',
    'Neither of the two men was injured.',
    'Half of the 20 hostages were killed',
    '1 in 10 people were killed',
    'Toll rises as strikes hit 5 people',
    'Homem é assassinado a tiros',
    '',
  ])('finds nothing in "%s"', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('running totals', () => {
  it.each<readonly [string, Told[]]>([
    ['More casualties raise the death toll to 11 at least', [['KILLED', 'UNKNOWN', 'AT_LEAST', 11, null, null, '11 at least']]],
    ['Number of Meshmeshan casualties rises to 8', [exactly('CASUALTIES', 'ALL', 8)]],
    ['Raise to more than 470, the number of casualties', [['CASUALTIES', 'ALL', 'MORE_THAN', 471, null, null, 'more than 470']]],
    ['Raises to 142, the number of civilian casualties', [exactly('CASUALTIES', 'CIVILIANS', 142)]],
    ['Raises to 64, the number of those who have been killed', [exactly('KILLED', 'UNKNOWN', 64)]],
    ['Raises the death toll to 23 of children, women and elderly', [exactly('KILLED', 'ALL', 23)]],
    ['Raising the number of killed and injured people to 75', [exactly('CASUALTIES', 'ALL', 75)]],
    ['Casualties of ISIS raise its death toll to 45', [exactly('KILLED', 'COMBATANTS', 45)]],
    ['The death toll rose from 830 to 973.', [exactly('KILLED', 'UNKNOWN', 830), exactly('KILLED', 'UNKNOWN', 973)]],
    ['The death toll has risen from 830 to 973 people.', [exactly('KILLED', 'UNKNOWN', 830), exactly('KILLED', 'ALL', 973)]],
    ['The number of people killed rose from 830 to 973.', [exactly('KILLED', 'ALL', 830), exactly('KILLED', 'ALL', 973)]],
    ['The number of civilians killed rose by 143 to 973.', [exactly('KILLED', 'CIVILIANS', 973)]],
    ['The death toll climbed from 745 on Saturday to 973 on Sunday', [exactly('KILLED', 'UNKNOWN', 745), exactly('KILLED', 'UNKNOWN', 973)]],
    ['Death toll revised from 1,018 to 973', [exactly('KILLED', 'UNKNOWN', 1018, '1,018'), exactly('KILLED', 'UNKNOWN', 973)]],
    ['Death toll surged past 1,300', [['KILLED', 'UNKNOWN', 'MORE_THAN', 1301, null, null, 'past 1,300']]],
    ['Death toll in Gaza hit 1,018', [exactly('KILLED', 'UNKNOWN', 1018, '1,018')]],
    ['Toll passes 1,000', [['KILLED', 'UNKNOWN', 'MORE_THAN', 1001, null, null, 'passes 1,000']]],
    ['The death toll in the past 5 days is 30', [exactly('KILLED', 'UNKNOWN', 30)]],
    ['Casualties on the rise as fallen from one province reaches 50', []],
    ['A bus passed 5 children killed by a mine', [exactly('KILLED', 'CHILDREN', 5)]],
    ['Militant groups lost 231 members during the clashes', [exactly('KILLED', 'COMBATANTS', 231)]],
    ['The army lost 3 tanks and 2 bases', []],
    ['Advance again and raise the number of areas they controlled to 9', []],
  ])('reads "%s"', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('the headlines two coders agreed on', () => {
  const file = readFileSync(new URL('../../../shared/data/headlines/dev.jsonl', import.meta.url), 'utf8');
  const labelled = Array.from(file.matchAll(/.+/g), ([line]) => JSON.parse(line) as Labelled); // The file holds nothing else.
  const result = score(labelled, extractTolls);

  it('are read with precision of at least 0.97 and recall of at least 0.95', () => {
    expect(result, JSON.stringify(result.differences, null, 2)).toMatchObject({
      precision: expect.toSatisfy((share: number) => share >= 0.97),
      recall: expect.toSatisfy((share: number) => share >= 0.95),
    });
  });

  it('are told with the right population and the exact span nearly always', () => {
    expect(result).toMatchObject({
      population: expect.toSatisfy((share: number) => share >= 0.95),
      span: expect.toSatisfy((share: number) => share >= 0.97),
    });
  });
});

describe('any text at all', () => {
  const pieces = [
    '5|At least|3,000|a|tens|of|dozen|killed|kill|and|injured|casualties|soldiers|children|,|.|-|“|including|death toll|the number of',
    'to|rises|were|among|them|out of|bodies|body|members|family|is|who|…|🕊|é|\n|IS|one|wounded|at least|more than|between|2016|7-year-old',
    'aged|1 018|1’018|from|by|in|no|not|none of|a half|quarter of|million|March|10|past|hit|rose|,|to',
  ].flatMap((line) => line.split('|'));
  const headline = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((words) => words.join(' '));
  const anyText = fc.oneof(headline, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));

  it('is quoted exactly, in order and within range', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const mentions = extractTolls(text);
        const starts = mentions.map(({ start }) => start);

        expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(mentions.map(({ quote }) => quote));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(mentions.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extractTolls(text)).toEqual(extractTolls(text));
      }),
    );
  });

  it('counts offsets in UTF-16 code units', () => {
    expect(extractTolls('🕊🕊 5 killed')).toMatchObject([{ quote: '5', start: 5, end: 6 }]);
  });

  it.each(['1 ', '1 000 ', 'aged 5, ', 'a ', '“', '1,', 'twenty-', 'kill and ', '5 killed including 3 children, ', 'x'])(
    'takes time in proportion to its length: a megabyte of "%s"',
    (piece) => {
      const text = piece.repeat(1_000_000 / piece.length);

      const begun = performance.now();
      extractTolls(text);

      expect(performance.now() - begun).toBeLessThan(30_000);
    },
    60_000,
  );
});
