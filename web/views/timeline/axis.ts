import { monthOf, plural, shortDay } from '../page/words.ts';

export const dayLength = 86_400_000;

/** A date as far as it is known: from one instant to another. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The period that a date stands for: a day is a day long, a month a month. Null when it is not known. */
export function periodOf(iso: string | null, raw: string | null = null): Period | null {
  if (iso === null) return null;
  const month = /^(\d{4})-(\d\d)$/.exec(raw ?? '');
  if (month) return { from: Date.UTC(Number(month[1]), Number(month[2]) - 1), to: Date.UTC(Number(month[1]), Number(month[2])) };
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  // A day without a time is stored as its last millisecond.
  if (iso.length === 10 || iso.endsWith('T23:59:59.999Z')) {
    const day = Math.floor(time / dayLength) * dayLength;
    return { from: day, to: day + dayLength };
  }
  return { from: time, to: time };
}

/** Where a period's mark stands: a day in its middle, anything longer at its end, by when it was surely known. */
export const markOf = ({ from, to }: Period): number => (to - from <= dayLength ? (from + to) / 2 : to - dayLength / 2);

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface Axis {
  readonly place: (time: number) => number;
  readonly ticks: readonly Tick[];
  /** Lines between days or months. */
  readonly lines: readonly number[];
  /** Stretches in which nothing lies, drawn shorter than they are. */
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly label: string }[];
}

interface Piece extends Period {
  readonly isBreak: boolean;
  readonly left: number;
  readonly right: number;
}

const breakWidth = 58;
/** Pixels around a shortened stretch in which its length is told, and no date. */
const breakWords = 52;

/** A time axis over these periods. Long stretches without anything are shortened, and marked as that. */
export function axisOver(periods: readonly Period[], left: number, right: number): Axis {
  const pieces = piecesOf(periods, left, right);
  const place = (time: number) => placeIn(pieces, time);
  return {
    place,
    ...ticksOf(pieces, place),
    breaks: pieces
      .filter(({ isBreak }) => isBreak)
      .map((piece) => ({ from: piece.left, to: piece.right, label: plural(Math.round((piece.to - piece.from) / dayLength), 'day') })),
  };
}

function piecesOf(periods: readonly Period[], left: number, right: number): Piece[] {
  const days = periods.flatMap(({ from, to }) => (to - from <= dayLength ? [from, to - 1] : [to - 1])).map((time) => Math.floor(time / dayLength) * dayLength);
  const sorted = [...new Set(days)].sort((one, other) => one - other);
  const first = sorted[0] ?? 0;
  const last = Math.max(sorted.at(-1) ?? 0, first) + dayLength;
  const gaps = sorted.slice(1).map((day, index) => ({ from: (sorted[index] as number) + dayLength, to: day }));
  const empty = gaps
    .filter((gap) => isLong(gap, gaps))
    .sort((one, other) => other.to - other.from - (one.to - one.from))
    .slice(0, 4);
  const room = right - left - empty.length * breakWidth;
  const full = last - first - empty.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  const pieces: Piece[] = [];
  let [at, x] = [first, left];
  const add = (to: number, isBreak: boolean) => {
    const width = isBreak ? breakWidth : ((to - at) / full) * room;
    if (to > at) pieces.push({ from: at, to, isBreak, left: x, right: x + width });
    at = to;
    x += width;
  };
  for (const gap of empty.sort((one, other) => one.from - other.from)) {
    add(gap.from, false);
    add(gap.to, true);
  }
  add(last, false);
  return pieces;
}

/** Much longer than the others. */
function isLong(gap: Period, gaps: readonly Period[]): boolean {
  const others = gaps.filter((other) => other !== gap);
  const average = others.reduce((sum, { from, to }) => sum + to - from + dayLength, 0) / Math.max(1, others.length);
  return gap.to - gap.from > Math.max(4 * dayLength, 5 * average);
}

function placeIn(pieces: readonly Piece[], time: number): number {
  const piece = pieces.find(({ to }) => time <= to) ?? pieces.at(-1);
  if (!piece) return 0;
  const share = Math.min(1, Math.max(0, (time - piece.from) / (piece.to - piece.from)));
  return piece.left + share * (piece.right - piece.left);
}

function ticksOf(pieces: readonly Piece[], place: (time: number) => number): Ticks {
  const scaled = pieces.filter(({ isBreak }) => !isBreak);
  const [some] = scaled;
  if (!some) return { ticks: [], lines: [] };
  const perDay = ((some.right - some.left) / (some.to - some.from)) * dayLength;
  const months = perDay < 12 ? readable(monthTicks(scaled, place, perDay), pieces) : null;
  // Within a month or two there may be no month to name.
  return months && months.ticks.length > 1 ? months : readable(dayTicks(scaled, place, perDay), pieces);
}

type Ticks = Pick<Axis, 'ticks' | 'lines'>;

function readable({ ticks, lines }: Ticks, pieces: readonly Piece[]): Ticks {
  const breaks = pieces.filter(({ isBreak }) => isBreak);
  return { ticks: ticks.filter(({ x }) => breaks.every((piece) => Math.abs(x - (piece.left + piece.right) / 2) > breakWords)), lines };
}

function dayTicks(scaled: readonly Piece[], place: (time: number) => number, perDay: number): Ticks {
  const ticks: Tick[] = [];
  const lines: number[] = [];
  const step = Math.ceil(46 / perDay);
  for (const { from, to } of scaled) {
    for (let day = from; day < to; day += dayLength) {
      const isNamed = Math.round((day - from) / dayLength) % step === 0;
      if (isNamed || perDay >= 12) lines.push(place(day));
      if (isNamed) ticks.push({ x: place(day + dayLength / 2), label: shortDay(day) });
    }
  }
  return { ticks, lines };
}

function monthTicks(scaled: readonly Piece[], place: (time: number) => number, perDay: number): Ticks {
  const ticks: Tick[] = [];
  const lines: number[] = [];
  const step = Math.max(1, Math.ceil(76 / (perDay * 30.4)));
  for (const { from, to } of scaled) {
    const start = new Date(from);
    for (let index = 0; ; index += step) {
      const month = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1 + index);
      if (month > to) break; // Months grow without end, the piece does not.
      lines.push(place(month));
      ticks.push({ x: place(month), label: monthOf(month) });
    }
  }
  return { ticks, lines };
}
