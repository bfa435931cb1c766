import { linksCsv, nodesCsv } from './csv.ts';
import { ftm } from './ftm.ts';
import { geojson } from './geojson.ts';
import { jsonld } from './jsonld.ts';
import type { ExportSource } from './source.ts';
import { stix } from './stix.ts';
import { gexf, graphml } from './xml.ts';

export interface Format {
  readonly says: string;
  readonly write: (source: ExportSource) => AsyncIterable<string>;
  readonly media: string;
  readonly ending: string;
}

/** Every format that is one file, by its name. */
export const formats = {
  geojson: { says: 'places and where events occurred, for maps', write: geojson, media: 'application/geo+json', ending: 'geojson' },
  graphml: { says: 'the graph for networkx, yEd, Cytoscape', write: graphml, media: 'application/xml', ending: 'graphml' },
  gexf: { says: 'the graph for Gephi', write: gexf, media: 'application/xml', ending: 'gexf' },
  ftm: { says: 'FollowTheMoney entities, one a line, for Aleph', write: ftm, media: 'application/x-ndjson', ending: 'ftm.json' },
  stix: { says: 'a STIX 2.1 bundle', write: stix, media: 'application/stix+json', ending: 'stix.json' },
  jsonld: { says: 'JSON-LD with PROV, for anything that reads RDF', write: jsonld, media: 'application/ld+json', ending: 'jsonld' },
} as const satisfies Record<string, Format>;

/** The two tables that CSV is made of. */
export const tables = {
  nodes: { says: 'the entities as a table', write: nodesCsv, media: 'text/csv', ending: 'nodes.csv' },
  links: { says: 'the relationships as a table', write: linksCsv, media: 'text/csv', ending: 'links.csv' },
} as const satisfies Record<string, Format>;
