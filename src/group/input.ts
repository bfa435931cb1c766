import { ReliabilityType } from '../source/ref.ts';
import { line, lines, longest } from '../write/checks.ts';
import type { RoomInput } from '../write/properties.ts';
import { GroupKindType } from './ref.ts';

export const aliases = { type: ['String'], description: 'Other names, in any script.', check: lines(longest.aliases, longest.name) } as const;

/** What is said of a group or a person as a source. */
export const asSource = {
  reliability: { type: ReliabilityType, description: 'How reliable a curator judges it, by the Admiralty code.' },
  independenceGroup: { type: 'String', description: 'Sources with the same word here count as one origin.', check: line(200) },
} as const;

export const groupInput: RoomInput = {
  properties: {
    name: { type: 'String', description: 'The name, in the script that the source itself or its reports use.', required: true, check: line(longest.name) },
    aliases,
    kind: { type: GroupKindType, description: 'What kind of group; UNKNOWN when not given.' },
    ...asSource,
  },
};
