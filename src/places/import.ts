import type { LinkDraft } from '../entity/draft.ts';
import { type Stamp, writeDrafts } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { idFromKey } from '../ids.ts';
import { changeEntities } from '../write/statements.ts';
import { resolver } from './aliases.ts';
import { boundariesOf } from './boundary.ts';
import { addedTo, type Outline, pcodeKey, unitDraft } from './draft.ts';
import type { Unit, Units } from './geojson.ts';
import { locator } from './locate.ts';
import { type Gazetteer, placingOf, type Unplaced } from './placing.ts';
import { type KnownPlace, placesByPcode, placesToPlace } from './queries.ts';
import { createTally, type PlacesReport } from './tally.ts';

/** Whom to credit for boundaries when nobody says otherwise. */
export const ochaCredit = 'OCHA, CC BY-IGO';

const perTransaction = 100;
const perPage = 1000;

/**
 * Puts boundaries into the graph, and every other place within the smallest of them that its coordinates and its name agree on.
 * Doing it twice changes nothing; doing it again after an interruption completes it. A dry run reads and decides the same and writes nothing.
 */
export async function importPlaces(graph: Graph, { units }: Units, { dryRun = false, by = 'import places', credit = ochaCredit } = {}): Promise<PlacesReport> {
  const stamp = { at: new Date().toISOString(), by };
  const known = await placesWith(graph, [...units.keys()]);
  const idOf = (pcode: string) => known.get(pcode)?.id ?? idFromKey('Place', pcodeKey(pcode));

  if (!dryRun) await writeUnits(graph, units, { known, idOf, stamp, credit });

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

interface Writing {
  readonly known: ReadonlyMap<string, KnownPlace>;
  readonly idOf: (pcode: string) => string;
  readonly stamp: Stamp;
  readonly credit: string;
}

async function writeUnits(graph: Graph, units: Units['units'], { known, idOf, stamp, credit }: Writing): Promise<void> {
  const boundaries = boundariesOf(units.values());
  const outlineOf = ({ pcode }: Unit): Outline | null => {
    const boundary = boundaries.get(pcode);
    return boundary === undefined ? null : { boundary, boundaryCredit: credit };
  };
  for (const some of chunks([...units.values()], perTransaction)) {
    const drafts = some.filter(({ pcode }) => !known.has(pcode)).map((unit) => unitDraft(unit, outlineOf(unit)));
    const joined = some.flatMap((unit) => {
      const place = known.get(unit.pcode);
      return place ? [{ place, added: addedTo(place, unit, outlineOf(unit)), key: pcodeKey(unit.pcode) }] : [];
    });
    const keys = joined.filter(({ place, key }) => !place.keys.includes(key)).map(({ place, key }) => ({ id: place.id, key }));
    const rows = joined.flatMap(({ added }) => (added ? [{ id: added.id, properties: added.properties }] : []));
    if (drafts.length + keys.length + rows.length === 0) continue;
    await graph.write(async (run) => {
      await writeDrafts(run, { nodes: drafts, links: [], keys }, stamp);
      if (rows.length > 0) await run(changeEntities, { rows });
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

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
