import fc from 'fast-check';
import { type EntityLabel, entityLabels } from '../../src/ids.ts';
import { everythingOf } from './everything.ts';

/** A question as a client asks it: what is selected, with which arguments, and where in the answer a list may go on. */
export interface Question {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const sources = 'reports publishers origins unknownOrigins partyOrigins originSources { id }';
const point = `asOf low best high operator basis supersededAt claim { id status } relays { id } corroboration { ${sources} }`;
const listed = 'totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id label } }';

/** Any question about entities of these ids, of which some are asked for more often than others. Each is asked with `($known: String, $recorded: String, $after: String)` beside its own variables. */
export function questionsAbout(ids: readonly string[], often: readonly string[]): fc.Arbitrary<Question> {
  const idOf = (...labels: EntityLabel[]) => {
    const isOf = (id: string) => labels.some((label) => id.startsWith(`${label.toLowerCase()}_`));
    const some = often.filter(isOf);
    return fc.oneof(...(some.length > 0 ? [fc.constantFrom(...some)] : []), fc.constantFrom(...ids.filter(isOf)));
  };
  const any = fc.oneof(fc.constantFrom(...often), fc.constantFrom(...ids));
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const source = idOf('Group', 'Person');
  const date = fc.constantFrom('2025-03-06', '2025-03-08', '2025-03-10', '2025-03-12', '2025-04-20');
  const range = fc.record({ from: maybe(date), to: maybe(date) });
  const order = fc.constantFrom('NEWEST_FIRST', 'OLDEST_FIRST', 'BY_LABEL');
  const metric = fc.constantFrom('KILLED', 'INJURED', null);
  const first = fc.integer({ min: 1, max: 6 });
  const asked = <Variables>(text: string, variables: fc.Arbitrary<Variables>) =>
    variables.map((given) => ({ text, variables: given as Question['variables'] }));

  const everything = entityLabels.flatMap((label) =>
    everythingOf(label).map((selection) => ({ label, text: `($ids: [ID!]!) { nodes(ids: $ids) { ... on ${label} { id ${selection} } } }` })),
  );

  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .constantFrom(...everything)
        .chain(({ label, text }) => asked(text, fc.record({ ids: fc.array(idOf(label), { minLength: 1, maxLength: 5 }) }))),
    },
    { weight: 2, arbitrary: fc.constantFrom(...everythingOf('Query')).map((selection) => ({ text: `{ ${selection} }`, variables: {} })) },
    {
      weight: 3,
      arbitrary: asked(
        `($event: ID!, $metric: Metric, $population: Population, $days: Int) { event(id: $event) {
          tolls(metric: $metric, population: $population) { claimant { id } metric population cumulative scope { id } perpetrator { id } points { ${point} } current { ${point} } }
          corroboration(metric: $metric, population: $population) { ${sources} }
          coverage(windowDays: $days) { sources { totalCount edges { cursor firstReportedAt lagDays reports node { id } } } silent { totalCount edges { cursor node { id } } } }
          reports { totalCount edges { node { id } } } claims(filter: {statuses: [ACTIVE]}) { totalCount edges { node { id status retraction { reason at dependants } } } }
        } }`,
        fc.record({ event: idOf('Event'), metric, population: fc.constantFrom('CIVILIANS', 'ALL', null), days: fc.constantFrom(0, 7, 60) }),
      ),
    },
    {
      weight: 2,
      arbitrary: asked(
        `($claim: ID!) { claim(id: $claim) { id status label claimant { id } report { id publisher { id } retraction { reason at dependants } } event { id } retraction { reason at dependants }
          supersedes { basis at claim { id } } supersededBy { basis at claim { id } } repeats { id } repeatedBy { totalCount edges { node { id } } }
          partOfTotal { id } parts { edges { node { id } } } names { edges { role node { id } link { id evidence { id } } } } corroboration { ${sources} } } }`,
        fc.record({ claim: idOf('Claim') }),
      ),
    },
    asked(
      `($event: ID!, $metric: Metric, $all: Boolean, $first: Int, $after: String) { contradictions(about: $event, metric: $metric, includeSuperseded: $all, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { cursor node { reason explanation a { id } b { id } } } } }`,
      fc.record({ event: idOf('Event'), metric, all: fc.boolean(), first }),
    ),
    asked('($a: ID!, $b: ID!) { compare(a: $a, b: $b) { kind notComparable contradiction explanation } }', fc.record({ a: idOf('Claim'), b: idOf('Claim') })),
    {
      weight: 3,
      arbitrary: asked(
        `($where: ID, $about: ID, $claimant: ID, $publisher: ID, $naming: ID, $metric: Metric, $happened: DateRange, $published: DateRange, $order: ClaimOrder, $first: Int, $after: String) {
          whoReported(where: $where, about: $about, claimant: $claimant, publisher: $publisher, naming: $naming, metric: $metric, happened: $happened, published: $published, orderBy: $order, first: $first, after: $after) { ${listed} } }`,
        fc.record({
          where: fc.option(idOf('Place'), { nil: null, freq: 1 }),
          about: maybe(idOf('Event')),
          claimant: fc.option(source, { nil: null, freq: 1 }),
          publisher: fc.option(source, { nil: null, freq: 1 }),
          naming: fc.option(idOf('Group', 'Community', 'Person', 'Place'), { nil: null, freq: 1 }),
          metric,
          happened: fc.option(range, { nil: null, freq: 1 }),
          published: fc.option(range, { nil: null, freq: 1 }),
          order,
          first,
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: asked(
        `($text: String!, $types: [EntityType!], $first: Int, $after: String) { search(text: $text, types: $types, first: $first, after: $after) { ${listed} } }`,
        fc.record({
          text: fc.constantFrom('SOHR', 'civilians', 'killed', 'Syria', 'the', 'report', 'raid', '973', 'paper', 'village'),
          types: fc.constantFrom(null, ['REPORT'], ['CLAIM', 'GROUP']),
          first,
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: asked(
        `($from: ID!, $to: ID!, $length: Int, $through: [LinkType!]) { path(from: $from, to: $to, maxLength: $length, through: $through, first: 4) { length nodes { id } links { id retractedAt evidence { id } } } }`,
        fc.record({
          from: any,
          to: any,
          length: fc.integer({ min: 1, max: 5 }),
          through: fc.constantFrom(null, null, ['CONTAINS', 'ABOUT', 'ATTRIBUTED_TO', 'PUBLISHED'], ['WITHIN', 'NAMES', 'OCCURRED_AT', 'SUPERSEDES']),
        }),
      ),
    },
    asked(
      `($of: [ID!]!, $depth: Int, $perNode: Int, $limit: Int) { neighbourhood(of: $of, depth: $depth, perNode: $perNode, limit: $limit) { truncated nodes { id label } links { id role retractedAt evidence { id } } omitted { node through shown total } } }`,
      fc.record({
        of: fc.array(any, { minLength: 1, maxLength: 2 }),
        depth: fc.integer({ min: 1, max: 3 }),
        perNode: fc.integer({ min: 1, max: 8 }),
        limit: fc.integer({ min: 3, max: 60 }),
      }),
    ),
    asked(
      `($id: ID!, $direction: Direction, $first: Int, $after: String) { node(id: $id) { ... on Entity { links(direction: $direction, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id type from { id } to { id } role properties { name value } retractedAt evidence { id } } } } } } }`,
      fc.record({ id: any, direction: fc.constantFrom('OUT', 'IN', 'BOTH'), first }),
    ),
    asked(
      `($order: ClaimOrder, $claimant: ID, $event: ID, $report: ID, $statuses: [ClaimStatus!], $first: Int, $after: String) {
        claims(orderBy: $order, filter: {claimant: $claimant, event: $event, report: $report, statuses: $statuses}, first: $first, after: $after) { ${listed} } }`,
      fc.record({
        order,
        claimant: maybe(source),
        event: maybe(idOf('Event')),
        report: maybe(idOf('Report')),
        statuses: fc.constantFrom(null, ['ACTIVE'], ['RETRACTED']),
        first,
      }),
    ),
    asked(
      `($order: ReportOrder, $publisher: ID, $first: Int, $after: String) { reports(orderBy: $order, filter: {publisher: $publisher}, first: $first, after: $after) { ${listed} } }`,
      fc.record({ order, publisher: maybe(source), first }),
    ),
    asked(
      `($order: EventOrder, $where: ID, $involving: ID) { events(orderBy: $order, filter: {where: $where, involving: $involving}) { ${listed} } }`,
      fc.record({ order, where: maybe(idOf('Place')), involving: maybe(idOf('Group', 'Community', 'Person')) }),
    ),
    asked(
      `($source: ID!, $order: ReportOrder, $claims: ClaimOrder, $first: Int) { node(id: $source) { ... on Source { published(orderBy: $order, first: $first) { ${listed} } claimsMade(orderBy: $claims, first: $first) { ${listed} } } } }`,
      fc.record({ source, order, claims: order, first }),
    ),
  );
}
