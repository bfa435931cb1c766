import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Known } from '../../src/article/names.ts';
import { readText } from '../../src/article/reading.ts';
import { reviewFile } from '../../src/article/review.ts';

const baniyas: Known = { id: `place_${'a'.repeat(20)}`, label: 'Baniyas', keys: ['place:baniyas'], aliases: [], namesInLanguages: [], kind: 'TOWN' };
const sohr: Known = { id: `group_${'a'.repeat(20)}`, label: 'SOHR', keys: ['group:sohr'], aliases: [], namesInLanguages: [], kind: 'MONITOR' };

const silent = (text: string) =>
  readText(text, [baniyas, sohr]).silences.map(({ quote, metric, speech }) => [
    quote,
    metric,
    speech && (speech.speaker.candidates[0]?.label ?? `new ${speech.speaker.described?.name}`),
  ]);
const placed = (text: string) => readText(text, [baniyas, sohr]).newPlaces.map(({ name, kind }) => `${name}, ${kind}`);

describe('who gave no number', () => {
  it.each([
    ['Authorities have not provided a casualty count.', [['have not provided a casualty count', 'CASUALTIES', 'new Authorities']]],
    ['Officials did not immediately release any casualty figures.', [['did not immediately release any casualty figures', 'CASUALTIES', 'new Officials']]],
    ['The government hasn’t given a death toll.', [['hasn’t given a death toll', 'KILLED', 'new The government']]],
    ['The ministry gave no figures for the wounded.', [['gave no figures for the wounded', 'INJURED', 'new The ministry']]],
    ['SOHR has yet to announce a toll.', [['has yet to announce a toll', 'CASUALTIES', 'SOHR']]],
    ['SOHR gave no number of dead or injured.', [['gave no number of dead or injured', 'CASUALTIES', 'SOHR']]],
    ['The authorities have given no casualty count.', [['have given no casualty count', 'CASUALTIES', 'new The authorities']]],
    ['SOHR has given a death toll.', []],
    ['Authorities have not provided an explanation of the deaths.', []],
    ['He has not given the number of the house.', []],
    ['The toll has not risen.', []],
  ])('is read out of "%s"', (text, expected) => {
    expect(silent(text)).toEqual(expected);
  });
});

describe('places that the graph does not have', () => {
  it.each([
    ['In the town of Jableh and the villages of Al-Mukhtariyah and Sanobar', ['Jableh, TOWN', 'Al-Mukhtariyah, VILLAGE', 'Sanobar, VILLAGE']],
    ['Clashes in Deir ez-Zor governorate and in Hama and Homs provinces', ['Deir ez-Zor, ADM1', 'Hama, ADM1', 'Homs, ADM1']],
    ['in al-Haffah district, near Qardaha city', ['al-Haffah, ADM2', 'Qardaha, TOWN']],
    ['Jableh was shelled. Then the city of Jableh, and the city of Jableh again', ['Jableh, TOWN']],
    ['The city of Baniyas and Baniyas district', []],
    ['A Syrian city fell, and the Syrian village too', []],
    ['The province of the governor, and every Town', []],
  ])('are read out of "%s"', (text, expected) => {
    expect(placed(text)).toEqual(expected);
  });

  it('are many in a long text, and fifty of them are listed', () => {
    const names = Array.from({ length: 80 }, (_, at) => `the town of Place${String.fromCharCode(65 + (at % 26))}x${at}.`);

    expect(placed(names.join(' '))).toHaveLength(50);
  });
});

it('a file to be reviewed has a silence among its claims, and places as lines to take the # away from', () => {
  const text = 'Residents of the town of Jableh were killed. SOHR gave no death toll.';
  const file = reviewFile('a.txt', { text, title: null, byline: null, language: null, published: null, publisher: null }, {}, readText(text, [sohr]), []);

  expect(parse(file)).toMatchObject({
    mentions: ['group:sohr'],
    claims: [{ quote: 'gave no death toll', at: 50, polarity: 'NO_STATEMENT', metric: 'KILLED', claimant: 'group:sohr' }],
  });
  expect(parse(file.replace('# - { newPlace', '- { newPlace'))).toMatchObject({ mentions: ['group:sohr', { newPlace: { name: 'Jableh', kind: 'TOWN' } }] });
});
