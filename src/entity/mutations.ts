import { claimQuote } from '../claim/quote.ts';
import { ClaimType } from '../claim/ref.ts';
import { CommunityType } from '../community/ref.ts';
import type { Context } from '../context.ts';
import { EventType } from '../event/ref.ts';
import { GroupType } from '../group/ref.ts';
import { PersonType } from '../person/ref.ts';
import { PlaceType } from '../place/ref.ts';
import { ReportType } from '../report/ref.ts';
import { containedIn, requoted } from '../report/requote.ts';
import { aOrAn } from '../text.ts';
import { type Editing, edited, editingArgs, type Making, makingArgs, sameVersion } from '../write/edit.ts';
import { createInputs, type Editable, editable, type Room, roomInputs, rooms, updateInputs } from '../write/inputs.ts';
import { mutate } from '../write/mutate.ts';
import { mayFail, mutation } from '../write/mutations.ts';
import { storedValues } from '../write/properties.ts';
import { byId, creation } from '../write/refs.ts';
import { rowOf } from '../write/results.ts';
import { settle } from '../write/settle.ts';

const types = { Group: GroupType, Community: CommunityType, Place: PlaceType, Person: PersonType, Report: ReportType, Event: EventType, Claim: ClaimType };
/** Rooms whose inputs name other entities, which may not be there. */
const referring: ReadonlySet<Room> = new Set(['Place', 'Report', 'Claim']);

for (const room of rooms) {
  mutation<Making, object>(`create${room}`, {
    description: `Makes ${aOrAn(room.toLowerCase())}, or answers the one that its key has already.`,
    type: types[room],
    fails: referring.has(room) ? mayFail.refer : mayFail.make,
    args: makingArgs(createInputs[room], 'What it is.'),
    resolve: (given, context) => create(room, given, context),
  });
}

for (const room of editable) {
  mutation<Editing, object>(`update${room}`, {
    description: `Sets right what is recorded of ${aOrAn(room.toLowerCase())}. What was there before stays in its history.`,
    type: types[room],
    fails: mayFail.refer,
    args: editingArgs(updateInputs[room]),
    resolve: (given, context) => update(room, given, context),
  });
}

function create(room: Room, { input, idempotencyKey }: Making, context: Context): Promise<object> {
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

function update(room: Editable, { id, input, ifVersion, idempotencyKey }: Editing, context: Context): Promise<object> {
  const { plan } = byId(id, [room], ['id'], true);
  const values = storedValues(roomInputs[room], input, ['input']);
  const text = room === 'Report' && typeof values.text === 'string' ? values.text : null;
  return mutate(context, {
    name: `update${room}`,
    given: { id, input, ifVersion },
    idempotencyKey,
    plan,
    also: { every: text === null ? [] : [id] },
    decide: async (looked, stamp, run) => {
      settle(plan, looked, stamp);
      const now = looked.entities.get(id) ?? {};
      sameVersion({ id, ifVersion }, now);
      roomInputs[room].together?.({ ...now, ...values }, ['input']);
      const quotes = text !== null && text !== now.text ? await requoted(run, containedIn(id, looked.links), text, stamp.at) : null;
      return {
        changes: [...edited(id, now, values, stamp.at), ...(quotes?.changes ?? [])],
        ...(quotes && { before: new Map([...quotes.entities, [id, now]]) }),
        answer: (afterwards) => rowOf(room, afterwards.get(id) ?? {}),
      };
    },
  });
}
