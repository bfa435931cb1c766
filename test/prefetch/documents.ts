import { parse } from 'graphql';
import { idFromKey } from '../../src/ids.ts';
import { operations } from '../support/operations.ts';

export const event = idFromKey('Event', 'sample:event:coast-march-2025');
export const sohr = idFromKey('Group', 'sample:group:sohr');
const syria = idFromKey('Place', 'sample:place:syria');
export const roots = ['groups', 'communities', 'places', 'people', 'reports', 'events', 'claims', 'assessments'];

/** The example questions that only read. */
export const questions = operations.filter(({ text }) =>
  parse(text).definitions.every((one) => one.kind !== 'OperationDefinition' || one.operation === 'query'),
);

const page = 'edges { cursor node { id label } } pageInfo { hasNextPage endCursor }';
const details = `query ($id: ID!, $deep: Boolean!, $first: Int, $after: String) {
  event(id: $id) {
    title
    ... on Entity { label mentionedIn(first: 2) { ${page} } }
    claims(first: $first, after: $after) @include(if: $deep) { totalCount ${page} }
    ...Places @skip(if: $deep)
  }
}
fragment Places on Event { places(first: 2) { edges { precisionCode node { name within(first: 1) { edges { node { name } } } } } } }`;

/** Thirty-odd loads, of which one statement has room for thirty: what is left out of it begins at a list, at a report or at a publisher. */
const wide = ['', 'places(first: 1) { edges { node { name } } }', 'places(first: 1) { edges { node { name } } } involved(first: 1) { edges { role } }'].map(
  (before) =>
    `{ event(id: "${event}") { ${before} ${Array.from({ length: 12 }, (_, number) => `claims${number}: claims(first: ${number + 1}, orderBy: ${number % 2 === 0 ? 'NEWEST' : 'OLDEST'}_FIRST) { edges { node { report { title publisher { name } } } } }`).join(' ')} } }`,
);

/** What a statement of a whole document might take for another thing than its loads do. */
export const tricky: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
  [
    'one list under several names',
    `{ group(id: "${sohr}") { a: published(first: 2) { ${page} } b: published(first: 2) { edges { node { url } } } c: published(first: 3, orderBy: BY_LABEL) { totalCount ${page} } } }`,
  ],
  [
    'a list with and without what follows it',
    `{ group(id: "${sohr}") { published(first: 1) { edges { node { id } } } other: published(first: 1) { pageInfo { hasNextPage } } } }`,
  ],
  [
    'a list twice, of which one is asked whether more follow',
    `{ claims(first: 1) { edges { cursor } } again: claims(filter: {}, first: 1) { pageInfo { hasNextPage } } event(id: "${event}") { a: claims(first: 1) { edges { cursor node { event { claims(first: 1) { pageInfo { hasNextPage } } } } } } } }`,
  ],
  ['what a condition leaves out', details, { id: event, deep: false }],
  ['what a condition lets in', details, { id: event, deep: true, first: 2 }],
  ['a variable that is null', details, { id: event, deep: true, first: null, after: null }],
  ['a cursor that nobody gave, deep down', details, { id: event, deep: true, after: 'banana' }],
  ['a page that is too large, deep down', details, { id: event, deep: true, first: 101 }],
  ['an id that nothing has', `{ event(id: "${idFromKey('Event', 'nobody')}") { title claims { edges { node { id } } } } }`],
  ['an id of another kind beside a right one', `{ event(id: "${sohr}") { title } group(id: "${sohr}") { name published(first: 1) { ${page} } } }`],
  [
    'anything by its id',
    `{ node(id: "${sohr}") { id ... on Group { published(first: 1) { edges { node { title claims(first: 2) { edges { node { claimant { name ... on Group { kind } } } } } } } } } } }`,
  ],
  [
    'one entity by two ways, each with its own fields',
    `{ claims(first: 5) { edges { node { report { title publisher { name } } event { claims(first: 3) { edges { node { report { url } } } } } } } } }`,
  ],
  ['a part of a row that says whether it is there', '{ claims(first: 5) { edges { node { retraction { reason } supersedes { basis claim { label } } } } } }'],
  [
    'links and their ends',
    `{ event(id: "${event}") { involved(first: 3) { edges { role node { id label ... on Community { name } } link { id from { label } to { id } evidence { id } } } } links(first: 4) { edges { node { type properties { name value } to { id label } } } } } }`,
  ],
  [
    'texts that are kept apart',
    '{ reports(first: 4) { edges { node { text publisher { name reliability } } } } places(first: 3) { edges { node { boundary names { language name } } } } }',
  ],
  ['a text that is kept apart, and nothing else', '{ reports(first: 4) { edges { node { text } } } }'],
  ['an outline that is kept apart', '{ places(filter: {text: "Lattakia"}, first: 4) { edges { node { name boundary } } } }'],
  [
    'a search, with what was found',
    '{ search(text: "latakia", first: 4) { totalCount edges { node { type label ... on Place { contains(first: 2) { edges { node { name } } } } } } } }',
  ],
  ['what is of one type or another, of which only a name is asked', '{ reports(first: 6) { edges { node { title publisher { name } } } } }'],
  [
    'one source, as two things that ask for different things of it',
    `{ event(id: "${event}") { claims(first: 6) { edges { node { claimant { name } report { publisher { reliability ... on Group { kind } } } } } } } }`,
  ],
  ...wide.map((query, number) => [`more loads than one statement holds, cut off ${number} later`, query] as const),
  ['a search for nothing', '{ search(text: " - ") { totalCount edges { node { id } } } }'],
  [
    'who reported what, where',
    `{ whoReported(publisher: "${sohr}", about: "${event}", first: 3) { totalCount edges { node { label report { title } claimant { name } } } } }`,
  ],
  [
    'who reported what within a place, found from the publisher',
    `{ whoReported(publisher: "${sohr}", where: "${syria}", first: 3) { totalCount edges { node { label report { title } event { title } } } } }`,
  ],
  [
    'what no statement can be made of',
    `{ event(id: "${event}") { title corroboration { claims reports } coverage { sources(first: 2) { edges { node { id } lagDays } } } claims(first: 2) { edges { node { report { publisher { name } } } } } } }`,
  ],
];

/** Lists that are gone on with behind a cursor: at the root and below it, by themselves and two at a time, of one kind of thing and of any. */
export const pages: readonly (readonly [what: string, query: string])[] = [
  ['a list', `query ($claims: String) { claims(first: 1, after: $claims) { ${page} } }`],
  [
    'a list with a filter',
    `query ($oldest: String) { claims(first: 1, after: $oldest, filter: {claimTypes: [CASUALTY_COUNT]}, orderBy: OLDEST_FIRST) { totalCount ${page} } }`,
  ],
  [
    'a list of what follows',
    `query ($claims: String) { claims(first: 1, after: $claims) { edges { node { report { claims(first: 2, after: $claims) { edges { node { id } } } } } } } }`,
  ],
  ['a list of one thing', `query ($told: String) { event(id: "${event}") { title claims(first: 1, after: $told) { ${page} } } }`],
  [
    'a list of anything',
    `query ($told: String) { node(id: "${event}") { ... on Group { name } ... on Event { claims(first: 1, after: $told) { ${page} } } } }`,
  ],
  [
    'two lists of one thing',
    `query ($told: String, $other: String) { event(id: "${event}") { claims(first: 2, after: $told) { edges { node { report { title } } } } others: claims(first: 1, after: $other) { ${page} } } }`,
  ],
  [
    'what it involves',
    `query ($links: String) { event(id: "${event}") { involved(first: 1, after: $links) { ${page} } places(first: 2) { edges { node { name } } } } }`,
  ],
  [
    'a list from its beginning and gone on with',
    `query ($told: String) { event(id: "${event}") { claims(first: 2) { edges { node { id } } } others: claims(first: 2, after: $told) { ${page} } } }`,
  ],
  ['all it is linked to', `query ($ends: String) { event(id: "${event}") { links(first: 1, after: $ends) { edges { node { id } } } } }`],
];

/** The same loads, of which each looks at something else. */
export const alike = [
  'title',
  'label from',
  'to',
  'claims(first: 2) { edges { node { label } } }',
  'claims(first: 2) { edges { node { claimType quote } } }',
].map((fields) => [`{ event(id: "${event}") { ${fields} } }`] as readonly [query: string, variables?: Record<string, unknown>]);

export const someOfAll = `{ ${roots.map((root) => `${root}(first: 4) { edges { node { id } } }`).join(' ')} }`;
