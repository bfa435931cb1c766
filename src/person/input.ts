import { InvalidInputError } from '../errors.ts';
import { aliases, asSource } from '../group/input.ts';
import { type Check, line, longest, passage } from '../write/checks.ts';
import type { RoomInput } from '../write/properties.ts';
import { ProtectionType } from './ref.ts';

// A name that must be hidden must not be stored unhidden, and nothing hides it until there is access control.
const unprotected: Check = (protection: string, path) => {
  if (protection !== 'NONE') throw new InvalidInputError(path, 'NONE, since names that need protection cannot be kept yet', protection);
};

export const personInput: RoomInput = {
  properties: {
    name: { type: 'String', description: 'The name, as published.', required: true, check: line(longest.name) },
    aliases,
    note: { type: 'String', description: 'Role or age, as it was when published.', check: passage(longest.note) },
    protection: { type: ProtectionType, description: 'How the name is protected. Only NONE is accepted so far.', check: unprotected },
    ...asSource,
  },
};
