import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey } from '../src/ids.ts';
import { engines, openService, type Service } from './support/service.ts';

const report = idFromKey('Report', 'sample:report:coast');
const event = idFromKey('Event', 'sample:event:coast-march-2025');

/** What nothing can meet reads as if nobody had said so: a list says what was wrong with it instead, whether it is asked for the first time or again. */
const wrong: readonly (readonly [what: string, asked: string, says: string])[] = [
  ['the claims of a report as a source', `claims(filter: {claimant: "${report}"}) { totalCount }`, 'claimant should be the id of a group or person, such as'],
  ['the claims about a key', 'claims(filter: {event: "sample:claim:d2"}) { totalCount }', 'event should be the id of an event, such as'],
  ['the claims in an event', `claims(filter: {report: "${event}"}) { totalCount }`, 'report should be the id of a report, such as'],
  ['what nonsense published', 'reports(filter: {publisher: "nonsense"}) { totalCount }', 'publisher should be the id of a group or person, such as'],
  ['the events at a report', `events(filter: {where: "${report}"}) { totalCount }`, 'where should be the id of a place, such as'],
  [
    'the events that involve an event',
    `events(filter: {involving: "${event}"}) { totalCount }`,
    'involving should be the id of a group or community or person, such as',
  ],
  [
    'the places of events that involve nonsense',
    'eventsByPlace(filter: {involving: "nonsense"}) { events }',
    'involving should be the id of a group or community or person',
  ],
  [
    'events of a range that ends before it begins',
    'events(filter: {happened: {from: "2025-05-05", to: "2025-05-01"}}) { totalCount }',
    'to should be a day that is not before 2025-05-05, where the range begins, but was "2025-05-01"',
  ],
  ['what has no words in it', 'events(filter: {text: "…?!"}) { totalCount }', 'text should be a text with a letter or a digit in it, but was "…?!"'],
  [
    'the tolls that a report gives',
    `event(id: "${event}") { tolls(claimant: "${report}") { metric } }`,
    'claimant should be the id of a group or person, such as',
  ],
  [
    'whoReported of a range that ends before it begins',
    'whoReported(published: {from: "2025-05-05", to: "2025-05-01"}) { totalCount }',
    'to should be a day that is not before 2025-05-05',
  ],
];

describe.each(engines)('a filter on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it.each(wrong)('says what is wrong with %s', async (_, asked, says) => {
    for (let times = 0; times < 3; times += 1) {
      const { errors } = await service.ask(`{ ${asked} }`);
      expect(errors).toEqual([
        expect.objectContaining({ message: expect.stringContaining(says), extensions: expect.objectContaining({ code: 'INVALID_INPUT' }) }),
      ]);
    }
  });

  it('of an empty text lets everything through, as a field does that nobody has filled in', async () => {
    const { all, some } = await service.data('{ all: events { totalCount } some: events(filter: {text: " "}) { totalCount } }');

    expect(some).toEqual(all);
  });

  it('of something of the right kind that is not there is met by nothing', async () => {
    const nobody = idFromKey('Group', 'nobody');
    const { claims, reports } = await service.data(
      `{ claims(filter: {claimant: "${nobody}"}) { totalCount } reports(filter: {publisher: "${nobody}"}) { totalCount } }`,
    );

    expect([claims.totalCount, reports.totalCount]).toEqual([0, 0]);
  });
});
