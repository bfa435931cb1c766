import { composite, type RowsQuery, rows, runParts, written } from '../graph/composite.ts';
import type { Run } from '../graph/graph.ts';
import { linkTypes } from '../graph/model.ts';
import { writeQuery } from '../graph/query.ts';
import { type OwnerProperty, ownerProperties } from '../graph/relationship.ts';
import { dateLinks, orderLinks } from '../graph/upgrade.ts';
import { idPrefixes } from '../ids.ts';
import type { InnerType, LinkDraft, NodeDraft } from './draft.ts';
import { evidenceRows, grouped, orderedFrom, ownedBy, ownersOf, type Stamp, sourceOf, stored, storedLink } from './stored.ts';

export type { Stamp } from './stored.ts';

/** What is to be in the graph after a write: what is there already stays as it is. */
export interface Drafts {
  readonly nodes: readonly NodeDraft[];
  readonly links: readonly LinkDraft[];
  /** Further external keys of entities that are there. */
  readonly keys?: readonly { readonly id: string; readonly key: string }[];
}

export const innerTypes: readonly InnerType[] = ['IN_DYAD', 'IN_CONFLICT', 'SIDE_A', 'SIDE_B', 'DERIVED_FROM', 'EVIDENCE_FOR'];
/** Relationships that begin at a hub: a source has thousands of reports, and a report one publisher. */
const fromHub: ReadonlySet<string> = new Set(['PUBLISHED', 'CONTAINS']);

export const own = Object.fromEntries(
  ownerProperties.map((property) => [property, writeQuery('link/own', { rows }, written, { variant: { OWNER: property } })]),
) as Record<OwnerProperty, RowsQuery>;
export const markSources = writeQuery('entity/mark-source', { rows }, written);
export const followReports = writeQuery('claim/follow-report', { rows }, written);

const putNodes = composite(
  'entity/put[all]',
  Object.fromEntries(Object.keys(idPrefixes).map((label) => [label, writeQuery('entity/put', { rows }, written, { variant: { LABEL: label } })])),
);
const putLinks = composite('link/put[all]', {
  ...Object.fromEntries(
    [...linkTypes, ...innerTypes].map((type) => [
      type,
      writeQuery(fromHub.has(type) ? 'link/put-back' : 'link/put', { rows }, written, { variant: { LINK: type } }),
    ]),
  ),
  markSources,
  ...own,
  followReports,
  dateLinks,
  orderLinks,
  identify: writeQuery('entity/identify', { rows }, written),
});

/** Writes drafts within a transaction, in two statements: the entities, and what joins them. Doing it twice changes nothing. */
export async function writeDrafts(run: Run, { nodes, links, keys = [] }: Drafts, stamp: Stamp): Promise<void> {
  const fresh = new Map(nodes.map((node) => [node.id, node]));
  const owners = ownersOf(links);

  const nodeRows = [...grouped(fresh.values(), ({ label }) => label)].map(
    ([label, some]) => [label, some.map((node) => ({ id: node.id, properties: stored(node, fresh, owners, stamp) }))] as const,
  );
  await runParts(run, putNodes, Object.fromEntries(nodeRows));

  const drawn = links.map((link) => rowOf(link, stamp));
  const reports = unique(links.flatMap((link) => followed(link, fresh)));
  const evidence = unique(links.flatMap((link) => link.evidence ?? []));
  const withEvidence = [...drawn, ...drawn.flatMap((row) => evidenceRows(row, row.properties.evidence))];
  await runParts(run, putLinks, {
    ...Object.fromEntries(grouped(withEvidence, ({ type }) => type)),
    markSources: unique(links.flatMap((link) => sourceOf(link) ?? [])).map((id) => ({ id })),
    ...Object.fromEntries(ownerProperties.map((property) => [property, lateOwners(links, property, fresh)])),
    followReports: reports.map((id) => ({ id })),
    dateLinks: [...reports, ...evidence].map((id) => ({ id })),
    orderLinks: unique(orderedFrom(links)).map((id) => ({ id })),
    identify: keys,
  });
}

function rowOf(link: LinkDraft, stamp: Stamp) {
  const properties = storedLink(link, stamp);
  return { type: link.type, from: link.from, to: link.to, disc: properties.disc as string, properties };
}

/** Entities that were there before, and whose owner the links tell. */
function lateOwners(links: readonly LinkDraft[], property: OwnerProperty, fresh: ReadonlyMap<string, NodeDraft>) {
  return links.flatMap((link) => {
    const known = ownedBy(link);
    return known?.property === property && !fresh.has(known.owned) ? [{ id: known.owned, owner: known.owner }] : [];
  });
}

/** The report whose claims have to follow it, because one of the two was there before the link. */
function followed({ type, from, to }: LinkDraft, fresh: ReadonlyMap<string, NodeDraft>): string[] {
  if (type === 'CONTAINS') return fresh.has(from) && fresh.has(to) ? [] : [from];
  return type === 'PUBLISHED' && !fresh.has(to) ? [to] : [];
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
