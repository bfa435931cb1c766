import { ClaimType } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import type { Values } from '../entity/draft.ts';
import { present, type Stamp } from '../entity/stored.ts';
import { ConflictError, InvalidInputError } from '../errors.ts';
import { ReportType } from '../report/ref.ts';
import { containedIn } from '../report/requote.ts';
import type { Change } from '../write/changes.ts';
import { longest, passage, past } from '../write/checks.ts';
import { type FoundLink, idOfLink } from '../write/looked.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { byId } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';
import { fallen, type Note, noteOf, resting } from './grounds.ts';

interface RetractArgs {
  readonly id: string;
  readonly reason: string;
  readonly at?: string | null;
  readonly idempotencyKey?: string | null;
}

for (const { room, type, what } of [
  { room: 'Report', type: ReportType, what: 'report, and with it the claims it contains' },
  { room: 'Claim', type: ClaimType, what: 'claim' },
] as const) {
  mutation<RetractArgs, object>(`retract${room}`, {
    description: `Takes back a ${what}. Everything is kept; supersessions and links that rested on it are marked.`,
    type,
    fails: mayFail.refer,
    args: (arg) => ({
      id: arg.id({ required: true, description: 'Its id.' }),
      reason: arg.string({ required: true, description: 'Why.' }),
      at: arg.field({ type: 'DateTime', description: 'When it was taken back; now when not given.' }),
    }),
    resolve: (given, context) => retract(room, given, context),
  });
}

function retract(room: 'Report' | 'Claim', { id, reason, at, idempotencyKey }: RetractArgs, context: Context): Promise<object> {
  const { plan } = byId(id, [room], ['id'], true);
  passage(longest.note)(reason as never, ['reason']);
  return mutate(context, {
    name: `retract${room}`,
    given: { id, reason, at },
    idempotencyKey,
    plan,
    also: { every: [id] },
    decide: async (looked, stamp, run) => {
      settle(plan, looked, stamp);
      past(at, stamp.at, ['at']);
      const own = looked.entities.get(id) ?? {};
      const said = own.publishedAt ?? own.assertedAt;
      if (at != null && typeof said === 'string' && at < said) throw new InvalidInputError(['at'], `no earlier than it was said, ${said}`, at);
      if (own.retractedAt != null) throw new ConflictError(`${id} was retracted already, at ${own.retractedAt}.`, id);
      const claims = room === 'Claim' ? [id] : containedIn(id, looked.links);
      const { entities, links } = await resting(run, claims);
      const note = { retractedAt: at ?? stamp.at, retractionRecordedAt: stamp.at, retractionReason: reason };

      const taken = claims.filter((claim) => isEarlier(note, entities.get(claim) ?? {}));
      const contained = taken.filter((claim) => claim !== id).map((claim) => retracted(claim, entities.get(claim) ?? {}, note, stamp));
      const noteOfClaim = (claim: string) => (taken.includes(claim) ? note : noteOf(entities.get(claim) ?? {}));
      const marked = links.flatMap((link) => markedLink(link, fallen(link, noteOfClaim)));
      const changes = [retracted(id, own, { ...note, retractionDependants: contained.length + marked.length }, stamp), ...contained, ...marked];
      return { changes, reason, before: new Map([...entities, [id, own]]), answer: (after) => rowOf(room, after.get(id) ?? {}) };
    },
  });
}

/** Whether it has not been taken back yet, or as of later: what is taken back twice is so from the earlier moment. */
function isEarlier({ retractedAt }: Note, { retractedAt: already }: Values): boolean {
  return already == null || retractedAt < String(already);
}

/** A note beside what was told before it: as of a moment at which that alone was known here, it still is what was. */
function noted(note: Note & Values, { retractedAt, retractionRecordedAt, retractionReason, ...before }: Values): Values {
  if (retractedAt == null) return note;
  const first = { firstRetractedAt: retractedAt, firstRetractionRecordedAt: retractionRecordedAt, firstRetractionReason: retractionReason };
  return { ...note, ...present(first), ...present(Object.fromEntries(Object.keys(first).map((name) => [name, before[name]]))) };
}

function beforehand(values: Values, after: Values): Values {
  return Object.fromEntries(Object.keys(after).map((name) => [name, values[name] ?? null]));
}

/** A claim's status goes with it; a report has none. */
function retracted(id: string, before: Values, note: Note & Values, { at }: Stamp): Change {
  const after = { ...noted(note, before), ...(id.startsWith('claim_') ? { status: 'RETRACTED' } : {}), updatedAt: at };
  return { entity: id, before: beforehand(before, after), after };
}

/** Nothing, where it stands or was taken back already. */
function markedLink(link: FoundLink, note: Note | null): Change[] {
  if (note === null || !isEarlier(note, link.properties)) return [];
  const after = noted(note, link.properties);
  return [{ link: idOfLink(link), before: beforehand(link.properties, after), after }];
}
