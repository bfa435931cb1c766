import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { Matrix, type MatrixAnswer } from '../operations/matrix.ts';
import { MatrixClaims, type MatrixClaimsAnswer } from '../operations/matrix-claims.ts';

type Page = NonNullable<MatrixClaimsAnswer['event']>['claims'];
export type Claim = Page['edges'][number]['node'];
export type Conflict = MatrixAnswer['contradictions']['edges'][number]['node'];
type Covered = NonNullable<MatrixAnswer['event']>;

export interface MatrixData {
  readonly event: Covered | null;
  readonly claims: readonly Claim[];
  readonly total: number;
  readonly conflicts: readonly Conflict[];
  readonly conflictTotal: number;
}

const mostClaims = 2000;

export async function loadMatrix({ about, known, metric }: State, ask: Ask): Promise<MatrixData> {
  if (!about) return { event: null, claims: [], total: 0, conflicts: [], conflictTotal: 0 };
  const [{ event, contradictions }, { claims, total }] = await Promise.all([ask(Matrix, { about, known }), allClaims(about, known, ask)]);
  return {
    event,
    claims: metric === 'all' ? claims : claims.filter((claim) => claim.metric === metric),
    total,
    conflicts: contradictions.edges.map(({ node }) => node),
    conflictTotal: contradictions.totalCount,
  };
}

async function allClaims(about: string, known: string, ask: Ask): Promise<{ claims: Claim[]; total: number }> {
  const claims: Claim[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: MatrixClaimsAnswer = await ask(MatrixClaims, { about, after, known }); // One page behind the other, until there are 2,000.
    const page = answer.event?.claims;
    if (!page) return { claims, total: 0 };
    claims.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after === null || claims.length >= mostClaims) return { claims, total: page.totalCount };
  }
}
