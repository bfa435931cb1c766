import { setTimeout as sleep } from 'node:timers/promises';
import { type Count, countCounter, countLinks, countReports, sentAgain } from './load-count.ts';
import { type Ask, claimsEach, counter, event, isOpen, ofOneClaim, place, pool, type Request } from './load-sent.ts';

/** What became of all that was sent. */
export interface Found {
  readonly acknowledged: number;
  /** Sent, and never answered: it may be there or not, but not half. */
  readonly unanswered: number;
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
  /** Requests of which it was said that nothing was written, though it was. */
  readonly denied: number;
  /** Acknowledged requests that were sent again, and not answered as the first time. */
  readonly answeredOtherwise: number;
  /** Errors that nobody should see, whatever is killed. */
  readonly unexpected: readonly string[];
}

export interface Load {
  /** Makes what all clients write to. */
  prepare(ask: Ask): Promise<void>;
  /** One client's next request: a report with its claims, a batch of links that overlap with the others', or a step of the counter. */
  step(ask: Ask): Promise<void>;
  /** Sends again what was not acknowledged, and some of what was, under its idempotency key, as a client would after a fault. */
  resend(ask: Ask): Promise<void>;
  /** Reads all that is there and holds it against what was sent. */
  count(ask: Ask): Promise<Found>;
  sent(): { readonly sent: number; readonly acknowledged: number };
}

const recordReport =
  'mutation ($input: RecordReportInput!, $key: String) { answer: recordReport(input: $input, idempotencyKey: $key) { __typename ... on Report { id claims(first: 1) { edges { node { id } } } } ... on Error { message } } }';
const drawLinks =
  'mutation ($input: [LinkInput!]!, $key: String) { answer: links(input: $input, idempotencyKey: $key) { __typename ... on LinkBatch { links { id } } ... on Error { message } } }';
const countOn =
  'mutation ($id: ID!, $title: String!, $version: DateTime!, $key: String) { answer: updateReport(id: $id, input: { title: $title }, ifVersion: $version, idempotencyKey: $key) { __typename ... on Report { id title } ... on Error { message } } }';

/** Writers that get into each other's way, with a memory of what each was told. */
export function createLoad(run: string): Load {
  const requests: Request[] = [];
  const claims: string[] = [];
  const unexpected: string[] = [];

  async function send(ask: Ask, request: Request): Promise<void> {
    const said = await ask(request.query, request.variables);
    const answer = said?.data?.answer;
    const [error] = said?.errors ?? [];
    if (error?.extensions?.code === 'UNAVAILABLE') request.refused = error.extensions.mayHaveWritten === false;
    else if (error) unexpected.push(error.message);
    else if (answer?.__typename === 'ConflictError' && request.kind === 'counter') request.refused = true;
    else if (answer?.message) unexpected.push(answer.message);
    else if (answer) request.answer = answer;
    if (!request.answer) await sleep(20);
  }

  async function begin(ask: Ask, request: Omit<Request, 'variables'> & { variables: object }): Promise<Request> {
    const number = requests.length;
    const made: Request = { ...request, variables: { ...request.variables, key: `${run} ${number}` } };
    requests.push(made);
    await send(ask, made);
    return made;
  }

  async function report(ask: Ask, number: number): Promise<void> {
    const { answer } = await begin(ask, { kind: 'report', query: recordReport, variables: { input: reportOf(run, number) } });
    const claim = (answer as { claims?: { edges: { node: { id: string } }[] } } | undefined)?.claims?.edges[0]?.node.id;
    if (claim) claims.push(claim);
  }

  async function links(ask: Ask, number: number, claim: string): Promise<void> {
    const own = Array.from({ length: ofOneClaim }, (_, n) => ({ type: 'OCCURRED_AT', from: event(number + n), to: place(number), evidence: [claim] }));
    const shared = Array.from({ length: 3 }, (_, n) => ({ type: 'OCCURRED_AT', from: event(number * 7 + n), to: place(number * 5 + n) }));
    await begin(ask, { kind: 'links', query: drawLinks, variables: { input: [...own, ...shared].sort(() => Math.random() - 0.5) } });
  }

  async function countUp(ask: Ask): Promise<void> {
    const now = (await ask('query ($id: ID!) { report(id: $id) { title updatedAt } }', { id: counter }))?.data?.report;
    if (!now) return;
    const variables = { id: counter, title: `${Number(now.title) + 1}`, version: now.updatedAt };
    await begin(ask, { kind: 'counter', query: countOn, variables });
  }

  return {
    prepare: async (ask) => {
      const made = [
        ...Array.from({ length: pool }, (_, n) => `e${n}: createEvent(input: { key: "load:event:${n}", title: "Event ${n}" }) { ... on Event { id } }`),
        ...Array.from({ length: pool }, (_, n) => `p${n}: createPlace(input: { key: "load:place:${n}", name: "Place ${n}" }) { ... on Place { id } }`),
        'counter: createReport(input: { key: "load:counter", title: "0" }) { ... on Report { id } }',
      ];
      const answer = await ask(`mutation { ${made.join(' ')} }`, {});
      if (!answer || answer.errors) throw new Error(`What the load is about could not be made: ${JSON.stringify(answer)}`);
    },
    step: async (ask) => {
      const claim = claims.length > 0 && Math.random() < 0.5 ? claims.pop() : undefined;
      if (claim) return links(ask, requests.length, claim);
      return Math.random() < 0.25 ? countUp(ask) : report(ask, requests.length);
    },
    resend: async (ask) => {
      for (const request of requests.filter(isOpen)) await send(ask, request);
    },
    count: async (ask) => {
      const answeredOtherwise = await sentAgain(ask, requests);
      const parts = [await countReports(ask, run, requests), await countLinks(ask, requests), await countCounter(ask, requests)];
      const sum = (key: keyof Count) => parts.reduce((total, part) => total + part[key], 0);
      return {
        acknowledged: requests.filter(({ answer }) => answer).length,
        unanswered: requests.filter(isOpen).length,
        lost: sum('lost'),
        doubled: sum('doubled'),
        torn: sum('torn'),
        denied: sum('denied'),
        answeredOtherwise,
        unexpected: [...new Set(unexpected)].slice(0, 20),
      };
    },
    sent: () => ({ sent: requests.length, acknowledged: requests.filter(({ answer }) => answer).length }),
  };
}

function reportOf(run: string, number: number): object {
  const claims = Array.from({ length: claimsEach }, (_, index) => ({
    claimType: 'OTHER',
    statement: `Statement ${index}`,
    event: { new: { key: 'load:event:0', title: 'Event 0' } },
    claimant: { newGroup: { key: `load:group:${number % 7}`, name: `Group ${number % 7}` } },
    places: [{ new: { key: `load:place:${number % pool}`, name: `Place ${number % pool}` } }],
  }));
  return { key: `${run}:report:${number}`, title: `Report ${number}`, publisher: { newGroup: { key: 'load:paper', name: 'The paper' } }, claims };
}
