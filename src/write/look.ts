import { joinsLike } from '../claim/series.ts';
import { discriminator, type NodeDraft, type Values } from '../entity/draft.ts';
import { withoutPlace } from '../entity/stored.ts';
import type { Run } from '../graph/graph.ts';
import { type LinkType, relationship } from '../graph/model.ts';
import { entityLabels, idFromKey } from '../ids.ts';
import { type LookRow, lookQuery, seenQuery } from './look-query.ts';
import { type FoundLink, idOfLink, type Looked } from './looked.ts';
import type { Plan, Wanted, WantedLink } from './plan.ts';

/** What else a mutation wants to see beside its plan. */
export interface Also {
  readonly idempotencyKey?: string | null | undefined;
  /** Links between ids. */
  readonly links?: readonly { readonly type: string; readonly from: string; readonly to: string; readonly disc: string }[];
  /** Entities of which every link is wanted. */
  readonly every?: readonly string[];
  /** Entities of which the links are wanted that there may be only one of. */
  readonly single?: readonly string[];
}

/** Reads, and locks, all that a plan is about, in one round trip. */
export async function look(run: Run, plan: Plan, also: Also = {}): Promise<Looked> {
  const ids = idsOf(plan);
  const acyclic = plan.links.filter(({ type }) => relationship(type).acyclic);
  const endsOf = (isOf: (type: LinkType) => boolean) => new Set(plan.links.filter(({ type }) => isOf(type)).flatMap(({ from, to }) => [from, to]));
  const [replacing, compared] = [endsOf((type) => type === 'SUPERSEDES'), endsOf(joinsLike)];
  const wanted = {
    locks: [...new Set(acyclic.map(({ type }) => `lock:${type}`))].sort(),
    entities: [...once(plan.wanted).map((one) => wantedRow(one, compared)), ...plan.makes.map(({ draft }) => makeRow(draft.id, draft.keys[0]))],
    requests: also.idempotencyKey == null ? [] : [also.idempotencyKey],
    links: [...plan.links.flatMap((link) => exactly(link, ids)), ...(also.links ?? []).map(nearest)],
    single: [...new Set([...(also.single ?? []), ...plan.links.flatMap((link) => singleEnds(link, ids))])],
    // What makes claims one series: all they say, and where their links lead.
    every: [...new Set([...(also.every ?? []), ...[...replacing].flatMap(ids)])],
    chains: acyclic.flatMap(({ type, to }) => ids(to).map((id) => ({ type, id }))),
  };
  return gathered(await run(lookQuery, { wanted }));
}

/** What of an entity with a key, and of links between ids, is to be seen. */
export interface Sight {
  /** Drafts of which one may be there, under its key. */
  readonly drafts?: readonly NodeDraft[];
  /** Entities of which those links are wanted that they may have one of. */
  readonly single?: readonly string[];
  /** From where links of a type are followed. */
  readonly chains?: readonly { readonly type: string; readonly id: string }[];
  /** Entities of which every link is wanted. */
  readonly every?: readonly string[];
}

/** Reads the like for who writes later and locks nothing; `wholly` says of which drafts all is wanted that is kept. */
export async function sight(read: Run, { drafts = [], single = [], chains = [], every = [] }: Sight, wholly: (draft: NodeDraft) => boolean): Promise<Looked> {
  const entities = drafts.map((draft) => ({ ...makeRow(draft.id, draft.keys[0]), whole: wholly(draft) }));
  return gathered(await read(seenQuery, { wanted: { entities, single: [...single], chains: [...chains], every: [...every] } }));
}

type Ids = (name: string) => readonly string[];

/** The ids that a name may turn out to be. */
function idsOf({ wanted }: Plan): Ids {
  const known = new Map(wanted.map(({ name, ids }) => [name, ids]));
  return (name) => known.get(name) ?? [name];
}

/** Each name once; as a whole where anybody wants the whole. */
function once(wanted: readonly Wanted[]): readonly Wanted[] {
  const byName = new Map<string, Wanted>();
  for (const one of wanted) if (one.whole || !byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()];
}

function wantedRow({ name, ids, key, whole = false }: Wanted, compared: ReadonlySet<string>) {
  return { name, ids, key, whole: whole || compared.has(name) };
}

/** A key belongs to one entity, whatever its kind: an entity of another kind may have it already. */
function makeRow(name: string, key: string | undefined) {
  if (key === undefined) return { name, ids: [name], key: null, whole: true };
  return { name, ids: entityLabels.map((label) => idFromKey(label, key)), key, whole: true };
}

function exactly({ type, from, to, role, evidence = [] }: WantedLink, ids: Ids) {
  const disc = discriminator({ role, evidence });
  return ids(from).flatMap((one) => ids(to).map((other) => nearest({ type, from: one, to: other, disc })));
}

/** Engines begin at the near end, which should have the fewer links. */
function nearest({ type, from, to, disc }: { type: string; from: string; to: string; disc: string }) {
  return type === 'PUBLISHED' || type === 'CONTAINS' ? { type, near: to, far: from, disc } : { type, near: from, far: to, disc };
}

/** The ends that may have only one such link. */
function singleEnds({ type, from, to }: WantedLink, ids: Ids): readonly string[] {
  const { each } = relationship(type);
  return [...(each.from === 'one' ? ids(from) : []), ...(each.to === 'one' ? ids(to) : [])];
}

function gathered(rows: readonly LookRow[]): Looked {
  const named = new Map<string, { id: string; properties: Values }>();
  const entities = new Map<string, Values>();
  const links = new Map<string, FoundLink>();
  const steps: Looked['steps'][number][] = [];
  let request: Looked['request'] = null;

  for (const { kind, key, from, to, type, properties } of rows as Found[]) {
    if (kind === 'request') request = { input: key, at: type, answer: String(properties.answer) };
    if (kind === 'entity') {
      named.set(key, { id: from, properties });
      entities.set(from, { ...entities.get(from), ...properties });
    }
    if (kind === 'link') {
      const link = { type: type as LinkType, from, to, properties: withoutPlace(properties) };
      links.set(idOfLink(link), link);
    }
    if (kind === 'step') steps.push({ type: type as LinkType, from, to, labels: properties });
  }
  return { request, named, entities, links: [...links.values()], steps };
}

/** Which columns are filled follows from the kind, as the files in cypher/look/ say. */
interface Found {
  readonly kind: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly properties: Values;
}
