import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractTolls } from '../../src/toll/extract.ts';
import type { Metric, Operator, Population } from '../../src/toll/mention.ts';
import { type Labelled, score } from './score.ts';

/** A mention without its offsets, as short as the tables below can read it. */
type Told = readonly [Metric, Population, Operator, low: number | null, best: number | null, high: number | null, quote: string];

const told = (text: string): Told[] =>
  extractTolls(text).map(({ metric, population, operator, low, best, high, quote }) => [metric, population, operator, low, best, high, quote]);

const exactly = (metric: Metric, population: Population, value: number, quote = String(value)): Told => [
  metric,
  population,
  'EXACT',
  value,
  value,
  value,
  quote,
];

const metricsIn = (text: string) =>
  extractTolls(text)
    .map(({ metric, quote }) => `${metric} ${quote}`)
    .join(', ');

const populationsIn = (text: string) => extractTolls(text).map(({ population, quote }) => [population, quote]);

describe('the operator and bounds of a number', () => {
  it.each<readonly [string, ...Told]>([
    ['12 killed in Aleppo', 'KILLED', 'UNKNOWN', 'EXACT', 12, 12, 12, '12'],
    ['Twelve killed in Aleppo', 'KILLED', 'UNKNOWN', 'EXACT', 12, 12, 12, 'Twelve'],
    ['A dozen killed in Aleppo', 'KILLED', 'UNKNOWN', 'EXACT', 12, 12, 12, 'A dozen'],
    ['Airstrikes kill dozen fighters', 'KILLED', 'COMBATANTS', 'EXACT', 12, 12, 12, 'dozen'],
    ['At least 12 killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 12, null, null, 'At least 12'],
    ['12 or more killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 12, null, null, '12 or more'],
    ['A minimum of 12 killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 12, null, null, 'A minimum of 12'],
    ['More than 12 killed', 'KILLED', 'UNKNOWN', 'MORE_THAN', 13, null, null, 'More than 12'],
    ['Over a Dozen killed', 'KILLED', 'UNKNOWN', 'MORE_THAN', 13, null, null, 'Over a Dozen'],
    ['12+ killed', 'KILLED', 'UNKNOWN', 'MORE_THAN', 13, null, null, '12+'],
    ['About 12 killed', 'KILLED', 'UNKNOWN', 'ABOUT', null, 12, null, 'About 12'],
    ['Around 12 killed', 'KILLED', 'UNKNOWN', 'ABOUT', null, 12, null, 'Around 12'],
    ['Approximately 12 killed', 'KILLED', 'UNKNOWN', 'ABOUT', null, 12, null, 'Approximately 12'],
    ['Some 12 killed', 'KILLED', 'UNKNOWN', 'ABOUT', null, 12, null, 'Some 12'],
    ['Nearly about 12 killed', 'KILLED', 'UNKNOWN', 'ABOUT', null, 12, null, 'Nearly about 12'],
    ['Nearly 12 killed', 'KILLED', 'UNKNOWN', 'NEARLY', null, 12, 12, 'Nearly 12'],
    ['Almost 12 killed', 'KILLED', 'UNKNOWN', 'NEARLY', null, 12, 12, 'Almost 12'],
    ['Close to 12 killed', 'KILLED', 'UNKNOWN', 'NEARLY', null, 12, 12, 'Close to 12'],
    ['Up to 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 12, 'Up to 12'],
    ['As many as 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 12, 'As many as 12'],
    ['No more than 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 12, 'No more than 12'],
    ['Less than 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 11, 'Less than 12'],
    ['Fewer than 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 11, 'Fewer than 12'],
    ['Under 12 killed', 'KILLED', 'UNKNOWN', 'UP_TO', null, null, 11, 'Under 12'],
    ['10 to 12 killed', 'KILLED', 'UNKNOWN', 'RANGE', 10, null, 12, '10 to 12'],
    ['Between 10 and 12 killed', 'KILLED', 'UNKNOWN', 'RANGE', 10, null, 12, 'Between 10 and 12'],
    ['10-12 killed', 'KILLED', 'UNKNOWN', 'RANGE', 10, null, 12, '10-12'],
    ['Dozens killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 24, null, null, 'Dozens'],
    ['Tens killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 20, null, null, 'Tens'],
    ['Scores killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 40, null, null, 'Scores'],
    ['Hundreds killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 200, null, null, 'Hundreds'],
    ['Thousands killed', 'KILLED', 'UNKNOWN', 'AT_LEAST', 2000, null, null, 'Thousands'],
    ['Tens of thousands displaced', 'DISPLACED', 'UNKNOWN', 'AT_LEAST', 20000, null, null, 'Tens of thousands'],
    ['Hundreds of thousands flee', 'DISPLACED', 'UNKNOWN', 'AT_LEAST', 200000, null, null, 'Hundreds of thousands'],
    ['1.5 million displaced', 'DISPLACED', 'UNKNOWN', 'EXACT', 1500000, 1500000, 1500000, '1.5 million'],
    ['3 thousand wounded', 'INJURED', 'UNKNOWN', 'EXACT', 3000, 3000, 3000, '3 thousand'],
    ['15,000 wounded', 'INJURED', 'UNKNOWN', 'EXACT', 15000, 15000, 15000, '15,000'],
    ['Two hundred and six wounded', 'INJURED', 'UNKNOWN', 'EXACT', 206, 206, 206, 'Two hundred and six'],
    ['Forty-Six wounded', 'INJURED', 'UNKNOWN', 'EXACT', 46, 46, 46, 'Forty-Six'],
    ['Half a million displaced', 'DISPLACED', 'UNKNOWN', 'EXACT', 500000, 500000, 500000, 'Half a million'],
    ['A child was killed', 'KILLED', 'CHILDREN', 'EXACT', 1, 1, 1, 'A'],
    ['The killing of an activist', 'KILLED', 'CIVILIANS', 'EXACT', 1, 1, 1, 'an'],
    ['A 12-year-old boy was killed', 'KILLED', 'CHILDREN', 'EXACT', 1, 1, 1, 'A'],
    ['Bomb kills 4, wounds another 5', 'KILLED', 'UNKNOWN', 'EXACT', 4, 4, 4, '4'],
    ['The death toll rises to 30', 'KILLED', 'UNKNOWN', 'EXACT', 30, 30, 30, '30'],
    ['The death toll exceeds 30', 'KILLED', 'UNKNOWN', 'MORE_THAN', 31, null, null, 'exceeds 30'],
    ['In excess of 60 people were killed', 'KILLED', 'ALL', 'MORE_THAN', 61, null, null, 'In excess of 60'],
    ['From 40 to 50 people were killed', 'KILLED', 'ALL', 'RANGE', 40, null, 50, 'From 40 to 50'],
    ['Strikes killed from 40 to 50 people', 'KILLED', 'ALL', 'RANGE', 40, null, 50, 'from 40 to 50'],
    ['Between 12 to 15 people were killed', 'KILLED', 'ALL', 'RANGE', 12, null, 15, 'Between 12 to 15'],
    ['14 of 20 hostages were killed', 'KILLED', 'ALL', 'EXACT', 14, 14, 14, '14'],
    ['14 of the 20 hostages killed', 'KILLED', 'ALL', 'EXACT', 14, 14, 14, '14'],
    ['Two and a half million people fled', 'DISPLACED', 'ALL', 'EXACT', 2500000, 2500000, 2500000, 'Two and a half million'],
    ['One and a half million people were displaced', 'DISPLACED', 'ALL', 'EXACT', 1500000, 1500000, 1500000, 'One and a half million'],
    ['A million and a half people fled', 'DISPLACED', 'ALL', 'EXACT', 1500000, 1500000, 1500000, 'A million and a half'],
    ['A quarter of a million people have fled.', 'DISPLACED', 'ALL', 'EXACT', 250000, 250000, 250000, 'A quarter of a million'],
    ['A half million people fled', 'DISPLACED', 'ALL', 'EXACT', 500000, 500000, 500000, 'A half million'],
  ])('reads "%s"', (text, ...first) => {
    expect(told(text)[0]).toEqual(first);
  });

  it.each([
    ['19 casualties at least', '19 casualties at least'],
    ['Shelling kills 4 persons at least in Douma', '4 persons at least'],
    ['Death toll rises to 53 at least in Atareb', '53 at least'],
  ])('takes a qualifier after the noun into the span: "%s"', (text, quote) => {
    expect(extractTolls(text)).toMatchObject([{ operator: 'AT_LEAST', best: null, high: null, quote }]);
  });

  it.each([
    ['31 others injured', ['31']],
    ['5 more soldiers killed', ['5']],
    ['20 thousand flee', ['20 thousand']],
    ['Tens of people killed', ['Tens']],
  ])('leaves the words around a number out of the span: "%s"', (text, quotes) => {
    expect(extractTolls(text).map(({ quote }) => quote)).toEqual(quotes);
  });
});

describe('thousands set apart by a space or an apostrophe', () => {
  it.each<readonly [string, Told]>([
    ['1 018 people were killed', exactly('KILLED', 'ALL', 1018, '1 018')],
    ['1\u00a0018 people were killed', exactly('KILLED', 'ALL', 1018, '1\u00a0018')],
    ['1\u2009018 people were killed', exactly('KILLED', 'ALL', 1018, '1\u2009018')],
    ['1\u202f018 people were killed', exactly('KILLED', 'ALL', 1018, '1\u202f018')],
    ['1’018 people were killed', exactly('KILLED', 'ALL', 1018, '1’018')],
    ["1'018 people were killed", exactly('KILLED', 'ALL', 1018, "1'018")],
    ['1 500 000 people were displaced', exactly('DISPLACED', 'ALL', 1500000, '1 500 000')],
    ['More than 1 500 civilians were killed', ['KILLED', 'CIVILIANS', 'MORE_THAN', 1501, null, null, 'More than 1 500']],
  ])('are one number in "%s"', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('are quoted whole, at their place', () => {
    expect(extractTolls('SOHR said 1 383 civilians were killed')).toMatchObject([{ best: 1383, quote: '1 383', start: 10, end: 15 }]);
  });

  it.each([
    ['in 2025 300 people were killed', '300'],
    ['On March 8 300 people were killed', '300'],
    ['UPDATE 2 300 people were killed', '300'],
    ['12 5 300 people were killed', '300'],
    ['1  300 people were killed', '300'],
    ['1\n300 people were killed', '300'],
  ])('are not made of numbers that only stand side by side: "%s"', (text, quote) => {
    expect(extractTolls(text).map((mention) => mention.quote)).toEqual([quote]);
  });
});

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

describe('the metric of a number', () => {
  it.each<readonly [string, Metric]>([
    ['5 soldiers killed', 'KILLED'],
    ['5 soldiers dead', 'KILLED'],
    ['5 soldiers died', 'KILLED'],
    ['5 soldiers die in ambush', 'KILLED'],
    ['Death toll hits 5', 'KILLED'],
    ['5 deaths in Hama', 'KILLED'],
    ['5 citizens were martyred', 'KILLED'],
    ['ISIS executes 5 soldiers', 'KILLED'],
    ['Gunmen assassinate 5 officers', 'KILLED'],
    ['ISIS beheads 5 soldiers', 'KILLED'],
    ['5 villagers massacred', 'KILLED'],
    ['5 bodies found', 'KILLED'],
    ['They recover corpses of 5 men', 'KILLED'],
    ['Hezbollah mourns 5 fighters', 'KILLED'],
    ['5 youths shot dead', 'KILLED'],
    ['5 pilgrims lose their lives', 'KILLED'],
    ['5 fatalities in Homs', 'KILLED'],
    ['Blast claims 5 lives', 'KILLED'],
    ['Massacre claims the lives of 5 people', 'KILLED'],
    ['The murder of 5 farmers', 'KILLED'],
    ['Rebels slaughter 5 farmers', 'KILLED'],
    ['Assassination targeted 5 former members of the council', 'KILLED'],
    ['100 feared dead', 'KILLED'],
    ['Army denies 30 died', 'KILLED'],
    ['5 injured in Hama', 'INJURED'],
    ['5 wounded in Hama', 'INJURED'],
    ['5 hurt in Hama', 'INJURED'],
    ['Mine maims 5 children', 'INJURED'],
    ['5 arrested in Cairo', 'DETAINED'],
    ['Turkey detains 5 teachers', 'DETAINED'],
    ['5 activists imprisoned', 'DETAINED'],
    ['5 citizens are held hostages', 'DETAINED'],
    ['Court sentences 5 members', 'DETAINED'],
    ['Gunmen abduct 5 students', 'ABDUCTED'],
    ['5 aid workers kidnapped', 'ABDUCTED'],
    ['5 missing after landslide', 'MISSING'],
    ['5 students disappeared', 'MISSING'],
    ['5 sailors unaccounted for', 'MISSING'],
    ['5 displaced by clashes', 'DISPLACED'],
    ['5 residents flee Hajin', 'DISPLACED'],
    ['5 villagers fled', 'DISPLACED'],
    ['5 left homeless', 'DISPLACED'],
    ['Clashes force 500 from their homes', 'DISPLACED'],
    ['5 civilians evacuated', 'DISPLACED'],
    ['Strike kills and injures more than 32', 'CASUALTIES'],
    ['5 soldiers killed or wounded', 'CASUALTIES'],
    ['The death and injury of 5 citizens', 'CASUALTIES'],
    ['5 casualties in Hama', 'CASUALTIES'],
    ['5 casualties and injuries in Hama', 'CASUALTIES'],
    ['5 casualties and wounded in Hama', 'CASUALTIES'],
    ['5 martyrs and wounded in Hama', 'CASUALTIES'],
    ['10 citizens joined yesterday the convoy of casualties', 'CASUALTIES'],
  ])('reads "%s" as %s', (text, metric) => {
    expect(extractTolls(text).map((mention) => mention.metric)).toEqual([metric]);
  });

  it.each([
    '4 casualties killed in Ariha',
    'Raising the death toll to 5 casualties',
    'Recovering the bodies of 8 casualties',
    'At least 15 casualties -half of them children- in 2 massacres',
    'The death of more citizens raises the number of casualties to 23',
    'Warplanes leave 10 casualties within the death toll of the 11th day',
  ])('reads casualties under a word of death as killed: "%s"', (text) => {
    expect(extractTolls(text).map(({ metric }) => metric)).toEqual(['KILLED']);
  });

  it('keeps casualties and wounded apart from the dead, even after a death toll', () => {
    expect(metricsIn('Raises the death toll to 20 casualties and wounded')).toBe('CASUALTIES 20');
  });

  it.each([
    ['2 killed and 3 injured', 'KILLED 2, INJURED 3'],
    ['Shelling kills 5 and injures others', 'KILLED 5'],
    ['Rebels killed and beheaded 4 soldiers', 'KILLED 4'],
    ['SDF arrest and kill 7', 'DETAINED 7, KILLED 7'],
    ['Tens of wounded and missing', 'INJURED Tens, MISSING Tens'],
    ['10 killed including 3 children', 'KILLED 10, KILLED 3'],
    ['27 people were killed including 7 soldiers, and 6 persons were injured', 'KILLED 27, KILLED 7, INJURED 6'],
    ['Attack kills 4 policemen, wounds 5, including 2 children', 'KILLED 4, INJURED 5, INJURED 2'],
    ['10 civilian casualties and tens of wounded', 'CASUALTIES 10, INJURED tens'],
    ['Drone kills Taliban commander, 4 others', 'KILLED 4'],
    ['5 children, 3 women among 14 killed', 'KILLED 5, KILLED 3, KILLED 14'],
    ['249 people died, 17 of whom were martyred', 'KILLED 249, KILLED 17'],
    ['ISIS executes 6 detainees and raises to 72, the number of persons it executed', 'KILLED 6, KILLED 72'],
    ['2 servicemen, 20 rebels die', 'KILLED 2, KILLED 20'],
    ['7 citizens out of 10 persons were killed', 'KILLED 7'],
  ])('gives each number its own mention: "%s"', (text, expected) => {
    expect(metricsIn(text)).toBe(expected);
  });
});

describe('the population of a number', () => {
  it.each<readonly [Population, string]>([
    ['CHILDREN', '5 children killed'],
    ['CHILDREN', 'Mine kills 5 boys'],
    ['CHILDREN', 'The killing of a child girl'],
    ['WOMEN', '5 women killed'],
    ['WOMEN', '5 citizen women killed'],
    ['CIVILIANS', '5 civilians killed'],
    ['CIVILIANS', '5 citizens killed'],
    ['CIVILIANS', '5 villagers killed'],
    ['CIVILIANS', '5 protesters killed'],
    ['CIVILIANS', '5 aid workers killed'],
    ['CIVILIANS', 'A displaced person dies'],
    ['CIVILIANS', '12 civilians most of them children killed'],
    ['CIVILIANS', "Raising the civilians' death toll to 5"],
    ['CIVILIANS', 'Leaving 5 civilian casualties'],
    ['COMBATANTS', '5 soldiers killed'],
    ['COMBATANTS', '5 members of the regime forces killed'],
    ['COMBATANTS', '5 police killed'],
    ['COMBATANTS', '20 SDF killed'],
    ['COMBATANTS', '17 Junta Forces killed'],
    ['COMBATANTS', 'About 15 of the regime forces were killed'],
    ['COMBATANTS', '5 casualties of the regime forces and ISIS'],
    ['COMBATANTS', 'Kurdish forces suffer dozens of deaths'],
    ['COMBATANTS', '16 dead from the “Islamic State”'],
    ['COMBATANTS', '12 fighters and members killed'],
    ['COMBATANTS', '56 IS militants killed'],
    ['COMBATANTS', 'Two Islamic Jihad men killed'],
    ['COMBATANTS', '3 female fighters killed'],
    ['WOMEN', '10 females killed'],
    ['WOMEN', '3 female prisoners executed'],
    ['ALL', '5 people killed'],
    ['ALL', '5 casualties in Hama'],
    ['ALL', '5 bodies found'],
    ['ALL', '5 men killed'],
    ['ALL', '6 detainees executed'],
    ['ALL', 'ISIS executes two Syrians'],
    ['ALL', '5 members of one family killed'],
    ['ALL', '5 children and women killed'],
    ['ALL', '5 civilians and fighters killed'],
    ['ALL', 'Find a body in Homs'],
    ['ALL', 'A casualty in Homs'],
    ['UNKNOWN', '63 were killed'],
    ['UNKNOWN', '31 others killed'],
    ['UNKNOWN', '5 wounded in Hama'],
    ['UNKNOWN', '3 martyrs in Hama'],
    ['UNKNOWN', 'The death toll rises to 30'],
    ['UNKNOWN', '5 martyrs and wounded in Hama'],
  ])('is %s in "%s"', (population, text) => {
    expect(extractTolls(text).map((mention) => mention.population)).toEqual([population]);
  });

  it('is told for a part that is named behind it', () => {
    expect(populationsIn('At least 12 killed, 3 children among them, in Homs')).toEqual([
      ['UNKNOWN', 'At least 12'],
      ['CHILDREN', '3'],
    ]);
  });

  it('is told for a part and its whole apart', () => {
    expect(populationsIn('22 were killed including 6 members of the regime forces and militiamen loyal to them and 8 citizens')).toEqual([
      ['UNKNOWN', '22'],
      ['COMBATANTS', '6'],
      ['CIVILIANS', '8'],
    ]);
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
