import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import type { Drafts } from '../entity/write.ts';
import type { groupKinds } from '../group/ref.ts';
import { idFromKey } from '../ids.ts';
import { comparedName } from '../text.ts';
import type { Known } from './draft.ts';
import { type GedPlace, placesOf } from './place.ts';
import type { GedRow } from './row.ts';
import { ownSource } from './source.ts';
import { conflictKey, dyadKey, groupKey, type Survey, sourceKey, ucdp } from './survey.ts';

/** An entity that many rows share, with the relationships and further keys that it brings along. */
interface Shared {
  readonly node: NodeDraft | null;
  readonly links?: readonly LinkDraft[];
  readonly keys?: readonly { readonly id: string; readonly key: string }[];
}

/** What a row shares with others: parties, dyad, conflict, places, sources. What this run has written is not drafted again. */
export function sharedBy(row: GedRow, { survey, sources, written }: Known): Required<Drafts> {
  const places = placesOf(row);
  const shared = [
    party(ucdp.key, survey),
    party(groupKey(row.sideA), survey),
    party(groupKey(row.sideB), survey),
    conflict(row, survey),
    dyad(row, survey),
    ...places.map((place, index) => placeWithin(place, places[index + 1], survey)),
    ...[...row.origins.keys()].map((name) => source(name, sources.named(name, row), sources.onlyGroup(name), survey)),
    ...row.articles.map((article) => {
      const name = comparedName(article.office ?? '');
      return source(name, sources.publisher(article), sources.onlyGroup(name), survey);
    }),
  ];
  const fresh = shared.filter(({ node }) => node && !written.has(node.id));
  return {
    nodes: fresh.flatMap(({ node }) => node ?? []),
    links: fresh.flatMap(({ links = [] }) => links),
    keys: shared.flatMap(({ keys = [] }) => keys).filter(({ key }) => !written.has(key)),
  };
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

/** Whoever a source's name stands for: a party of the file, a group of the store (which gets the source's key), or a source of its own. */
function source(name: string, id: string | null, onlyGroup: string | null, survey: Survey): Shared {
  if (id === null) return { node: null };
  if (id === ownSource(name)) return { node: draft('Group', sourceKey(name), { name: survey.names.get(sourceKey(name)) ?? name, kind: 'UNKNOWN' }) };
  const key = survey.groups.get(id);
  const own = key === undefined ? { node: null } : party(key, survey);
  return id === onlyGroup ? { ...own, keys: [...(own.keys ?? []), { id, key: sourceKey(name) }] } : own;
}
