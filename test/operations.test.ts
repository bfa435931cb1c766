import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schema } from '../src/schema.ts';
import { operations } from './support/operations.ts';
import { engines, openService, type Service } from './support/service.ts';

/** How many statements each example question may take; it answers with as many whatever the graph holds. */
const roundTrips: Readonly<Record<string, number>> = {
  '01-who-reported-the-973.graphql': 9,
  '02-what-happened-within-latakia.graphql': 12,
  '03-what-sohr-reported-first.graphql': 6,
  '04-how-ali-sheha-is-connected-to-sohr.graphql': 5,
  '05-how-much-rests-on-one-word.graphql': 10,
  '06-who-is-said-to-be-involved.graphql': 9,
  '07-what-the-authorities-said.graphql': 4,
  '08-find-a-name-in-any-script.graphql': 7,
  '09-which-relationships-there-are.graphql': 0,
  '10-around-the-event.graphql': 7,
  '11-read-the-numbers-in-a-headline.graphql': 0,
  '12-how-did-the-toll-grow.graphql': 8,
  '13-three-headlines-one-witness.graphql': 10,
  '14-who-contradicts-whom.graphql': 4,
  '15-record-a-report.graphql': 7,
  '16-link-two-entities.graphql': 7,
  '17-read-an-article.graphql': 5,
  '18-what-was-known-on-9-march.graphql': 10,
};

it('has a budget for every example question, and at least eight of them', () => {
  expect(Object.keys(roundTrips).sort()).toEqual(operations.map(({ file }) => file));
  expect(operations.length).toBeGreaterThanOrEqual(8);
});

it.each(operations)('$file fits the schema, and opens with its question', ({ text }) => {
  expect(validate(schema, parse(text))).toEqual([]);
  expect(text).toMatch(/^# [A-Z][^\n]+\n#\n# [A-Z"]/);
});

describe.each(engines)('on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it.each(operations)('$file answers, within its round trips', async ({ file, text }) => {
    service.ran();

    const data = await service.data(text);

    expect(Object.values(data).filter((value) => value === null || (Array.isArray(value) && value.length === 0))).toEqual([]);
    expect(service.ran().length).toBeLessThanOrEqual(roundTrips[file] ?? 0);
  });
});
