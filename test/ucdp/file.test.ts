import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemInWords } from '../../src/ucdp/columns.ts';
import { openGed, rowsOf } from '../../src/ucdp/file.ts';
import { parseRow } from '../../src/ucdp/row.ts';
import { gedFile, textFile, usual } from '../support/ged.ts';

/** Every row's id or what is wrong with it, as the import says it. */
async function said(path: string): Promise<string[]> {
  const lines: string[] = [];
  const file = await openGed(path);
  for await (const raw of rowsOf(file, (problem) => lines.push(problemInWords(problem)))) {
    const read = parseRow(file.header, raw);
    lines.push(...('row' in read ? [`line ${raw.line} is ${read.row.id}`] : read.problems.map(problemInWords)));
  }
  return lines;
}

const header = Object.keys(usual).join(',');

describe('a file that is no GED table', () => {
  it.each([
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv'],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), 'is compressed (gzip): unpack it first'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x69, 0]), 'is UTF-16 text: save it as UTF-8'],
    ['a web page', '\n<!doctype html><html>', 'is a web page or XML'],
    ['JSON', '[{"id": 1}]', 'is JSON'],
    ['nothing', '', 'is empty'],
  ])('is told apart: %s', async (_, content, what) => {
    await expect(openGed(textFile(content))).rejects.toThrow(`should be a UCDP GED table as comma-separated text (csv), but ${what}.`);
  });

  it.each([
    ['other columns', 'name,age\nada,36\n', 'should begin with the column names of UCDP GED (id, type_of_violence, …), but begins with "name,age".'],
    ['semicolons', header.replaceAll(',', ';'), 'should have its cells separated by commas, but has semicolons.'],
    ['tabs', header.replaceAll(',', '\t'), 'should have its cells separated by commas, but has tabs.'],
    ['columns missing', header.replace(',best', '').replace(',adm_1', ''), 'should have the columns of UCDP GED, but has no adm_1, best.'],
    ['a column twice', `${header},best`, 'should have each column once, but has "best" twice.'],
  ])('is told by its header: %s', async (_, content, what) => {
    await expect(openGed(textFile(content))).rejects.toThrow(what);
  });

  it('is told by its encoding, with the line', async () => {
    const latin = textFile(Buffer.from(`${header}\n1,2\n3,Alépo\n`, 'latin1'));

    await expect(said(latin)).rejects.toThrow('should be UTF-8, but is not in line 3.');
  });

  it('is not there, or a folder', async () => {
    const gone = gedFile([]);
    rmSync(gone);

    await expect(openGed(gone)).rejects.toThrow(`There is no file ${gone}.`);
    await expect(openGed('/tmp')).rejects.toThrow('/tmp should be a file, but is a folder.');
  });
});

describe('the rows of a GED table', () => {
  it('may have a byte order mark, CRLF, quotation marks and line ends in cells', async () => {
    const path = gedFile([{ id: '1', source_headline: 'one\r\ntwo "three", four' }, { id: '2' }], { bom: '\uFEFF', lineEnd: '\r\n' });

    expect(await said(path)).toEqual(['line 2 is 1', 'line 4 is 2']);
  });

  it.each([
    ['id', 'x1', 'should be a whole number'],
    ['type_of_violence', '4', 'should be one of 1, 2, 3'],
    ['side_a', ' ', 'should not be empty'],
    ['where_prec', '8', 'should be a whole number from 1 to 7'],
    ['event_clarity', 'clear', 'should be a whole number from 1 to 2'],
    ['latitude', '91', 'should be degrees from -90 to 90'],
    ['longitude', '36,7', 'should be degrees from -180 to 180'],
    ['date_start', '2016-02-30', 'should be a day such as 2016-01-31, with or without a time'],
    ['date_end', '1/2/2016', 'should be a day such as 2016-01-31, with or without a time'],
    ['date_end', '1753-01-01', 'should be the day of an event, from 1900 on, and no stand-in for one that is not known'],
    ['best', '1.5', 'should be a number of deaths, or -1 when it is not recorded'],
    ['low', '-2', 'should be a number of deaths, or -1 when it is not recorded'],
    ['region', 'Middle\0East', 'should not contain a NUL character'],
  ])('are refused for what cannot be in %s: %j', async (column, value, reason) => {
    const path = gedFile([{ id: '1' }, { [column]: value }, { id: '3' }]);

    expect(await said(path)).toEqual(['line 2 is 1', `line 3, ${column} ${JSON.stringify(value)}: ${reason}`, 'line 4 is 3']);
  });

  it.each([
    ['date_start', '2016-01-01 00:00:00.000'],
    ['date_end', '2016-01-01T00:00:00Z'],
    ['best', '-1'],
    ['low', ''],
    ['latitude', ''],
    ['gwnob', '640;652'],
    ['where_prec', ''],
    ['source_article', ''],
  ])('may have %s %j', async (column, value) => {
    expect(await said(gedFile([{ id: '1', [column]: value }]))).toEqual(['line 2 is 1']);
  });

  it('are refused for everything that is wrong with them', async () => {
    expect(await said(gedFile([{ latitude: '95', best: 'four' }]))).toEqual([
      'line 2, latitude "95": should be degrees from -90 to 90',
      'line 2, best "four": should be a number of deaths, or -1 when it is not recorded',
    ]);
  });

  it('must have as many cells as the header; the others are read', async () => {
    const good = Object.values(usual).map(() => '1');
    const path = textFile(`${header}\n1,2\n${good.join(',')},1\n\n`);

    expect(await said(path)).toEqual(['line 2: has 2 cells, but the header has 41', 'line 3: has 42 cells, but the header has 41']);
  });

  it('cannot be told where a quotation mark is never closed', async () => {
    const path = textFile(`${header}\n1,2\n3,"4\n5,6\n`);

    await expect(said(path)).rejects.toThrow(
      `${path}, line 3, year: a cell should end, but this one never does, or the row has more than 4000000 characters. Mend it and try again.`,
    );
  });

  it('cannot be told where a cell has ten million characters', async () => {
    await expect(said(textFile(`${header}\n1,2\n1,2,${'x'.repeat(10_000_000)}\n`))).rejects.toThrow(
      'line 3, active_year: a cell should end, but this one never does, or the row has more than 4000000 characters. Mend it and try again.',
    );
  });
});
