import { z } from 'zod';
import type { Run } from '../graph/graph.ts';
import { linkTypes, relationship } from '../graph/model.ts';
import { type Query, writeQuery } from '../graph/query.ts';
import { type OwnerProperty, ownerProperties } from '../graph/relationship.ts';
import { idPrefixes, type Label } from '../ids.ts';
import { datedOrders, derived, discriminator, type InnerType, type LinkDraft, type NodeDraft, type Value, type Values } from './draft.ts';

/** What is to be in the graph after a write: what is there already stays as it is. */
export interface Drafts {
  readonly nodes: readonly NodeDraft[];
  readonly links: readonly LinkDraft[];
  /** Further external keys of entities that are there. */
  readonly keys?: readonly { readonly id: string; readonly key: string }[];
}

/** When and by whom it is recorded. */
export interface Stamp {
  readonly at: string;
  readonly by: string;
}

const rows = z.array(z.record(z.string(), z.unknown()));
const written = { written: z.int() };
type Put = Query<{ rows: object[] }, { written: number }>;

const innerTypes: readonly InnerType[] = ['IN_DYAD', 'IN_CONFLICT', 'SIDE_A', 'SIDE_B', 'DERIVED_FROM'];
/** Relationships that begin at a hub: a source has thousands of reports, and a report one publisher. */
const fromHub: ReadonlySet<string> = new Set(['PUBLISHED', 'CONTAINS']);

const putNodes = Object.fromEntries(
  Object.keys(idPrefixes).map((label) => [label, writeQuery('entity/put', { rows }, written, { variant: { LABEL: label } })]),
) as Record<Label, Put>;
const putLinks = Object.fromEntries(
  [...linkTypes, ...innerTypes].map((type) => [
    type,
    writeQuery(fromHub.has(type) ? 'link/put-back' : 'link/put', { rows }, written, { variant: { LINK: type } }),
  ]),
) as Record<LinkDraft['type'], Put>;
const own = Object.fromEntries(
  ownerProperties.map((property) => [property, writeQuery('link/own', { rows }, written, { variant: { OWNER: property } })]),
) as Record<OwnerProperty, Put>;
const identify = writeQuery('entity/identify', { rows }, written);
const markSources = writeQuery('entity/mark-source', { ids: z.array(z.string()) }, written);
const followReports = writeQuery('claim/follow-report', { reports: z.array(z.string()) }, written);

const toSource: ReadonlySet<string> = new Set(['ATTRIBUTED_TO', 'BY']);

/** Writes drafts within a transaction: one statement for each label and each relationship type among them. Doing it twice changes nothing. */
export async function writeDrafts(run: Run, { nodes, links, keys = [] }: Drafts, stamp: Stamp): Promise<void> {
  const fresh = new Map(nodes.map((node) => [node.id, node]));
  const owners = ownersOf(links);

  for (const [label, some] of grouped(fresh.values(), ({ label }) => label)) {
    await run(putNodes[label], { rows: some.map((node) => ({ id: node.id, properties: stored(node, fresh, owners, stamp) })) });
  }
  for (const [type, some] of grouped(links, ({ type }) => type)) await run(putLinks[type], { rows: some.map((link) => linkRow(link, stamp)) });

  const sources = new Set(links.flatMap(({ type, from, to }) => (type === 'PUBLISHED' ? [from] : toSource.has(type) ? [to] : [])));
  if (sources.size > 0) await run(markSources, { ids: [...sources] });

  for (const property of ownerProperties) {
    const late = [...owners].flatMap(([id, known]) => (fresh.has(id) || !known[property] ? [] : [{ id, owner: known[property] }]));
    if (late.length > 0) await run(own[property], { rows: late });
  }
  const followed = links.flatMap(({ type, from, to }) =>
    type === 'CONTAINS' && !(fresh.has(from) && fresh.has(to)) ? [from] : type === 'PUBLISHED' && !fresh.has(to) ? [to] : [],
  );
  if (followed.length > 0) await run(followReports, { reports: [...new Set(followed)] });
  if (keys.length > 0) await run(identify, { rows: [...keys] });
}

type Owners = Map<string, Partial<Record<OwnerProperty, string>>>;

/** Which ids each entity keeps of those that own it, as the links say. */
function ownersOf(links: readonly LinkDraft[]): Owners {
  const owners: Owners = new Map();
  for (const { type, from, to } of links) {
    const owner = linkTypes.includes(type as never) ? relationship(type as never).owner : undefined;
    if (!owner) continue;
    const [owned, id] = owner.end === 'to' ? [to, from] : [from, to];
    owners.set(owned, { ...owners.get(owned), [owner.property]: id });
  }
  return owners;
}

function stored(node: NodeDraft, fresh: ReadonlyMap<string, NodeDraft>, owners: Owners, { at, by }: Stamp): Values {
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
  const day = report ? report.properties.publishedAt : properties.assertedAt;
  return { ...datedOrders(id, typeof day === 'string' ? day : null), publisherId: owners.get(reportId ?? '')?.publisherId };
}

function linkRow(link: LinkDraft, { at, by }: Stamp) {
  const disc = discriminator(link);
  return {
    from: link.from,
    to: link.to,
    disc,
    properties: present({
      ...link.properties,
      role: link.role,
      evidence: link.evidence?.length ? link.evidence : null,
      note: link.note,
      disc,
      recordedAt: at,
      recordedBy: by,
    }),
  };
}

/** Neither engine keeps a null; leaving it out says the same and is smaller. */
function present(values: Record<string, Value>): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}

/** Items by what `keyOf` says of them, in the order they came. */
function grouped<Key, Item>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
