import { type LinkType, linkTypes } from '../graph/model.ts';
import type { EntityLabel } from '../ids.ts';
import { jsonItems } from './items.ts';
import type { ExportLink, ExportNode } from './read.ts';
import type { ExportSource } from './source.ts';

const vocabulary = 'https://attested.invalid/vocabulary#';

/** Everything a reader needs is inside: no context is fetched from anywhere. */
const context = {
  '@vocab': vocabulary,
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  label: 'rdfs:label',
  recordedAt: { '@type': 'xsd:dateTime' },
  updatedAt: { '@type': 'xsd:dateTime' },
  subject: { '@type': '@id' },
  object: { '@type': '@id' },
  evidence: { '@type': '@id' },
  ...Object.fromEntries(
    ['prov:wasAttributedTo', 'prov:wasRevisionOf', 'prov:wasDerivedFrom', 'prov:wasQuotedFrom', 'prov:hadPrimarySource', 'prov:atLocation'].map((term) => [
      term,
      { '@type': '@id' },
    ]),
  ),
  ...Object.fromEntries(linkTypes.map((type) => [type, { '@type': '@id' }])),
};

/**
 * One JSON-LD document with PROV: reports and claims are entities, sources agents, events activities. Each relationship is a triple, its PROV
 * counterpart where there is one, and a node of its own that carries its properties.
 */
export async function* jsonld(source: ExportSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context)},"@graph":[`;
  yield* jsonItems(objectsOf(source));
  yield '\n]}\n';
}

async function* objectsOf({ nodes, links }: ExportSource): AsyncGenerator<object> {
  for await (const node of nodes()) yield nodeOf(node);
  for await (const link of links()) {
    yield* triplesOf(link);
    yield linkNode(link);
  }
}

const provTypes: Partial<Record<EntityLabel, string>> = {
  Group: 'prov:Agent',
  Person: 'prov:Agent',
  Place: 'prov:Location',
  Report: 'prov:Entity',
  Claim: 'prov:Entity',
  Assessment: 'prov:Entity',
  Event: 'prov:Activity',
};

/** What a relationship says in the words of PROV, about where it begins or, of two, about where it leads. */
const provTerms: Readonly<Partial<Record<LinkType, { readonly term: string; readonly about: 'from' | 'to' }>>> = {
  ATTRIBUTED_TO: { term: 'prov:wasAttributedTo', about: 'from' },
  BY: { term: 'prov:wasAttributedTo', about: 'from' },
  PUBLISHED: { term: 'prov:wasAttributedTo', about: 'to' },
  CONTAINS: { term: 'prov:wasQuotedFrom', about: 'to' },
  SUPERSEDES: { term: 'prov:wasRevisionOf', about: 'from' },
  REPEATS: { term: 'prov:wasDerivedFrom', about: 'from' },
  CITES: { term: 'prov:hadPrimarySource', about: 'from' },
  WEIGHS: { term: 'prov:wasDerivedFrom', about: 'from' },
  OCCURRED_AT: { term: 'prov:atLocation', about: 'from' },
};

function nodeOf({ id, type, label, keys, recordedAt, updatedAt, properties }: ExportNode): object {
  const types = provTypes[type] ? [type, provTypes[type]] : [type];
  return { '@id': iri(id), '@type': types, label, keys, recordedAt, updatedAt, ...properties };
}

function* triplesOf({ type, from, to }: ExportLink): Generator<object> {
  yield { '@id': iri(from), [type]: iri(to) };
  const prov = provTerms[type];
  if (prov) yield prov.about === 'from' ? { '@id': iri(from), [prov.term]: iri(to) } : { '@id': iri(to), [prov.term]: iri(from) };
}

/** A relationship as a node of its own; its properties keep their names, and since when and until when it holds are a period. */
function linkNode({ id, type, from, to, properties }: ExportLink): object {
  const { evidence, ...carried } = properties;
  const proofs = Array.isArray(evidence) ? { evidence: evidence.map(iri) } : {};
  return {
    '@id': `urn:attested:link:${encodeURIComponent(id)}`,
    '@type': ['Link', `${type}_LINK`],
    subject: iri(from),
    object: iri(to),
    ...carried,
    ...proofs,
  };
}

function iri(id: string): string {
  return `urn:attested:${id}`;
}
