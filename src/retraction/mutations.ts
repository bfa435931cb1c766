import { ClaimType } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import type { Values } from '../entity/draft.ts';
import type { Stamp } from '../entity/stored.ts';
import { ConflictError, InvalidInputError } from '../errors.ts';
import type { Run } from '../graph/graph.ts';
import { readLinkId } from '../link/ref.ts';
import { ReportType } from '../report/ref.ts';
import { containedIn } from '../report/requote.ts';
import type { Change } from '../write/changes.ts';
import { longest, passage, past } from '../write/checks.ts';
import { look } from '../write/look.ts';
import { type FoundLink, idOfLink } from '../write/looked.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { nothing } from '../write/plan.ts';
import { byId, byIds } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';

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

      const contained = [...entities]
        .filter(([claim, values]) => claim !== id && isEarlier(note, values))
        .map(([claim, values]) => retracted(claim, values, note, stamp));
      const marked = links.filter(({ properties }) => isEarlier(note, properties)).map((link) => markedLink(link, note));
      const changes = [retracted(id, own, { ...note, retractionDependants: contained.length + marked.length }, stamp), ...contained, ...marked];
      return { changes, reason, before: new Map([...entities, [id, own]]), answer: (after) => rowOf(room, after.get(id) ?? {}) };
    },
  });
}

/** The claims, their supersessions of others, and the links that they are evidence for. */
async function resting(run: Run, claims: readonly string[]): Promise<{ entities: ReadonlyMap<string, Values>; links: readonly FoundLink[] }> {
  const { entities, links } = await look(run, byIds(claims, ['Claim']), { every: claims });
  const own = new Set(claims);
  const evidenceFor = links.flatMap(({ type, properties }) => ((type as string) === 'EVIDENCE_FOR' ? (readLinkId(String(properties.disc)) ?? []) : []));
  const evidenced = await look(run, nothing, { links: evidenceFor });
  return { entities, links: [...links.filter(({ type, from }) => type === 'SUPERSEDES' && own.has(from)), ...evidenced.links] };
}

/** When it was taken back, and when this graph learned of that. */
interface Note {
  readonly retractedAt: string;
  readonly retractionRecordedAt: string;
}

/** Whether it has not been taken back yet, or as of later: what is taken back twice is so from the earlier moment. */
function isEarlier({ retractedAt }: Note, { retractedAt: already }: Values): boolean {
  return already == null || retractedAt < String(already);
}

function recordedFirst({ retractionRecordedAt }: Values): Values {
  return retractionRecordedAt == null ? {} : { retractionRecordedAt };
}

function beforehand(values: Values, after: Values): Values {
  return Object.fromEntries(Object.keys(after).map((name) => [name, values[name] ?? null]));
}

/** A claim's status goes with it; a report has none. */
function retracted(id: string, before: Values, note: Note & Values, { at }: Stamp): Change {
  const after = { ...note, ...recordedFirst(before), ...(id.startsWith('claim_') ? { status: 'RETRACTED' } : {}), updatedAt: at };
  return { entity: id, before: beforehand(before, after), after };
}

function markedLink(link: FoundLink, { retractedAt, retractionRecordedAt }: Note): Change {
  const after = { retractedAt, retractionRecordedAt, ...recordedFirst(link.properties) };
  return { link: idOfLink(link), before: beforehand(link.properties, after), after };
}
