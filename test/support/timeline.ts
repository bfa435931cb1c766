import { draft, type LinkDraft, type NodeDraft, type Values } from '../../src/entity/draft.ts';
import { type Drafts, writeDrafts } from '../../src/entity/write.ts';
import { idFromKey, type Label } from '../../src/ids.ts';
import { sampleDrafts } from '../../src/sample/load.ts';
import { codedDrafts } from './coded.ts';
import type { Service } from './service.ts';

/** What was put into a graph, and when: drafts that were recorded together, one after the other, and at last what was taken back. */
export interface Timeline {
  readonly recordings: readonly { readonly at: string; readonly drafts: Drafts }[];
  readonly retractions: readonly { readonly id: string; readonly at: string }[];
}

/** The last instants that were known and recorded; null: no limit. */
export interface Limits {
  readonly known: string | null;
  readonly recorded: string | null;
}

/** What of a timeline was known and recorded by then, reckoned from the drafts alone. */
export function knownBy({ recordings, retractions }: Timeline, { known, recorded }: Limits): Timeline {
  const isBy = (limit: string | null, instant: string) => limit === null || instant <= limit;
  const links = recordings.flatMap(({ drafts }) => drafts.links);
  const reportOf = new Map(links.filter(({ type }) => type === 'CONTAINS').map(({ from, to }) => [to, from]));
  const nodes = new Map(recordings.flatMap(({ at, drafts }) => drafts.nodes.map((node) => [node.id, { node, at }] as const)));

  const knownFrom = (id: string): string => {
    const { node, at } = nodes.get(id) as { node: NodeDraft; at: string };
    const report = nodes.get(reportOf.get(id) ?? '')?.node;
    if (node.label === 'Report') return (node.properties.publishedAt as string) ?? at;
    if (node.label === 'Claim') return ((report ? report.properties.publishedAt : node.properties.assertedAt) as string) ?? at;
    return '';
  };
  const isThere = (id: string) => isBy(known, knownFrom(id)) && isBy(recorded, nodes.get(id)?.at ?? '');
  const isDrawn = ({ from, to, evidence = [], properties = {} }: LinkDraft) => {
    const since = (properties.at as string | undefined) ?? evidence.map(knownFrom).sort()[0] ?? '';
    return isThere(from) && isThere(to) && isBy(known, since);
  };

  return {
    recordings: recordings
      .filter(({ at }) => isBy(recorded, at))
      .map(({ at, drafts }) => ({ at, drafts: { nodes: drafts.nodes.filter(({ id }) => isThere(id)), links: drafts.links.filter(isDrawn) } })),
    retractions: recorded === null ? retractions.filter(({ id, at }) => isThere(id) && isBy(known, at)) : [],
  };
}

/** Puts a timeline into a graph as it went. */
export async function live({ graph, data }: Service, { recordings, retractions }: Timeline): Promise<void> {
  for (const { at, drafts } of recordings) await graph.write((run) => writeDrafts(run, drafts, { at, by: 'test' }));
  for (const { id, at } of retractions) {
    const room = id.startsWith('report_') ? 'Report' : 'Claim';
    await data(`mutation ($id: ID!, $at: DateTime!) { retract${room}(id: $id, reason: "wrong", at: $at) { ... on ${room} { id } ... on Error { message } } }`, {
      id,
      at,
    });
  }
}

const make = (label: Label, name: string, properties: Values) => draft(label, `test:${label.toLowerCase()}:${name}`, properties);
const test = (label: Label, name: string) => idFromKey(label, `test:${label.toLowerCase()}:${name}`);
const sample = (label: Label, name: string) => idFromKey(label, `sample:${label.toLowerCase()}:${name}`);
const day = (date: string) => `${date}T23:59:59.999Z`;

const claim = (name: string, properties: Values = {}) =>
  make('Claim', name, { claimType: 'CASUALTY_COUNT', metric: 'KILLED', population: 'CIVILIANS', operator: 'EXACT', cumulative: true, ...properties });

const c = (name: string) => test('Claim', name);
const r = (name: string) => test('Report', name);
const coast = sample('Event', 'coast-march-2025');
const sohr = sample('Group', 'sohr');
const contains = (report: string, ...names: string[]): LinkDraft[] => names.map((name) => ({ type: 'CONTAINS', from: r(report), to: c(name) }));
const about = (event: string, ...names: string[]): LinkDraft[] => names.map((name) => ({ type: 'ABOUT', from: c(name), to: event }));
const word = (source: string, ...names: string[]): LinkDraft[] => names.map((name) => ({ type: 'ATTRIBUTED_TO', from: c(name), to: source }));

/** The sample, and beside it whatever is peculiar about time. */
export const peculiar: Timeline = {
  recordings: [
    { at: '2025-03-09T06:00:00.000Z', drafts: sampleDrafts() },
    {
      at: '2025-03-11T06:00:00.000Z',
      drafts: {
        nodes: [
          make('Report', 'undated', { title: 'A leaflet without a date' }),
          make('Report', 'early', { title: 'An early report', publishedAt: day('2025-03-07') }),
          make('Report', 'late', { title: 'A late report', publishedAt: day('2025-04-20') }),
          make('Report', 'noon', { title: 'A report at noon', publishedAt: '2025-03-10T12:00:00.000Z' }),
          make('Group', 'paper', { name: 'The Paper', independenceGroup: 'press' }),
          make('Group', 'agency', { name: 'The Agency', independenceGroup: 'press' }),
          make('Place', 'village', { name: 'A village', kind: 'VILLAGE' }),
          make('Event', 'raid', { title: 'A raid on the village', from: '2025-03-06', to: '2025-03-08' }),
          claim('undated', { best: 11, low: 11, high: 11 }),
          claim('early', { best: 12, low: 12, high: 12, asOf: '2025-03-07' }),
          claim('noon', { best: 13, low: 13, high: 13, asOf: '2025-03-07' }),
          claim('late', { best: 14, low: 14, high: 14, asOf: '2025-03-09' }),
          claim('late-denial', { claimType: 'OCCURRENCE', polarity: 'DENIES', metric: null, statement: 'A raid took place.' }),
          claim('early-assertion', { claimType: 'OCCURRENCE', polarity: 'ASSERTS', metric: null, statement: 'A raid took place.' }),
          claim('asserted', { best: 15, low: 15, high: 15, assertedAt: '2025-03-12T08:00:00.000Z' }),
          claim('loose', { best: 2, low: 2, high: 2, population: 'ALL' }),
          claim('relay-late', { best: 12, low: 12, high: 12 }),
          claim('relay-of-relay', { best: 12, low: 12, high: 12 }),
        ],
        links: [
          ...contains('undated', 'undated', 'relay-of-relay'),
          ...contains('early', 'early', 'early-assertion'),
          ...contains('noon', 'noon'),
          ...contains('late', 'late', 'late-denial', 'relay-late'),
          ...about(test('Event', 'raid'), 'undated', 'early', 'noon', 'late', 'late-denial', 'early-assertion', 'asserted', 'loose', 'relay-late'),
          ...word(test('Group', 'paper'), 'early', 'noon', 'late'),
          ...word(sohr, 'asserted', 'early-assertion'),
          { type: 'PUBLISHED', from: test('Group', 'paper'), to: r('early') },
          { type: 'PUBLISHED', from: test('Group', 'agency'), to: r('late') },
          { type: 'SUPERSEDES', from: c('noon'), to: c('early'), properties: { basis: 'EXPLICIT', at: day('2025-03-15') } },
          { type: 'SUPERSEDES', from: c('late'), to: c('noon'), properties: { basis: 'INFERRED' } },
          // A relay is published before the one that it relays: until then it is a statement of its own.
          { type: 'REPEATS', from: c('relay-of-relay'), to: c('relay-late') },
          { type: 'REPEATS', from: c('relay-late'), to: c('early') },
          { type: 'CITES', from: r('undated'), to: r('late'), properties: { how: 'QUOTES' } },
          { type: 'CITES', from: r('late'), to: r('early'), properties: { how: 'PARAPHRASES' } },
          { type: 'OCCURRED_AT', from: test('Event', 'raid'), to: test('Place', 'village'), evidence: [c('early')] },
          // Only a late claim says in which governorate the village is.
          { type: 'WITHIN', from: test('Place', 'village'), to: sample('Place', 'latakia'), evidence: [c('late'), c('asserted')] },
          { type: 'INVOLVES', from: test('Event', 'raid'), to: sohr, role: 'SIDE_B', evidence: [c('noon')] },
          { type: 'INVOLVES', from: test('Event', 'raid'), to: test('Group', 'paper'), role: 'WITNESS' },
          {
            type: 'MEMBER_OF',
            from: test('Group', 'agency'),
            to: test('Group', 'paper'),
            evidence: [c('late'), c('noon')],
            properties: { from: '2020-01-01' },
          },
          { type: 'ALLIED_WITH', from: sohr, to: test('Group', 'agency'), evidence: [c('undated')] },
          { type: 'NAMES', from: c('early'), to: test('Place', 'village'), role: 'SCOPE' },
          { type: 'NAMES', from: c('loose'), to: test('Place', 'village'), role: 'LOCATION', evidence: [c('late')] },
          { type: 'PART_OF_TOTAL', from: c('loose'), to: c('late') },
          { type: 'MENTIONS', from: r('late'), to: test('Event', 'raid') },
          { type: 'PART_OF', from: test('Event', 'raid'), to: coast },
        ],
      },
    },
    { at: '2025-04-01T00:00:00.000Z', drafts: codedDrafts() },
    {
      // What was learned later of what was there: who published, whose word it was, what it was about.
      at: '2025-04-10T00:00:00.000Z',
      drafts: {
        nodes: [make('Person', 'mayor', { name: 'The mayor of the village' }), claim('circle-1', { best: 9 }), claim('circle-2', { best: 9 })],
        links: [
          ...about(test('Event', 'raid'), 'circle-1', 'circle-2'),
          { type: 'PUBLISHED', from: test('Group', 'agency'), to: r('noon') },
          { type: 'PUBLISHED', from: test('Person', 'mayor'), to: r('undated') },
          { type: 'ATTRIBUTED_TO', from: c('undated'), to: test('Person', 'mayor'), evidence: [c('late')] },
          { type: 'ABOUT', from: c('relay-of-relay'), to: test('Event', 'raid') },
          { type: 'REPEATS', from: c('circle-1'), to: c('circle-2') },
          { type: 'REPEATS', from: c('circle-2'), to: c('circle-1') },
          { type: 'RESIDENT_OF', from: test('Person', 'mayor'), to: test('Place', 'village'), evidence: [c('asserted')] },
        ],
      },
    },
  ],
  retractions: [
    { id: c('noon'), at: '2025-03-16T00:00:00.000Z' },
    { id: sample('Report', 'kurdistan24-2025-03-14'), at: '2025-03-20T10:00:00.000Z' },
    { id: r('early'), at: '2025-04-05T00:00:00.000Z' },
    { id: r('late'), at: '2025-05-01T00:00:00.000Z' },
  ],
};
