import { type Ask, claimsEach, counter, event, isOpen, ofOneClaim, pool, type Request } from './load-sent.ts';

export interface Count {
  readonly lost: number;
  readonly doubled: number;
  readonly torn: number;
  readonly denied: number;
}

/** Some of what was acknowledged, asked again under its key: how often the answer is another one. */
export async function sentAgain(ask: Ask, requests: readonly Request[]): Promise<number> {
  const some = requests.filter(({ answer }) => answer).filter((_, index) => index % 5 === 0);
  let other = 0;
  for (const { query, variables, answer } of some) {
    const again = (await ask(query, variables))?.data?.answer;
    if (JSON.stringify(again) !== JSON.stringify(answer)) other += 1;
  }
  return other;
}

export async function countReports(ask: Ask, run: string, requests: readonly Request[]): Promise<Count> {
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
export async function countLinks(ask: Ask, requests: readonly Request[]): Promise<Count> {
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
export async function countCounter(ask: Ask, requests: readonly Request[]): Promise<Count> {
  const stands = Number((await ask('query ($id: ID!) { report(id: $id) { title } }', { id: counter }))?.data?.report?.title);
  const steps = requests.filter(({ kind }) => kind === 'counter');
  const done = steps.filter(({ answer }) => answer).length;
  return { lost: Math.max(0, done - stands), doubled: Math.max(0, stands - done - steps.filter(isOpen).length), torn: 0, denied: 0 };
}
