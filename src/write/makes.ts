import type { Values } from '../entity/draft.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { type ChangeableLabel, labelOf } from '../ids.ts';
import { aOrAn } from '../text.ts';
import { differing, shown } from './changes.ts';
import type { Looked } from './looked.ts';
import type { Make, Plan } from './plan.ts';

/** What becomes of the entities that a plan makes. */
export interface Makes {
  readonly fresh: readonly Make['draft'][];
  /** By the id that a draft would have had: the id of what is there already. */
  readonly existing: ReadonlyMap<string, string>;
}

/** Each of a plan's entities: the one that has its key, or a new one, once. */
export function settledMakes(makes: readonly Make[], looked: Looked): Makes {
  const fresh = new Map<string, Make['draft']>();
  const existing = new Map<string, string>();
  const told = new Map<string, Told>();
  for (const { draft: given, existing: may, completed, path } of makes) {
    const draft = completed ? { ...given, properties: { ...given.properties, ...completed(looked) } } : given;
    const there = looked.named.get(draft.id);
    if (there) refuseOther(draft, there, may);
    const name = draft.keys[0] ?? draft.id;
    const before = told.get(name);
    if (before) refuseToldOtherwise({ draft, path }, before);
    else told.set(name, { draft, path });
    if (there) existing.set(draft.id, there.id);
    else if (!before) fresh.set(draft.id, draft);
  }
  return { fresh: [...fresh.values()], existing };
}

/** What one part of the input says of an entity. */
type Told = Pick<Make, 'draft' | 'path'>;

/** Refuses a part of the input whose key stands for another kind of entity in a part before it, or that says of it what that does not. */
function refuseToldOtherwise(
  {
    draft: {
      label,
      keys: [key],
      properties,
    },
    path,
  }: Told,
  before: Told,
): void {
  const [kind, kindBefore] = [label.toLowerCase(), before.draft.label.toLowerCase()];
  const [at, atBefore] = [path.join('.'), before.path.join('.')];
  if (kind !== kindBefore)
    throw new ConflictError(`The key "${key}" already stands for ${aOrAn(kindBefore)}, in ${atBefore}, and cannot stand for ${aOrAn(kind)} too, in ${at}.`);
  const other = differing(properties, before.draft.properties);
  const [name] = other;
  if (name === undefined) return;
  throw new ConflictError(
    `The ${kind} ${key ? `with the key "${key}" ` : ''}is told twice, in ${atBefore} and ${at}, but differs in ${other.join(', ')}: ${name} is ${shown(before.draft.properties[name])}, not ${shown(properties[name])}.`,
  );
}

/** Refuses an entity whose key stands for one of another kind, or for one that was told otherwise. */
function refuseOther({ label, keys: [key], properties }: Make['draft'], there: { id: string; properties: Values }, may: Make['existing']): void {
  const kind = labelOf(there.id);
  if (kind !== label)
    throw new ConflictError(
      `The key "${key}" already stands for ${aOrAn(String(kind).toLowerCase())}, ${there.id}, and cannot stand for ${aOrAn(label.toLowerCase())} too.`,
      there.id,
    );
  if (may === 'any') return;
  const other = differing(properties, there.properties);
  if (other.length === 0) return;
  const [name] = other as [string];
  throw new ConflictError(
    `The ${label.toLowerCase()} ${key ? `with the key "${key}" ` : ''}is there already, ${there.id}, but differs in ${other.join(', ')}: ${name} is ${shown(there.properties[name])}, not ${shown(properties[name])}.`,
    there.id,
  );
}

/** The ids of what a plan calls by name, and what of it is not there. */
export function namesResolved(
  plan: Plan,
  looked: Looked,
  { fresh, existing }: Makes,
): { idOf: (name: string) => string; missing: ReadonlyMap<string, NotFoundError> } {
  const missing = new Map<string, NotFoundError>();
  const ids = new Map<string, string>(fresh.map(({ id }) => [id, id]));
  for (const [name, id] of existing) ids.set(name, id);
  for (const { name, ids: candidates, labels, kind, given } of plan.wanted) {
    const found = looked.named.get(name)?.id ?? candidates.find((id) => ids.has(id));
    if (found !== undefined && labels.includes(labelOf(found) as ChangeableLabel)) ids.set(name, found);
    else missing.set(name, new NotFoundError(kind, given));
  }
  return { idOf: (name) => ids.get(name) ?? name, missing };
}
