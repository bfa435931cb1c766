import type { Mark, Target } from '../draw/mark.ts';
import { clipped } from '../draw/text.ts';
import { dayInWords, figure, plural, polarityInWords, publishedInWords } from '../page/words.ts';
import { markOf, periodOf } from './axis.ts';
import type { Ground, Lane } from './lane.ts';
import { claimPeriod, type EventNode, type OtherClaim, type ReportLine, reportPeriod, type TimelineData } from './load.ts';

type PlaceNode = Extract<TimelineData['nodes'][number], { __typename: 'Place' }>;

/** The name of a lane, and under it what it shows; and how much room they need above it. */
export function laneLabel(
  title: string,
  under: string,
  { labelX, labelWidth, isNarrow, measure }: Ground,
): { readonly marks: readonly Mark[]; readonly above: number } {
  const marks: Mark[] = [
    { mark: 'text', x: labelX, y: 22, text: clipped(title, labelWidth, 14, measure, 600), size: 14, weight: 600, fill: 'ink' },
    ...(under ? [{ mark: 'text', x: labelX, y: 39, text: clipped(under, labelWidth, 12, measure), size: 12, fill: 'quiet' } satisfies Mark] : []),
  ];
  return { marks, above: isNarrow ? (under ? 46 : 30) : 0 };
}

export function eventLane(event: EventNode, ground: Ground): Lane | null {
  const [from, to] = [periodOf(event.from), periodOf(event.to)];
  if (ground.clock === 'recorded') return null;
  const { marks, above } = laneLabel(
    'The event',
    event.from ? `${dayInWords(event.from)} – ${event.to ? dayInWords(event.to) : 'end not stated'}` : 'date unknown',
    ground,
  );
  const y = above + 24;
  const [start, end] = [
    from ? ground.axis.place(from.from) : ground.unknownX,
    to ? ground.axis.place(to.to) : from ? ground.axis.place(from.to) : ground.unknownX + 8,
  ];
  const open: Mark[] =
    from && !to ? [{ mark: 'line', points: [end, y, Math.min(end + 70, ground.right), y], stroke: 'event', width: 3, dash: [3, 4], arrow: true }] : [];
  return {
    isHead: true,
    height: above + 50,
    marks: [...marks, { mark: 'rect', x: start, y: y - 7, w: Math.max(6, end - start), h: 14, round: 3, fill: 'event' }, ...open],
    targets: [
      {
        id: event.id,
        x: (start + end) / 2,
        y,
        rx: Math.max(12, (end - start) / 2),
        ry: 12,
        says: `Event: ${event.label}, from ${event.from ? dayInWords(event.from) : 'an unknown day'}`,
      },
    ],
  };
}

const highestPile = 9;

export function reportLane(reports: readonly ReportLine[], total: number, ground: Ground): Lane {
  const more = total > reports.length ? `${figure(reports.length)} of ${figure(total)}, oldest first` : 'one dot each, by publisher';
  const { marks, above } = laneLabel(plural(total, 'report'), more, ground);
  const columns = new Map<number, number>();
  const dots: Mark[] = [];
  const overflow = new Map<number, number>();
  const targets: Target[] = [];
  for (const report of reports) {
    const period = reportPeriod(report, ground.clock);
    const x = Math.round(period ? ground.axis.place(markOf(period)) : ground.unknownX);
    const column = Math.round(x / 9);
    const level = columns.get(column) ?? 0;
    columns.set(column, level + 1);
    // A higher pile would push everything else out of sight: its number stands on top, and the table has them all.
    if (level >= highestPile) {
      overflow.set(Math.round(x / 32), (overflow.get(Math.round(x / 32)) ?? 0) + 1);
      continue;
    }
    const y = above + 18 + level * 13;
    if (period && period.to - period.from > 2 * 86_400_000)
      dots.push({ mark: 'line', points: [ground.axis.place(period.from), y, x, y], stroke: 'report', width: 2, opacity: 0.5 });
    dots.push({ mark: 'circle', x, y, r: 5, fill: period ? 'report' : 'paper', stroke: 'report', width: 1.5 });
    targets.push({
      id: report.id,
      x,
      y,
      rx: 7,
      ry: 7,
      says: `Report, ${publishedInWords(report)}: ${report.title}. ${report.publisher ? `Published by ${report.publisher.name}` : 'Publisher unknown'}`,
    });
  }
  for (const [place, count] of overflow)
    dots.push({
      mark: 'text',
      x: place * 32,
      y: above + 18 + highestPile * 13 + 4,
      text: `+${count}`,
      size: 11,
      weight: 600,
      fill: 'quiet',
      anchor: 'middle',
    });
  const highest = Math.min(highestPile + (overflow.size > 0 ? 1 : 0), Math.max(1, ...columns.values()));
  return { isHead: true, height: above + Math.max(50, 22 + highest * 13), marks: [...marks, ...dots], targets };
}

/** What was denied, left open, or given no number for: a cross, a question mark, an empty sign. */
export function otherLane({ claims }: EventNode, ground: Ground): Lane | null {
  if (claims.edges.length === 0) return null;
  const { marks, above } = laneLabel('No number, denied, open', 'what sources did not confirm', ground);
  const rows = claims.edges.map(({ node }, index) => otherRow(node, above + 20 + index * 26, ground));
  return {
    height: above + Math.max(52, 16 + rows.length * 26),
    marks: [...marks, ...rows.flatMap((row) => row.marks)],
    targets: rows.map((row) => row.target),
  };
}

function otherRow(claim: OtherClaim, y: number, ground: Ground): { readonly marks: readonly Mark[]; readonly target: Target } {
  const period = claimPeriod(claim, claim.asOf, ground.clock);
  const x = period ? ground.axis.place(markOf(period)) : ground.unknownX;
  const words = `${claim.claimant?.name ?? 'Nobody named'} ${polarityInWords[claim.polarity]}: ${claim.statement ?? claim.quote ?? claim.label}`;
  const toRight = ground.right - x > 260;
  const room = toRight ? ground.right - x - 14 : x - ground.left - 14;
  return {
    marks: [
      ...polaritySign(claim.polarity, x, y),
      {
        mark: 'text',
        x: toRight ? x + 13 : x - 13,
        y: y + 4,
        text: clipped(words, Math.max(80, room), 12, ground.measure),
        size: 12,
        fill: 'ink',
        anchor: toRight ? 'start' : 'end',
        halo: true,
      },
    ],
    target: { id: claim.id, x, y, rx: 10, ry: 10, says: `${words}. ${claim.report?.title ?? ''}` },
  };
}

/** The sign of a polarity that is not plain assertion. */
export function polaritySign(polarity: string, x: number, y: number): Mark[] {
  if (polarity === 'DENIES') {
    return [
      { mark: 'line', points: [x - 6, y - 6, x + 6, y + 6], stroke: 'deny', width: 2.5 },
      { mark: 'line', points: [x - 6, y + 6, x + 6, y - 6], stroke: 'deny', width: 2.5 },
    ];
  }
  if (polarity === 'UNCERTAIN') {
    return [
      { mark: 'circle', x, y, r: 7, fill: 'paper', stroke: 'claim', width: 1.5, dash: [2, 2] },
      { mark: 'text', x, y: y + 4, text: '?', size: 12, weight: 700, fill: 'claim', anchor: 'middle' },
    ];
  }
  return [
    { mark: 'circle', x, y, r: 6.5, fill: 'paper', stroke: 'quiet', width: 1.5 },
    { mark: 'line', points: [x - 7, y + 7, x + 7, y - 7], stroke: 'quiet', width: 1.5 },
  ];
}

export function placeLane({ events }: PlaceNode, ground: Ground): Lane {
  const { marks, above } = laneLabel(
    plural(events.totalCount, 'event'),
    events.totalCount > events.edges.length ? `${events.edges.length} of them, oldest first` : 'at this very place',
    ground,
  );
  const rows = events.edges.map(({ node }, index) => {
    const [from, to] = [periodOf(node.from), periodOf(node.to ?? node.from)];
    const [start, end] = [from ? ground.axis.place(from.from) : ground.unknownX, to ? ground.axis.place(to.to) : ground.unknownX + 8];
    const y = above + 18 + index * 16;
    const bar: Mark = { mark: 'rect', x: start, y: y - 5, w: Math.max(5, end - start), h: 10, round: 3, fill: 'event' };
    const target: Target = {
      id: node.id,
      x: (start + end) / 2,
      y,
      rx: Math.max(9, (end - start) / 2),
      ry: 8,
      says: `Event: ${node.title}, ${node.from ? dayInWords(node.from) : 'date unknown'}`,
    };
    return { bar, target };
  });
  return { height: above + 24 + rows.length * 16, marks: [...marks, ...rows.map(({ bar }) => bar)], targets: rows.map(({ target }) => target) };
}
