import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { idsOfKeys } from '../entity/find.ts';
import { StartError } from '../errors.ts';
import { around } from '../export/around.ts';
import { linksCsv, nodesCsv } from '../export/csv.ts';
import { formats } from '../export/formats.ts';
import { type ExportSource, exportSource } from '../export/source.ts';
import { readAsOf } from '../graph/as-of.ts';
import type { Graph } from '../graph/graph.ts';
import { unopened } from '../input/json.ts';
import { addUcdpExport } from './export-ucdp.ts';
import { withKeptStore } from './store.ts';
import { unwritten, writeTo } from './write-to.ts';

interface Options {
  readonly of?: string[];
  readonly depth: number;
  readonly limit: number;
  readonly query?: string;
  readonly out?: string;
}

export function addExport(program: Command): void {
  const exportCommand = program
    .command('export')
    .description('Writes the graph, or a part of it, for other tools.')
    .addHelpText('after', '\nExample:\n  attested export graphml --of sample:event:coast-march-2025 --depth 2 --out coast.graphml');
  addFormat(exportCommand, 'csv', 'two tables, nodes.csv and links.csv, into a folder', '--out <folder>', async (source, out) => {
    if (out === undefined) throw new StartError('Two tables need a folder: say which with --out.');
    makeFolder(out);
    await writeTo(join(out, 'nodes.csv'), nodesCsv(source));
    await writeTo(join(out, 'links.csv'), linksCsv(source));
  });
  for (const [format, { says, write }] of Object.entries(formats)) {
    addFormat(exportCommand, format, says, '--out <file>', (source, out) => writeTo(out, write(source)));
  }
  addUcdpExport(exportCommand);
}

function addFormat(
  exportCommand: Command,
  format: string,
  says: string,
  out: string,
  write: (source: ExportSource, out: string | undefined) => Promise<void>,
): void {
  const file = format === 'csv' ? 'coast' : `coast.${format}`;
  exportCommand
    .command(format)
    .description(`Writes ${says}: everything, or what --of or --query chooses.`)
    .option('--of <ids...>', 'only what lies around these entities, by id or key')
    .option('--depth <steps>', 'with --of: how many steps around', whole, 1)
    .option('--limit <n>', 'with --of: how many entities at most', whole, 5000)
    .option('--query <file>', 'only the entities whose ids the answer to the GraphQL question in this file names')
    .option(out, format === 'csv' ? 'the folder' : 'the file; standard output when not given')
    .addHelpText(
      'after',
      `\nExample:\n  attested export ${format} --out ${file}\n  attested export ${format} --of sample:event:coast-march-2025 --depth 2 --out ${file}\n  attested export ${format} --query question.graphql --out ${file}`,
    )
    .action((options: Options) => withKeptStore(async (graph) => write(await chosen(graph, options), options.out)));
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? new StartError(`${path} should be a folder for two tables, but is a file.`)
      : unwritten(path, error);
  }
}

/** What the options choose. What is left out of it is said. */
async function chosen(graph: Graph, { of, depth, limit, query }: Options): Promise<ExportSource> {
  if (of && query !== undefined) throw new StartError('Say either --of or --query: each of them chooses what is exported.');
  if (query !== undefined) {
    const { idsAsked } = await import('../export/asked.ts'); // Only now: no other export needs the memory that the API takes.
    const { ids, cut, moment } = await idsAsked(graph, query, textOf(query));
    if (cut > 0) console.error(`Of the lists inside the answer ${cut} go on behind their page, and only their pages are exported. Ask for more with "first".`);
    return exportSource(moment ? readAsOf(graph.read, moment) : graph.read, ids);
  }
  if (!of) return exportSource(graph.read);
  const { ids, isWhole } = await around(graph.read, await idsOf(graph, of), { depth, limit });
  if (!isWhole) console.error(`More than ${limit} entities lie within ${depth} steps: only ${ids.size} are exported. Raise --limit for more.`);
  return exportSource(graph.read, ids);
}

/** The ids of entities that are named by id or by key. */
async function idsOf(graph: Graph, given: readonly string[]): Promise<string[]> {
  const byKey = await idsOfKeys(graph.read, given);
  const ids = given.map((one, at) => byKey[at] ?? one);
  const there = new Set<string>();
  for await (const { id } of exportSource(graph.read, new Set(ids)).nodes()) there.add(id);
  const missing = given.find((_, at) => !there.has(ids[at] as string));
  if (missing !== undefined) throw new StartError(`Nothing has the id or key "${missing}".`);
  return ids;
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
  if (!Number.isInteger(number) || number < 1) throw new StartError(`A whole number from 1 was expected, but "${text}" was given.`);
  return number;
}
