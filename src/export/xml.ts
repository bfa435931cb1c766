import type { Value } from '../entity/draft.ts';
import type { ExportLink, ExportNode } from './read.ts';
import { type ExportSource, linkProperties, nodeProperties, type ValueKind } from './source.ts';

/** GraphML, as networkx, Gephi, yEd and Cytoscape read it. */
export async function* graphml({ nodes, links }: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [name, kind] of nodeColumns) yield `  <key id="n_${name}" for="node" attr.name="${name}" attr.type="${typeOf(kind)}"/>\n`;
  for (const [name, kind] of linkColumns) yield `  <key id="e_${name}" for="edge" attr.name="${name}" attr.type="${typeOf(kind)}"/>\n`;
  yield '  <graph edgedefault="directed">\n';
  for await (const node of nodes())
    yield `    <node id="${escaped(node.id)}">${cells(nodeCells(node), (name, text) => `<data key="n_${name}">${text}</data>`)}</node>\n`;
  for await (const link of links()) {
    const data = cells(linkCells(link), (name, text) => `<data key="e_${name}">${text}</data>`);
    yield `    <edge id="${escaped(link.id)}" source="${escaped(link.from)}" target="${escaped(link.to)}">${data}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

/** GEXF 1.2, as Gephi and networkx read it. */
export async function* gexf({ nodes, links }: ExportSource): AsyncGenerator<string> {
  const declared = (columns: ReadonlyMap<string, ValueKind>) =>
    [...columns].map(([name, kind]) => `      <attribute id="${name}" title="${name}" type="${typeOf(kind)}"/>\n`).join('');
  const value = (name: string, text: string) => `<attvalue for="${name}" value="${text}"/>`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n  <graph defaultedgetype="directed" mode="static">\n';
  yield `    <attributes class="node">\n${declared(nodeColumns)}    </attributes>\n    <attributes class="edge">\n${declared(linkColumns)}    </attributes>\n    <nodes>\n`;
  for await (const node of nodes())
    yield `      <node id="${escaped(node.id)}" label="${escaped(node.label)}"><attvalues>${cells(nodeCells(node), value)}</attvalues></node>\n`;
  yield '    </nodes>\n    <edges>\n';
  for await (const link of links()) {
    const ends = `source="${escaped(link.from)}" target="${escaped(link.to)}" label="${link.type}"`;
    yield `      <edge id="${escaped(link.id)}" ${ends}><attvalues>${cells(linkCells(link), value)}</attvalues></edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

// A property called as one of these is the entity's own word for the same.
const nodeColumns: ReadonlyMap<string, ValueKind> = new Map([
  ['type', 'string'],
  ['label', 'string'],
  ['keys', 'list'],
  ['recordedAt', 'string'],
  ['updatedAt', 'string'],
  ...nodeProperties,
]);
const linkColumns: ReadonlyMap<string, ValueKind> = new Map([['type', 'string'], ['linkId', 'string'], ...linkProperties]);

function nodeCells({ type, label, keys, recordedAt, updatedAt, properties }: ExportNode): Record<string, Value> {
  return { type, label, keys, recordedAt, updatedAt, ...properties };
}

function linkCells({ id, type, properties }: ExportLink): Record<string, Value> {
  return { type, linkId: id, ...properties };
}

function typeOf(kind: ValueKind): string {
  return kind === 'list' ? 'string' : kind;
}

function cells(values: Readonly<Record<string, Value>>, cell: (name: string, text: string) => string): string {
  return Object.entries(values)
    .map(([name, value]) => cell(name, escaped(Array.isArray(value) ? JSON.stringify(value) : String(value))))
    .join('');
}

/** Anything but what stands in XML as it is, in values too. */
const special = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;

/** Text in XML 1.0: characters that it cannot hold are left out. */
function escaped(text: string): string {
  if (!special.test(text)) return text; // Most texts have nothing of it.
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
