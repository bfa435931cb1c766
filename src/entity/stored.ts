import { type LinkType, linkTypes, orderedTypes, relationship } from '../graph/model.ts';
import type { OwnerProperty } from '../graph/relationship.ts';
import { linkIdOf } from '../link/ref.ts';
import { datedOrders, derived, discriminator, type LinkDraft, type NodeDraft, type Value, type Values } from './draft.ts';

/** When and by whom it is recorded. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** Which ids each entity keeps of those that own it. */
export type Owners = ReadonlyMap<string, Partial<Record<OwnerProperty, string>>>;

/** The end of a link that keeps the other's id, as the model says. */
export function ownedBy({ type, from, to }: Pick<LinkDraft, 'type' | 'from' | 'to'>): { owned: string; property: OwnerProperty; owner: string } | null {
  const owner = linkTypes.includes(type as LinkType) ? relationship(type as LinkType).owner : undefined;
  if (!owner) return null;
  return owner.end === 'to' ? { owned: to, property: owner.property, owner: from } : { owned: from, property: owner.property, owner: to };
}

export function ownersOf(links: readonly LinkDraft[]): Owners {
  const owners = new Map<string, Partial<Record<OwnerProperty, string>>>();
  for (const link of links) {
    const own = ownedBy(link);
    if (own) owners.set(own.owned, { ...owners.get(own.owned), [own.property]: own.owner });
  }
  return owners;
}

const ordered: ReadonlySet<string> = new Set(orderedTypes);

/** Where those links begin that keep their place in the lists of their end. */
export function orderedFrom(links: readonly Pick<LinkDraft, 'type' | 'from'>[]): string[] {
  return links.flatMap(({ type, from }) => (ordered.has(type) ? [from] : []));
}

/** A link's place in the lists of its end, as cypher/link/order keeps it: claims stand by label alone, their dates follow their report. */
export function placeOf({ type, to }: LinkDraft, disc: string, begins: Values | undefined): Values {
  if (begins === undefined || !ordered.has(type)) return {};
  const place = { endId: to, byLabel: `${begins.byLabel}${disc}` };
  return begins.claimType === undefined ? { ...place, byNewest: `${begins.byNewest}${disc}`, byOldest: `${begins.byOldest}${disc}` } : place;
}

/** What a link carries, without its place in the lists of its end. */
export function withoutPlace({ endId, byLabel, byNewest, byOldest, ...carried }: Values): Values {
  return carried;
}

/** The source that a link makes one: who publishes, or whose word it is. */
export function sourceOf({ type, from, to }: Pick<LinkDraft, 'type' | 'from' | 'to'>): string | null {
  if (type === 'PUBLISHED') return from;
  return type === 'ATTRIBUTED_TO' || type === 'BY' ? to : null;
}

/** All that is kept of an entity: what it was given, and what follows from that and from the links it comes with. */
export function stored(node: NodeDraft, fresh: ReadonlyMap<string, NodeDraft>, owners: Owners, { at, by }: Stamp): Values {
  const owned = owners.get(node.id) ?? {};
  return present({
    ...node.properties,
    ...derived(node),
    ...owned,
    ...(node.label === 'Claim' ? fromReport(node, owned.reportId, fresh, owners) : {}),
    id: node.id,
    keys: node.keys,
    recordedAt: at,
    recordedBy: by,
    updatedAt: at,
  });
}

/** A claim stands in time where its report does; without a report, when it was asserted. */
function fromReport({ id, properties }: NodeDraft, reportId: string | undefined, fresh: ReadonlyMap<string, NodeDraft>, owners: Owners): Values {
  const report = reportId === undefined ? undefined : fresh.get(reportId);
  return { ...ordersOfClaim(id, report ? report.properties.publishedAt : properties.assertedAt), publisherId: owners.get(reportId ?? '')?.publisherId };
}

export function ordersOfClaim(id: string, day: Value): Values {
  return datedOrders(id, typeof day === 'string' ? day : null);
}

/** What a link carries when it is recorded. */
export function storedLink(link: LinkDraft, { at, by }: Stamp): Values {
  return present({
    ...link.properties,
    role: link.role,
    evidence: link.evidence?.length ? [...link.evidence].sort() : null,
    note: link.note,
    disc: discriminator(link),
    recordedAt: at,
    recordedBy: by,
  });
}

export interface LinkRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly disc: string;
}

/** The way back from each claim to the link that rests on it. */
export function evidenceRows({ type, from, to, disc }: LinkRow, evidence: Value): (LinkRow & { properties: Values })[] {
  const link = linkIdOf(type, from, to, disc);
  return ((evidence ?? []) as readonly string[]).map((claim) => ({ type: 'EVIDENCE_FOR', from: claim, to: from, disc: link, properties: { disc: link } }));
}

/** Neither engine keeps a null; leaving it out says the same and is smaller. */
export function present(values: Values): Values {
  const kept: Record<string, Value> = {};
  for (const name in values) if (values[name] !== null && values[name] !== undefined) kept[name] = values[name];
  return kept;
}

/** Items by what `keyOf` says of them, in the order they came. */
export function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
