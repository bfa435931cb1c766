import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Question, questionsAbout } from './support/questions.ts';
import { type Answer, engines, openService, type Service } from './support/service.ts';
import { knownBy, type Limits, live, peculiar } from './support/timeline.ts';

const [sample = [], ...peculiarities] = peculiar.recordings.map(({ drafts }) =>
  drafts.nodes.map(({ id }) => id).filter((id) => !/^(dyad|conflict|record)_/.test(id)),
);
const often = peculiarities.flat();
const questions = questionsAbout([...sample, ...often], often);

const instants = fc.constantFrom(
  ...['2025-03-06', '2025-03-07', '2025-03-08', '2025-03-09', '2025-03-10', '2025-03-11', '2025-03-12', '2025-03-15', '2025-03-16', '2025-03-20'],
  ...['2025-04-04', '2025-04-06', '2025-04-20', '2025-04-30', '2025-05-02'],
  ...[
    '2025-03-10T11:59:59.999Z',
    '2025-03-10T12:00:00Z',
    '2025-03-11T06:00:00Z',
    '2025-03-12T07:59:59.999Z',
    '2025-03-12T08:00:00.000Z',
    '2025-03-20T09:00:00Z',
  ],
);
const recordings = fc.constantFrom(null, null, null, '2025-03-08', '2025-03-09', '2025-03-11T06:00:00Z', '2025-04-01', '2025-04-10');
const moments = fc.record({ known: fc.option(instants, { nil: null, freq: 8 }), recorded: recordings });

/** Neo4j plans every text that it has not seen. */
const runs = { embedded: 300, neo4j: 50 };

/** The other graphs: into each of them was put only what was known by one moment. */
const others = new Map<string, Promise<Service>>();
afterAll(async () => {
  for (const other of await Promise.all(others.values())) await other.close();
});

describe.each(engines)('as of any moment, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    await live(service, peculiar);
  });
  afterAll(() => service.close());

  it('the answer is that of a graph into which only what was known by then was ever put', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(moments, questions, async (moment, question) => {
        const asked = await answers(service, question, moment);
        const expected = await answers(await graphOf(moment), question, null);

        expect(asked).toEqual(expected);
      }),
      { numRuns: Number(process.env.RUNS ?? runs[engine]) },
    );
  });
});

async function graphOf(moment: Limits): Promise<Service> {
  const then = knownBy(peculiar, { known: lastInstant(moment.known), recorded: lastInstant(moment.recorded) });
  const name = JSON.stringify(then);
  let other = others.get(name);
  if (!other) {
    other = openService('embedded', { sample: false }).then(async (opened) => {
      await live(opened, then);
      return opened;
    });
    others.set(name, other);
  }
  return other;
}

function lastInstant(given: string | null): string | null {
  if (given === null) return null;
  return given.length === 10 ? `${given}T23:59:59.999Z` : new Date(given).toISOString();
}

/** The answers to a question: its pages, as far as the third. */
async function answers({ ask }: Service, { text, variables }: Question, moment: Limits | null): Promise<Answer[]> {
  const own = /^\(([^)]*)\)\s*/.exec(text);
  const selection = own ? text.slice(own[0].length) : text;
  const declared = [own?.[1], ...(moment ? ['$known: String', '$recorded: String'] : [])].filter(Boolean);
  const query = `query ${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${moment ? '@asOf(known: $known, recorded: $recorded)' : ''} ${selection}`;

  const pages: Answer[] = [];
  for (let after: string | null = null; pages.length < 3; ) {
    const answer = await ask(query, { ...variables, ...(moment ?? {}), ...(text.includes('$after') ? { after } : {}) });
    pages.push(withoutPlaces(answer));
    after = endOf(answer.data);
    if (after === null || !text.includes('$after')) break;
  }
  return pages;
}

/** Where an error stands in the text depends on the text. */
function withoutPlaces({ data, errors }: Answer): Answer {
  return { data, ...(errors ? { errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions })) } : {}) } as Answer;
}

/** Where the first list in an answer goes on. */
function endOf(value: unknown): string | null {
  if (value === null || typeof value !== 'object') return null;
  if ('pageInfo' in value) {
    const { hasNextPage, endCursor } = value.pageInfo as { hasNextPage: boolean; endCursor: string };
    return hasNextPage ? endCursor : null;
  }
  for (const part of Object.values(value)) {
    const end = endOf(part);
    if (end !== null) return end;
  }
  return null;
}
