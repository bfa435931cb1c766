import type { State } from '../address/state.ts';
import type { LegendItem, View } from '../page/view.ts';
import { figure, plural } from '../page/words.ts';
import { polaritySign } from './lanes.ts';
import { type EventNode, loadTimeline, reportsOf, type TimelineData } from './load.ts';
import { timelineScene } from './scene.ts';
import { boundMarks } from './steps.ts';
import { timelineTables } from './table.ts';

export const timeline: View<TimelineData> = {
  name: 'timeline',
  isPlane: false,
  load: loadTimeline,
  title: ({ nodes }) => nodes.map((node) => ('label' in node ? node.label : node.id)).join(' · ') || 'Timeline',
  summary,
  emptiness: ({ nodes }, state) =>
    nodes.some(hasSomething)
      ? null
      : {
          says:
            state.of.length === 0
              ? 'A timeline is of an event, a place or a source, and this address names none: search for it above.'
              : [`Nothing on this timeline${state.known ? ' was known by then' : ''}.`, ...nodes.map(whatWasAsked)].join(' '),
          widen: widening(state),
        },
  scene: timelineScene,
  tables: timelineTables,
  legend: legendOf,
  days: ({ days }) => days,
  asksFor: ['of', 'known', 'metric', 'clock', 'from', 'to'],
};

const clocks = { published: 'the day of publication', happened: 'the day a number holds for', recorded: 'the day this graph learned it' };

function summary({ nodes, missing, isOfDays }: TimelineData, { clock, known }: State): string {
  const events = nodes.filter((node): node is EventNode => node.__typename === 'Event');
  const points = events.flatMap(({ tolls }) => tolls.flatMap((series) => series.points)).length;
  const reports = nodes.flatMap((node) => reportsOf(node)).length;
  const total = nodes.reduce((sum, node) => sum + reportTotal(node), 0);
  const advice = total > reports && nodes.some((node) => 'published' in node) ? ' From and To choose others.' : '';
  const shown = `${total > reports ? `${figure(reports)} of ` : ''}${plural(total, 'report')}${isOfDays ? ' published in these days' : ''}${total > reports ? ', the oldest' : ''}.${advice}`;
  const series = events.flatMap(({ tolls }) => tolls).length;
  return [
    `By ${clocks[clock]}${known ? ', as known then' : ''}.`,
    series > 0 ? `${plural(points, 'number')} in ${plural(series, 'series', 'series')}, ${shown}` : shown,
    missing > 0 ? `${plural(missing, 'item is', 'items are')} gone or not known by then.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function reportTotal(node: TimelineData['nodes'][number]): number {
  if (node.__typename === 'Event') return node.reports.totalCount;
  return 'published' in node ? node.published.totalCount : 0;
}

/** What the timeline of something would show, and where else to look. */
function whatWasAsked(node: TimelineData['nodes'][number]): string {
  const name = 'label' in node ? node.label : 'it';
  if (node.__typename === 'Place') return `It shows what happened at ${name} itself.`;
  if ('published' in node)
    return `It shows reports that ${name} published; what others printed on its word stands in the timelines of events, which its graph leads to.`;
  return `It shows events, places and sources, and ${name} is none of them.`;
}

function hasSomething(node: TimelineData['nodes'][number]): boolean {
  if (node.__typename === 'Place') return node.events.totalCount > 0;
  if (node.__typename === 'Event') return true;
  return reportsOf(node).length > 0;
}

function widening({ known, metric, from, to }: State) {
  return [
    ...(from || to ? [{ label: 'Any time', change: { from: '', to: '' } }] : []),
    ...(known ? [{ label: 'As known today', change: { known: '' } }] : []),
    ...(metric !== 'all' ? [{ label: 'Every kind of number', change: { metric: 'all' as const } }] : []),
  ];
}

const exact = { operator: 'EXACT', low: 1, high: 1 } as const;

/** The signs of what there is: a source has reports only. */
function legendOf({ nodes }: TimelineData): LegendItem[] {
  const events = nodes.filter((node): node is EventNode => node.__typename === 'Event');
  return [
    ...(events.some(({ tolls }) => tolls.length > 0) ? signsOfNumbers() : []),
    ...(nodes.some((node) => node.__typename !== 'Place')
      ? [{ marks: [{ mark: 'circle', x: 18, y: 10, r: 5, fill: 'report' }], says: 'A report', hides: 'report' } satisfies LegendItem]
      : []),
    ...(nodes.some(({ __typename: type }) => type === 'Event' || type === 'Place')
      ? [{ marks: [{ mark: 'rect', x: 4, y: 4, w: 28, h: 12, round: 3, fill: 'event' }], says: 'The event', hides: 'event' } satisfies LegendItem]
      : []),
    ...(events.some(({ claims }) => claims.totalCount > 0)
      ? [{ marks: [...polaritySign('NO_STATEMENT', 8, 10), ...polaritySign('DENIES', 27, 10)], says: 'Gave no number; denies', hides: 'other' }]
      : []),
    { marks: [{ mark: 'rect', x: 8, y: 2, w: 20, h: 16, fill: 'hair', hatch: true }], says: 'Days without anything, drawn shorter' },
  ];
}

function signsOfNumbers(): LegendItem[] {
  const dot = (fill: 'claim' | 'paper') => ({ mark: 'circle', x: 18, y: 12, r: 5, fill, stroke: 'claim', width: 2 }) as const;
  const sign = (operator: string) => boundMarks({ ...exact, operator } as never, 18, 16, 20, 8, 'claim');
  return [
    { marks: [dot('claim')], says: 'A number, exactly as given' },
    {
      marks: [...sign('AT_LEAST').map((mark) => ({ ...mark, points: [18, 18, 18, 2] }) as never), { ...dot('claim'), y: 16 }],
      says: 'At least, or more than: open upward',
    },
    { marks: [dot('paper')], says: 'About, nearly: not meant exactly' },
    { marks: [{ mark: 'line', points: [2, 14, 18, 14, 18, 5, 34, 5], stroke: 'claim', width: 2 }], says: 'Replaces the number before: the report says so' },
    { marks: [{ mark: 'line', points: [2, 14, 18, 14, 18, 5, 34, 5], stroke: 'claim', width: 2, dash: [5, 4] }], says: 'Replaces it: inferred' },
    { marks: [{ mark: 'rect', x: 14, y: 6, w: 7, h: 7, fill: 'paper', stroke: 'quiet', width: 1.5 }], says: 'A relay of that number: never a second witness' },
  ];
}
