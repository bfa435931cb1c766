type Ids = Readonly<Record<'sohr' | 'government' | 'insurgents' | 'event' | 'syria', string>>;

/**
 * The most expensive that may be asked of the Syrian graph, and how many things of it that may look at: it has 95,000 nodes and 220,000
 * relationships. A query may ask ten times for what looks through the graph, and for twenty fields at its root.
 */
export const worst: readonly (readonly [what: string, most: number, query: (ids: Ids) => string])[] = [
  ['all relationships of a hub, and how many', 400_000, ({ sohr }) => `{ group(id: "${sohr}") { links(first: 100) { totalCount edges { node { id } } } } }`],
  [
    'a hub in a hub',
    35_000,
    ({ government }) =>
      `{ group(id: "${government}") { involvedIn(first: 100) { edges { node { title involved(first: 5) { edges { node { ... on Group { involvedIn(first: 100) { edges { node { title } } } } } } } } } } } }`,
  ],
  ['a word that thousands have', 150_000, () => '{ search(text: "the", first: 100) { totalCount edges { node { id } } } }'],
  ['a filter that nothing meets', 100_000, ({ syria }) => `{ events(filter: { where: "${syria}", text: "zzz" }) { totalCount edges { node { id } } } }`],
  [
    'what happened in a whole country',
    1_300_000,
    ({ syria }) => `{ events(filter: { where: "${syria}", happened: { from: "2016-01-11" } }, first: 100) { totalCount edges { node { id } } } }`,
  ],
  [
    'who reported what of a whole country',
    30_000,
    ({ syria }) => `{ whoReported(where: "${syria}", happened: { from: "2016-01-11" }, first: 100) { totalCount edges { node { id } } } }`,
  ],
  ['chains between hubs', 400_000, ({ sohr, insurgents }) => `{ path(from: "${sohr}", to: "${insurgents}", maxLength: 4) { nodes { id } } }`],
  ['three steps around a hub', 500_000, ({ sohr }) => `{ neighbourhood(of: ["${sohr}"], depth: 3, limit: 500, perNode: 100) { nodes { id } } }`],
  ['where everything happened', 270_000, () => '{ eventsByPlace(filter: { happened: { from: "2016-01-11" } }) { events } }'],
  [
    'a hundred events with all that is reckoned of them',
    65_000,
    ({ government }) =>
      `{ group(id: "${government}") { involvedIn(first: 100) { edges { node { corroboration { reports origins } tolls { current { asOf } } coverage { sources(first: 20) { edges { lagDays } } silent(first: 20) { edges { node { id } } } } } } } } }`,
  ],
  [
    'fifty thousand rows',
    18_000,
    ({ sohr }) =>
      `{ group(id: "${sohr}") { published(first: 100) { edges { node { claims(first: 100) { edges { node { label names(first: 5) { edges { node { label } } } } } } } } } } }`,
  ],
  [
    'all pairs of an event that cannot both be true',
    5_000,
    ({ event }) => `{ contradictions(about: "${event}", includeSuperseded: true, first: 100) { totalCount } }`,
  ],
];
