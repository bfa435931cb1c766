import { z } from 'zod';
import { Claim, claimOrders } from '../claim/ref.ts';
import { type Filter, pageByKey } from '../graph/keyed.ts';
import { readQuery } from '../graph/query.ts';

/** Which of its own places a claim's number or event is at. */
const ownPlaces = "it_names.role IN ['LOCATION', 'SCOPE']";

/** Every condition as a predicate on a claim, true when it is not given: wherever the search begins, all of them are checked. */
const conditions: Readonly<Record<string, string>> = {
  about: 'it.eventId = $about AND known(it.eventId)',
  claimant: 'it.claimantId = $claimant AND known(it.claimantId)',
  publisher: 'it.publisherId = $publisher AND known(it.publisherId)',
  naming: 'EXISTS { MATCH (it)-[it_names:NAMES]->(:Entity {id: $naming}) WHERE drawn(it_names) }',
  types: 'it.claimType IN $types',
  metric: 'it.metric = $metric',
  population: 'it.population = $population',
  happened:
    'EXISTS { MATCH (it)-[it_about:ABOUT]->(it_event:Event) WHERE drawn(it_about) AND it_event.from <= $happened.to AND coalesce(it_event.to, it_event.from) >= $happened.from }',
  published: "it.byOldest >= $published.from AND it.byOldest < $published.to AND it.byOldest < '~'",
  within: `EXISTS { MATCH it_way = (it)-[it_names:NAMES]->(:Place)-[:WITHIN*0..8]->(:Entity {id: $within}) WHERE ${ownPlaces} AND along(it_way) }
      OR (NOT EXISTS { MATCH (it)-[it_names:NAMES]->(it_place:Place) WHERE ${ownPlaces} AND drawn(it_names) AND known(it_place) } AND EXISTS { MATCH it_way = (it)-[:ABOUT]->(:Event)-[:OCCURRED_AT]->(:Place)-[:WITHIN*0..8]->(:Entity {id: $within}) WHERE along(it_way) })`,
};

const reported: Filter = {
  params: Object.fromEntries(Object.keys(conditions).map((name) => [name, z.unknown()])),
  matches: Object.entries(conditions)
    .map(([name, predicate]) => `($${name} IS NULL OR ${predicate})`)
    .join('\n    AND '),
};

const purpose = 'whoReported';
const claims = { node: Claim };
const options = { orders: claimOrders, filter: reported, purpose };
const owned = (owner: string) => pageByKey('entity/owned', claims, { ...options, variant: { LABEL: 'Claim', OWNER: owner } });

/** Where the search may begin: each reads the claims that one condition leaves, off an index or along relationships. */
export const beginnings = {
  about: owned('eventId'),
  claimant: owned('claimantId'),
  publisher: owned('publisherId'),
  naming: pageByKey('claim/naming', claims, options),
  within: pageByKey('claim/within', claims, options),
  anywhere: pageByKey('entity/list', claims, { ...options, variant: { LABEL: 'Claim' } }),
};

export const claimSizes = readQuery(
  'claim/sizes',
  { ids: z.array(z.string()) },
  { id: z.string(), claimant: z.int(), publisher: z.int(), naming: z.int(), within: z.int() },
);
