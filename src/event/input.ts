import { between, line, longest } from '../write/checks.ts';
import { inOrder, type RoomInput } from '../write/properties.ts';

export const eventInput: RoomInput = {
  properties: {
    title: { type: 'String', description: 'The title.', required: true, check: line(longest.name) },
    from: { type: 'Date', description: 'The first day.' },
    to: { type: 'Date', description: 'The last day.' },
    datePrecision: {
      type: 'Int',
      description: 'How precisely the days are known; UCDP: 1 the day, 2 within 2–6 days, 3 the week, 4 the month, 5 the year.',
      check: between(1, 5),
    },
  },
  together: inOrder('from', 'to'),
};
