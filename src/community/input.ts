import { aliases } from '../group/input.ts';
import { line, longest } from '../write/checks.ts';
import type { RoomInput } from '../write/properties.ts';
import { CommunityKindType } from './ref.ts';

export const communityInput: RoomInput = {
  properties: {
    name: { type: 'String', description: 'The name.', required: true, check: line(longest.name) },
    aliases,
    kind: { type: CommunityKindType, description: 'What kind of community.' },
  },
};
