import type { Claim } from '../../src/claim/ref.ts';
import type { Role } from '../../src/graph/relationship.ts';
import type { Testimony, Voice } from '../../src/testimony/ref.ts';

interface Told extends Partial<Claim> {
  /** Who says so, and who printed it: names, with what they have in common after a slash ("sohr/monitors"). */
  readonly by?: string | null;
  readonly publisher?: string | null;
  /** The report: its name; a claim without one is told by nobody's report. */
  readonly report?: string | null;
  readonly publishedAt?: string | null;
  readonly in?: readonly string[];
  readonly against?: readonly string[];
  readonly accuses?: readonly string[];
  readonly supersedes?: string;
  readonly stepBasis?: 'EXPLICIT' | 'INFERRED' | 'CURATED';
  readonly at?: string;
  readonly stepRetractedAt?: string;
  readonly repeats?: string;
  readonly cites?: boolean;
  readonly isOrigin?: boolean;
  readonly parties?: readonly string[];
  readonly retracted?: boolean;
}

const nothing: Claim = {
  id: '',
  label: '',
  keys: [],
  recordedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  claimType: 'CASUALTY_COUNT',
  polarity: 'ASSERTS',
  statement: null,
  metric: 'KILLED',
  population: 'ALL',
  low: null,
  best: null,
  high: null,
  operator: null,
  cumulative: true,
  asOf: null,
  windowFrom: null,
  windowTo: null,
  assertedAt: null,
  quote: null,
  quoteStart: null,
  quoteEnd: null,
  translation: null,
  basis: null,
  credibility: null,
  status: 'ACTIVE',
  retractedAt: null,
  retractionReason: null,
  retractionDependants: null,
  reportId: null,
  claimantId: null,
  eventId: 'event',
};

/** A claim as it is judged, of which only what is told differs from "somebody, in a report of its own, counted the killed of one event". */
export function told(id: string, said: Told): Testimony {
  const {
    by = 'ada',
    publisher = null,
    report = `report of ${id}`,
    publishedAt = null,
    supersedes,
    stepBasis,
    at,
    stepRetractedAt,
    repeats,
    cites,
    isOrigin,
    parties,
    retracted,
    ...claim
  } = said;
  const named = (role: Role, ids: readonly string[] = []) => ids.map((one) => ({ role, id: one, label: one }));
  return {
    claim: { ...nothing, ...claim, id },
    claimant: voice(by),
    report: report === null ? null : { id: report, title: report, publishedAt },
    publisher: voice(publisher),
    names: [...named('SCOPE', said.in), ...named('SCOPE_PERPETRATOR', said.against), ...named('ALLEGED_PERPETRATOR', said.accuses)],
    supersedes: supersedes === undefined ? null : { id: supersedes, basis: stepBasis ?? 'INFERRED', at: at ?? null, retractedAt: stepRetractedAt ?? null },
    repeats: repeats ?? null,
    cites: cites ?? false,
    isOrigin: isOrigin ?? false,
    parties: (parties ?? []).flatMap((party) => voice(party) ?? []),
    isRetracted: retracted ?? false,
  };
}

export function voice(name: string | null): Voice | null {
  if (name === null) return null;
  const [id, independenceGroup] = name.split('/') as [string, string | undefined];
  return { id, label: id, independenceGroup: independenceGroup ?? null };
}

/** Exactly so many. */
export function exactly(number: number): Pick<Claim, 'operator' | 'low' | 'best' | 'high'> {
  return { operator: 'EXACT', low: number, best: number, high: number };
}

export function atLeast(number: number): Pick<Claim, 'operator' | 'low' | 'best' | 'high'> {
  return { operator: 'AT_LEAST', low: number, best: null, high: null };
}
