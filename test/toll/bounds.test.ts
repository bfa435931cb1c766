import { describe, expect, it } from 'vitest';
import { extractTolls } from '../../src/toll/extract.ts';
import { exactly, type Told, told } from './told.ts';

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
