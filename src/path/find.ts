import type { Context } from '../context.ts';
import { InvalidInputError } from '../errors.ts';
import type { LinkType } from '../graph/model.ts';
import { type Link, linkId } from '../link/ref.ts';
import { compare } from '../text.ts';
import { ends, linksOfSteps, type Step, steps } from './queries.ts';

/** So many relationships may one step read; what is connected more richly than that cannot be followed so far. */
const most = 100_000;

export interface Search {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly types: readonly LinkType[];
  readonly first: number;
}

/** What has been reached from one end: the entities of the last step, and how each was entered. */
interface Side {
  readonly frontier: ReadonlySet<string>;
  readonly reached: ReadonlySet<string>;
  /** The steps of every level, by the entity they lead to. */
  readonly entries: ReadonlyMap<string, readonly Step[]>;
}

/**
 * The first of the shortest chains of relationships from one entity to another, by the labels and ids along the way, then by the
 * relationships themselves. It is searched from both ends, a step at a time from the one that has reached less, so that a hub
 * is passed through but seldom read. It ends, because `maxLength` steps are the most that both sides take together.
 */
export async function shortestPaths(search: Search, { read }: Pick<Context, 'read'>): Promise<readonly (readonly Link[])[]> {
  const degrees = new Map((await read(ends, { keys: [search.from, search.to] })).map(({ id, degree }) => [id, degree]));
  if (degrees.size < 2) return [];

  let here = startAt(search.from);
  let there = startAt(search.to);
  for (let length = 1; length <= search.maxLength; length += 1) {
    if (isSmaller(here, there, degrees)) here = await further(here, search, read);
    else there = await further(there, search, read);

    const meeting = [...here.frontier].filter((id) => there.frontier.has(id));
    if (meeting.length > 0) return linksAlong(chains(search, onwards(meeting, here, there), search.first), read);
    if (here.frontier.size === 0 || there.frontier.size === 0) return [];
  }
  return [];
}

function startAt(id: string): Side {
  return { frontier: new Set([id]), reached: new Set([id]), entries: new Map() };
}

/** Whether there is less to read one step further from here: an end counts its relationships, anything else as one. */
function isSmaller(here: Side, there: Side, degrees: ReadonlyMap<string, number>): boolean {
  const size = ({ frontier }: Side) => [...frontier].reduce((sum, id) => sum + (degrees.get(id) ?? 1), 0);
  return size(here) <= size(there);
}

async function further({ frontier, reached, entries }: Side, { types, maxLength }: Search, read: Context['read']): Promise<Side> {
  const found = await read(steps, { keys: [...frontier], types: [...types], most: most + 1 });
  if (found.length > most)
    throw new InvalidInputError(['maxLength'], `less, or \`through\` fewer: a step of this path has more than ${most} relationships`, null);

  const next = new Map<string, Step[]>();
  for (const step of found) {
    if (reached.has(step.farId)) continue;
    const ways = next.get(step.farId);
    if (ways) ways.push(step);
    else next.set(step.farId, [step]);
  }
  return { frontier: new Set(next.keys()), reached: new Set([...reached, ...next.keys()]), entries: new Map([...entries, ...next]) };
}

/** The steps that lead on from each entity of a shortest path, all turned towards the end, and the next entity's label with each. */
function onwards(meeting: readonly string[], here: Side, there: Side): ReadonlyMap<string, readonly Step[]> {
  const next = new Map<string, Step[]>();
  const label = new Map([...here.entries.values(), ...there.entries.values()].flatMap((ways) => ways.map(({ farId, farByLabel }) => [farId, farByLabel])));
  const add = (step: Step) => {
    const ways = next.get(step.nearId);
    if (ways) ways.push(step);
    else next.set(step.nearId, [step]);
  };

  // Backwards to the beginning: each entity was entered by the steps that lead to it.
  for (let level = new Set(meeting); level.size > 0; ) {
    const entered = [...level].flatMap((id) => here.entries.get(id) ?? []);
    entered.forEach(add);
    level = new Set(entered.map(({ nearId }) => nearId));
  }
  // Forwards to the end: what was entered from there is left the same way.
  for (let level = new Set(meeting); level.size > 0; ) {
    const left = [...level].flatMap((id) => there.entries.get(id) ?? []);
    for (const { nearId, farId, type, disc, isOut } of left)
      add({ nearId: farId, farId: nearId, farByLabel: label.get(nearId) ?? '', type, disc, isOut: !isOut });
    level = new Set(left.map(({ nearId }) => nearId));
  }
  return next;
}

/** The first chains from beginning to end; every step of `next` leads there, so none is followed in vain. */
function chains({ from, to }: Search, next: ReadonlyMap<string, readonly Step[]>, first: number): Step[][] {
  const found: Step[][] = [];
  const follow = (id: string, way: readonly Step[]): void => {
    if (id === to) found.push([...way]);
    else
      for (const step of [...(next.get(id) ?? [])].sort(byPlace)) {
        if (found.length === first) return;
        follow(step.farId, [...way, step]);
      }
  };
  follow(from, []);
  return found;
}

function byPlace(a: Step, b: Step): number {
  return compare(a.farByLabel, b.farByLabel) || compare(a.type, b.type) || compare(a.disc, b.disc) || Number(b.isOut) - Number(a.isOut);
}

/** The chains with all that their relationships carry. */
async function linksAlong(found: readonly (readonly Step[])[], read: Context['read']): Promise<Link[][]> {
  const rows = new Map(found.flat().map((step) => [nameOf(endsOf(step)), endsOf(step)]));
  const links = new Map((await read(linksOfSteps, { rows: [...rows.values()] })).map((link) => [linkId(link), link]));
  return found.map((way) => way.map((step) => links.get(nameOf(endsOf(step))) as Link));
}

function endsOf({ nearId, farId, type, disc, isOut }: Step) {
  return { type, fromId: isOut ? nearId : farId, toId: isOut ? farId : nearId, disc };
}

function nameOf({ type, fromId, toId, disc }: ReturnType<typeof endsOf>): string {
  return linkId({ type, fromId, toId, link: { disc } as Link['link'] });
}
