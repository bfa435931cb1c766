import type { State } from '../address/state.ts';
import type { Layer, Mark, Scene, Target } from '../draw/mark.ts';
import type { Space } from '../page/view.ts';
import { axisOver, type Period, periodOf } from './axis.ts';
import type { Ground, Lane } from './lane.ts';
import { eventLane, otherLane, placeLane, reportLane } from './lanes.ts';
import { claimPeriod, type EventNode, reportPeriod, reportsOf, type TimelineData } from './load.ts';
import { highest, seriesLanes } from './steps.ts';

const axisHeight = 34;

export function timelineScene(data: TimelineData, state: State, space: Space): Scene {
  const ground = groundOf(data, state, space);
  const lanes = data.nodes.flatMap((node) => lanesOf(node, ground, state));
  const marks: Mark[] = [];
  const targets: Target[] = [];
  let top = axisHeight;
  for (const lane of lanes) {
    if (lane.isHead) marks.push({ mark: 'rect', x: 0, y: top, w: space.width, h: lane.height, fill: 'wash' });
    marks.push(...lane.marks.map((mark) => lowered(mark, top)));
    targets.push(...lane.targets.map((target) => ({ ...target, y: target.y + top })));
    top += lane.height;
  }
  const height = top + 12;
  const layers: Layer[] = [{ marks: gridOf(ground, height) }, { marks }, { marks: axisMarks(ground, space), fix: 'y' }];
  return { width: space.width, height, layers, targets };
}

function lanesOf(node: TimelineData['nodes'][number], ground: Ground, state: State): Lane[] {
  const hidden = new Set(state.hide);
  const shown = (name: string, lane: Lane | null) => (lane && !hidden.has(name) ? [lane] : []);
  if (node.__typename === 'Event') {
    return [
      ...shown('event', eventLane(node, ground)),
      ...shown('report', reportLane(reportsOf(node), node.reports.totalCount, ground)),
      ...seriesLanes(node.tolls, highest(node.tolls), ground),
      ...shown('other', otherLane(node, ground)),
    ];
  }
  if (node.__typename === 'Place') return shown('event', placeLane(node, ground));
  return 'published' in node ? shown('report', reportLane(reportsOf(node), node.published.totalCount, ground)) : [];
}

function groundOf(data: TimelineData, state: State, { width, measure }: Space): Ground {
  const isNarrow = width < 700;
  const labelWidth = isNarrow ? width - 24 : 218;
  const periods = data.nodes.flatMap((node) => periodsOf(node, state.clock));
  const hasUnknown = periods.some((period) => period === null);
  const left = (isNarrow ? 14 : labelWidth + 30) + (hasUnknown ? 74 : 0);
  const right = width - (isNarrow ? 20 : 36);
  return {
    axis: axisOver(within(periods, state), left, right),
    left,
    right,
    labelX: isNarrow ? 12 : 16,
    labelWidth,
    isNarrow,
    unknownX: left - 48,
    hasUnknown,
    measure,
    clock: state.clock,
  };
}

function within(periods: readonly (Period | null)[], { from, to }: State): Period[] {
  const [first, last] = [periodOf(from || null), periodOf(to || null)];
  const dated = periods
    .filter((period) => period !== null)
    .filter((period) => period.to >= (first?.from ?? -Infinity) && period.from <= (last?.to ?? Infinity));
  return dated.map((period) => ({ from: Math.max(period.from, first?.from ?? -Infinity), to: Math.min(period.to, last?.to ?? Infinity) }));
}

function periodsOf(node: TimelineData['nodes'][number], clock: State['clock']): (Period | null)[] {
  const reports = reportsOf(node).map((report) => reportPeriod(report, clock));
  if (node.__typename === 'Place') return node.events.edges.flatMap(({ node: event }) => [periodOf(event.from), ...(event.to ? [periodOf(event.to)] : [])]);
  return node.__typename === 'Event' ? [...eventPeriods(node, clock), ...reports] : reports;
}

function eventPeriods(event: EventNode, clock: State['clock']): (Period | null)[] {
  const points = event.tolls.flatMap((series) => series.points.map((point) => claimPeriod(point.claim, point.asOf, clock)));
  const happened = [periodOf(event.from), ...(event.to ? [periodOf(event.to)] : [])];
  return [...(clock === 'recorded' ? [] : happened), ...points];
}

function lowered(mark: Mark, by: number): Mark {
  if (mark.mark === 'line') return { ...mark, points: mark.points.map((value, index) => (index % 2 === 0 ? value : value + by)) };
  if (mark.mark === 'area') return { ...mark, rings: mark.rings.map((ring) => ring.map((value, index) => (index % 2 === 0 ? value : value + by))) };
  return { ...mark, y: mark.y + by };
}

function gridOf({ axis }: Ground, height: number): Mark[] {
  const lines = axis.lines.map((x): Mark => ({ mark: 'line', points: [x, axisHeight, x, height], stroke: 'hair', width: 1, opacity: 0.7 }));
  const breaks = axis.breaks.flatMap(({ from, to }): Mark[] => [
    { mark: 'rect', x: from, y: axisHeight, w: to - from, h: height - axisHeight, fill: 'hair', hatch: true, opacity: 0.75 },
  ]);
  return [...lines, ...breaks];
}

function axisMarks({ axis, hasUnknown, unknownX }: Ground, { width }: Space): Mark[] {
  return [
    { mark: 'rect', x: 0, y: 0, w: width, h: axisHeight, fill: 'paper' },
    { mark: 'line', points: [0, axisHeight, width, axisHeight], stroke: 'quiet', width: 1 },
    ...axis.ticks.map(({ x, label }): Mark => ({ mark: 'text', x, y: 21, text: label, size: 12, fill: 'ink', anchor: 'middle' })),
    ...axis.breaks.map(({ from, to, label }): Mark => ({ mark: 'text', x: (from + to) / 2, y: 21, text: label, size: 11, fill: 'quiet', anchor: 'middle' })),
    ...(hasUnknown ? [{ mark: 'text', x: unknownX - 8, y: 21, text: 'date unknown', size: 11, fill: 'quiet', anchor: 'middle' } satisfies Mark] : []),
  ];
}
