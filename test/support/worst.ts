type Ids = Readonly<Record<'sohr' | 'government' | 'insurgents' | 'event' | 'syria' | 'district' | 'coder', string>>;

/** The keys of those that the questions are about. */
export const keysOfWorst = [
  'ucdp:source:sohr',
  'ucdp:group:118',
  'ucdp:group:4456',
  'ucdp:event:261850',
  'sample:place:syria',
  'ocha:SY0603',
  'ucdp:group:ucdp',
] as const;

export function idsOfWorst([sohr, government, insurgents, event, syria, district, coder]: readonly ({ id: string } | null)[]): Ids {
  const idOf = (found: { id: string } | null | undefined) => found?.id ?? '';
  return {
    sohr: idOf(sohr),
    government: idOf(government),
    insurgents: idOf(insurgents),
    event: idOf(event),
    syria: idOf(syria),
    district: idOf(district),
    coder: idOf(coder),
  };
}

/**
 * The most expensive fields that may be asked of the Syrian graph with its boundaries, each with a number that makes it another one, and how many
 * things of the graph it may look at: there are 95,000 nodes and 220,000 relationships. A query may have six fields that look through the graph, and
 * lists of 100,000 rows together: where that is not what bounds it, how often it may be asked.
 */
export const worst: readonly (readonly [what: string, most: number, field: (ids: Ids, number: number) => string, times?: number])[] = [
  [
    'all relationships of a hub, and how many',
    10_000,
    ({ sohr }, number) => `group(id: "${sohr}") { links(first: ${100 - number}) { totalCount edges { node { id } } } }`,
  ],
  [
    'all relationships of one who assessed everything',
    140_000,
    ({ coder }, number) => `group(id: "${coder}") { links(first: ${100 - number}) { totalCount edges { node { id } } } }`,
  ],
  [
    'all assessments of one who assessed everything',
    140_000,
    ({ coder }, number) => `group(id: "${coder}") { assessmentsMade(first: ${100 - number}) { totalCount edges { node { id } } } }`,
    20,
  ],
  [
    'a hub in a hub',
    35_000,
    ({ government }, number) =>
      `group(id: "${government}") { involvedIn(first: ${100 - number}) { edges { node { title involved(first: 5) { edges { node { ... on Group { involvedIn(first: 100) { edges { node { title } } } } } } } } } } }`,
    2,
  ],
  [
    'a word that thousands have',
    150_000,
    (_, number) =>
      `search(text: "${['the', 'killed', 'syria', 'people', 'of', 'civilians', 'in', 'clashes', 'forces', 'and'][number]}", first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'a filter that nothing meets',
    180_000,
    ({ syria }, number) => `events(filter: { where: "${syria}", text: "zzz${number}" }) { totalCount edges { node { id } } }`,
  ],
  [
    'what happened in a whole country',
    260_000,
    ({ syria }, number) => `events(filter: { where: "${syria}", happened: { from: "2016-01-1${number}" } }, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'what happened in a district',
    15_000,
    ({ district }, number) =>
      `events(filter: { where: "${district}", happened: { from: "2016-01-1${number}" } }, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'what a hub claims, by a filter that nothing meets',
    130_000,
    ({ sohr }, number) => `group(id: "${sohr}") { claimsMade(filter: { text: "zzz${number}" }) { totalCount edges { node { id } } } }`,
  ],
  [
    'who reported what of a whole country on many conditions',
    700_000,
    ({ syria, sohr }, number) =>
      `whoReported(where: "${syria}", claimant: "${sohr}", types: [OCCURRENCE, OTHER, DENIAL], happened: { from: "2016-01-1${number}", to: "2019-01-01" }, published: { from: "2016-01-01" }, orderBy: BY_LABEL, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'who was silent in a hundred days after each of a hundred events',
    500_000,
    ({ government }, number) =>
      `group(id: "${government}") { involvedIn(first: 100) { edges { node { coverage(windowDays: ${100 - number}) { silent(first: 5) { totalCount edges { node { id } } } } } } } }`,
  ],
  [
    'who reported what of a whole country',
    800_000,
    ({ syria }, number) => `whoReported(where: "${syria}", happened: { from: "2016-01-1${number}" }, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'chains between hubs',
    180_000,
    ({ sohr, insurgents, government }, number) => {
      const [from, to] = [
        [sohr, insurgents],
        [sohr, government],
        [government, sohr],
        [insurgents, sohr],
        [insurgents, government],
      ][number >> 1] as [string, string];
      return `path(from: "${from}", to: "${to}", maxLength: ${3 + ((number + 1) % 2)}) { nodes { id } }`;
    },
  ],
  [
    'three steps around a hub',
    240_000,
    ({ sohr }, number) => `neighbourhood(of: ["${sohr}"], depth: 3, limit: 2000, perNode: ${100 - number}) { nodes { id } links { id } }`,
  ],
  ['where everything happened', 200_000, (_, number) => `eventsByPlace(filter: { happened: { from: "2016-01-1${number}" } }) { events }`],
  [
    'a hundred events with all that is reckoned of them',
    65_000,
    ({ government }, number) =>
      `group(id: "${government}") { involvedIn(first: ${100 - number}) { edges { node { corroboration { reports origins } tolls { current { asOf } } coverage { sources(first: 20) { edges { lagDays } } silent(first: 20) { edges { node { id } } } } } } } }`,
    1,
  ],
  [
    'fifty thousand rows',
    18_000,
    ({ sohr }, number) =>
      `group(id: "${sohr}") { published(first: ${100 - number}) { edges { node { claims(first: 100) { edges { node { label names(first: 5) { edges { node { label } } } } } } } } } }`,
    2,
  ],
  [
    'all pairs of an event that cannot both be true',
    5_000,
    ({ event }, number) => `contradictions(about: "${event}", includeSuperseded: true, first: ${100 - number}) { totalCount }`,
  ],
];
