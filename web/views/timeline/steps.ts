import type { Colour, Mark, Target } from '../draw/mark.ts';
import { countedInWords, dayInWords, plural, publishedInWords, replacedInWords } from '../page/words.ts';
import { markOf } from './axis.ts';
import type { Ground, Lane } from './lane.ts';
import { laneLabel } from './lanes.ts';
import { claimPeriod, lagOf, type Point, partOf, type Series } from './load.ts';
import { numberMarks, type Placed } from './numbers.ts';

const tallest = 190;
const head = 40;
const foot = 20;

/** Whether numbers follow each other, so that their heights say something. */
const hasSteps = ({ points }: Series) => points.length > 1;

/** The greatest number of each metric that has steps: all steps of a metric have one scale, so that heights can be compared. */
export function highest(tolls: readonly Series[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { metric, points } of tolls.filter(hasSteps))
    most.set(metric, Math.max(most.get(metric) ?? 1, ...points.map((point) => point.high ?? drawnAt(point))));
  return most;
}

/** The number that is drawn; bounds are drawn beside it. */
function drawnAt({ low, best, high, operator }: Point): number {
  if (operator === 'MORE_THAN') return low === null ? (best ?? 0) : low - 1;
  return best ?? low ?? high ?? 0;
}

export function seriesLanes(tolls: readonly Series[], most: ReadonlyMap<string, number>, ground: Ground): Lane[] {
  const inOrder = [...tolls].sort((one, other) => Math.min(2, other.points.length) - Math.min(2, one.points.length) || stepsOf(other) - stepsOf(one));
  return inOrder.map((series) => seriesLane(series, most.get(series.metric) ?? 1, ground));
}

/** Those that were revised most stand at the top; single numbers keep the order of the answer. */
const stepsOf = (series: Series) => (hasSteps(series) ? series.points.length : 0);

function seriesLane(series: Series, most: number, ground: Ground): Lane {
  const { marks, above } = laneLabel(
    series.claimant?.name ?? 'Nobody named',
    [countedInWords(series.metric, series.population), partOf(series)].filter(Boolean).join(' '),
    ground,
  );
  const scale = hasSteps(series) ? tallest / most : 0;
  const tall = Math.max(...series.points.map((point) => point.high ?? drawnAt(point)), 1) * scale;
  const height = above + Math.max(scale > 0 ? 96 : 58, head + tall + foot);
  const base = height - foot;
  const placed = placedPoints(series.points, base, scale, ground);
  const colour: Colour = 'claim';
  return {
    height,
    marks: [
      { mark: 'line', points: [0, 0, ground.right + 30, 0], stroke: 'hair', width: 1 },
      ...marks,
      ...(scale > 0 ? [{ mark: 'line', points: [ground.left - 10, base, ground.right, base], stroke: 'hair', width: 1 } satisfies Mark] : []),
      ...stepsBetween(placed, series, ground, colour),
      ...placed.flatMap(({ point }) => relayMarks(point, base, ground)),
      ...placed.flatMap((one) => pointMarks(one, { base, scale, colour })),
      ...numberMarks(placed, ground),
    ],
    targets: [...placed.map((one) => pointTarget(one, series)), ...placed.flatMap(({ point }) => relayTargets(point, base, ground))],
  };
}

/** Points of one day stand side by side, in their order. */
function placedPoints(points: readonly Point[], base: number, scale: number, ground: Ground): Placed[] {
  let before = -Infinity;
  return points.map((point) => {
    const period = claimPeriod(point.claim, point.asOf, ground.clock);
    const wanted = period ? ground.axis.place(markOf(period)) : ground.unknownX;
    const x = Math.max(wanted, before + 16);
    before = x;
    return { point, x, y: scale > 0 ? base - drawnAt(point) * scale : base - 12 };
  });
}

function stepsBetween(placed: readonly Placed[], { current }: Series, ground: Ground, stroke: Colour): Mark[] {
  return placed.flatMap(({ point, x, y }, index): Mark[] => {
    const next = placed[index + 1];
    if (next) return [{ mark: 'line', points: [x, y, next.x, y, next.x, next.y], stroke, width: 2, ...dashOf(next.point.basis) }];
    if (point.claim.status === 'RETRACTED') return retracted(x, y, stroke);
    // The number stands until something replaces it.
    return current?.claim.id === point.claim.id ? [{ mark: 'line', points: [x, y, ground.right, y], stroke, width: 2, opacity: 0.35 }] : [];
  });
}

function dashOf(basis: Point['basis']): { readonly dash?: readonly number[] } {
  if (basis === 'EXPLICIT') return {};
  return { dash: basis === 'CURATED' ? [8, 3, 2, 3] : [5, 4] };
}

function retracted(x: number, y: number, stroke: Colour): Mark[] {
  return [
    { mark: 'line', points: [x, y, x + 26, y], stroke, width: 2 },
    { mark: 'line', points: [x + 26, y - 8, x + 26, y + 8], stroke: 'deny', width: 3 },
  ];
}

interface Drawing {
  readonly base: number;
  readonly scale: number;
  readonly colour: Colour;
}

function pointMarks({ point, x, y }: Placed, { base, scale, colour }: Drawing): Mark[] {
  return [...boundMarks(point, x, y, base, scale, colour), { mark: 'circle', x, y, r: 5, fill: isFirm(point) ? colour : 'paper', stroke: colour, width: 2 }];
}

/** Hollow, where the number itself is not meant exactly. */
const isFirm = ({ operator }: Point) => operator === 'EXACT' || operator === 'AT_LEAST' || operator === 'MORE_THAN';

/** The sign of an operator: open upward, open downward, or a bar from bound to bound. */
export function boundMarks({ operator, low, high }: Point, x: number, y: number, base: number, scale: number, stroke: Colour): Mark[] {
  if (operator === 'AT_LEAST' || operator === 'MORE_THAN') return [{ mark: 'line', points: [x, y, x, y - 24], stroke, width: 2, arrow: true }];
  if (operator === 'UP_TO') return [{ mark: 'line', points: [x, y, x, Math.min(base, y + 22)], stroke, width: 2, arrow: true }];
  if (operator !== 'RANGE' || low === null || high === null) return [];
  // Without a scale the bar only says that there are two bounds.
  const [bottom, top] = scale > 0 ? [base - low * scale, base - high * scale] : [y + 9, y - 9];
  return [
    { mark: 'line', points: [x, bottom, x, top], stroke, width: 3 },
    { mark: 'line', points: [x - 6, bottom, x + 6, bottom], stroke, width: 2 },
    { mark: 'line', points: [x - 6, top, x + 6, top], stroke, width: 2 },
  ];
}

function relayMarks({ relays }: Point, base: number, ground: Ground): Mark[] {
  return relays.flatMap((relay): Mark[] => {
    const period = claimPeriod(relay, null, ground.clock);
    const x = period ? ground.axis.place(markOf(period)) : ground.unknownX;
    return [{ mark: 'rect', x: x - 3.5, y: base + 5, w: 7, h: 7, fill: 'paper', stroke: 'quiet', width: 1.5 }];
  });
}

function relayTargets({ relays }: Point, base: number, ground: Ground): Target[] {
  return relays.map((relay) => {
    const period = claimPeriod(relay, null, ground.clock);
    const x = period ? ground.axis.place(markOf(period)) : ground.unknownX;
    return {
      id: relay.id,
      x,
      y: base + 8,
      rx: 7,
      ry: 7,
      says: `Relay: ${relay.label}, ${relay.report?.publisher?.name ?? relay.report?.title ?? 'no report'}. “${relay.quote ?? relay.statement ?? ''}”`,
    };
  });
}

function pointTarget({ point, x, y }: Placed, series: Series): Target {
  const lag = lagOf(point);
  const parts = [
    `${series.claimant?.name ?? 'Nobody named'}: ${countedInWords(series.metric, series.population, point)}${partOf(series) ? ` ${partOf(series)}` : ''}`,
    point.asOf ? `as of ${dayInWords(point.asOf)}` : '',
    point.claim.report ? `published ${publishedInWords(point.claim.report)}${lag ? `, ${plural(lag, 'day')} later` : ''}` : '',
    point.basis ? `replaces the number before (${replacedInWords[point.basis]})` : '',
    point.relays.length > 0 ? `relayed by ${plural(point.relays.length, 'report')}` : '',
  ];
  return { id: point.claim.id, x, y, rx: 11, ry: 11, says: parts.filter(Boolean).join('; ') };
}
