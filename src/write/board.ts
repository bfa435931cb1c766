import { discriminator, type Values } from '../entity/draft.ts';
import { present, type Stamp, storedLink } from '../entity/stored.ts';
import { ConflictError, InvalidInputError } from '../errors.ts';
import { type LinkType, linkTypes, relationship } from '../graph/model.ts';
import { checkLink } from '../link/rules.ts';
import { differing, shown } from './changes.ts';
import { past } from './checks.ts';
import { isShorterThan, wayBack } from './cycles.ts';
import { type FoundLink, idOfLink, type Looked } from './looked.ts';
import type { Makes } from './makes.ts';
import type { WantedLink } from './plan.ts';

export interface SettledLink extends FoundLink {
  readonly isNew: boolean;
}

/** The links as they would be, so that each new one is judged beside those before it. */
export interface Board {
  readonly links: Map<string, SettledLink>;
  /** By type and end: the one link that there may be. */
  readonly only: Map<string, FoundLink>;
  readonly steps: Map<LinkType, Map<string, Set<string>>>;
  /** Where relationships lead on in the graph as it was found. */
  readonly found: Map<LinkType, Map<string, Set<string>>>;
  readonly labelOf: (id: string) => string;
  /** When something was taken back, or null. */
  readonly retractedAt: (id: string) => string | null;
}

/** The board as it was found, for a plan whose entities have these names in sentences. */
export function linkBoard(looked: Looked, labelOf: Board['labelOf']): Board {
  const labels = new Map(looked.steps.flatMap(({ from, to, labels }) => [[from, String(labels.from)] as const, [to, String(labels.to)] as const]));
  const board: Board = {
    links: new Map(),
    only: new Map(),
    steps: new Map(),
    found: new Map(),
    labelOf: (id) => labels.get(id) ?? labelOf(id),
    retractedAt: (id) => (looked.entities.get(id)?.retractedAt ?? null) as string | null,
  };
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
  if (each.from === 'one' && occupies(link)) board.only.set(`${link.type} from ${link.from}`, link);
  if (each.to === 'one' && occupies(link)) board.only.set(`${link.type} to ${link.to}`, link);
  if (acyclic) step(board.steps, link.type, link.from, link.to);
}

/**
 * Whether a link takes the place of the only one of its kind. One that was taken back leaves it to another, so that both are kept; but an end
 * that keeps the other's id keeps just one.
 */
export function occupies({ type, properties }: FoundLink): boolean {
  return properties.retractedAt == null || relationship(type).owner !== undefined;
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
  return idOfLink({ type, from: one, to: other, properties });
}

/** The link that a plan wants: the one that is there, or a new one. */
export function placed(wanted: WantedLink, idOf: (name: string) => string, board: Board, stamp: Stamp, existing: Makes['existing']): SettledLink {
  const { type, role, evidence = [], note, properties, path, wasThere } = wanted;
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
  past(link.properties.at as string | undefined, stamp.at, [...path, 'properties', 'at']);
  const made: SettledLink = { ...asked, properties: { ...storedLink(link, stamp), ...present(wasThere ?? {}) }, isNew: true };
  refuseTakenBack(board, link, wanted);
  if (occupies(made)) refuseSecond(board, link);
  refuseContrary(board, link);
  refuseCycle(board, link);
  put(board, made);
  return made;
}

function refuseChanged(there: SettledLink, given: Values): SettledLink {
  const other = differing(given, there.properties);
  if (other.length === 0) return there.isNew ? { ...there, isNew: false } : there;
  const id = idOfLink(there);
  const [name] = other as [string];
  throw new ConflictError(
    `The link ${id} is there already, but differs in ${other.join(', ')}: ${name} is ${shown(there.properties[name])}, not ${shown(given[name])}.`,
    there.from,
  );
}

/** What a link is drawn by the word of: a report contains its claims, a claim replaces another. */
const word: Partial<Record<LinkType, string>> = { CONTAINS: 'contains no further claims', SUPERSEDES: 'replaces nothing' };

type OnEvidence = Pick<FoundLink, 'type' | 'from' | 'to'> & { readonly evidence: readonly string[] };

function refuseTakenBack({ retractedAt }: Board, link: OnEvidence, { path, wasThere }: WantedLink): void {
  if (wasThere?.retractedAt) return;
  const gone = goneEvidence(retractedAt, link);
  // Who draws it anew says what stands; what comes back has lost some of its evidence, maybe, but not all.
  const isGroundless = !wasThere || link.evidence.every((id) => retractedAt(id) !== null);
  if (gone !== null && isGroundless) throw new InvalidInputError([...path, 'evidence'], 'claims that stand, and this one was retracted', gone);
  const reason = goneBeginning(retractedAt, link);
  if (reason !== null) throw new ConflictError(`${link.from} ${reason}. Undo that first.`, link.from);
}

/** Of the claims that a link would rest on, the first that was taken back. */
export function goneEvidence(retractedAt: Board['retractedAt'], { evidence }: OnEvidence): string | null {
  return evidence.find((id) => retractedAt(id) !== null) ?? null;
}

/** What there is to say of where a link begins, when it was taken back and begins nothing more. A claim that was taken back may be in a report that was. */
export function goneBeginning(retractedAt: Board['retractedAt'], { type, from, to }: Pick<FoundLink, 'type' | 'from' | 'to'>): string | null {
  const at = word[type] && retractedAt(from);
  return !at || (type === 'CONTAINS' && retractedAt(to)) ? null : `was retracted, at ${at}, and ${word[type]}`;
}

/** Who only relays a statement does not replace it. */
export const contrary: Partial<Record<LinkType, LinkType>> = { SUPERSEDES: 'REPEATS', REPEATS: 'SUPERSEDES' };

function refuseContrary(board: Board, { type, from, to }: { type: LinkType; from: string; to: string }): void {
  const other = contrary[type];
  if (!other || board.only.get(`${other} from ${from}`)?.to !== to) return;
  throw new ConflictError(`${from} ${other} ${to} already, and a claim that only relays another does not replace it. Unlink that first.`, to);
}

/** Refuses a second one where there may be only one. */
export function refuseSecond(board: Board, { type, from, to }: { type: LinkType; from: string; to: string }): void {
  const { out, in: back } = relationship(type);
  const fromHas = board.only.get(`${type} from ${from}`);
  if (fromHas) throw new ConflictError(`${from} already has ${fromHas.to} as ${out}, and can have only one. Unlink that first.`, fromHas.to);
  const toHas = board.only.get(`${type} to ${to}`);
  if (toHas) throw new ConflictError(`${to} already has ${toHas.from} as ${back}, and can have only one. Unlink that first.`, toHas.from);
}

/**
 * How far cypher/look/chain.cypher and net.cypher follow what leads on: what is longer might come back unseen, so nothing is added to it. Places, and
 * who relays whom, are read no further.
 */
const inARow = 1000;
const furthest: Partial<Record<LinkType, number>> = { WITHIN: 12, SUCCEEDS: 12, REPEATS: 100 };

export function furthestOf(type: LinkType): number {
  return furthest[type] ?? inARow;
}

function refuseCycle(board: Board, { type, from, to }: { type: LinkType; from: string; to: string }): void {
  if (!relationship(type).acyclic) return;
  const way = wayBack(board.steps.get(type) ?? new Map(), from, to);
  const most = furthestOf(type);
  if (!way && isShorterThan(most, board.found.get(type) ?? new Map(), to)) return;
  if (!way) throw new ConflictError(`${type} leads on from ${to} for more than ${most} steps, further than it is followed.`, to);
  const round = [from, ...way].map((id) => `"${board.labelOf(id)}"`).join(' → ');
  throw new ConflictError(`${type} may not lead back to where it begins, but this would: ${round}.`, to);
}
