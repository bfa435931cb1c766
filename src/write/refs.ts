import { draft } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { LinkType } from '../graph/model.ts';
import { type ChangeableLabel, type EntityLabel, entityLabels, idFromKey, idPrefixes, labelOf } from '../ids.ts';
import { aOrAn } from '../text.ts';
import { isText, longest } from './checks.ts';
import { type Room, roomInputs } from './inputs.ts';
import { type InputPath, type Make, type Named, nothing, type Plan, together } from './plan.ts';
import { type Given, storedValues } from './properties.ts';

/** The entity with an id: of one of the kinds that may stand here. */
export function byId(id: string, labels: readonly ChangeableLabel[], path: InputPath, whole = false): Named {
  const label = labelOf(id);
  const kind = kindOf(labels);
  if (!labels.some((one) => one === label)) {
    const example = labels.length === 1 ? idPrefixes[labels[0] as ChangeableLabel] : 'group';
    throw new InvalidInputError(path, `the id of ${aOrAn(kind)}, such as "${example}_abcdefghijklmnopqrst"`, id);
  }
  return { name: id, plan: { ...nothing, wanted: [{ name: id, ids: [id], key: null, labels, kind: label?.toLowerCase() ?? kind, given: id, whole }] } };
}

/** Entities by their ids, all that is kept of each. */
export function byIds(ids: readonly string[], labels: readonly ChangeableLabel[]): Plan {
  return together(...ids.map((id) => byId(id, labels, [], true).plan));
}

/** The entity that has a key: one of the kinds that may stand here. */
export function byKey(key: string, labels: readonly EntityLabel[], path: InputPath, whole = false): Named {
  // Imports make keys of names, with blanks, so one that is looked for may have them.
  if (key.length === 0 || key.length > longest.importedKey || !isText(key))
    throw new InvalidInputError(path, `a key of 1 to ${longest.importedKey} characters, such as "ucdp:group:118"`, key);
  const name = `${labels.join(' ')} with the key ${key}`;
  const ids = labels.map((label) => idFromKey(label, key));
  return { name, plan: { ...nothing, wanted: [{ name, ids, key, labels, kind: kindOf(labels), given: key, whole }] } };
}

function kindOf(labels: readonly ChangeableLabel[]): string {
  return labels.length === entityLabels.length ? 'entity' : labels.map((label) => label.toLowerCase()).join(' or ');
}

/** A key for something that is to be made. */
function checkedKey(key: string, path: InputPath): string {
  if (key.length === 0 || key.length > longest.key || /\s/.test(key) || !isText(key))
    throw new InvalidInputError(path, `a key of 1 to ${longest.key} characters without blanks, such as "ucdp:group:118"`, key);
  return key;
}

const newOf: Readonly<Record<string, Room>> = { newGroup: 'Group', newPerson: 'Person', newCommunity: 'Community', newPlace: 'Place' };
/** Where there is but one kind, what is to be made is called just `new`. */
const onlyNew: Partial<Record<string, Room>> = { Place: 'Place', Event: 'Event' };

/** How entities that are made along with another are made. */
export interface Along {
  /** Whether all of an entity that is there is needed. */
  readonly whole?: boolean;
  /** What the ids of entities without a key follow from, together with what is given of them: the same twice is one. */
  readonly seed?: string | undefined;
}

/** The entity that an input refers to: by id, by key, or made for it. */
export function reference(given: Given, labels: readonly EntityLabel[], path: InputPath, { whole = false, seed }: Along = {}): Named {
  const fields = Object.keys(given).filter((field) => given[field] != null);
  const [field] = fields;
  if (field === undefined || fields.length > 1)
    throw new InvalidInputError(path, 'exactly one of its fields', fields.length === 0 ? null : fields.join(' and '));
  if (field === 'id') return byId(given.id as string, labels, [...path, 'id'], whole);
  if (field === 'key') return byKey(given.key as string, labels, [...path, 'key'], whole);
  const room = newOf[field] ?? onlyNew[labels[0] as string];
  if (!room) throw new Error(`Nobody knows what "${field}" makes.`);
  return creation(room, given[field] as Given, [...path, field], { existing: 'any', adds: true, seed });
}

export interface CreationOptions {
  readonly existing: Make['existing'];
  /** Whether links that its input names are added to one that is there. */
  readonly adds?: boolean;
  readonly seed?: string | undefined;
  readonly completed?: Make['completed'];
}

/** An entity that is to be made, with the links that its input names. */
export function creation(room: Room, given: Given, path: InputPath, options: CreationOptions): Named {
  const properties = storedValues(roomInputs[room], given, path);
  roomInputs[room].together?.(properties, path);
  const key = given.key == null ? null : checkedKey(given.key as string, [...path, 'key']);
  const made = { ...draft(room, key, properties), label: room as EntityLabel };
  const own = key === null && options.seed ? { ...made, id: idFromKey(room, `${options.seed} ${room} ${said(given)}`) } : made;
  const make: Make = { draft: own, existing: options.existing, path, ...(options.completed ? { completed: options.completed } : {}) };
  const joined = joins.filter(({ field, of }) => of === room && given[field] != null).map((join) => joinedTo(own.id, join, given, path, options));
  return { name: own.id, plan: together({ ...nothing, makes: [make] }, ...joined) };
}

/** What is given in writing: a field that is null is one that was left out. */
function said(given: Given): string {
  return JSON.stringify(given, (_, value) => value ?? undefined);
}

interface Join {
  readonly of: Room;
  readonly field: string;
  readonly labels: readonly EntityLabel[];
  readonly type: LinkType;
  /** Whether the relationship begins at the far end. */
  readonly back?: true;
}

const source = ['Group', 'Person'] as const;
const joins: readonly Join[] = [
  { of: 'Place', field: 'within', labels: ['Place'], type: 'WITHIN' },
  { of: 'Report', field: 'publisher', labels: source, type: 'PUBLISHED', back: true },
  { of: 'Claim', field: 'claimant', labels: source, type: 'ATTRIBUTED_TO' },
  { of: 'Claim', field: 'report', labels: ['Report'], type: 'CONTAINS', back: true },
  { of: 'Claim', field: 'event', labels: ['Event'], type: 'ABOUT' },
];

function joinedTo(name: string, { field, labels, type, back }: Join, given: Given, path: InputPath, { adds = false, seed }: CreationOptions): Plan {
  const far = reference(given[field] as Given, labels, [...path, field], { whole: field === 'report', seed });
  return together(far.plan, linked(type, back ? far.name : name, back ? name : far.name, [...path, field], adds));
}

/** A plan of one link between names. */
export function linked(type: LinkType, from: string, to: string, path: InputPath, adds: boolean, more: Partial<Plan['links'][number]> = {}): Plan {
  return { ...nothing, links: [{ type, from, to, path, adds, ...more }] };
}
