import { createHash } from 'node:crypto';
import { type EntityLabel, labelOf } from '../ids.ts';
import { jsonItems } from './items.ts';
import type { ExportLink, ExportNode } from './read.ts';
import type { ExportSource } from './source.ts';

/**
 * A STIX 2.1 bundle: identities, locations, incidents, and a relationship for every link. What STIX has no property for stands under
 * `x_attested_…`; reports, claims and assessments are objects of our own, since a STIX report needs a date and references that ours may lack, and so is a place
 * without coordinates.
 */
export async function* stix(source: ExportSource): AsyncGenerator<string> {
  yield `{"type":"bundle","id":"bundle--${uuidOf('bundle')}","objects":[`;
  yield* jsonItems(objectsOf(source));
  yield '\n]}\n';
}

async function* objectsOf({ nodes, links }: ExportSource): AsyncGenerator<object> {
  // A STIX id says the type, and only a place's type does not follow from its id.
  const unlocated = new Set<string>();
  for await (const node of nodes()) {
    if (isUnlocated(node)) unlocated.add(node.id);
    yield objectOf(node, stixId(node.id, unlocated));
  }
  for await (const link of links()) yield relationshipOf(link, stixId(link.from, unlocated), stixId(link.to, unlocated));
}

const types: Readonly<Record<EntityLabel, string>> = {
  Group: 'identity',
  Community: 'identity',
  Person: 'identity',
  Place: 'location',
  Report: 'x-attested-report',
  Event: 'incident',
  Claim: 'x-attested-claim',
  Assessment: 'x-attested-assessment',
};

function isUnlocated({ type, properties: { latitude, longitude } }: ExportNode): boolean {
  return type === 'Place' && (latitude === undefined || longitude === undefined);
}

function stixId(id: string, unlocated: ReadonlySet<string>): string {
  return `${unlocated.has(id) ? 'x-attested-place' : types[labelOf(id) as EntityLabel]}--${uuidOf(id)}`;
}

function objectOf(node: ExportNode, stixId: string): object {
  const { id, label, keys, recordedAt, updatedAt, properties } = node;
  const [type] = stixId.split('--');
  const extras = Object.fromEntries(Object.entries(properties).map(([property, value]) => [`x_attested_${snake(property)}`, value]));
  return {
    type,
    spec_version: '2.1',
    id: stixId,
    created: recordedAt,
    modified: updatedAt,
    name: label,
    ...(type === 'identity' ? { identity_class: node.type === 'Person' ? 'individual' : node.type === 'Group' ? 'organization' : 'class' } : {}),
    ...(type === 'location' ? { latitude: properties.latitude, longitude: properties.longitude } : {}),
    x_attested_id: id,
    ...(keys.length > 0 ? { x_attested_keys: keys } : {}),
    ...extras,
  };
}

function relationshipOf({ id, type, properties }: ExportLink, source: string, target: string): object {
  const { recordedAt, ...carried } = properties;
  const at = typeof recordedAt === 'string' ? recordedAt : '1970-01-01T00:00:00.000Z';
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: `relationship--${uuidOf(id)}`,
    created: at,
    modified: at,
    relationship_type: type.toLowerCase().replaceAll('_', '-'),
    source_ref: source,
    target_ref: target,
    x_attested_id: id,
    ...Object.fromEntries(Object.entries(carried).map(([property, value]) => [`x_attested_${snake(property)}`, value])),
  };
}

function snake(property: string): string {
  return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** The same name always has the same id: a UUID of the fifth version in a namespace of our own. */
function uuidOf(name: string): string {
  const hash = createHash('sha1').update(Buffer.from('7d1f4c0e5a6b4f0e9c3d2b1a00f1e2d3', 'hex')).update(name).digest();
  hash[6] = ((hash[6] as number) & 0x0f) | 0x50;
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
