import type { z } from 'zod';
import { shapeOf } from '../entity/queries.ts';
import { type LinkType, pairsOf, relationship } from '../graph/model.ts';
import { linkProperties, ownerProperties } from '../graph/relationship.ts';
import { base, text } from '../graph/shapes.ts';
import type { EntityLabel } from '../ids.ts';
import { holdersOf, oneOf } from '../link/rules.ts';
import { type Check, longest, passage } from '../write/checks.ts';
import { roomInputs } from '../write/inputs.ts';
import type { RoomInput } from '../write/properties.ts';
import type { TableMapping } from './mapping.ts';

export interface MapProblem {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly given: string;
}

const kept: ReadonlySet<string> = new Set([...Object.keys(base), ...ownerProperties, 'dyadId', 'recordId']);

/** The properties that a table may set of a kind of entity, each with the shape of its values. */
export function settable(label: EntityLabel): Readonly<Record<string, z.ZodType>> {
  const shape: Record<string, z.ZodType> = { ...shapeOf[label].shape, ...(label === 'Report' ? { text } : {}) };
  return Object.fromEntries(Object.entries(shape).filter(([property]) => !kept.has(property)));
}

/** What is refused of a property's values: the same that a mutation refuses; any other text may be as long as a passage. */
export function checkOf(label: EntityLabel, property: string): Check {
  return inputOf(label)?.properties[property]?.check ?? anyText;
}

/** What is refused of properties together. */
export function togetherOf(label: EntityLabel): RoomInput['together'] {
  return inputOf(label)?.together;
}

function inputOf(label: EntityLabel): RoomInput | undefined {
  return label === 'Assessment' ? undefined : roomInputs[label];
}

const isPassage = passage(longest.passage);
const anyText: Check = (value, path) => (typeof value === 'string' ? isPassage(value, path) : undefined);

/** What every entity of a kind must have. */
export function required(label: EntityLabel): string[] {
  return Object.entries(settable(label))
    .filter(([, shape]) => !shape.safeParse(null).success)
    .map(([property]) => property);
}

/** What a mapping says that the model does not know, first things first. */
export function problemsOf({ entities, links }: TableMapping): MapProblem[] {
  return [...entityProblems(entities), ...links.flatMap((link, index) => linkProblems(link, index, entities))];
}

function* entityProblems(entities: TableMapping['entities']): Generator<MapProblem> {
  for (const [name, { type, set }] of entities) {
    const section = type === 'Claim' ? 'claims' : 'entities';
    const known = Object.keys(settable(type));
    const wrong = Object.keys(set).find((property) => !known.includes(property));
    if (wrong !== undefined) yield { path: [section, name, 'set', wrong], expected: `a property of ${type} (${known.join(', ')})`, given: wrong };
    const missing = required(type).find((property) => !(property in set));
    if (missing !== undefined) yield { path: [section, name], expected: `a ${type} with "${missing}" in its set`, given: Object.keys(set).join(', ') };
  }
}

function linkProblems({ type, from, to, role, evidence, set }: TableMapping['links'][number], index: number, entities: TableMapping['entities']): MapProblem[] {
  const path = ['links', index];
  const unknown = [from, to, ...(evidence ? [evidence] : [])].find((name) => !entities.has(name));
  if (unknown !== undefined) return [{ path, expected: `between names of this map (${[...entities.keys()].join(', ')})`, given: unknown }];
  const [begins, ends] = [entities.get(from)?.type, entities.get(to)?.type] as [EntityLabel, EntityLabel];
  const pairs = pairsOf(type as LinkType);
  const { properties, roles, evidence: needs } = relationship(type as LinkType);
  const wrong = Object.keys(set).find((property) => !(property in linkProperties && properties.includes(property as never)));

  if (!pairs.some(([one, other]) => one === begins && other === ends))
    return [{ path, expected: `${type} between ${pairs.map((pair) => pair.join(' and ')).join(', or ')}`, given: `${begins} and ${ends}` }];
  if (role && !roles?.includes(role)) return [{ path, expected: `${type} without a role`, given: role }];
  const may = role && holdersOf(role);
  if (may && !may.includes(ends)) return [{ path, expected: `${type} to ${oneOf(may)}, which alone can have the role ${role}`, given: ends }];
  if (needs === 'required' && !evidence) return [{ path, expected: `${type} with the claim that says so as its evidence`, given: 'none' }];
  if (evidence && entities.get(evidence)?.type !== 'Claim') return [{ path, expected: 'a claim as evidence', given: evidence }];
  if (wrong !== undefined) return [{ path, expected: `one of ${type}'s properties (${properties.join(', ') || 'it has none'})`, given: wrong }];
  return [];
}
