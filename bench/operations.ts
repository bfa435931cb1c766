import { existsSync, readFileSync } from 'node:fs';
import type { Shape } from './answer.ts';

/** One question, in the words of each contestant. Its files are in the folder of its name, or of one that it shares them with. */
export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly ours: string;
  readonly peer: string;
  /** The best hand-written statement for the same answer, and what the places of its lists are called. */
  readonly driver: { readonly text: string; readonly shape: Shape } | null;
  /** Whether the answer is one entity, and no list. */
  readonly isOne: boolean;
  /** A statement whose rows are the variables to ask with, in turn. */
  readonly variables: string | null;
}

/** The key of an event with 26 claims, and of the source that most reports come from. */
export const knownEvent = 'ucdp:event:261850';
export const knownSource = 'ucdp:source:sohr';

const source: Shape = ['id', 'name'];
const event: Shape = ['id', 'title', 'from', 'to', 'violenceType'];
const report: Shape = ['id', 'title', 'publishedAt'];

export const operations: readonly Operation[] = [
  operation('floor', 'Floor: { __typename }', null),
  one('node-by-id', 'Node by id', ['id', 'label', 'title', 'publishedAt']),
  list('list-with-filter', 'List with filter', event),
  one('event-page', 'Event with claims, reports, publishers, places, groups', [
    'id',
    'title',
    'from',
    ['claims', ['id', 'label', 'claimType', ['claimant', source], ['report', [...report, ['publisher', source]]]]],
    ['places', ['id', 'name', 'kind', 'precisionCode']],
    ['involved', ['id', 'label', 'role']],
  ]),
  one('place-page', 'Place → events → claims → reports → publishers', [
    'id',
    'name',
    ['events', ['id', 'title', ['claims', ['id', 'label', ['report', ['id', 'title', ['publisher', source]]]]]]],
  ]),
  one('hub-page', 'Hub page, shallow', ['id', 'name', ['published', report]]),
  one(
    'hub-page-four-levels',
    'Hub page, four levels',
    ['id', 'name', ['published', [...report, ['claims', ['id', 'label', ['event', ['id', 'title', ['places', ['id', 'name']]]]]]]]],
    { variables: 'hub-page' },
  ),
  one('hub-page-500', 'Hub page 500', ['id', 'name', ['published', report]], { documents: 'hub-page' }),
  list('who-reported', 'Who reported what where (publisher and place)', ['id', 'label', ['claimant', source], ['report', report], ['event', ['id', 'title']]]),
  list('search', 'Search', report),
  one(
    'two-hops',
    'Two-hop neighbourhood',
    ['id', 'label', ['involved', ['id', 'label', 'role', ['involvedIn', ['id', 'label', 'role']]]], ['places', ['id', 'label', ['events', ['id', 'label']]]]],
    { variables: 'event-page' },
  ),
];

interface Sharing {
  readonly documents?: string;
  readonly variables?: string;
}

function one(name: string, title: string, shape: Shape, from: Sharing = {}): Operation {
  return { ...operation(name, title, shape, from), isOne: true };
}

function list(name: string, title: string, shape: Shape): Operation {
  return operation(name, title, shape);
}

function operation(name: string, title: string, shape: Shape | null, { documents = name, variables = name }: Sharing = {}): Operation {
  return {
    name,
    title,
    ours: read(documents, 'ours.graphql') ?? '',
    peer: read(documents, 'peer.graphql') ?? '',
    driver: shape ? { text: read(documents, 'driver.cypher') ?? '', shape } : null,
    variables: read(variables, 'variables.cypher'),
    isOne: false,
  };
}

function read(folder: string, file: string): string | null {
  const url = new URL(`operations/${folder}/${file}`, import.meta.url);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}
