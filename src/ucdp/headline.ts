import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import type { Drafts } from '../entity/write.ts';
import { idFromKey } from '../ids.ts';
import { extractTolls } from '../toll/extract.ts';
import { type Article, originOf } from './article.ts';
import type { Known } from './known.ts';
import type { GedRow } from './row.ts';

/**
 * The numbers in the headlines of a row's reports, each a claim of its report with the words it was read from. It is about the event when the
 * report has no other; of several events it is about none in particular, lest the deaths be counted for each. It is attributed as what else
 * the report says is; where its rows disagree about that, to nobody.
 */
export function headlineClaims(row: GedRow, eventId: string, known: Known): Drafts {
  const nodes: NodeDraft[] = [];
  const links: LinkDraft[] = [];
  for (const article of row.articles) {
    if (known.headlines.has(article.key)) continue;
    const about = isShared(article, known) ? [] : [eventId];
    const claimant = claimantOf(article, row, known);
    for (const claim of claimsIn(article)) {
      nodes.push(claim);
      links.push({ type: 'CONTAINS', from: idFromKey('Report', article.key), to: claim.id });
      for (const event of about) links.push({ type: 'ABOUT', from: claim.id, to: event });
      if (claimant !== null) links.push({ type: 'ATTRIBUTED_TO', from: claim.id, to: claimant });
    }
  }
  return { nodes, links };
}

/** Ids of the headlines' claims of reports that turned out to have further events, outside this file. */
export function nowShared(rows: readonly GedRow[], { elsewhere }: Pick<Known, 'elsewhere'>): string[] {
  const shared = rows.flatMap(({ articles }) => articles.filter(({ key }) => elsewhere.has(key)));
  return [...new Set(shared.flatMap((article) => claimsIn(article).map(({ id }) => id)))];
}

const alreadyRead = new WeakMap<Article, readonly NodeDraft[]>();

/** The claims that an article's headline makes; it is read once. */
export function claimsIn(article: Article): readonly NodeDraft[] {
  const claims = alreadyRead.get(article) ?? readClaims(article);
  alreadyRead.set(article, claims);
  return claims;
}

function readClaims({ key, title }: Article): NodeDraft[] {
  return extractTolls(title).map(({ metric, population, operator, low, best, high, quote, start, end }) =>
    draft('Claim', `ucdp:claim:headline/${key.slice('ucdp:report:'.length)}/${start}/${metric}`, {
      claimType: 'CASUALTY_COUNT',
      polarity: 'ASSERTS',
      metric,
      population,
      operator,
      low,
      best,
      high,
      quote,
      quoteStart: start,
      quoteEnd: end,
      basis: 'CODED',
      status: 'ACTIVE',
    }),
  );
}

function isShared(article: Article, { survey, elsewhere }: Known): boolean {
  return survey.reports.isShared(article) || elsewhere.has(article.key);
}

function claimantOf(article: Article, row: GedRow, { survey, sources }: Known): string | null {
  if (!survey.reports.isShared(article)) {
    const origin = originOf(article, row.origins);
    return origin === null ? null : sources.named(origin, row);
  }
  const origin = survey.reports.origin(article);
  return origin === null ? null : sources.everywhere(origin);
}
