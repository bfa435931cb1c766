import { builder } from '../builder.ts';
import { claimInput } from '../claim/input.ts';
import { communityInput } from '../community/input.ts';
import { eventInput } from '../event/input.ts';
import { groupInput } from '../group/input.ts';
import { personInput } from '../person/input.ts';
import { placeInput } from '../place/input.ts';
import { reportInput } from '../report/input.ts';
import { aOrAn } from '../text.ts';
import type { Given, InputProperty, RoomInput } from './properties.ts';

type Fields = Readonly<Record<string, Omit<InputProperty, 'check' | 'stores'>>>;

/** What an entity of each kind can be given. */
export const roomInputs = {
  Group: groupInput,
  Community: communityInput,
  Place: placeInput,
  Person: personInput,
  Report: reportInput,
  Event: eventInput,
  Claim: claimInput,
} as const satisfies Record<string, RoomInput>;
export type Room = keyof typeof roomInputs;
export const rooms = Object.keys(roomInputs) as Room[];

const keyField = { type: 'String', description: 'An external key, such as `ucdp:group:118`: what has it is made only once.' } as const;
const idField = { type: 'ID', description: 'Its id.' } as const;
const byKey = { type: 'String', description: 'An external key that it has.' } as const;

/** An input type of fields; their types may be inputs that are declared further down. */
export function inputOf(name: string, description: string, fields: () => Fields) {
  return builder.inputRef<Given>(name).implement({
    description,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(fields()).map(([field, { type, description, required }]) => [
          field,
          t.field({ type: (Array.isArray(type) ? type.map(typeOf) : typeOf(type)) as never, description, required: required ?? false } as never),
        ]),
      ) as {},
  });
}

/** Inputs refer to each other in circles; one that is declared further down is given as a function. */
function typeOf(type: unknown): unknown {
  return typeof type === 'function' ? type() : type;
}

function createInput(room: Room, refs: () => Fields = () => ({})) {
  const what = aOrAn(room.toLowerCase());
  return inputOf(`Create${room}Input`, `${what[0]?.toUpperCase()}${what.slice(1)} to be made, unless its key has it already.`, () => ({
    key: keyField,
    ...roomInputs[room].properties,
    ...refs(),
  }));
}

export const CreateGroupInput = createInput('Group');
export const CreateCommunityInput = createInput('Community');
export const CreatePersonInput = createInput('Person');
export const CreateEventInput = createInput('Event');
export const CreatePlaceInput = createInput('Place', () => ({ within: { type: PlaceRef, description: 'The larger place that it lies within.' } }));

const oneOf = 'Exactly one of its fields is given.';
export const PlaceRef = inputOf('PlaceRef', `A place. ${oneOf}`, () => ({
  id: idField,
  key: byKey,
  new: { type: CreatePlaceInput, description: 'A place to be made, unless its key has it already.' },
}));
export const SourceRef = inputOf('SourceRef', `A group or person as a source. ${oneOf}`, () => ({
  id: idField,
  key: byKey,
  newGroup: { type: CreateGroupInput, description: 'A group to be made, unless its key has it already.' },
  newPerson: { type: CreatePersonInput, description: 'A person to be made, unless its key has it already.' },
}));
export const ReportRef = inputOf('ReportRef', `A report that is there. ${oneOf}`, () => ({ id: idField, key: byKey }));
export const ClaimRef = inputOf('ClaimRef', `A claim that is there. ${oneOf}`, () => ({ id: idField, key: byKey }));
export const EventRef = inputOf('EventRef', `An event. ${oneOf}`, () => ({
  id: idField,
  key: byKey,
  new: { type: CreateEventInput, description: 'An event to be made, unless its key has it already.' },
}));
export const EntityRef = inputOf('EntityRef', `An entity: one of any kind that is there, or a group, person, community or place to be made. ${oneOf}`, () => ({
  id: idField,
  key: byKey,
  newGroup: { type: CreateGroupInput, description: 'A group to be made, unless its key has it already.' },
  newPerson: { type: CreatePersonInput, description: 'A person to be made, unless its key has it already.' },
  newCommunity: { type: CreateCommunityInput, description: 'A community to be made, unless its key has it already.' },
  newPlace: { type: CreatePlaceInput, description: 'A place to be made, unless its key has it already.' },
}));

export const CreateReportInput = createInput('Report', () => ({ publisher: { type: SourceRef, description: 'Who published it.' } }));
export const CreateClaimInput = createInput('Claim', () => ({
  claimant: { type: SourceRef, description: 'Whose word it is; may differ from who published it.' },
  report: { type: ReportRef, description: 'The report that contains it.' },
  event: { type: EventRef, description: 'The event it is about.' },
}));

export const createInputs = {
  Group: CreateGroupInput,
  Community: CreateCommunityInput,
  Place: CreatePlaceInput,
  Person: CreatePersonInput,
  Report: CreateReportInput,
  Event: CreateEventInput,
  Claim: CreateClaimInput,
};

/** A claim is never edited; everything else can be set right. */
export type Editable = Exclude<Room, 'Claim'>;
export const editable = rooms.filter((room): room is Editable => room !== 'Claim');
export const updateInputs = Object.fromEntries(
  editable.map((room) => [
    room,
    inputOf(`Update${room}Input`, `What is to be another of ${aOrAn(room.toLowerCase())}: what is left out stays, null takes away.`, () =>
      Object.fromEntries(Object.entries(roomInputs[room].properties).map(([name, { type, description }]) => [name, { type, description }])),
    ),
  ]),
) as Record<Editable, ReturnType<typeof inputOf>>;
