import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import type { Drafts } from '../entity/write.ts';
import type { groupKinds } from '../group/ref.ts';
import { idFromKey } from '../ids.ts';
import { comparedName } from '../text.ts';
import type { Known } from './known.ts';
import { type GedPlace, placesOf } from './place.ts';
import type { GedRow } from './row.ts';
import { ownSource, type Sources } from './source.ts';
import { conflictKey, dyadKey, groupKey, type Survey, sourceKey, ucdp } from './survey.ts';

/** An entity that many rows share, with the relationships and further keys that it brings along. */
interface Shared {
  readonly node: NodeDraft;
  readonly links?: readonly LinkDraft[];
  readonly keys?: readonly FurtherKey[];
}

interface FurtherKey {
  readonly id: string;
  readonly key: string;
}

/** What a row shares with others: parties, dyad, conflict, places, sources. What this run has drafted is not drafted again. */
export function sharedBy(row: GedRow, { survey, sources, drafted }: Known): Required<Drafts> {
  const fresh = new Map<string, Shared>();
  const share = (key: string, shared: () => Shared) => {
    if (!drafted.has(key) && !fresh.has(key)) fresh.set(key, shared());
  };
  const shareGroup = (key: string) => share(key, () => party(key, survey));

  for (const key of [ucdp.key, groupKey(row.sideA), groupKey(row.sideB)]) shareGroup(key);
  share(conflictKey(row), () => conflict(row, survey));
  share(dyadKey(row), () => dyad(row, survey));
  const places = placesOf(row);
  for (const [index, place] of places.entries()) share(place.key, () => placeWithin(place, places[index + 1], survey));

  const keys: FurtherKey[] = [];
  for (const [name, id] of sourcesOf(row, sources)) {
    const key = sourceKey(name);
    const party = survey.groups.get(id);
    if (id === ownSource(name)) share(key, () => source(name, survey));
    else if (party !== undefined) shareGroup(party);
    if (id === sources.onlyGroup(name) && !drafted.has(key)) keys.push({ id, key });
  }

  const shared = [...fresh.values()];
  return {
    nodes: shared.map(({ node }) => node),
    links: shared.flatMap(({ links = [] }) => links),
    keys: [...shared.flatMap(({ keys = [] }) => keys), ...keys],
  };
}

/** Everybody whose word a row rests on or who published one of its reports: compared names with the ids they stand for. */
function sourcesOf(row: GedRow, sources: Sources): [name: string, id: string][] {
  const publishers = row.articles.flatMap((article): [string, string][] => {
    const id = sources.publisher(article);
    return id === null ? [] : [[comparedName(article.office ?? ''), id]];
  });
  return [...[...row.origins.keys()].map((name): [string, string] => [name, sources.named(name, row)]), ...publishers];
}

function party(key: string, { names, gwnos, organised }: Survey): Shared {
  const name = names.get(key) ?? key;
  const node = draft('Group', key, key === ucdp.key ? { name, kind: 'MONITOR', aliases: [ucdp.fullName] } : { name, kind: kindOf(name, organised.has(key)) });
  const gwno = gwnos.get(key);
  return { node, keys: gwno ? [{ id: node.id, key: `gwno:${gwno}` }] : [] };
}

/** UCDP calls states "Government of …"; in violence between non-states a party may be people without an organisation. */
function kindOf(name: string, isOrganised: boolean): keyof typeof groupKinds {
  if (name.startsWith('Government of ')) return 'STATE';
  if (name === 'Civilians') return 'UNORGANISED';
  return isOrganised ? 'ARMED_GROUP' : 'UNKNOWN';
}

function conflict(row: GedRow, { names }: Survey): Shared {
  const key = conflictKey(row);
  return { node: draft('Conflict', key, { name: names.get(key) }) };
}

function dyad(row: GedRow, { names, pairs }: Survey): Shared {
  const key = dyadKey(row);
  const [conflictOf, sideA, sideB] = pairs.get(key) ?? [conflictKey(row), groupKey(row.sideA), groupKey(row.sideB)];
  const ends = { conflictId: idFromKey('Conflict', conflictOf), sideAId: idFromKey('Group', sideA), sideBId: idFromKey('Group', sideB) };
  const node = draft('Dyad', key, { name: names.get(key), ...ends });
  return {
    node,
    links: [
      { type: 'IN_CONFLICT', from: node.id, to: ends.conflictId },
      { type: 'SIDE_A', from: node.id, to: ends.sideAId },
      { type: 'SIDE_B', from: node.id, to: ends.sideBId },
    ],
  };
}

function placeWithin({ key, name, kind, point }: GedPlace, outer: GedPlace | undefined, { names, points }: Survey): Shared {
  const [latitude, longitude] = points.get(key)?.split(',').map(Number) ?? [point?.latitude, point?.longitude];
  const node = draft('Place', key, { name: names.get(key) ?? name, kind, latitude, longitude });
  return { node, links: outer ? [{ type: 'WITHIN', from: node.id, to: idFromKey('Place', outer.key) }] : [] };
}

/** A source that is no group known otherwise. */
function source(name: string, { names }: Survey): Shared {
  const key = sourceKey(name);
  return { node: draft('Group', key, { name: names.get(key) ?? name, kind: 'UNKNOWN' }) };
}
