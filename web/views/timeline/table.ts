import type { State } from '../address/state.ts';
import type { Table } from '../page/view.ts';
import { amountInWords, countedInWords, dayInWords, polarityInWords, publishedInWords, replacedInWords } from '../page/words.ts';
import { type EventNode, lagOf, partOf, reportsOf, type TimelineData } from './load.ts';

/** What the timeline draws, as tables: the numbers, what else was said, the reports, the events. */
export function timelineTables({ nodes }: TimelineData, _: State): Table[] {
  const events = nodes.filter((node): node is EventNode => node.__typename === 'Event');
  return [numbers(events), others(events), reports(nodes), placesEvents(nodes)].filter(({ rows }) => rows.length > 0);
}

function numbers(events: readonly EventNode[]): Table {
  return {
    caption: 'Numbers, each as its source gave it',
    columns: [
      { label: 'Source' },
      { label: 'Counts' },
      { label: 'As of', kind: 'date' },
      { label: 'Number' },
      { label: 'Published', kind: 'date' },
      { label: 'Days later', kind: 'number' },
      { label: 'Replaces the one before' },
      { label: 'Relayed by', kind: 'number' },
      { label: 'Reports', kind: 'number' },
      { label: 'Origins', kind: 'number' },
      { label: 'Quote', kind: 'long' },
      { label: 'Report', kind: 'long' },
    ],
    rows: events.flatMap(({ tolls }) =>
      tolls.flatMap((series) =>
        series.points.map((point) => ({
          id: point.claim.id,
          cells: [
            series.claimant?.name ?? 'Nobody named',
            [countedInWords(series.metric, series.population), partOf(series)].filter(Boolean).join(' '),
            point.asOf,
            amountInWords(point),
            point.claim.report?.publishedAt?.slice(0, 10) ?? null,
            lagOf(point),
            point.basis ? (replacedInWords[point.basis] ?? null) : null,
            point.relays.length,
            point.corroboration.reports,
            point.corroboration.origins,
            point.claim.quote ?? point.claim.statement,
            [point.claim.report?.title, point.claim.report?.publisher?.name].filter(Boolean).join(' — '),
          ],
        })),
      ),
    ),
  };
}

function others(events: readonly EventNode[]): Table {
  return {
    caption: 'Denied, left open, or no number given',
    columns: [{ label: 'Source' }, { label: 'Says' }, { label: 'What', kind: 'long' }, { label: 'Published', kind: 'date' }, { label: 'Report', kind: 'long' }],
    rows: events.flatMap(({ claims }) =>
      claims.edges.map(({ node }) => ({
        id: node.id,
        cells: [
          node.claimant?.name ?? 'Nobody named',
          polarityInWords[node.polarity] ?? node.polarity,
          node.statement ?? node.quote,
          node.report?.publishedAt?.slice(0, 10) ?? null,
          node.report?.title ?? null,
        ],
      })),
    ),
  };
}

function reports(nodes: TimelineData['nodes']): Table {
  return {
    caption: 'Reports',
    columns: [{ label: 'Published' }, { label: 'Publisher' }, { label: 'Title', kind: 'long' }, { label: 'In this graph since', kind: 'date' }],
    rows: nodes.flatMap((node) =>
      reportsOf(node).map((report) => ({
        id: report.id,
        cells: [publishedInWords(report), report.publisher?.name ?? 'Publisher unknown', report.title, dayInWords(report.recordedAt)],
      })),
    ),
  };
}

function placesEvents(nodes: TimelineData['nodes']): Table {
  return {
    caption: 'Events',
    columns: [
      { label: 'From', kind: 'date' },
      { label: 'To', kind: 'date' },
      { label: 'Event', kind: 'long' },
    ],
    rows: nodes.flatMap((node) =>
      node.__typename === 'Place' ? node.events.edges.map(({ node: event }) => ({ id: event.id, cells: [event.from, event.to, event.title] })) : [],
    ),
  };
}
