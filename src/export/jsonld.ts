import { linkTypes } from '../graph/model.ts';
import type { EntityLabel } from '../ids.ts';
import { type ExportLink, type ExportNode, type ExportSource, withLinks } from './source.ts';

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
  let isFirst = true;
  for await (const { node, links } of withLinks(source)) {
    for (const object of [nodeOf(node, links), ...links.map(linkNode), ...quotedFrom(links)]) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(object)}`;
      isFirst = false;
    }
  }
  yield '\n]}\n';
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

const provTerms: Readonly<Record<string, string>> = {
  ATTRIBUTED_TO: 'prov:wasAttributedTo',
  BY: 'prov:wasAttributedTo',
  SUPERSEDES: 'prov:wasRevisionOf',
  REPEATS: 'prov:wasDerivedFrom',
  CITES: 'prov:hadPrimarySource',
  WEIGHS: 'prov:wasDerivedFrom',
  OCCURRED_AT: 'prov:atLocation',
};

function nodeOf({ id, type, label, keys, recordedAt, updatedAt, properties }: ExportNode, links: readonly ExportLink[]): object {
  const relations: Record<string, string[]> = {};
  for (const link of links) {
    for (const term of [link.type, provTerms[link.type]]) if (term !== undefined) relations[term] = [...(relations[term] ?? []), iri(link.to)];
  }
  const types = provTypes[type] ? [type, provTypes[type]] : [type];
  return { '@id': iri(id), '@type': types, label, keys, recordedAt, updatedAt, ...properties, ...relations };
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

/** A report contains a claim: the claim was quoted from it, the report was attributed to whoever published it. */
function* quotedFrom(links: readonly ExportLink[]): Generator<object> {
  for (const { type, from, to } of links) {
    if (type === 'CONTAINS') yield { '@id': iri(to), 'prov:wasQuotedFrom': iri(from) };
    if (type === 'PUBLISHED') yield { '@id': iri(to), 'prov:wasAttributedTo': iri(from) };
  }
}

function iri(id: string): string {
  return `urn:attested:${id}`;
}
