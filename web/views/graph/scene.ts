import type { State } from '../address/state.ts';
import type { CircleMark, Colour, Mark, Scene, Target } from '../draw/mark.ts';
import { figure, inWords, plural } from '../page/words.ts';
import type { Edge, Entity, GraphData, Stub } from './load.ts';

/** Each kind of entity has a colour and a shape of its own. */
export const kinds: Readonly<Record<string, { readonly fill: Colour; readonly corners?: number; readonly turn?: number }>> = {
  GROUP: { fill: 'group' },
  COMMUNITY: { fill: 'community', corners: 6 },
  PLACE: { fill: 'place', corners: 3 },
  PERSON: { fill: 'person', corners: 5 },
  REPORT: { fill: 'report', corners: 4, turn: 45 },
  EVENT: { fill: 'event', corners: 4 },
  CLAIM: { fill: 'claim', corners: 8, turn: 22.5 },
  ASSESSMENT: { fill: 'assessment', corners: 3, turn: 180 },
};

const byType = (type: string) => kinds[type] ?? { fill: 'quiet' as Colour };

export function graphScene(data: GraphData, state: State): Scene {
  const hidden = new Set(state.hide.map((name) => name.replace('node.', '').toUpperCase()));
  const seedsFirst = (one: Entity, other: Entity) => Number(data.seeds.includes(other.id)) - Number(data.seeds.includes(one.id));
  const shown = [...data.nodes.values()].sort(seedsFirst);
  const nodes = shown.filter(({ id, type }) => data.positions.has(id) && (!hidden.has(type) || data.seeds.includes(id)));
  const drawn = new Set(nodes.map(({ id }) => id));
  const links = data.links.filter(({ from, to }) => drawn.has(from.id) && drawn.has(to.id));
  const degrees = degreesOf(links);
  const radius = (id: string) => (data.seeds.includes(id) ? 13 : 6 + Math.min(6, Math.sqrt(degrees.get(id) ?? 0) * 1.3));
  const stubs = data.stubs.filter((stub) => drawn.has(stub.node) && data.positions.has(stub.id));
  const isFound = (label: string) => state.find === '' || label.toLowerCase().includes(state.find.toLowerCase());
  const signs = nodes.flatMap((node) => nodeMarks(node, data, { r: radius(node.id), degree: degrees.get(node.id) ?? 0, isFound: isFound(node.label) }));
  const marks: Mark[] = [
    ...linkMarks(links, data, radius, links.length <= 260),
    ...byStyle(signs.filter(({ mark }) => mark === 'circle')),
    ...signs.filter(({ mark }) => mark !== 'circle'),
    ...stubs.flatMap((stub) => stubMarks(stub, data)),
  ];
  const neighbours = neighboursOf(links, stubs);
  return {
    width: 0,
    height: 0,
    layers: [{ marks }],
    targets: [...nodes.map((node) => nodeTarget(node, data, radius(node.id), neighbours)), ...stubs.map((stub) => stubTarget(stub, data))],
  };
}

function at({ positions }: GraphData, id: string): readonly [number, number] {
  return positions.get(id) ?? [0, 0];
}

function degreesOf(links: readonly Edge[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

function neighboursOf(links: readonly Edge[], stubs: readonly Stub[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (of: string, id: string) => {
    const some = neighbours.get(of);
    if (some) some.push(id);
    else neighbours.set(of, [id]);
  };
  for (const { id, node } of stubs) add(node, id);
  for (const { from, to } of links) {
    add(from.id, to.id);
    add(to.id, from.id);
  }
  return neighbours;
}

/** Different sources among the claims that a relationship rests on. */
export function sourcesOf({ evidence }: Edge): number {
  return new Set(evidence.flatMap(({ claimant }) => (claimant ? [claimant.id] : []))).size;
}

export const isAlleged = ({ properties }: Edge) => properties.some(({ name, value }) => name === 'alleged' && value === 'true');

function linkMarks(links: readonly Edge[], data: GraphData, radius: (id: string) => number, withWords: boolean): Mark[] {
  const besides = new Map<string, number>();
  const lines: Mark[] = [];
  const words: Mark[] = [];
  for (const link of links) {
    const pair = [link.from.id, link.to.id].sort().join(' ');
    const beside = besides.get(pair) ?? 0;
    besides.set(pair, beside + 1);
    const [[x1, y1], [x2, y2]] = [at(data, link.from.id), at(data, link.to.id)];
    const sources = sourcesOf(link);
    const isWeak = isAlleged(link) || (link.evidence.length > 0 && sources < 2);
    const bend = beside === 0 ? 0 : Math.ceil(beside / 2) * 22 * (beside % 2 === 0 ? 1 : -1) * (link.from.id < link.to.id ? 1 : -1);
    lines.push({
      mark: 'line',
      points: [x1, y1, x2, y2],
      gap: [radius(link.from.id) + 1, radius(link.to.id) + 3],
      stroke: isAlleged(link) ? 'deny' : 'quiet',
      width: 1 + Math.min(4, sources),
      opacity: 0.65,
      arrow: true,
      ...(isWeak ? { dash: [5, 4] } : {}),
      ...(bend ? { bend } : {}),
    });
    if (withWords)
      words.push({
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
      });
  }
  return [...byStyle(lines), ...words];
}

/** What has one style is painted in one stroke, so it stands together. */
function byStyle(marks: readonly Mark[]): Mark[] {
  const styled = marks.map((mark) => ({ mark, style: JSON.stringify([styleOf(mark)]) }));
  return styled.sort((one, other) => (one.style < other.style ? -1 : one.style > other.style ? 1 : 0)).map(({ mark }) => mark);
}

const styleOf = (mark: Mark) => (mark.mark === 'text' ? [] : [mark.fill, mark.stroke, mark.width, mark.dash ?? [], mark.opacity]);

export const edgeWords = (link: Edge): string => (link.role ? inWords(link.role) : inWords(link.type));

function nodeMarks(node: Entity, data: GraphData, { r, degree, isFound }: { r: number; degree: number; isFound: boolean }): Mark[] {
  const [x, y] = at(data, node.id);
  const isSeed = data.seeds.includes(node.id);
  const sign: CircleMark = { mark: 'circle', x, y, r, ...byType(node.type), stroke: 'paper', width: 1.5, ...(isFound ? {} : { opacity: 0.25 }) };
  return [
    ...(isSeed ? [{ mark: 'circle', x, y, r: r + 4, stroke: byType(node.type).fill, width: 1.5 } satisfies Mark] : []),
    sign,
    {
      mark: 'text',
      x,
      y,
      dy: r + 13,
      text: node.label,
      most: isSeed ? 240 : 150,
      size: isSeed ? 13 : 11.5,
      weight: isSeed ? 600 : 400,
      fill: 'ink',
      anchor: 'middle',
      halo: true,
      rank: (isSeed ? 1000 : 10) + degree + (isFound ? 0 : -9),
      ...(isFound ? {} : { opacity: 0.35 }),
    },
  ];
}

function stubMarks(stub: Stub, data: GraphData): Mark[] {
  const [[x, y], [px, py]] = [at(data, stub.id), at(data, stub.node)];
  return [
    { mark: 'line', points: [px, py, x, y], gap: [12, 12], stroke: 'quiet', width: 1, dash: [2, 3] },
    { mark: 'circle', x, y, r: 12, fill: 'paper', stroke: 'accent', width: 1.5, dash: [3, 2] },
    { mark: 'text', x, y, dy: 4, text: '+', size: 13, weight: 700, fill: 'accent', anchor: 'middle' },
    {
      mark: 'text',
      x,
      y,
      dy: 25,
      text: `+${figure(stub.total - stub.shown)} ${inWords(stub.through)}`,
      size: 11,
      fill: 'accent',
      anchor: 'middle',
      halo: true,
      rank: 500,
    },
  ];
}

function nodeTarget(node: Entity, data: GraphData, r: number, neighbours: ReadonlyMap<string, readonly string[]>): Target {
  const [x, y] = at(data, node.id);
  const next = neighbours.get(node.id) ?? [];
  return {
    id: node.id,
    x,
    y,
    rx: r + 3,
    ry: r + 3,
    get says() {
      return `${inWords(node.type)}: ${node.label}. ${plural(next.filter((id) => !id.startsWith('stub.')).length, 'relationship')} drawn`;
    },
    next,
  };
}

function stubTarget(stub: Stub, data: GraphData): Target {
  const [x, y] = at(data, stub.id);
  const name = data.nodes.get(stub.node)?.label ?? '';
  return {
    id: stub.id,
    x,
    y,
    rx: 14,
    ry: 14,
    says: `${name}, ${inWords(stub.through)}: ${figure(stub.shown)} of ${figure(stub.total)} drawn. Enter opens 25 more`,
    next: [stub.node],
    stub: { id: stub.node, through: stub.through },
  };
}
