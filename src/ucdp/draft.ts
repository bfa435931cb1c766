import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import type { Drafts } from '../entity/write.ts';
import { idFromKey } from '../ids.ts';
import { type Article, publishedAt } from './article.ts';
import { claimsOf } from './claims.ts';
import { headlineClaims } from './headline.ts';
import { blockOf, dataset } from './kept.ts';
import type { Known } from './known.ts';
import { type GedPlace, placesOf } from './place.ts';
import type { GedRow } from './row.ts';
import { sharedBy } from './shared.ts';
import { dyadKey, groupKey, ucdp } from './survey.ts';

export const assessmentKey = (rowKey: string) => `ucdp:assessment:${rowKey}`;
export const eventKey = ({ id }: Pick<GedRow, 'id'>) => `ucdp:event:${id}`;

/** Everything that some rows say, as drafts: what they share stands there once. */
export function draftsOf(rows: readonly GedRow[], known: Known): Required<Drafts> {
  return gathered(rows.flatMap((row) => [sharedBy(row, known), eventOf(row, known), headlinesOf(row, known)]));
}

/** The numbers in the headlines of some rows, as drafts: what they rest on is in the graph. */
export function headlineDraftsOf(rows: readonly GedRow[], known: Known): Required<Drafts> {
  return gathered(rows.map((row) => headlinesOf(row, known)));
}

function headlinesOf(row: GedRow, known: Known): Drafts {
  return known.extract ? headlineClaims(row, idFromKey('Event', eventKey(row)), known) : { nodes: [], links: [] };
}

function gathered(parts: readonly Drafts[]): Required<Drafts> {
  const nodes = new Map<string, NodeDraft>();
  const links = new Map<string, LinkDraft>();
  const keys = new Map<string, { id: string; key: string }>();
  for (const part of parts) {
    for (const node of part.nodes) nodes.set(node.id, node);
    for (const link of part.links) links.set([link.type, link.from, link.to, link.role].join(' '), link);
    for (const key of part.keys ?? []) keys.set(key.key, key);
  }
  return { nodes: [...nodes.values()], links: [...links.values()], keys: [...keys.values()] };
}

/** The event itself with its record, assessment, reports and claims. */
function eventOf(row: GedRow, known: Known): Drafts {
  const record = recordOf(row, known);
  const event = eventDraft(row, record.id);
  const assessment = assessmentOf(row);
  const reports = row.articles.map((article) => reportOf(article, known));
  const claims = claimsOf(row, event, known.sources);
  const [place] = placesOf(row) as [GedPlace, ...GedPlace[]];

  return {
    nodes: [event, record, assessment, ...reports.flatMap(({ nodes }) => nodes), ...claims.nodes],
    links: [
      { type: 'DERIVED_FROM', from: event.id, to: record.id },
      { type: 'IN_DYAD', from: event.id, to: idFromKey('Dyad', dyadKey(row)) },
      { type: 'INVOLVES', from: event.id, to: idFromKey('Group', groupKey(row.sideA)), role: 'SIDE_A', properties: { side: 'A' } },
      { type: 'INVOLVES', from: event.id, to: idFromKey('Group', groupKey(row.sideB)), role: 'SIDE_B', properties: { side: 'B' } },
      {
        type: 'OCCURRED_AT',
        from: event.id,
        to: idFromKey('Place', place.key),
        properties: { precisionScheme: 'UCDP', precisionCode: row.wherePrecision },
      },
      { type: 'ASSESSES', from: assessment.id, to: event.id },
      { type: 'BY', from: assessment.id, to: idFromKey('Group', ucdp.key) },
      ...reports.flatMap(({ links }) => links),
      ...row.articles
        .filter((article) => known.survey.reports.isSplit(article, row))
        .map((article) => ({ type: 'SPLIT_FROM', from: event.id, to: idFromKey('Report', article.key) }) as const),
      ...claims.links,
    ],
  };
}

export const violenceTypes = { 1: 'STATE_BASED', 2: 'NON_STATE', 3: 'ONE_SIDED' } as const;

function eventDraft(row: GedRow, recordId: string): NodeDraft {
  const days = row.from === row.to ? row.from : `${row.from} to ${row.to}`;
  const place = row.where || row.adm2 || row.adm1 || row.country.name;
  return draft('Event', eventKey(row), {
    title: `${row.sideA.name} – ${row.sideB.name}, ${place}, ${days}`,
    from: row.from,
    to: row.to,
    datePrecision: row.datePrecision,
    clarity: row.clarity,
    violenceType: violenceTypes[row.violence],
    dyadId: idFromKey('Dyad', dyadKey(row)),
    recordId,
  });
}

function recordOf({ id, position, cells }: GedRow, { file }: Known): NodeDraft {
  const columns = file.header.columns;
  return draft('SourceRecord', `ucdp:record:${id}`, { dataset, rowKey: id, file: file.name, position, block: blockOf(file.name, position), columns, cells });
}

function assessmentOf({ id, deaths }: GedRow): NodeDraft {
  return draft('Assessment', assessmentKey(id), { ...deaths, method: 'UCDP GED', rationale: oddOrder(deaths) });
}

/** UCDP's estimates are kept as they are, also where they are not in order; that they are not is said. */
function oddOrder({ low, best, high }: GedRow['deaths']): string | null {
  const inOrder = (low ?? 0) <= (best ?? low ?? 0) && (best ?? low ?? 0) <= (high ?? best ?? low ?? 0);
  return inOrder ? null : `The dataset has these estimates out of order: low ${low}, best ${best}, high ${high}.`;
}

function reportOf(article: Article, { sources, today }: Known): { nodes: NodeDraft[]; links: LinkDraft[] } {
  const { key, title, date } = article;
  const report = draft('Report', key, { title, publishedAt: publishedAt(date, today), publishedAtRaw: date });
  const publisher = sources.publisher(article);
  return { nodes: [report], links: publisher === null ? [] : [{ type: 'PUBLISHED', from: publisher, to: report.id }] };
}
