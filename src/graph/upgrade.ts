import { z } from 'zod';
import { nameTerms } from '../text.ts';
import { type RowsQuery, rows, written } from './composite.ts';
import type { Graph } from './graph.ts';
import { orderedTypes } from './model.ts';
import { type Query, readQuery, writeQuery } from './query.ts';
import { texts } from './shapes.ts';

/** Dates relationships by their evidence: a row names a claim that some rest on, or a report with such claims. */
export const dateLinks = writeQuery('link/date', { rows }, written);

/** Keeps relationships in the lists of where they lead to: a row names an entity that some of them begin at. */
export const orderLinks = writeQuery('link/order', { rows }, written, { variant: { LINKS: orderedTypes.join('|') } });

const beginning = readQuery('model/beginning', { after: z.string(), limit: z.int() }, { id: z.string() }, { variant: { LINKS: orderedTypes.join('|') } });
const evidence = readQuery('model/evidence', { after: z.string(), limit: z.int() }, { id: z.string() });
const named = readQuery(
  'model/named',
  { after: z.string(), limit: z.int() },
  { node: z.object({ id: z.string(), label: z.string(), aliases: texts, namesInLanguages: texts }) },
);
const setNameTerms = writeQuery('model/set-name-terms', { rows }, written);
const perPage = 1000;

/** Brings what an older version of the model wrote up to this one. Doing it again, or from the start after a stop, changes nothing. */
export async function upgrade(graph: Graph, version: number): Promise<void> {
  if (version < 2) await dateAllLinks(graph);
  if (version < 3) await keepNameTerms(graph);
  if (version < 4 && graph.engine === 'neo4j') await orderAllLinks(graph); // The embedded engine has no order to keep.
}

/** Since version 2, relationships with evidence say from when they are known. */
function dateAllLinks(graph: Graph): Promise<void> {
  return pageByPage(graph, evidence, dateLinks, (row) => row);
}

/** Since version 3, what has a name keeps its names as terms, by which a text's names are looked up. */
function keepNameTerms(graph: Graph): Promise<void> {
  return pageByPage(graph, named, setNameTerms, ({ node: { id, label, aliases, namesInLanguages } }) => ({
    id,
    terms: nameTerms([label, ...aliases, ...namesInLanguages]),
  }));
}

/** Since version 4, relationships keep their place in the lists of those who may have thousands of them. */
function orderAllLinks(graph: Graph): Promise<void> {
  return pageByPage(graph, beginning, orderLinks, (row) => row);
}

/** Writes something about all that a query goes through by ascending id. */
async function pageByPage<Row>(
  graph: Graph,
  read: Query<{ after: string; limit: number }, Row>,
  write: RowsQuery,
  rowOf: (row: Row) => { readonly id: string },
): Promise<void> {
  for (let after = ''; ; ) {
    const page = (await graph.read(read, { after, limit: perPage })).map(rowOf); // Every page has later ids, so it comes to an end.
    if (page.length > 0) await graph.write((run) => run(write, { rows: page }));
    if (page.length < perPage) return;
    after = page.at(-1)?.id ?? '';
  }
}
