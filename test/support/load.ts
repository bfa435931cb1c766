import { setTimeout as sleep } from 'node:timers/promises';
import { idFromKey } from '../../src/ids.ts';
import type { Answer } from './service.ts';

/** Asks, or gives null when there came no answer: that is what the load is for. */
export type Ask = (query: string, variables: Record<string, unknown>) => Promise<Answer | null>;

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

interface Request {
  readonly kind: 'report' | 'links' | 'counter';
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Once it is known: the answer, or that it was told not to have happened. */
  answer?: Record<string, unknown>;
  refused?: boolean;
}

const claimsEach = 5;
const pool = 6;
const ofOneClaim = 4;
const event = (n: number) => idFromKey('Event', `load:event:${n % pool}`);
const place = (n: number) => idFromKey('Place', `load:place:${n % pool}`);
const counter = idFromKey('Report', 'load:counter');

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

function isOpen({ answer, refused }: Request): boolean {
  return !answer && !refused;
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

interface Count {
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
  readonly denied: number;
}

/** Some of what was acknowledged, asked again under its key: how often the answer is another one. */
async function sentAgain(ask: Ask, requests: readonly Request[]): Promise<number> {
  const some = requests.filter(({ answer }) => answer).filter((_, index) => index % 5 === 0);
  let other = 0;
  for (const { query, variables, answer } of some) {
    const again = (await ask(query, variables))?.data?.answer;
    if (JSON.stringify(again) !== JSON.stringify(answer)) other += 1;
  }
  return other;
}

async function countReports(ask: Ask, run: string, requests: readonly Request[]): Promise<Count> {
  const count = { lost: 0, doubled: 0, torn: 0, denied: 0 };
  const reports = requests.flatMap((request, number) => (request.kind === 'report' ? [{ request, key: `${run}:report:${number}` }] : []));
  for (let at = 0; at < reports.length; at += 50) {
    const some = reports.slice(at, at + 50);
    const answer = await ask(
      'query ($keys: [String!]!) { reports(filter: { keys: $keys }, first: 100) { edges { node { keys publisher { name } claims { totalCount edges { node { claimant { name } event { title } names { totalCount } } } } } } } }',
      { keys: some.map(({ key }) => key) },
    );
    const there = answer?.data?.reports.edges.map(({ node }: { node: { keys: string[] } }) => node) ?? [];
    for (const { request, key } of some) {
      const found = there.filter(({ keys }: { keys: string[] }) => keys.includes(key));
      if (found.length === 0 && request.answer) count.lost += 1;
      if (found.length > 1) count.doubled += 1;
      if (found.length > 0 && request.refused) count.denied += 1;
      if (found.some((one: never) => !isWhole(one))) count.torn += 1;
    }
  }
  return count;
}

interface WrittenReport {
  readonly publisher: object | null;
  readonly claims: {
    readonly totalCount: number;
    readonly edges: { node: { claimant: object | null; event: object | null; names: { totalCount: number } } }[];
  };
}

function isWhole({ publisher, claims }: WrittenReport): boolean {
  const whole = claims.edges.every(({ node }) => node.claimant && node.event && node.names.totalCount === 1);
  return publisher !== null && claims.totalCount === claimsEach && whole;
}

/** Links that were acknowledged are there once; of those that rest on one claim, which were one request, all or none. */
async function countLinks(ask: Ask, requests: readonly Request[]): Promise<Count> {
  const there: { id: string; evidence: { id: string }[] }[] = [];
  for (let n = 0; n < pool; n += 1) there.push(...(await linksOf(ask, event(n))));
  const times = new Map<string, number>();
  for (const { id } of there) times.set(id, (times.get(id) ?? 0) + 1);
  const byClaim = new Map<string, number>();
  for (const claim of there.flatMap(({ evidence }) => evidence)) byClaim.set(claim.id, (byClaim.get(claim.id) ?? 0) + 1);

  const batches = requests.filter(({ kind }) => kind === 'links').map(({ answer }) => (answer?.links ?? []) as { id: string }[]);
  return {
    lost: batches.filter((links) => links.some(({ id }) => !times.has(id))).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    torn: [...byClaim.values()].filter((count) => count !== ofOneClaim).length,
    denied: requests.filter(({ kind, refused, variables }) => kind === 'links' && refused && byClaim.has(claimOf(variables))).length,
  };
}

/** The claim that a batch's own links rest on. */
function claimOf({ input }: Request['variables']): string {
  return (input as { evidence?: string[] }[]).find(({ evidence }) => evidence)?.evidence?.[0] ?? '';
}

async function linksOf(ask: Ask, id: string): Promise<{ id: string; evidence: { id: string }[] }[]> {
  const found: { id: string; evidence: { id: string }[] }[] = [];
  let after: string | null = null;
  // Each page begins behind the one before, so there comes a last one.
  do {
    const query =
      'query ($id: ID!, $after: String) { event(id: $id) { places(first: 100, after: $after) { edges { link { id evidence { id } } } pageInfo { hasNextPage endCursor } } } }';
    const places: { edges: { link: (typeof found)[number] }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | undefined = (
      await ask(query, { id, after })
    )?.data?.event.places;
    found.push(...(places?.edges ?? []).map(({ link }) => link));
    after = places?.pageInfo.hasNextPage ? places.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The counter stands at the number of its acknowledged steps; each that was never answered may be one more. */
async function countCounter(ask: Ask, requests: readonly Request[]): Promise<Count> {
  const stands = Number((await ask('query ($id: ID!) { report(id: $id) { title } }', { id: counter }))?.data?.report?.title);
  const steps = requests.filter(({ kind }) => kind === 'counter');
  const done = steps.filter(({ answer }) => answer).length;
  return { lost: Math.max(0, done - stands), doubled: Math.max(0, stands - done - steps.filter(isOpen).length), torn: 0, denied: 0 };
}
