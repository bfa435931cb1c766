import type { ReadArticleAnswer } from '../operations/read-article.ts';
import type { RecordReportVariables } from '../operations/record-report.ts';
import type { Picked } from '../page/entity-picker.tsx';

type Reading = ReadArticleAnswer['readArticle'];
type ReadClaim = Reading['claims']['edges'][number]['node'];
export type ReadMention = Reading['mentions']['edges'][number]['node'];
export type ReportInput = RecordReportVariables['input'];
type ClaimInput = NonNullable<ReportInput['claims']>[number];

export type Verdict = 'undecided' | 'accepted' | 'rejected';

/** A number that was read out of the text, as it now stands: each part can be set right before it is accepted. */
export interface ClaimSuggestion {
  readonly verdict: Verdict;
  readonly read: ReadClaim;
  readonly metric: ReadClaim['metric'];
  readonly population: ReadClaim['population'];
  readonly operator: ReadClaim['operator'];
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** On whose word: the id of one that the graph has, `new` for the one that the text describes, or nobody. */
  readonly claimant: string;
}

/** Something of the graph that the text speaks of by name. */
export interface MentionSuggestion {
  readonly verdict: Verdict;
  readonly read: ReadMention;
  readonly id: string;
}

export interface Suggestions {
  readonly claims: readonly ClaimSuggestion[];
  readonly mentions: readonly MentionSuggestion[];
  /** How many more there are than are shown. */
  readonly left: number;
}

/** What was read, with nothing decided yet. What is mentioned several times is suggested once, at its first place. */
export function suggestionsOf({ claims, mentions }: Reading): Suggestions {
  const first = new Map<string, ReadMention>();
  for (const { node } of mentions.edges) {
    const id = node.candidates[0]?.id;
    if (id !== undefined && !first.has(id)) first.set(id, node);
  }
  return {
    claims: claims.edges.map(({ node }) => ({
      verdict: 'undecided',
      read: node,
      metric: node.metric,
      population: node.population,
      operator: node.operator,
      low: node.low,
      best: node.best,
      high: node.high,
      claimant: node.claimant?.candidates[0]?.id ?? (node.claimant?.newGroup ? 'new' : ''),
    })),
    mentions: [...first].map(([id, read]) => ({ verdict: 'undecided', read, id })),
    left: claims.totalCount - claims.edges.length + mentions.totalCount - mentions.edges.length,
  };
}

export interface Article {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly publishedAt: string;
  readonly publisher: Picked | null;
  /** The name of a publisher that the graph does not have; counts where none was picked. */
  readonly newPublisher: string;
  readonly event: Picked | null;
}

/** All that was accepted, as one report. Its quotes are whole sentences, so that each number can be read where it stands. */
export function reportOf({ title, text, url, publishedAt, publisher, newPublisher, event }: Article, { claims, mentions }: Suggestions): ReportInput {
  const name = newPublisher.trim();
  return {
    title: title.trim(),
    text,
    ...(url.trim() ? { url: url.trim() } : {}),
    ...(publishedAt.trim() ? { publishedAt: publishedAt.trim() } : {}),
    ...(publisher ? { publisher: { id: publisher.id } } : name ? { publisher: { newGroup: { name } } } : {}),
    claims: claims.filter(isAccepted).map((claim) => claimOf(claim, text, event)),
    mentions: mentions.filter(isAccepted).map(({ id }) => ({ id })),
  };
}

export const isAccepted = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === 'accepted';

function claimOf({ read, metric, population, operator, low, best, high, claimant }: ClaimSuggestion, text: string, event: Picked | null): ClaimInput {
  const source =
    claimant === 'new' && read.claimant?.newGroup ? { newGroup: read.claimant.newGroup } : claimant && claimant !== 'new' ? { id: claimant } : null;
  return {
    claimType: 'CASUALTY_COUNT',
    metric,
    population,
    operator,
    low,
    best,
    high,
    quote: text.slice(read.sentenceStart, read.sentenceEnd).trim(),
    ...(source ? { claimant: source } : {}),
    ...(event ? { event: { id: event.id } } : {}),
  };
}
