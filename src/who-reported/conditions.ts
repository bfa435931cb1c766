import { builder } from '../builder.ts';
import { ClaimTypeType, type claimTypes, countedPopulation, MetricType, type metrics, PopulationType, type populations } from '../claim/ref.ts';
import { anyOf, bounds, type Condition, type DateRange, DateRangeType, filterOf, isId, sources } from '../filter.ts';
import { idOf } from '../ids.ts';

/** What `whoReported` may be asked; all that is given must hold. */
export interface Conditions {
  readonly where?: string | null;
  readonly about?: string | null;
  readonly claimant?: string | null;
  readonly publisher?: string | null;
  readonly naming?: string | null;
  readonly types?: readonly (keyof typeof claimTypes)[] | null;
  readonly metric?: keyof typeof metrics | null;
  readonly population?: keyof typeof populations | null;
  readonly happened?: DateRange | null;
  readonly published?: DateRange | null;
}
export type ConditionName = keyof Conditions;

const ownPlace = "(it)-[it_own:NAMES]->(it_place:Place) WHERE it_own.role IN ['LOCATION', 'SCOPE'] AND drawn(it_own) AND known(it_place)";
const eventsPlace =
  '(it)-[it_about:ABOUT]->(it_event:Event)-[it_at:OCCURRED_AT]->(it_place:Place) WHERE drawn(it_about) AND known(it_event) AND drawn(it_at) AND it_place IN places';

const conditions: Readonly<Record<ConditionName, Condition>> = {
  where: {
    description: "It is about something at this place or within it: by the claim's own places if it names any, else by its event's.",
    type: 'ID',
    // Whether a claim names anything at all is a number kept with it; most name no place.
    matches: `CASE WHEN EXISTS { (it)-[:NAMES]->() } AND EXISTS { MATCH ${ownPlace} } THEN EXISTS { MATCH ${ownPlace} AND it_place IN places } ELSE EXISTS { MATCH ${eventsPlace} } END`,
    lists: { places: 'MATCH way = (:Entity {id: $})<-[:WITHIN*0..12]-(place:Place) WHERE along(way) RETURN collect(DISTINCT place)' },
  },
  about: isId('eventId', ['Event'], 'It is about this event.'),
  claimant: isId('claimantId', sources, 'It is the word of this source, whoever published it.'),
  publisher: isId('publisherId', sources, 'This source published the report that contains it.'),
  naming: {
    description: 'It names this group, community, person or place, in whichever role.',
    type: 'ID',
    matches: 'EXISTS { MATCH (it)-[it_names:NAMES]->(it_named:Entity) WHERE $ IN [it_named.id] AND drawn(it_names) }',
  },
  types: anyOf('claimType', ClaimTypeType, 'It is of one of these types.'),
  metric: { description: 'It counts this.', type: MetricType, matches: 'it.metric = $' },
  population: { description: 'It counts these people; UNKNOWN where it does not say whom.', type: PopulationType, matches: `${countedPopulation} = $` },
  happened: {
    description: 'It is about an event that happened, or may have happened, in this range; where the last day is not known, by its first.',
    type: DateRangeType,
    matches:
      'EXISTS { MATCH (it)-[it_about:ABOUT]->(it_told:Event) WHERE it_told.from <= $.to AND coalesce(it_told.to, it_told.from) >= $.from AND drawn(it_about) }',
    bind: bounds,
  },
  published: {
    description: 'The report that contains it was published in this range.',
    type: DateRangeType,
    matches: '(it.reportId IS NOT NULL AND known(it.reportId) AND it.byOldest > $.from AND it.byOldest < $.to)',
    bind: bounds,
  },
};

export const conditionFilter = filterOf(conditions);

/** The conditions as arguments of a field. */
export const conditionArgs = () =>
  builder.args((t) =>
    Object.fromEntries(Object.entries(conditions).map(([name, { type, description }]) => [name, t.field({ type: type as never, description })])),
  );

/** Refuses an id of something that the condition cannot mean. */
export function checkIds({ where, about, claimant, publisher, naming }: Conditions): void {
  if (where != null) idOf('Place', where, ['where']);
  if (about != null) idOf('Event', about, ['about']);
  if (claimant != null) idOf(sources, claimant, ['claimant']);
  if (publisher != null) idOf(sources, publisher, ['publisher']);
  if (naming != null) idOf(['Group', 'Community', 'Person', 'Place'], naming, ['naming']);
}
