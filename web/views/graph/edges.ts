import type { LineTarget, Mark } from '../draw/mark.ts';
import { inWords, plural } from '../page/words.ts';
import type { Edge, GraphData } from './load.ts';

export function at({ positions }: GraphData, id: string): readonly [number, number] {
  return positions.get(id) ?? [0, 0];
}

/** Different sources among the claims that a relationship rests on. */
export function sourcesOf({ evidence }: Edge): number {
  return new Set(evidence.flatMap(({ claimant }) => (claimant ? [claimant.id] : []))).size;
}

export const isAlleged = ({ properties }: Edge) => properties.some(({ name, value }) => name === 'alleged' && value === 'true');

export interface Placed {
  readonly link: Edge;
  readonly points: readonly [number, number, number, number];
  /** Pixels by which the middle is moved aside, where several join the same two. */
  readonly bend: number;
}

/** Where relationships run; those that join the same two run beside each other. */
export function placed(links: readonly Edge[], data: GraphData): Placed[] {
  const besides = new Map<string, Map<string, number>>();
  return links.map((link) => {
    const [one, other] = link.from.id < link.to.id ? [link.from.id, link.to.id] : [link.to.id, link.from.id];
    const ofOne = besides.get(one) ?? new Map<string, number>();
    if (ofOne.size === 0) besides.set(one, ofOne);
    const beside = ofOne.get(other) ?? 0;
    ofOne.set(other, beside + 1);
    const bend = beside === 0 ? 0 : Math.ceil(beside / 2) * 22 * (beside % 2 === 0 ? 1 : -1) * (link.from.id < link.to.id ? 1 : -1);
    return { link, points: [...at(data, link.from.id), ...at(data, link.to.id)], bend };
  });
}

export function linkMarks(all: readonly Placed[], radius: (id: string) => number, withWords: boolean): Mark[] {
  const counts = new Map<string, number>();
  for (const { link } of all) counts.set(link.type, (counts.get(link.type) ?? 0) + 1);
  const worded = all.filter(({ link }) => (counts.get(link.type) ?? 0) <= mostSaid);
  return [...byStyle(all.map((one) => lineOf(one, radius))), ...(withWords ? worded.map(wordsOf) : [])];
}

/** What would be said more often only stands in the way; pointing at a line says it, and the table. */
const mostSaid = 30;

function lineOf({ link, points, bend }: Placed, radius: (id: string) => number): Mark {
  const sources = sourcesOf(link);
  const isWeak = isAlleged(link) || (link.evidence.length > 0 && sources < 2);
  return {
    mark: 'line',
    points,
    gap: [radius(link.from.id) + 1, radius(link.to.id) + 3],
    stroke: isAlleged(link) ? 'deny' : 'quiet',
    width: 1 + Math.min(4, sources),
    opacity: 0.65,
    arrow: true,
    ...(isWeak ? { dash: [5, 4] } : {}),
    ...(bend ? { bend } : {}),
  };
}

function wordsOf({ link, points: [x1, y1, x2, y2], bend }: Placed): Mark {
  return {
    mark: 'text',
    x: (x1 + x2) / 2,
    y: (y1 + y2) / 2,
    dy: -2 - bend / 4,
    text: edgeWords(link),
    size: 10,
    fill: 'quiet',
    anchor: 'middle',
    halo: true,
    rank: 1,
  };
}

/** The lines as they can be pointed at. */
export function lineTargets(all: readonly Placed[]): LineTarget[] {
  return all.map(({ link, points, bend }) => ({
    id: link.id,
    points,
    bend,
    get says() {
      const rests = link.evidence.length > 0 ? `rests on ${plural(link.evidence.length, 'claim')}` : 'as recorded';
      return `${link.from.label} — ${edgeWords(link)} — ${link.to.label}${isAlleged(link) ? ', alleged' : ''}; ${rests}`;
    },
  }));
}

/** What has one style is painted in one stroke, so it stands together. */
export function byStyle(marks: readonly Mark[]): Mark[] {
  const styled = marks.map((mark) => ({ mark, style: JSON.stringify([styleOf(mark)]) }));
  return styled.sort((one, other) => (one.style < other.style ? -1 : one.style > other.style ? 1 : 0)).map(({ mark }) => mark);
}

const styleOf = (mark: Mark) => (mark.mark === 'text' ? [] : [mark.fill, mark.stroke, mark.width, mark.dash ?? [], mark.opacity]);

export const edgeWords = (link: Edge): string => (link.role ? inWords(link.role) : inWords(link.type));
