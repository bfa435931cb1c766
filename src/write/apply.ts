import { derived, type LinkDraft, type NodeDraft, type Values } from '../entity/draft.ts';
import { evidenceRows, orderedFrom, ordersOfClaim, ownedBy, ownersOf, present, sourceOf, stored } from '../entity/stored.ts';
import { type OwnerProperty, ownerProperties } from '../graph/relationship.ts';
import type { ChangeableLabel } from '../ids.ts';
import { labelOf } from '../ids.ts';
import { readLinkId } from '../link/ref.ts';
import { type Change, isLinkChange, type LinkChange } from './changes.ts';

/** Changes as rows of the statement that writes them, by its parts, and the entities as they then are. */
export interface Applied {
  readonly rows: Readonly<Record<string, readonly object[]>>;
  readonly after: ReadonlyMap<string, Values>;
}

interface LinkParts {
  readonly type: LinkDraft['type'];
  readonly from: string;
  readonly to: string;
  readonly disc: string;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Works out all that changes bring with them: what follows from properties, what ends keep of their links, what claims take from their report. */
export function applied(changes: readonly Change[], before: ReadonlyMap<string, Values>): Applied {
  const links = changes.filter(isLinkChange).map(partsOf);
  const entities = changes.flatMap((change) => (isLinkChange(change) ? [] : [change]));
  const drawn = links.filter(({ before }) => before === null);
  const gone = links.filter(({ after }) => after === null);

  const made = entities.filter(({ before }) => before === null).map(({ entity, after }) => draftOf(entity, after ?? {}));
  const fresh = new Map(made.map(({ draft }) => [draft.id, draft]));
  const owners = ownersOf(drawn);
  const madeRows = made.map(({ draft, kept }) => ({
    id: draft.id,
    label: draft.label,
    properties: { ...stored(draft, fresh, owners, { at: '', by: '' }), ...kept },
  }));
  const removed = entities.filter(({ after }) => after === null).map(({ entity }) => entity);
  const changed = entities
    .filter(({ before, after }) => before !== null && after !== null)
    .map(({ entity, after }) => ({ id: entity, properties: withDerived(entity, before.get(entity) ?? {}, after ?? {}) }));

  const owned = ownedAfter(drawn, gone, fresh, new Set(removed));
  const orphans = gone.filter(({ type, to }) => type === 'CONTAINS' && !removed.includes(to) && !owned.get(to)?.reportId).map(({ to }) => to);
  const sources = (some: readonly LinkParts[]) => [...new Set(some.flatMap((link) => sourceOf(link) ?? []))].map((id) => ({ id }));
  const marked = sources(drawn);
  const reports = followed(drawn, gone, changed, fresh, new Set(removed));
  const evidence = drawn.flatMap(({ after }) => (after?.evidence ?? []) as readonly string[]);

  return {
    rows: {
      makeEntities: madeRows,
      changeEntities: changed,
      removeLinks: gone.flatMap((link) => [asRow(link), ...evidenceRows(link, link.before?.evidence)]),
      makeLinks: drawn.flatMap((link) => [{ ...asRow(link), properties: link.after }, ...evidenceRows(link, link.after?.evidence)]),
      changeLinks: links.filter((link) => link.before && link.after).map((link) => ({ ...asRow(link), properties: link.after })),
      markSources: marked,
      unmarkSources: sources(gone).filter(({ id }) => !removed.includes(id) && !marked.some((source) => source.id === id)),
      ...Object.fromEntries(ownerProperties.map((property) => [property, ownerRows(owned, property)])),
      followReports: reports.map((id) => ({ id })),
      changeClaims: orphans.map((id) => ({ id, properties: { ...ordersOfClaim(id, before.get(id)?.assertedAt), publisherId: null } })),
      orderLinks: [...new Set([...orderedFrom(drawn), ...changed.map(({ id }) => id)])].map((id) => ({ id })),
      dateLinks: [...new Set([...reports, ...orphans, ...evidence])].map((id) => ({ id })),
      removeEntities: removed.map((id) => ({ id })),
    },
    after: afterwards(before, [...madeRows, ...changed], owned),
  };
}

function partsOf(change: LinkChange): LinkParts {
  const parts = readLinkId(change.link);
  if (!parts) throw new Error(`A change of the link "${change.link}", which is no link's id.`);
  return { ...parts, before: change.before, after: change.after };
}

function asRow({ type, from, to, disc }: LinkParts) {
  return { type, from, to, disc };
}

/** What was given of an entity, and what was noted when it was recorded. */
function draftOf(id: string, after: Values): { draft: NodeDraft; kept: Values } {
  const { keys, recordedAt, recordedBy, updatedAt, ...properties } = after;
  return {
    draft: { id, label: labelOf(id) as ChangeableLabel, keys: (keys ?? []) as readonly string[], properties },
    kept: present({ recordedAt, recordedBy, updatedAt }),
  };
}

/** A claim's label and order never change, for it is never edited. */
function withDerived(id: string, before: Values, after: Values): Values {
  const label = labelOf(id) as ChangeableLabel;
  if (label === 'Claim') return after;
  return { ...after, ...derived({ id, label, keys: [], properties: { ...before, ...after } }) };
}

type Owned = ReadonlyMap<string, Partial<Record<OwnerProperty, string | null>>>;

/** What entities that stay keep of their owners: of a link that is gone nothing, of a new one its far end. */
function ownedAfter(drawn: readonly LinkParts[], gone: readonly LinkParts[], fresh: ReadonlyMap<string, NodeDraft>, removed: ReadonlySet<string>): Owned {
  const owned = new Map<string, Partial<Record<OwnerProperty, string | null>>>();
  for (const link of [...gone, ...drawn]) {
    const own = ownedBy(link);
    if (!own || fresh.has(own.owned) || removed.has(own.owned)) continue;
    owned.set(own.owned, { ...owned.get(own.owned), [own.property]: link.after === null ? null : own.owner });
  }
  return owned;
}

function ownerRows(owned: Owned, property: OwnerProperty) {
  return [...owned].flatMap(([id, known]) => (property in known ? [{ id, owner: known[property] ?? null }] : []));
}

/** The reports whose claims have to follow: theirs, their publisher or their date is another now. */
function followed(
  drawn: readonly LinkParts[],
  gone: readonly LinkParts[],
  changed: readonly { id: string; properties: Values }[],
  fresh: ReadonlyMap<string, NodeDraft>,
  removed: ReadonlySet<string>,
): string[] {
  const ofLinks = [
    ...drawn.filter(({ type, from, to }) => type === 'CONTAINS' && !(fresh.has(from) && fresh.has(to))).map(({ from }) => from),
    ...[...drawn, ...gone].filter(({ type, to }) => type === 'PUBLISHED' && !fresh.has(to) && !removed.has(to)).map(({ to }) => to),
  ];
  const dated = changed.filter(({ id, properties }) => labelOf(id) === 'Report' && 'publishedAt' in properties).map(({ id }) => id);
  return [...new Set([...ofLinks, ...dated])];
}

function afterwards(before: ReadonlyMap<string, Values>, written: readonly { id: string; properties: Values }[], owned: Owned): Map<string, Values> {
  const after = new Map(before);
  for (const { id, properties } of written) after.set(id, { ...after.get(id), ...properties });
  for (const [id, owners] of owned) after.set(id, { ...after.get(id), ...owners });
  return after;
}
