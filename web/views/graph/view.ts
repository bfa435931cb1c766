import type { Camera } from '../address/keys.ts';
import type { State } from '../address/state.ts';
import type { Detail, LegendItem, Space, Table, View } from '../page/view.ts';
import { figure, inWords, plural } from '../page/words.ts';
import { edgeWords, isAlleged, sourcesOf } from './edges.ts';
import { folded, isFoldable } from './fold.ts';
import { type Edge, type GraphData, loadGraph, most } from './load.ts';
import { graphScene, kinds } from './scene.ts';

export const graph: View<GraphData> = {
  name: 'graph',
  isPlane: true,
  load: loadGraph,
  title: ({ seeds, nodes }) => seeds.map((id) => nodes.get(id)?.label ?? 'something that is gone').join(' · ') || 'Graph',
  summary,
  emptiness: ({ nodes }, state) =>
    nodes.size > 0
      ? null
      : {
          says:
            state.of.length === 0
              ? 'A graph begins at something, and this address names nothing: search for it above.'
              : 'None of these is in the graph, or was known by then.',
          widen: [
            ...(state.known ? [{ label: 'As known today', change: { known: '' } }] : []),
            ...(state.through.length > 0 ? [{ label: 'Every relationship', change: { through: [] } }] : []),
          ],
        },
  scene: graphScene,
  tables,
  legend,
  detail,
  isFoldable,
  fit,
  asksFor: ['of', 'depth', 'through', 'open', 'pin', 'known'],
};

function summary(data: GraphData, { known, fold }: State): string {
  const { nodes, links, stubs, isCapped, seeds } = data;
  const away = folded(data, fold).folds.reduce((sum, { drawn }) => sum + drawn, 0);
  const left = stubs.reduce((sum, { shown, total }) => sum + total - shown, 0);
  const gone = seeds.filter((id) => !nodes.has(id)).length;
  return [
    `${plural(nodes.size, 'entity', 'entities')} and ${plural(links.length, 'relationship')}${known ? ', as known then' : ''}.`,
    left > 0 ? `${figure(left)} more relationships are not drawn: open them at the marks with a plus.` : 'Nothing is left out.',
    away > 0 ? `${plural(away, 'entity is', 'entities are')} folded into a mark beside ${fold.length > 1 ? 'their hubs' : 'the hub'}.` : '',
    isCapped ? `No more than ${figure(most.nodes)} entities and ${figure(most.links)} relationships are drawn.` : '',
    gone > 0 ? `${plural(gone, 'item is', 'items are')} gone.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tables({ nodes, links, stubs }: GraphData): Table[] {
  const degrees = new Map<string, number>();
  for (const { from, to } of links) for (const { id } of [from, to]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const all: Table[] = [
    {
      caption: 'Relationships',
      columns: [
        { label: 'From' },
        { label: 'Relationship' },
        { label: 'To' },
        { label: 'Alleged' },
        { label: 'Claims', kind: 'number' },
        { label: 'Sources', kind: 'number' },
        { label: 'Quote', kind: 'long' },
      ],
      rows: links.map((link) => ({
        id: link.id,
        cells: [
          link.from.label,
          `${inWords(link.type)}${link.role ? ` (${inWords(link.role)})` : ''}`,
          link.to.label,
          isAlleged(link) ? 'alleged' : null,
          link.evidence.length,
          sourcesOf(link),
          link.evidence[0]?.quote ?? null,
        ],
      })),
    },
    {
      caption: 'Entities',
      columns: [{ label: 'Name' }, { label: 'Kind' }, { label: 'Relationships drawn', kind: 'number' }],
      rows: [...nodes.values()].map((node) => ({ id: node.id, cells: [node.label, inWords(node.type), degrees.get(node.id) ?? 0] })),
    },
    {
      caption: 'Not drawn',
      columns: [{ label: 'Of' }, { label: 'Relationship' }, { label: 'Drawn', kind: 'number' }, { label: 'In all', kind: 'number' }],
      rows: stubs.map((stub) => ({ id: stub.node, cells: [nodes.get(stub.node)?.label ?? '', inWords(stub.through), stub.shown, stub.total] })),
    },
  ];
  return all.filter(({ rows }) => rows.length > 0);
}

function legend({ nodes, links }: GraphData, { hide, fold }: State): LegendItem[] {
  const present = new Set([...nodes.values()].map(({ type }) => type as string));
  const shapes = Object.entries(kinds).filter(([type]) => present.has(type) || hide.includes(`node.${type.toLowerCase()}`));
  const line = (more: object) => ({ mark: 'line', points: [2, 10, 34, 10], stroke: 'quiet', arrow: true, ...more }) as const;
  return [
    ...shapes.map(
      ([type, shape]): LegendItem => ({ marks: [{ mark: 'circle', x: 18, y: 10, r: 7, ...shape }], says: inWords(type), hides: `node.${type.toLowerCase()}` }),
    ),
    { marks: [line({ width: 1 })], says: 'As recorded: who published, contains, is about' },
    { marks: [line({ width: 2, dash: [5, 4] })], says: 'Rests on one source' },
    { marks: [line({ width: 4 })], says: 'Wider: more sources say so' },
    ...(links.some(isAlleged) ? [{ marks: [line({ width: 2, dash: [5, 4], stroke: 'deny' })], says: 'Alleged' } satisfies LegendItem] : []),
    {
      marks: [
        { mark: 'circle', x: 18, y: 10, r: 8, fill: 'paper', stroke: 'accent', width: 1.5, dash: [3, 2] },
        { mark: 'text', x: 18, y: 14, text: '+', size: 12, weight: 700, fill: 'accent', anchor: 'middle' },
      ],
      says: 'More, 25 at a time',
    },
    ...(fold.length > 0 ? [foldSign] : []),
  ];
}

const foldSign: LegendItem = {
  marks: [8, 5].map((r) => ({ mark: 'circle', x: 18, y: 10, r, fill: 'paper', stroke: 'report', width: 1.5 }) as const),
  says: 'Reports and claims of a hub, folded and counted',
};

function detail({ links }: GraphData, id: string): Detail | null {
  const link = links.find((one) => one.id === id);
  return link
    ? {
        title: `${link.from.label} — ${edgeWords(link)} — ${link.to.label}`,
        lines: linesOf(link),
        claims: link.evidence.map((claim) => claim.id),
        ends: [link.from, link.to],
      }
    : null;
}

function linesOf(link: Edge): string[] {
  return [
    `Relationship: ${inWords(link.type)}${link.role ? `, ${inWords(link.role)}` : ''}`,
    ...link.properties.map(({ name, value }) => `${name}: ${value}`),
    link.evidence.length === 0
      ? 'It stands as recorded, without a claim of its own.'
      : `Rests on ${plural(link.evidence.length, 'claim')} of ${plural(sourcesOf(link), 'named source')}.`,
  ];
}

function fit({ positions, nodes }: GraphData, _: State, { width, height }: Space): Camera {
  const points = [...positions].filter(([id]) => nodes.has(id) || id.startsWith('stub.')).map(([, point]) => point);
  if (points.length === 0) return { x: 0, y: 0, k: 1 };
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(1.6, (width - 130) / Math.max(1, right - left), (height - 90) / Math.max(1, bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.max(0.05, k) };
}
