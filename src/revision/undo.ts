import type { Context } from '../context.ts';
import type { Values } from '../entity/draft.ts';
import type { Stamp } from '../entity/stored.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../errors.ts';
import type { Run } from '../graph/graph.ts';
import type { LinkType } from '../graph/model.ts';
import { changeableLabels, entityLabels, idOf, labelOf } from '../ids.ts';
import { readLinkId } from '../link/ref.ts';
import { containedIn, requoted } from '../report/requote.ts';
import { type Change, givenOf, isLinkChange, type LinkChange, reversed, same } from '../write/changes.ts';
import { type Room, roomInputs } from '../write/inputs.ts';
import { look } from '../write/look.ts';
import { idOfLink, type Looked } from '../write/looked.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { nothing, type Plan, together } from '../write/plan.ts';
import { byIds, byKey, linked } from '../write/refs.ts';
import { settle } from '../write/settle.ts';
import { type Later, refuseGroundless, refuseOccupied, standsAgain } from './grounds.ts';
import { laterRevisions, type Revision, RevisionType, revisionById } from './ref.ts';

mutation<{ revision: string; idempotencyKey?: string | null }, object>('undo', {
  description: 'Reverses what a revision changed, all of it, or answers which later revision stands in the way. Undoing is a revision too, and can be undone.',
  type: RevisionType,
  fails: mayFail.refer,
  args: (arg) => ({ revision: arg.id({ required: true, description: 'The id of the revision.' }) }),
  resolve: undo,
});

function undo({ revision: id, idempotencyKey }: { revision: string; idempotencyKey?: string | null }, context: Context): Promise<object> {
  idOf('Revision', id, ['revision']);
  return mutate(context, {
    name: 'undo',
    given: { revision: id },
    idempotencyKey,
    plan: nothing,
    decide: async (_, stamp, run) => {
      const [row] = await run(revisionById.query, { keys: [id] });
      if (!row) throw new NotFoundError('revision', id);
      const undone = row.node as Revision;
      const back = [...undone.changes].reverse().map(reversed);
      const { looked, requotes } = await refuseHindered(run, undone, back, stamp);
      const changes = [...back.map((change) => versioned(change, looked, stamp)), ...requotes.changes];
      const recorded = { at: stamp.at, by: stamp.by, mutation: 'undo', reason: null, undoes: id, byNewest: '', changes };
      return { changes, undoes: id, before: new Map([...requotes.entities, ...looked.entities]), answer: (_after, made) => ({ ...recorded, id: made ?? '' }) };
    },
  });
}

/** Looks at all that is to be as it was; what has become of it since stands in the way. */
async function refuseHindered(run: Run, undone: Revision, changes: readonly Change[], stamp: Stamp): Promise<{ looked: Looked; requotes: Requotes }> {
  const links = changes.filter(isLinkChange);
  const entities = changes.flatMap((change) => (isLinkChange(change) ? [] : [change]));
  const gone = entities.filter(({ after }) => after === null).map(({ entity }) => entity);
  const again = links.filter(({ before }) => before === null);
  const parts = links.flatMap(({ link }) => readLinkId(link) ?? []);
  const ids = [...new Set([...entities.map(({ entity }) => entity), ...links.flatMap(({ link }) => endsOf(link)), ...again.flatMap(evidenceOf)])];
  const plan = together(byIds(ids, changeableLabels), ...again.map(drawnAgain));
  const keys = entities.flatMap(({ before, after }) => (before === null ? ((after?.keys ?? []) as readonly string[]) : []));
  const taken = new Map(keys.map((key) => [key, byKey(key, entityLabels, [])]));
  const single = links.filter(standsAgain).flatMap(({ link }) => endsOf(link));
  const looked = await look(run, together(plan, ...[...taken.values()].map((one) => one.plan)), { links: parts, every: gone, single });

  const later = async (of: string, message: string): Promise<never> => {
    const revision = await laterOf(run, undone, of);
    const hindrance = revision
      ? `the later revision ${revision.id} (${revision.mutation}, ${revision.at}) stands in the way`
      : 'something recorded since stands in the way';
    throw new ConflictError(`${undone.id} cannot be undone: ${hindrance}. ${message}`, looked.entities.has(of) ? of : null, revision?.id ?? null);
  };
  for (const { entity, before, after } of entities) {
    const other = otherThan(before, looked.entities.get(entity), after === null);
    if (other) await later(entity, `${entity} ${other}.`);
  }
  for (const [key, { name }] of taken) {
    const owner = looked.named.get(name)?.id;
    if (owner !== undefined) await later(owner, `The key "${key}" stands for ${owner} by now.`);
  }
  const found = new Map(looked.links.map((link) => [idOfLink(link), link]));
  for (const { link, before, after } of links) {
    const now = found.get(link)?.properties;
    const other = otherThan(before, now, false) ?? (after === null && before && now ? whatElse(before, givenOf(now)) : null);
    if (other) await later(link, `The link ${link} ${other}.`);
    if (after === null) found.delete(link);
  }
  const removed = new Set(links.filter(({ after }) => after === null).map(({ link }) => link));
  for (const link of looked.links.filter(({ from, to }) => gone.includes(from) || gone.includes(to))) {
    const id = (link.type as string) === 'EVIDENCE_FOR' ? String(link.properties.disc) : idOfLink(link);
    if (!removed.has(id)) await later(id, `The link ${id} rests on what would be gone.`);
  }
  await refuseUnfit(plan, looked, changes, stamp, later);
  await refuseTorn(looked, changes, later);
  await refuseOccupied(looked, links, later);
  await refuseGroundless(run, looked, changes, later);
  return { looked, requotes: await requotesOf(run, changes, stamp, later) };
}

type Requotes = Awaited<ReturnType<typeof requoted>>;

/** With a report's earlier text, what has been quoted of the later one since has to stand in that one too. */
async function requotesOf(run: Run, changes: readonly Change[], { at }: Stamp, later: Later): Promise<Requotes> {
  const told = new Set(changes.flatMap((change) => (isLinkChange(change) ? [] : [change.entity])));
  const again = changes.flatMap((change) =>
    !isLinkChange(change) && change.before !== null && typeof change.after?.text === 'string' ? [{ report: change.entity, text: change.after.text }] : [],
  );
  const [one] = again; // A revision changes the text of one report.
  if (!one) return { changes: [], entities: new Map() };
  const { links } = await look(run, nothing, { every: [one.report] });
  const claims = containedIn(one.report, links).filter((claim) => !told.has(claim));
  try {
    return await requoted(run, claims, one.text, at);
  } catch (error) {
    if (error instanceof ConflictError) await later(error.existingId ?? '', error.message);
    throw error;
  }
}

/** What is set back beside what was set since has to go together, as in any edit: a last day may not come before the first. */
async function refuseTorn({ entities }: Looked, changes: readonly Change[], later: Later): Promise<void> {
  for (const change of changes) {
    if (isLinkChange(change) || change.before === null || change.after === null) continue;
    try {
      roomInputs[labelOf(change.entity) as Room]?.together?.({ ...entities.get(change.entity), ...change.after }, [change.entity]);
    } catch (error) {
      if (error instanceof InvalidInputError) await later(change.entity, error.message);
      throw error;
    }
  }
}

/** Links that are drawn again have to fit what there is by now: their ends, the one that there may be, no way round. */
async function refuseUnfit(plan: Plan, looked: Looked, changes: readonly Change[], stamp: Stamp, later: Later): Promise<void> {
  const made = new Set(changes.flatMap((change) => (!isLinkChange(change) && change.before === null ? [change.entity] : [])));
  try {
    settle({ ...plan, wanted: plan.wanted.filter(({ name }) => !made.has(name)) }, looked, stamp);
  } catch (error) {
    if (error instanceof NotFoundError) await later(error.id, error.message);
    if (error instanceof ConflictError) await later(error.existingId ?? '', error.message);
    if (error instanceof InvalidInputError) await later(error.given ?? '', error.message);
    throw error;
  }
}

/**
 * In what something is another than it was left, or null. Of what is to be gone, nothing may have been changed since;
 * of what is to be as it was, other properties may.
 */
function otherThan(left: Values | null, now: Values | undefined, asAWhole: boolean): string | null {
  if (left === null) return now === undefined ? null : 'is there again';
  if (now === undefined) return 'is gone';
  const name = Object.keys(left).find((one) => one !== 'updatedAt' && !same(left[one], now[one]));
  if (name !== undefined) return `has another ${name} by now`;
  return asAWhole && left.updatedAt !== now.updatedAt ? 'was changed since' : null;
}

/** A link that is to be gone has nothing that was added since: it would not come back with it. */
function whatElse(left: Values, now: Values): string | null {
  const name = Object.keys(now).find((one) => now[one] != null && left[one] == null);
  return name === undefined ? null : `has a ${name} by now`;
}

/** An entity that nothing else has changed has its old version again; otherwise it is a new one. */
function versioned(change: Change, { entities }: Looked, { at }: Stamp): Change {
  if (isLinkChange(change) || change.before === null || change.after === null) return change;
  const { updatedAt } = entities.get(change.entity) ?? {};
  if (updatedAt === change.before.updatedAt) return change;
  return { ...change, before: { ...change.before, updatedAt }, after: { ...change.after, updatedAt: at } };
}

function drawnAgain({ link, after }: LinkChange): Plan {
  const { type, from, to } = readLinkId(link) as { type: LinkType; from: string; to: string };
  const { role, evidence, retractedAt } = after ?? {};
  return linked(type, from, to, [], true, {
    role: (role ?? null) as string | null,
    evidence: (evidence ?? []) as readonly string[],
    wasThere: { retractedAt: (retractedAt ?? null) as string | null },
  });
}

function endsOf(link: string): string[] {
  const parts = readLinkId(link);
  return parts ? [parts.from, parts.to] : [];
}

function evidenceOf({ after }: LinkChange): readonly string[] {
  return (after?.evidence ?? []) as readonly string[];
}

/** The latest revision, of those after one, that changed an entity or a link. */
async function laterOf(run: Run, { byNewest }: Revision, of: string): Promise<Revision | null> {
  const ends = readLinkId(of);
  const rows = await run(laterRevisions, { ids: ends ? [ends.from, ends.to] : [of], than: byNewest });
  const revisions = rows.map(({ node }) => node as Revision);
  const touches = (change: Change) => (isLinkChange(change) ? change.link === of : change.entity === of);
  return revisions.find(({ changes }) => changes.some(touches)) ?? revisions[0] ?? null;
}
