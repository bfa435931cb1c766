import { type Counted, refuseUnlike } from '../claim/series.ts';
import { discriminator, type NodeDraft, type Values } from '../entity/draft.ts';
import { grouped, type Stamp, stored, storedLink } from '../entity/stored.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { type LinkType, linkTypes, relationship } from '../graph/model.ts';
import { type ChangeableLabel, labelOf } from '../ids.ts';
import { linkIdOf } from '../link/ref.ts';
import { checkLink } from '../link/rules.ts';
import { type Change, same } from './changes.ts';
import { isShorterThan, wayBack } from './cycles.ts';
import type { FoundLink, Looked } from './looked.ts';
import type { Make, Plan, WantedLink } from './plan.ts';

/** What comes of a plan, once it is known what is there: the changes, and what each of its names and links turned out to be. */
export interface Settled {
  readonly changes: readonly Change[];
  readonly idOf: (name: string) => string;
  readonly links: readonly SettledLink[];
  readonly made: ReadonlySet<string>;
}

export interface SettledLink extends FoundLink {
  readonly isNew: boolean;
}

/** What is wrong with one of a plan's links; without it the first thing that is wrong is thrown. */
export type OnLinkError = (index: number, error: Error) => void;

/** Decides what a plan changes, or throws what stands against it. */
export function settle(plan: Plan, looked: Looked, stamp: Stamp, onLinkError?: OnLinkError): Settled {
  const makes = settledMakes(plan.makes, looked);
  const { idOf, missing } = namesResolved(plan, looked, makes);
  for (const error of missing.values()) if (!onLinkError) throw error;
  const labels = new Map([...[...looked.entities].map(([id, { label }]) => [id, String(label)] as const), ...makes.fresh.map(labelled)]);
  const board = linkBoard(looked, (id) => labels.get(id) ?? id);

  const tried = <Found>(index: number, attempt: () => Found): Found[] => {
    try {
      return [attempt()];
    } catch (error) {
      if (!onLinkError) throw error;
      onLinkError(index, error as Error);
      return [];
    }
  };
  const placedLinks = plan.links.flatMap((wanted, index) =>
    tried(index, () => {
      for (const name of [wanted.from, wanted.to, ...(wanted.evidence ?? [])]) refuseMissing(missing, name);
      return { link: placed(wanted, idOf, board, stamp, makes.existing), wanted, index };
    }),
  );
  const claims = claimsOn(board, looked, makes);
  // Once all are placed, for what a claim is about may come after what it replaces.
  const links = placedLinks.flatMap(({ link, wanted, index }) =>
    tried(index, () => {
      if (link.isNew) refuseUnlike(link, claims, wanted.far ?? [...wanted.path, 'to']);
      return link;
    }),
  );

  return {
    changes: [...makes.fresh.map((draft) => madeEntity(draft, stamp)), ...links.filter(({ isNew }) => isNew).map(madeLink)],
    idOf,
    links,
    made: new Set(makes.fresh.map(({ id }) => id)),
  };
}

/** A claim as it would be: what is found or made of it, and all links that begin at it. */
function claimsOn(board: Board, looked: Looked, { fresh }: Makes): (id: string) => Counted {
  const made = new Map(fresh.map(({ id, properties }) => [id, properties]));
  const links = grouped(board.links.values(), ({ from }) => from);
  return (id) => ({
    properties: looked.entities.get(id) ?? made.get(id) ?? {},
    links: links.get(id) ?? [],
  });
}

function refuseMissing(missing: ReadonlyMap<string, Error>, name: string): void {
  const error = missing.get(name);
  if (error) throw error;
}

function labelled(draft: NodeDraft): [string, string] {
  return [draft.id, String(stored(draft, new Map(), new Map(), { at: '', by: '' }).label)];
}

interface Makes {
  readonly fresh: readonly Make['draft'][];
  /** By the id that a draft would have had: the id of what is there already. */
  readonly existing: ReadonlyMap<string, string>;
}

function settledMakes(makes: readonly Make[], looked: Looked): Makes {
  const fresh = new Map<string, Make['draft']>();
  const existing = new Map<string, string>();
  const told = new Map<string, Told>();
  for (const { draft: given, existing: may, completed, path } of makes) {
    const draft = completed ? { ...given, properties: { ...given.properties, ...completed(looked) } } : given;
    const there = looked.named.get(draft.id);
    if (there) refuseOther(draft, there, may);
    const name = draft.keys[0] ?? draft.id;
    const before = told.get(name);
    if (before) refuseToldOtherwise({ draft, path }, before);
    else told.set(name, { draft, path });
    if (there) existing.set(draft.id, there.id);
    else if (!before) fresh.set(draft.id, draft);
  }
  return { fresh: [...fresh.values()], existing };
}

/** What one part of the input says of an entity. */
type Told = Pick<Make, 'draft' | 'path'>;

/** Refuses a part of the input whose key stands for another kind of entity in a part before it, or that says of it what that does not. */
function refuseToldOtherwise(
  {
    draft: {
      label,
      keys: [key],
      properties,
    },
    path,
  }: Told,
  before: Told,
): void {
  const [kind, kindBefore] = [label.toLowerCase(), before.draft.label.toLowerCase()];
  const [at, atBefore] = [path.join('.'), before.path.join('.')];
  if (kind !== kindBefore)
    throw new ConflictError(`The key "${key}" already stands for ${aOrAn(kindBefore)}, in ${atBefore}, and cannot stand for ${aOrAn(kind)} too, in ${at}.`);
  const other = differing(properties, before.draft.properties);
  const [name] = other;
  if (name === undefined) return;
  throw new ConflictError(
    `The ${kind} ${key ? `with the key "${key}" ` : ''}is told twice, in ${atBefore} and ${at}, but differs in ${other.join(', ')}: ${name} is ${shown(before.draft.properties[name])}, not ${shown(properties[name])}.`,
  );
}

function aOrAn(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** The names of what is given and is not so there. */
function differing(given: Values, there: Values): string[] {
  return Object.keys(given).filter((name) => given[name] != null && !same(given[name], there[name]));
}

/** Refuses an entity whose key stands for one of another kind, or for one that was told otherwise. */
function refuseOther({ label, keys: [key], properties }: Make['draft'], there: { id: string; properties: Values }, may: Make['existing']): void {
  const kind = labelOf(there.id);
  if (kind !== label)
    throw new ConflictError(
      `The key "${key}" already stands for ${aOrAn(String(kind).toLowerCase())}, ${there.id}, and cannot stand for ${aOrAn(label.toLowerCase())} too.`,
      there.id,
    );
  if (may === 'any') return;
  const other = differing(properties, there.properties);
  if (other.length === 0) return;
  const [name] = other as [string];
  throw new ConflictError(
    `The ${label.toLowerCase()} ${key ? `with the key "${key}" ` : ''}is there already, ${there.id}, but differs in ${other.join(', ')}: ${name} is ${shown(there.properties[name])}, not ${shown(properties[name])}.`,
    there.id,
  );
}

function shown(value: unknown): string {
  const text = value == null ? 'not known' : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function namesResolved(
  plan: Plan,
  looked: Looked,
  { fresh, existing }: Makes,
): { idOf: (name: string) => string; missing: ReadonlyMap<string, NotFoundError> } {
  const missing = new Map<string, NotFoundError>();
  const ids = new Map<string, string>(fresh.map(({ id }) => [id, id]));
  for (const [name, id] of existing) ids.set(name, id);
  for (const { name, ids: candidates, labels, kind, given } of plan.wanted) {
    const found = looked.named.get(name)?.id ?? candidates.find((id) => ids.has(id));
    if (found !== undefined && labels.includes(labelOf(found) as ChangeableLabel)) ids.set(name, found);
    else missing.set(name, new NotFoundError(kind, given));
  }
  return { idOf: (name) => ids.get(name) ?? name, missing };
}

/** The links as they would be, so that each new one is judged beside those before it. */
interface Board {
  readonly links: Map<string, SettledLink>;
  /** By type and end: the one link that there may be. */
  readonly only: Map<string, FoundLink>;
  readonly steps: Map<LinkType, Map<string, Set<string>>>;
  /** Where relationships lead on in the graph as it was found. */
  readonly found: Map<LinkType, Map<string, Set<string>>>;
  readonly labelOf: (id: string) => string;
}

function linkBoard(looked: Looked, labelOf: Board['labelOf']): Board {
  const labels = new Map(looked.steps.flatMap(({ from, to, labels }) => [[from, String(labels.from)] as const, [to, String(labels.to)] as const]));
  const board: Board = { links: new Map(), only: new Map(), steps: new Map(), found: new Map(), labelOf: (id) => labels.get(id) ?? labelOf(id) };
  // Everything that is joined to something has been looked for where that is retracted: what lies behind the entities is no link of theirs.
  for (const link of looked.links) if (linkTypes.includes(link.type)) put(board, { ...link, isNew: false });
  for (const { type, from, to } of looked.steps) {
    step(board.steps, type, from, to);
    step(board.found, type, from, to);
  }
  return board;
}

function put(board: Board, link: SettledLink): void {
  const { each, acyclic } = relationship(link.type);
  board.links.set(keyOf(link), link);
  if (each.from === 'one') board.only.set(`${link.type} from ${link.from}`, link);
  if (each.to === 'one') board.only.set(`${link.type} to ${link.to}`, link);
  if (acyclic) step(board.steps, link.type, link.from, link.to);
}

function step(all: Board['steps'], type: LinkType, from: string, to: string): void {
  const steps = all.get(type) ?? new Map<string, Set<string>>();
  all.set(type, steps);
  const next = steps.get(from) ?? new Set();
  steps.set(from, next.add(to));
}

/** What makes a link the same as another: type, ends, role and evidence; where it means the same both ways, the ends in either order. */
function keyOf({ type, from, to, properties }: FoundLink): string {
  const [one, other] = relationship(type).symmetric && from > to ? [to, from] : [from, to];
  return linkIdOf(type, one, other, String(properties.disc));
}

/** The link that a plan wants: the one that is there, or a new one. */
function placed(wanted: WantedLink, idOf: (name: string) => string, board: Board, stamp: Stamp, existing: Makes['existing']): SettledLink {
  const { type, role, evidence = [], note, properties, path } = wanted;
  const link = { type, from: idOf(wanted.from), to: idOf(wanted.to), role, evidence: evidence.map(idOf), note, properties: properties ?? {} };
  checkLink(link, path);

  const asked = { type, from: link.from, to: link.to, properties: { disc: discriminator(link) } };
  const there = board.links.get(keyOf(asked));
  if (there) return refuseChanged(there, { ...link.properties, note });

  const owner = [wanted.from, wanted.to].find((name) => existing.has(name));
  if (owner !== undefined && !wanted.adds) {
    const id = idOf(owner);
    throw new ConflictError(`${id} is there already, but differs in ${path.at(-1)}: it has no ${type} with ${id === link.from ? link.to : link.from}.`, id);
  }
  refuseSecond(board, link);
  refuseCycle(board, link);
  const made: SettledLink = { ...asked, properties: storedLink(link, stamp), isNew: true };
  put(board, made);
  return made;
}

function refuseChanged(there: SettledLink, given: Values): SettledLink {
  const other = differing(given, there.properties);
  if (other.length === 0) return there.isNew ? { ...there, isNew: false } : there;
  const id = linkIdOf(there.type, there.from, there.to, String(there.properties.disc));
  const [name] = other as [string];
  throw new ConflictError(
    `The link ${id} is there already, but differs in ${other.join(', ')}: ${name} is ${shown(there.properties[name])}, not ${shown(given[name])}.`,
    there.from,
  );
}

function refuseSecond(board: Board, { type, from, to }: { type: LinkType; from: string; to: string }): void {
  const { out, in: back } = relationship(type);
  const fromHas = board.only.get(`${type} from ${from}`);
  if (fromHas) throw new ConflictError(`${from} already has ${fromHas.to} as ${out}, and can have only one. Unlink that first.`, fromHas.to);
  const toHas = board.only.get(`${type} to ${to}`);
  if (toHas) throw new ConflictError(`${to} already has ${toHas.from} as ${back}, and can have only one. Unlink that first.`, toHas.from);
}

/** How far cypher/look/chain.cypher and net.cypher follow what leads on: what is longer might come back unseen, so nothing is added to it. */
const inARow = 1000;
const furthest: Partial<Record<LinkType, number>> = { WITHIN: 12, SUCCEEDS: 12 };

function refuseCycle(board: Board, { type, from, to }: { type: LinkType; from: string; to: string }): void {
  if (!relationship(type).acyclic) return;
  const way = wayBack(board.steps.get(type) ?? new Map(), from, to);
  if (!way && isShorterThan(furthest[type] ?? inARow, board.found.get(type) ?? new Map(), to)) return;
  if (!way) throw new ConflictError(`${type} leads on from ${to} for more than ${furthest[type] ?? inARow} steps, further than it is followed.`, to);
  const round = [from, ...way].map((id) => `"${board.labelOf(id)}"`).join(' → ');
  throw new ConflictError(`${type} may not lead back to where it begins, but this would: ${round}.`, to);
}

function madeEntity(draft: Make['draft'], { at, by }: Stamp): Change {
  const given = Object.fromEntries(Object.entries(draft.properties).filter(([, value]) => value != null));
  return { entity: draft.id, before: null, after: { ...given, keys: draft.keys, recordedAt: at, recordedBy: by, updatedAt: at } };
}

function madeLink({ type, from, to, properties }: SettledLink): Change {
  return { link: linkIdOf(type, from, to, String(properties.disc)), before: null, after: properties };
}
