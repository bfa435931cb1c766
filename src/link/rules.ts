import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import { type LinkType, pairsOf, relationship } from '../graph/model.ts';
import { type LinkPropertyDeclaration, linkProperties, type Role } from '../graph/relationship.ts';
import { type EntityLabel, labelOf } from '../ids.ts';
import { aOrAn } from '../text.ts';
import { line, longest } from '../write/checks.ts';
import type { InputPath } from '../write/plan.ts';

/** A link as it was asked for, between ids. */
export interface AskedLink {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly role?: string | null | undefined;
  readonly evidence?: readonly string[];
  readonly properties?: Values;
}

/** Refuses a link that the model has no place for, whatever the graph holds. */
export function checkLink(link: AskedLink, path: InputPath): void {
  const declared = relationship(link.type);
  checkPair(link, path);
  checkRole(link, path);
  if (declared.evidence === 'required' && !link.evidence?.length)
    throw new InvalidInputError([...path, 'evidence'], `at least one claim that says so, since ${link.type} needs evidence`, null);
  for (const [name, value] of Object.entries(link.properties ?? {})) if (value != null) checkProperty(link.type, name, value, [...path, 'properties', name]);
  checkPeriod(link.properties ?? {}, [...path, 'properties']);
}

/** Refuses a relationship that ended before it began. */
export function checkPeriod({ from, to }: Values, path: InputPath): void {
  if (typeof from === 'string' && typeof to === 'string' && from > to) throw new InvalidInputError([...path, 'to'], `no earlier than from, ${from}`, to);
}

function checkPair({ type, from, to }: AskedLink, path: InputPath): void {
  const pairs = pairsOf(type);
  const [one, other] = [labelOf(from) as EntityLabel, labelOf(to) as EntityLabel];
  if (!pairs.some(([begin]) => begin === one))
    throw new InvalidInputError([...path, 'from'], `${oneOf(pairs.map(([begin]) => begin))}, where ${type} begins`, from);
  const ends = pairs.filter(([begin]) => begin === one).map(([, end]) => end);
  if (!ends.includes(other)) throw new InvalidInputError([...path, 'to'], `${oneOf(ends)}, where ${type} from a ${one.toLowerCase()} ends`, to);
  if (from === to) throw new InvalidInputError([...path, 'to'], `another ${one.toLowerCase()} than from, since nothing is joined to itself by ${type}`, to);
}

/** Who or what may have a role. Whatever is not listed may be had by all. */
const holders: Partial<Record<Role, readonly EntityLabel[]>> = {
  LOCATION: ['Place'],
  SCOPE: ['Place'],
  SCOPE_PERPETRATOR: ['Group'],
  // A community is never a perpetrator, nor is a place.
  ALLEGED_PERPETRATOR: ['Group', 'Person'],
};

/** Who or what may have a role; undefined where all may that a relationship leads to. */
export function holdersOf(role: string): readonly EntityLabel[] | undefined {
  return holders[role as Role];
}

function checkRole({ type, to, role }: AskedLink, path: InputPath): void {
  if (role == null) return;
  const { roles = [] } = relationship(type);
  if (roles.length === 0) throw new InvalidInputError([...path, 'role'], `left out, since ${type} has no roles`, role);
  const may = holdersOf(role);
  if (may && !may.includes(labelOf(to) as EntityLabel)) throw new InvalidInputError([...path, 'role'], `given to ${oneOf(may)} only`, role);
}

function checkProperty(type: LinkType, name: string, value: unknown, path: InputPath): void {
  const allowed = relationship(type).properties;
  if (!allowed.some((property) => property === name))
    throw new InvalidInputError(path, `left out, since ${type} carries ${allowed.length > 0 ? `only ${allowed.join(', ')}` : 'no properties'}`, value);
  checkValue(name, value, path);
}

/** Refuses a value that no relationship may carry under this name. */
export function checkValue(name: string, value: unknown, path: InputPath): void {
  const { values, range }: LinkPropertyDeclaration = linkProperties[name as keyof typeof linkProperties];
  if (typeof value === 'string' && !values) line(longest.name)(value as never, path);
  if (values && !values.includes(value as string)) throw new InvalidInputError(path, `one of ${values.join(', ')}`, value);
  if (range && (Number(value) < range[0] || Number(value) > range[1])) throw new InvalidInputError(path, `from ${range[0]} to ${range[1]}`, value);
}

export function oneOf(labels: readonly EntityLabel[]): string {
  const names = [...new Set(labels)].map((label) => aOrAn(label.toLowerCase()));
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
