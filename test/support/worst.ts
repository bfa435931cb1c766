type Ids = Readonly<Record<'sohr' | 'government' | 'insurgents' | 'event' | 'syria', string>>;

/** The keys of those that the questions are about. */
export const keysOfWorst = ['ucdp:source:sohr', 'ucdp:group:118', 'ucdp:group:4456', 'ucdp:event:261850', 'sample:place:syria'] as const;

export function idsOfWorst([sohr, government, insurgents, event, syria]: readonly ({ id: string } | null)[]): Ids {
  const idOf = (found: { id: string } | null | undefined) => found?.id ?? '';
  return { sohr: idOf(sohr), government: idOf(government), insurgents: idOf(insurgents), event: idOf(event), syria: idOf(syria) };
}

/**
 * The most expensive fields that may be asked of the Syrian graph, each with a number from 0 to 9 that makes it another one, and how many
 * things of the graph it may look at: there are 95,000 nodes and 220,000 relationships. A query may have ten fields that look through the graph, and
 * lists of 100,000 rows together: where that is reached sooner than ten times, how often.
 */
export const worst: readonly (readonly [what: string, most: number, field: (ids: Ids, number: number) => string, times?: number])[] = [
  [
    'all relationships of a hub, and how many',
    400_000,
    ({ sohr }, number) => `group(id: "${sohr}") { links(first: ${100 - number}) { totalCount edges { node { id } } } }`,
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
    100_000,
    ({ syria }, number) => `events(filter: { where: "${syria}", text: "zzz${number}" }) { totalCount edges { node { id } } }`,
  ],
  [
    'what happened in a whole country',
    1_300_000,
    ({ syria }, number) => `events(filter: { where: "${syria}", happened: { from: "2016-01-1${number}" } }, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'who reported what of a whole country',
    30_000,
    ({ syria }, number) => `whoReported(where: "${syria}", happened: { from: "2016-01-1${number}" }, first: 100) { totalCount edges { node { id } } }`,
  ],
  [
    'chains between hubs',
    400_000,
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
    500_000,
    ({ sohr }, number) => `neighbourhood(of: ["${sohr}"], depth: 3, limit: 500, perNode: ${100 - number}) { nodes { id } }`,
  ],
  ['where everything happened', 270_000, (_, number) => `eventsByPlace(filter: { happened: { from: "2016-01-1${number}" } }) { events }`],
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
