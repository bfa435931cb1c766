import { claimQuote } from '../claim/quote.ts';
import { ClaimType } from '../claim/ref.ts';
import { CommunityType } from '../community/ref.ts';
import type { Context } from '../context.ts';
import { ConflictError } from '../errors.ts';
import { EventType } from '../event/ref.ts';
import { GroupType } from '../group/ref.ts';
import { PersonType } from '../person/ref.ts';
import { PlaceType } from '../place/ref.ts';
import { ReportType } from '../report/ref.ts';
import { difference } from '../write/changes.ts';
import { createInputs, type Editable, editable, type Room, roomInputs, rooms, updateInputs } from '../write/inputs.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { type Given, storedValues } from '../write/properties.ts';
import { byId, creation } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';

const types = { Group: GroupType, Community: CommunityType, Place: PlaceType, Person: PersonType, Report: ReportType, Event: EventType, Claim: ClaimType };
/** Rooms whose inputs name other entities, which may not be there. */
const referring: ReadonlySet<Room> = new Set(['Place', 'Report', 'Claim']);

interface CreateArgs {
  readonly input: Given;
  readonly idempotencyKey?: string | null;
}

interface UpdateArgs extends CreateArgs {
  readonly id: string;
  readonly ifVersion?: string | null;
}

for (const room of rooms) {
  mutation<CreateArgs, object>(`create${room}`, {
    description: `Makes a ${room.toLowerCase()}, or answers the one that its key has already.`,
    type: types[room],
    fails: referring.has(room) ? mayFail.refer : mayFail.make,
    args: (arg) => ({ input: arg.field({ type: createInputs[room], required: true, description: 'What it is.' } as never) }),
    resolve: (given, context) => create(room, given, context),
  });
}

for (const room of editable) {
  mutation<UpdateArgs, object>(`update${room}`, {
    description: `Sets right what is recorded of a ${room.toLowerCase()}. What was there before stays in its history.`,
    type: types[room],
    fails: mayFail.refer,
    args: (arg) => ({
      id: arg.id({ required: true, description: 'Its id.' }),
      input: arg.field({ type: updateInputs[room], required: true, description: 'What is to be another.' } as never),
      ifVersion: arg.field({ type: 'DateTime', description: 'The updatedAt that you have seen: when it has been changed since, nothing happens.' }),
    }),
    resolve: (given, context) => update(room, given, context),
  });
}

function create(room: Room, { input, idempotencyKey }: CreateArgs, context: Context): Promise<object> {
  const { name, plan } = creation(room, input, ['input'], { existing: 'same', ...(room === 'Claim' ? { completed: claimQuote(input, ['input']) } : {}) });
  return mutate(context, {
    name: `create${room}`,
    given: { input },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      const { changes, idOf } = settle(plan, looked, stamp);
      return { changes, answer: (after) => rowOf(room, after.get(idOf(name)) ?? {}) };
    },
  });
}

function update(room: Editable, { id, input, ifVersion, idempotencyKey }: UpdateArgs, context: Context): Promise<object> {
  const { plan } = byId(id, [room], ['id'], true);
  const values = storedValues(roomInputs[room], input, ['input']);
  return mutate(context, {
    name: `update${room}`,
    given: { id, input, ifVersion },
    idempotencyKey,
    plan,
    decide: (looked, stamp) => {
      settle(plan, looked, stamp);
      const now = looked.entities.get(id) ?? {};
      if (ifVersion && ifVersion !== now.updatedAt)
        throw new ConflictError(`${id} was changed at ${now.updatedAt}, after the version of ${ifVersion} that this was to change. Look at it again.`, id);
      roomInputs[room].together?.({ ...now, ...values }, ['input']);
      const { before, after } = difference(now, values);
      const changed = Object.keys(after).length > 0;
      return {
        changes: changed ? [{ entity: id, before: { ...before, updatedAt: now.updatedAt }, after: { ...after, updatedAt: stamp.at } }] : [],
        answer: (afterwards) => rowOf(room, afterwards.get(id) ?? {}),
      };
    },
  });
}
