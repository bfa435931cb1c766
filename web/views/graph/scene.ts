import type { State } from '../address/state.ts';
import type { CircleMark, Colour, Mark, Scene, Target } from '../draw/mark.ts';
import { figure, inWords, plural } from '../page/words.ts';
import { at, byStyle, lineTargets, linkMarks, placed } from './edges.ts';
import { type Fold, folded } from './fold.ts';
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

export function graphScene(whole: GraphData, state: State): Scene {
  const { data, folds } = folded(whole, state.fold);
  const hidden = new Set(state.hide.map((name) => name.replace('node.', '').toUpperCase()));
  const seedsFirst = (one: Entity, other: Entity) => Number(data.seeds.includes(other.id)) - Number(data.seeds.includes(one.id));
  const shown = [...data.nodes.values()].sort(seedsFirst);
  const nodes = shown.filter(({ id, type }) => data.positions.has(id) && (!hidden.has(type) || data.seeds.includes(id)));
  const drawn = new Set(nodes.map(({ id }) => id));
  const links = data.links.filter(({ from, to }) => drawn.has(from.id) && drawn.has(to.id));
  const degrees = degreesOf(links);
  const radius = (id: string) => (data.seeds.includes(id) ? 13 : 6 + Math.min(6, Math.sqrt(degrees.get(id) ?? 0) * 1.3));
  const stubs = data.stubs.filter((stub) => drawn.has(stub.node) && data.positions.has(stub.id));
  const shownFolds = folds.filter(({ hub }) => drawn.has(hub)).map((fold) => ({ ...fold, lines: new Map([...fold.lines].filter(([id]) => drawn.has(id))) }));
  const isFound = (label: string) => state.find === '' || label.toLowerCase().includes(state.find.toLowerCase());
  const signs = nodes.flatMap((node) => nodeMarks(node, data, { r: radius(node.id), degree: degrees.get(node.id) ?? 0, isFound: isFound(node.label) }));
  const lines = placed(links, data);
  const marks: Mark[] = [
    ...linkMarks(lines, radius, links.length <= 260),
    ...byStyle(signs.filter(({ mark }) => mark === 'circle')),
    ...stubs.flatMap((stub) => stubMarks(stub, data)),
    ...signs.filter(({ mark }) => mark !== 'circle'),
    ...shownFolds.flatMap((fold) => foldMarks(fold, data)),
  ];
  const neighbours = neighboursOf(links, [...stubs, ...shownFolds.map(({ id, hub }) => ({ id, node: hub }))]);
  return {
    width: 0,
    height: 0,
    layers: [{ marks }],
    targets: [
      ...nodes.map((node) => nodeTarget(node, data, radius(node.id), neighbours)),
      ...stubs.map((stub) => stubTarget(stub, data)),
      ...shownFolds.map((fold) => foldTarget(fold, data)),
    ],
    lines: () => lineTargets(lines),
  };
}

function degreesOf(links: readonly Edge[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

function neighboursOf(links: readonly Edge[], stubs: readonly Pick<Stub, 'id' | 'node'>[]): Map<string, string[]> {
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

function nodeMarks(node: Entity, data: GraphData, { r, degree, isFound }: { r: number; degree: number; isFound: boolean }): Mark[] {
  const [x, y] = at(data, node.id);
  const isSeed = data.seeds.includes(node.id);
  const sign: CircleMark = { mark: 'circle', x, y, r, ...byType(node.type), stroke: 'paper', width: 1.5, isClear: true, ...(isFound ? {} : { opacity: 0.25 }) };
  return [
    ...(isSeed ? [{ mark: 'circle', x, y, r: r + 4, stroke: byType(node.type).fill, width: 1.5 } satisfies Mark] : []),
    sign,
    {
      mark: 'text',
      x,
      y,
      dy: r + 13,
      elseDy: -r - 6,
      isNeeded: isSeed,
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
    { mark: 'circle', x, y, r: 12, fill: 'paper', stroke: 'accent', width: 1.5, dash: [3, 2], isClear: true },
    { mark: 'text', x, y, dy: 4, text: '+', size: 13, weight: 700, fill: 'accent', anchor: 'middle' },
    {
      mark: 'text',
      x,
      y,
      dy: 25,
      elseDy: -18,
      isNeeded: true,
      text: `+${figure(stub.total - stub.shown)} ${inWords(stub.through)}`,
      size: 11,
      fill: 'accent',
      anchor: 'middle',
      halo: true,
      rank: 500,
    },
  ];
}

const isSign = (id: string) => id.startsWith('stub.') || id.startsWith('fold.');

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
      return `${inWords(node.type)}: ${node.label}. ${plural(next.filter((id) => !isSign(id)).length, 'relationship')} drawn`;
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

/** Two rings, joined to the hub and, by counted lines, to whatever those that are folded lead to. */
function foldMarks({ id, hub, words, lines }: Fold, data: GraphData): Mark[] {
  const [x, y] = at(data, id);
  const joined = [...lines].flatMap(([other, count]): Mark[] => {
    const [ox, oy] = at(data, other);
    return [
      { mark: 'line', points: [x, y, ox, oy], gap: [18, 12], stroke: 'report', width: 1 + Math.min(4, Math.log2(count)), opacity: 0.65 },
      ...(count > 1
        ? [
            {
              mark: 'text',
              x: (x + ox) / 2,
              y: (y + oy) / 2,
              text: figure(count),
              size: 10,
              fill: 'quiet',
              anchor: 'middle',
              halo: true,
              rank: 2,
            } satisfies Mark,
          ]
        : []),
    ];
  });
  return [
    ...joined,
    { mark: 'line', points: [...at(data, hub), x, y], gap: [14, 18], stroke: 'report', width: 3, opacity: 0.65 },
    { mark: 'circle', x, y, r: 17, fill: 'paper', stroke: 'report', width: 1.5 },
    { mark: 'circle', x, y, r: 12.5, fill: 'paper', stroke: 'report', width: 1.5 },
    { mark: 'text', x, y, dy: 4, text: '+', size: 13, weight: 700, fill: 'report', anchor: 'middle' },
    { mark: 'text', x, y, dy: 32, text: words, size: 11.5, weight: 600, fill: 'ink', anchor: 'middle', halo: true },
  ];
}

function foldTarget({ id, hub, words }: Fold, data: GraphData): Target {
  const [x, y] = at(data, id);
  return { id, x, y, rx: 19, ry: 19, says: `${data.nodes.get(hub)?.label ?? ''}: ${words}, folded. Enter unfolds`, next: [hub], fold: hub };
}
