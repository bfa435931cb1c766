import { z } from 'zod';
import { forEach, type RowsQuery, rows, runRows, written } from '../graph/composite.ts';
import type { Run } from '../graph/graph.ts';
import { innerTypes, linkTypes } from '../graph/model.ts';
import { readQuery, writeQuery } from '../graph/query.ts';
import { type OwnerProperty, ownerProperties } from '../graph/relationship.ts';
import { dateLinks, orderLinks } from '../graph/upgrade.ts';
import { idPrefixes } from '../ids.ts';
import { linkIdOf } from '../link/ref.ts';
import type { LinkDraft, NodeDraft, Values } from './draft.ts';
import { evidenceRows, grouped, type LinkRow, orderedFrom, ownedBy, ownersOf, placeOf, type Stamp, sourceOf, stored, storedLink } from './stored.ts';

export type { Stamp } from './stored.ts';

/** What is to be in the graph after a write: what is there already stays as it is. */
export interface Drafts {
  readonly nodes: readonly NodeDraft[];
  readonly links: readonly LinkDraft[];
  /** Further external keys of entities that are there. */
  readonly keys?: readonly { readonly id: string; readonly key: string }[];
}

/** Relationships that begin at a hub: a source has thousands of reports, and a report one publisher. */
const fromHub: ReadonlySet<string> = new Set(['PUBLISHED', 'CONTAINS']);

/** Which of some ids the graph has. */
export const idsKnown = readQuery('look/known', { ids: z.array(z.string()) }, { id: z.string() });
export const own = Object.fromEntries(
  ownerProperties.map((property) => [property, writeQuery('link/own', { rows }, written, { variant: { OWNER: property } })]),
) as Record<OwnerProperty, RowsQuery>;
export const markSources = writeQuery('entity/mark-source', { rows }, written);
export const followReports = writeQuery('claim/follow-report', { rows }, written);

/** Makes entities of any kind, which are not there yet. */
export const makeEntities: RowsQuery = writeQuery('entity/make', { rows }, written, { rewrite: forEach('LABEL', Object.keys(idPrefixes)) });
/** Draws relationships of any type, which are not there yet. */
export const makeLinks: RowsQuery = writeQuery('link/make', { rows }, written, { rewrite: forEach('LINK', [...linkTypes, ...innerTypes]) });

const putLinks = Object.fromEntries(
  [...linkTypes, ...innerTypes].map((type) => [
    type,
    writeQuery(fromHub.has(type) ? 'link/put-back' : 'link/put', { rows }, written, { variant: { LINK: type } }),
  ]),
) as Record<string, RowsQuery>;
const identify = writeQuery('entity/identify', { rows }, written);

/** Writes drafts within a transaction. Doing it twice changes nothing. */
export function writeDrafts(run: Run, drafts: Drafts, stamp: Stamp): Promise<void> {
  return draftWriter(drafts, stamp)(run);
}

/**
 * Works out what is to be written of drafts, outside the transaction that then does it: the entities, what joins them, and what follows from that.
 * What is there is asked for first, and the rest is made; should another writer make the same in the meantime, the whole is done again.
 * Who knows of entities that they are new (`isNew`) saves asking for them, until it turns out otherwise.
 */
export function draftWriter({ nodes, links, keys = [] }: Drafts, stamp: Stamp, isNew: (node: NodeDraft) => boolean = () => false): (run: Run) => Promise<void> {
  const drafted = new Map(nodes.map((node) => [node.id, node]));
  const owners = ownersOf(links);
  const entities = new Map([...drafted].map(([id, node]) => [id, { id, label: node.label, properties: stored(node, drafted, owners, stamp) }] as const));
  const drawn = links.map((link) => rowOf(link, stamp, entities.get(link.from)?.properties));
  const joined = distinct([...drawn, ...drawn.flatMap((row) => evidenceRows(row, row.properties.evidence))]);

  const listed = unique(orderedFrom(links)).map(asRow);
  const sources = unique(links.flatMap((link) => sourceOf(link) ?? [])).map(asRow);
  const evidence = unique(links.flatMap((link) => link.evidence ?? [])).map(asRow);

  let doubtful = [...drafted.values()].filter((node) => !isNew(node)).map(({ id }) => id);
  return async (run) => {
    const isThere = new Set((await run(idsKnown, { ids: doubtful })).map(({ id }) => id));
    doubtful = [...drafted.keys()]; // When it is done again, nothing is certain any more.
    const isMade = (id: string) => drafted.has(id) && !isThere.has(id);
    const reports = unique(links.flatMap((link) => followed(link, isMade))).map(asRow);
    const isFresh = ({ from, to }: LinkRow) => isMade(from) || isMade(to);
    const made = [...entities.values()].filter(({ id }) => isMade(id));
    const fresh = joined.filter(isFresh);
    const old = joined.filter((link) => !isFresh(link)); // Between ends that were there, there may be one already.

    // Sent without waiting for each other: the engine has the next at hand when it is done with one.
    await Promise.all([
      runRows(run, makeEntities, made),
      runRows(run, makeLinks, fresh),
      ...[...grouped(old, ({ type }) => type)].map(([type, some]) => runRows(run, putLinks[type] as RowsQuery, some)),
      runRows(run, markSources, sources),
      ...ownerProperties.map((property) => runRows(run, own[property], lateOwners(links, property, isMade))),
      runRows(run, followReports, reports),
      runRows(run, dateLinks, [...reports, ...evidence]),
      runRows(
        run,
        orderLinks,
        listed.filter(({ id }) => !isMade(id)),
      ),
      runRows(run, identify, [...keys]),
    ]);
  };
}

/** A link with what it carries, and with its place in the lists of its end when what it begins at (`begins`) is drafted too. */
function rowOf(link: LinkDraft, stamp: Stamp, begins: Values | undefined) {
  const properties = storedLink(link, stamp);
  const disc = properties.disc as string;
  return { type: link.type, from: link.from, to: link.to, disc, properties, place: placeOf(link, disc, begins) };
}

function asRow(id: string) {
  return { id };
}

/** Entities that were there before, and whose owner the links tell. */
function lateOwners(links: readonly LinkDraft[], property: OwnerProperty, isMade: (id: string) => boolean) {
  return links.flatMap((link) => {
    const known = ownedBy(link);
    return known?.property === property && !isMade(known.owned) ? [{ id: known.owned, owner: known.owner }] : [];
  });
}

/** The report whose claims have to follow it, because one of the two was there before the link. */
function followed({ type, from, to }: LinkDraft, isMade: (id: string) => boolean): string[] {
  if (type === 'CONTAINS') return isMade(from) && isMade(to) ? [] : [from];
  return type === 'PUBLISHED' && !isMade(to) ? [to] : [];
}

/** Rows that draw different relationships: of several for the same one, the first. */
function distinct<Row extends LinkRow>(drawn: readonly Row[]): Row[] {
  return [...grouped(drawn, ({ type, from, to, disc }) => linkIdOf(type, from, to, disc)).values()].map(([first]) => first as Row);
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
