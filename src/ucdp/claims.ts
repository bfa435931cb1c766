import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import { idFromKey } from '../ids.ts';
import { originOf } from './article.ts';
import type { GedRow } from './row.ts';
import type { Sources } from './source.ts';

/**
 * What a row's sources claim: that its event occurred. One claim for each report, attributed to the origin that is the report's publisher,
 * else to the only origin, else to nobody; and one without report for each origin that no report's claim is attributed to.
 */
export function claimsOf(row: GedRow, event: NodeDraft, sources: Sources): { nodes: NodeDraft[]; links: LinkDraft[] } {
  const reported = row.articles.map((article) => ({ article, origin: originOf(article, row.origins) }));
  const heard = new Set(reported.map(({ origin }) => origin));
  const unreported = [...row.origins.keys()].filter((origin) => !heard.has(origin));

  const claims = [
    ...reported.map(({ article, origin }) => ({ part: article.key.slice('ucdp:report:'.length), report: idFromKey('Report', article.key), origin })),
    ...unreported.map((origin) => ({ part: `origin/${origin}`, report: null, origin })),
  ].map((claim) => ({ ...claim, node: occurrence(`ucdp:claim:${row.id}/${claim.part}`, event) }));

  return {
    nodes: claims.map(({ node }) => node),
    links: claims.flatMap(({ node, report, origin }): LinkDraft[] => [
      { type: 'ABOUT', from: node.id, to: event.id },
      ...(report === null ? [] : [{ type: 'CONTAINS', from: report, to: node.id } as const]),
      ...(origin === null ? [] : [{ type: 'ATTRIBUTED_TO', from: node.id, to: sources.named(origin, row) } as const]),
    ]),
  };
}

function occurrence(key: string, event: NodeDraft): NodeDraft {
  return draft('Claim', key, { claimType: 'OCCURRENCE', polarity: 'ASSERTS', statement: event.properties.title, basis: 'CODED', status: 'ACTIVE' });
}
