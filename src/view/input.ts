import { line, longest, passage } from '../write/checks.ts';
import type { RoomInput } from '../write/properties.ts';
import { viewAddress } from './address.ts';

export const viewInput: RoomInput = {
  properties: {
    name: { type: 'String', description: 'What to call it.', required: true, check: line(longest.name) },
    description: { type: 'String', description: 'What it shows, and why it is kept.', check: passage(longest.note) },
    address: {
      type: 'String',
      description:
        'Its state, as the address of one of the views: `/view/graph?of=…`. With `known=` in it, it stays as known on that day; without, it is live.',
      required: true,
      check: viewAddress,
    },
    unlisted: {
      type: 'Boolean',
      description:
        'It is no view that somebody wants to find again: kept only so that a link to it is short. It opens by its id, and does not stand among `views`.',
    },
  },
};
