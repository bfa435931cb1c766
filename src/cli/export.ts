import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { idsOfKeys } from '../entity/find.ts';
import { StartError } from '../errors.ts';
import { around } from '../export/around.ts';
import { idsAsked } from '../export/asked.ts';
import { linksCsv, nodesCsv } from '../export/csv.ts';
import { ftm } from '../export/ftm.ts';
import { geojson } from '../export/geojson.ts';
import { jsonld } from '../export/jsonld.ts';
import { type ExportSource, exportSource } from '../export/source.ts';
import { stix } from '../export/stix.ts';
import { gexf, graphml } from '../export/xml.ts';
import type { Graph } from '../graph/graph.ts';
import { entityLabels, labelOf } from '../ids.ts';
import { unopened } from '../input/json.ts';
import { addUcdpExport } from './export-ucdp.ts';
import { withStore } from './store.ts';
import { writeTo } from './write-to.ts';

interface Options {
  readonly of?: string[];
  readonly depth: number;
  readonly limit: number;
  readonly query?: string;
  readonly out?: string;
}

const formats = {
  geojson: { says: 'places and where events occurred, for maps', write: geojson },
  graphml: { says: 'the graph for networkx, yEd, Cytoscape', write: graphml },
  gexf: { says: 'the graph for Gephi', write: gexf },
  ftm: { says: 'FollowTheMoney entities, one a line', write: ftm },
  stix: { says: 'a STIX 2.1 bundle', write: stix },
  jsonld: { says: 'JSON-LD with PROV', write: jsonld },
} as const;

export function addExport(program: Command): void {
  const exportCommand = program.command('export').description('Writes the graph, or a part of it, for other tools.');
  for (const [format, { says, write }] of Object.entries(formats)) {
    addFormat(exportCommand, format, `Writes ${says}.`, '--out <file>', (source, out) => writeTo(out, write(source)));
  }
  addFormat(exportCommand, 'csv', 'Writes two tables, nodes.csv and links.csv, into a folder.', '--out <folder>', async (source, out) => {
    if (out === undefined) throw new StartError('Two tables need a folder: say which with --out.');
    mkdirSync(out, { recursive: true });
    await writeTo(join(out, 'nodes.csv'), nodesCsv(source));
    await writeTo(join(out, 'links.csv'), linksCsv(source));
  });
  addUcdpExport(exportCommand);
}

function addFormat(
  exportCommand: Command,
  format: string,
  says: string,
  out: string,
  write: (source: ExportSource, out: string | undefined) => Promise<void>,
): void {
  exportCommand
    .command(format)
    .description(says)
    .option('--of <ids...>', 'only what lies around these entities, by id or key')
    .option('--depth <steps>', 'with --of: how many steps around', whole, 1)
    .option('--limit <n>', 'with --of: how many entities at most', whole, 5000)
    .option('--query <file>', 'only the entities whose ids the answer to this GraphQL question names')
    .option(out, format === 'csv' ? 'the folder' : 'the file; standard output when not given')
    .addHelpText('after', `\nExample:\n  attested export ${format} --of sample:event:coast-march-2025 --out coast${format === 'csv' ? '' : `.${format}`}`)
    .action((options: Options) => withStore(async (graph) => write(exportSource(graph, await chosen(graph, options)), options.out)));
}

/** The ids that the options choose; null for everything. */
async function chosen(graph: Graph, { of, depth, limit, query }: Options): Promise<ReadonlySet<string> | null> {
  if (query !== undefined) return idsAsked(graph, query, textOf(query));
  if (!of) return null;
  const ids = await idsOfKeys(graph.read, of);
  const start = of.map((given, at) => ids[at] ?? (entityLabels.some((label) => label === labelOf(given)) ? given : unknown(given)));
  const found = await around(graph, start, { depth, limit });
  if (!found.isWhole) console.error(`More than ${limit} entities lie within ${depth} steps: only ${found.ids.size} are exported. Raise --limit for more.`);
  return found.ids;
}

function unknown(given: string): never {
  throw new StartError(`Nothing has the id or key "${given}".`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unopened(path, error);
  }
}

function whole(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new StartError(`A number from 1 was expected, but "${text}" was given.`);
  return number;
}
