import type { LinkDraft } from '../entity/draft.ts';
import { type Stamp, writeDrafts } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { idFromKey } from '../ids.ts';
import { isAdministrative, resolver } from './aliases.ts';
import { boundariesOf } from './boundary.ts';
import { addedTo, pcodeKey, unitDraft } from './draft.ts';
import type { Unit, Units } from './geojson.ts';
import { locator } from './locate.ts';
import { type Gazetteer, type Placing, placingOf, type Unplaced } from './placing.ts';
import { completePlaces, type KnownPlace, placesByPcode, placesToPlace } from './queries.ts';

/** A place whose name leads elsewhere than its coordinates. */
export interface Disagreement {
  readonly id: string;
  readonly name: string;
  readonly named: string;
  readonly located: string;
  readonly events: number;
}

interface Counted {
  readonly places: number;
  readonly events: number;
}

/** What an import of boundaries did. Events are counted at the places where they occurred. */
export interface PlacesReport {
  readonly units: number;
  readonly made: number;
  readonly joined: number;
  readonly linked: Counted;
  readonly byWhat: Readonly<Record<string, Counted>>;
  /** Places that neither name nor coordinates lead into these boundaries. */
  readonly elsewhere: Counted;
  readonly disagreements: readonly Disagreement[];
}

const perTransaction = 100;
const perPage = 1000;

/**
 * Puts boundaries into the graph, and every other place within the smallest of them that its coordinates and its name agree on.
 * Doing it twice changes nothing; doing it again after an interruption completes it. A dry run reads and decides the same and writes nothing.
 */
export async function importPlaces(graph: Graph, { units }: Units, { dryRun = false, by = 'import places' } = {}): Promise<PlacesReport> {
  const stamp = { at: new Date().toISOString(), by };
  const known = await placesWith(graph, [...units.keys()]);
  const idOf = (pcode: string) => known.get(pcode)?.id ?? idFromKey('Place', pcodeKey(pcode));

  if (!dryRun) await writeUnits(graph, units, known, idOf, stamp);

  const unitIds = new Map([...units.keys()].map((pcode) => [idOf(pcode), { pcode }]));
  const nameless = await unplaced(graph, { units: true });
  const gazetteer: Gazetteer = {
    units,
    locate: locator(units.values()),
    resolve: resolver(units),
    known: new Map<string, { pcode: string } | Unplaced>([...nameless.map(({ place }) => [place.id, place] as const), ...unitIds]),
  };

  const tally = createTally(units);
  const place = async (some: readonly Found[]) => {
    const placings = some.map(({ place, events }) => ({ place, events, placing: placingOf(place, gazetteer) }));
    for (const placed of placings) tally.count(placed);
    const links = placings.flatMap(({ place, placing }) =>
      placing && 'within' in placing ? [withinLink(place.id, idOf(placing.within), placing.foundBy)] : [],
    );
    if (links.length > 0 && !dryRun) await graph.write((run) => writeDrafts(run, { nodes: [], links }, stamp));
  };
  for (const some of chunks(nameless, perPage)) await place(some);
  for (let after = '', more = true; more; ) {
    const page = await pageOf(graph, { units: false }, after);
    await place(page);
    more = page.length === perPage;
    after = page.at(-1)?.cursor ?? '';
  }
  return { units: units.size, made: units.size - known.size, joined: known.size, ...tally.result() };
}

async function writeUnits(
  graph: Graph,
  units: Units['units'],
  known: ReadonlyMap<string, KnownPlace>,
  idOf: (pcode: string) => string,
  stamp: Stamp,
): Promise<void> {
  const boundaries = boundariesOf(units.values());
  for (const some of chunks([...units.values()], perTransaction)) {
    const drafts = some.filter(({ pcode }) => !known.has(pcode)).map((unit) => unitDraft(unit, boundaries.get(unit.pcode) ?? null));
    const joined = some.flatMap((unit) => {
      const place = known.get(unit.pcode);
      return place ? [{ place, added: addedTo(place, unit, boundaries.get(unit.pcode) ?? null), key: pcodeKey(unit.pcode) }] : [];
    });
    const keys = joined.filter(({ place, key }) => !place.keys.includes(key)).map(({ place, key }) => ({ id: place.id, key }));
    const rows = joined.flatMap(({ added }) => (added ? [{ id: added.id, properties: added.properties }] : []));
    if (drafts.length + keys.length + rows.length === 0) continue;
    await graph.write(async (run) => {
      await writeDrafts(run, { nodes: drafts, links: [], keys }, stamp);
      if (rows.length > 0) await run(completePlaces, { rows });
    });
  }
  const links = [...units.values()].flatMap(({ pcode, within: [parent] }) => (parent ? [withinLink(idOf(pcode), idOf(parent), 'PCODE')] : []));
  for (const some of chunks(links, perPage)) await graph.write((run) => writeDrafts(run, { nodes: [], links: some }, stamp));
}

function withinLink(from: string, to: string, foundBy: string): LinkDraft {
  return { type: 'WITHIN', from, to, properties: { foundBy } };
}

/** Places that have these p-codes already; where several have the same, the one with the first id. */
async function placesWith(graph: Graph, pcodes: readonly string[]): Promise<Map<string, KnownPlace>> {
  const found = new Map<string, KnownPlace>();
  for (const some of chunks(pcodes, perTransaction)) {
    for (const { node } of await graph.read(placesByPcode, { pcodes: some })) if (node.pcode !== null && !found.has(node.pcode)) found.set(node.pcode, node);
  }
  return found;
}

interface Found {
  readonly place: Unplaced;
  readonly events: number;
  readonly cursor: string;
}

async function pageOf(graph: Graph, { units }: { units: boolean }, after: string): Promise<Found[]> {
  const rows = await graph.read(placesToPlace, { after, units, kinds: ['COUNTRY', 'ADM1', 'ADM2', 'ADM3'], limit: perPage });
  return rows.map(({ node, parents, events, cursor }) => ({ place: { ...node, parents: [...parents].sort() }, events, cursor }));
}

async function unplaced(graph: Graph, which: { units: boolean }): Promise<Found[]> {
  const all: Found[] = [];
  for (;;) {
    const page = await pageOf(graph, which, all.at(-1)?.cursor ?? '');
    all.push(...page);
    if (page.length < perPage) return all;
  }
}

function createTally(units: Units['units']) {
  const counts = new Map<string, { places: number; events: number }>();
  const disagreements: Disagreement[] = [];
  const titled = (pcode: string | null) => (pcode === null ? 'outside every boundary' : titleOf(units, pcode));

  return {
    count: ({ place, events, placing }: { place: Unplaced; events: number; placing: Placing | null }) => {
      const what = placing === null ? 'elsewhere' : 'within' in placing ? placing.foundBy : 'disagree';
      const { places, events: before } = counts.get(what) ?? { places: 0, events: 0 };
      counts.set(what, { places: places + 1, events: before + events });
      if (placing && 'named' in placing)
        disagreements.push({ id: place.id, name: place.name, named: titled(placing.named), located: titled(placing.located), events });
    },
    result: () => {
      const none: Counted = { places: 0, events: 0 };
      const byWhat = Object.fromEntries(['POINT_AND_NAME', 'POINT', 'NAME'].map((what) => [what, counts.get(what) ?? none]));
      const linked = Object.values(byWhat).reduce((sum, one) => ({ places: sum.places + one.places, events: sum.events + one.events }), none);
      return { linked, byWhat, elsewhere: counts.get('elsewhere') ?? none, disagreements: disagreements.sort((one, other) => other.events - one.events) };
    },
  };
}

function titleOf(units: Units['units'], pcode: string): string {
  const chain = [pcode, ...(units.get(pcode)?.within ?? [])]
    .map((one) => units.get(one))
    .filter((unit): unit is Unit => unit !== undefined && isAdministrative(unit));
  return `${
    chain
      .map(({ name }) => name)
      .slice(0, -1)
      .join(', ') ||
    (chain[0]?.name ?? pcode)
  } (${pcode})`;
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
