import { createHash, randomBytes } from 'node:crypto';
import { InvalidInputError } from './errors.ts';
import { aOrAn } from './text.ts';

/** Every kind of node the graph keeps, by its label, with the word its ids begin with. */
export const idPrefixes = {
  Group: 'group',
  Community: 'community',
  Place: 'place',
  Person: 'person',
  Report: 'report',
  Event: 'event',
  Claim: 'claim',
  Assessment: 'assessment',
  Conflict: 'conflict',
  Dyad: 'dyad',
  SourceRecord: 'record',
  Revision: 'revision',
  View: 'view',
} as const;

export type Label = keyof typeof idPrefixes;

/** The labels that the API calls entities: what can be searched, linked and mentioned. */
export const entityLabels = ['Group', 'Community', 'Place', 'Person', 'Report', 'Event', 'Claim', 'Assessment'] as const;
export type EntityLabel = (typeof entityLabels)[number];

/** What mutations make and change: the entities, and the views that are kept of them. */
export const changeableLabels = [...entityLabels, 'View'] as const;
export type ChangeableLabel = (typeof changeableLabels)[number];

/** Whether a label, or the lack of one, is an entity's. */
export function isEntityLabel(label: string | undefined): label is EntityLabel {
  return entityLabels.some((one) => one === label);
}

const labelByPrefix = new Map(Object.entries(idPrefixes).map(([label, prefix]) => [prefix as string, label as Label]));
const idForm = /^[a-z]+_[a-z2-7]{20}$/;

/** The id of the entity with this external key: the same key always gives the same id. */
export function idFromKey(label: Label, key: string): string {
  return `${idPrefixes[label]}_${base32(createHash('sha256').update(key.normalize('NFC')).digest())}`;
}

/** A new id, for an entity that came without an external key. */
export function newId(label: Label): string {
  return `${idPrefixes[label]}_${base32(randomBytes(13))}`;
}

/** What kind of node an id stands for, or undefined when it is no id of ours. */
export function labelOf(id: string): Label | undefined {
  return idForm.test(id) ? labelByPrefix.get(id.slice(0, -21)) : undefined;
}

/** What an id of one of these kinds looks like, in words. */
export function idWords(...kinds: readonly string[]): string {
  const [first = 'entity'] = kinds;
  const example = first === 'entity' || first === 'node' ? 'event' : first;
  return `the id of ${aOrAn(kinds.join(' or '))}, such as "${example}_abcdefghijklmnopqrst"`;
}

/** An id of the type that was asked for, or of one of several, or an InvalidInputError that says what came instead. */
export function idOf(label: Label | readonly Label[], id: string, path: readonly string[] = ['id']): string {
  const labels = [label].flat() as readonly (string | undefined)[];
  if (!labels.includes(labelOf(id))) throw new InvalidInputError(path, idWords(...(labels as [string]).map((one) => one.toLowerCase())), id);
  return id;
}

/** Any entity's id, or an InvalidInputError. */
export function entityId(id: string, path: readonly string[] = ['id']): string {
  if (!isEntityLabel(labelOf(id))) throw new InvalidInputError(path, idWords('entity'), id);
  return id;
}

/** 100 bits as twenty letters and digits (RFC 4648, lower case): short enough for an address, long enough never to meet twice. */
function base32(bytes: Uint8Array): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes.subarray(0, 13)) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5 && text.length < 20; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}
