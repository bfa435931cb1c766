import { describe, expect, it } from 'vitest';
import { articlesOf, originsOf, publishedAt } from '../../src/ucdp/article.ts';

const read = (cell: string) => articlesOf(cell).map(({ office, date, title }) => [office, date, title]);

describe('the reports of a row', () => {
  it.each([
    ['one', '"SOHR,2016-01-01,Clashes"', [['SOHR', '2016-01-01', 'Clashes']]],
    [
      'several, with commas and semicolons in headlines',
      '"SOHR,2016-01-01,Dead; wounded, and missing";"HRW,2016-01-02,Syria: Strike"',
      [
        ['SOHR', '2016-01-01', 'Dead; wounded, and missing'],
        ['HRW', '2016-01-02', 'Syria: Strike'],
      ],
    ],
    [
      'quotation marks in a headline',
      '"SOHR,2016-03-25,members of the "Islamic State" killed";"BBC,2016-02-07,Fighting "takfiris""',
      [
        ['SOHR', '2016-03-25', 'members of the "Islamic State" killed'],
        ['BBC', '2016-02-07', 'Fighting "takfiris"'],
      ],
    ],
    ['an office with a comma', '"Battlegrounds: 1990-1995,2002-11-01,Volume I"', [['Battlegrounds: 1990-1995', '2002-11-01', 'Volume I']]],
    ['a date with time', '"SOHR,2016-01-01 00:00:00.000,Clashes"', [['SOHR', '2016-01-01 00:00:00.000', 'Clashes']]],
    ['blanks around the office', '" SOHR ,2016-01-01,Clashes "', [['SOHR', '2016-01-01', 'Clashes']]],
    ['no headline', '"SOHR,2016-01-01,"', [['SOHR', '2016-01-01', 'SOHR, 2016-01-01']]],
    ['no date', '"Balkan Battlegrounds, Volume I"', [[null, null, 'Balkan Battlegrounds, Volume I']]],
    ['text without structure', 'Reuters 1989-05-17 "ANGOLAN UNITA REBELS', [[null, null, 'Reuters 1989-05-17 "ANGOLAN UNITA REBELS']]],
    ['text over several lines', 'Militant succumbs\n23 December 2010', [[null, null, 'Militant succumbs\n23 December 2010']]],
    ['the same twice', '"SOHR,2016-01-01,Clashes";"SOHR,2016-01-01,Clashes"', [['SOHR', '2016-01-01', 'Clashes']]],
    ['nothing', ' ', []],
    ['empty parts', '"";""', []],
  ])('%s', (_, cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it('are told apart by office as compared, date and headline as written', () => {
    const keys = ['"SOHR,2016-01-01,Clashes"', '"sohr ,2016-01-01,Clashes"', '"SOHR,2016-01-01,clashes"', '"SOHR,2016-01-02,Clashes"'].map(
      (cell) => articlesOf(cell)[0]?.key,
    );

    expect(keys[1]).toEqual(keys[0]);
    expect(new Set(keys).size).toBe(3);
  });
});

describe('when a report was published', () => {
  it.each([
    ['2016-01-01', '2016-01-01T23:59:59.999Z'],
    ['2016-01-01 12:00:00', '2016-01-01T23:59:59.999Z'],
    ['2020-06-30', '2020-06-30T23:59:59.999Z'],
    ['2020-07-01', null],
    ['1753-01-01', null],
    ['2016-02-30', null],
    [null, null],
  ])('%s is %s', (date, expected) => {
    expect(publishedAt(date, '2020-06-30')).toBe(expected);
  });
});

describe('whose word a row rests on', () => {
  it.each([
    ['SOHR', ['sohr']],
    ['SOHR; VDC', ['sohr', 'vdc']],
    ['SOHR,Airwars/HRW and SNHR', ['sohr', 'airwars', 'hrw', 'snhr']],
    ['SOHR Airwars', ['sohr airwars']],
    ['SOHR;  sohr ;ＳＯＨＲ', ['sohr']],
    ['Iceland', ['iceland']],
    ['', []],
    [' . ; - ', []],
  ])('%j', (cell, expected) => {
    expect([...originsOf(cell).keys()]).toEqual(expected);
  });
});
