import { address, document, language, line, longest, publicationDate, withHash } from '../write/checks.ts';
import type { RoomInput } from '../write/properties.ts';
import { ReportKindType } from './ref.ts';

export const reportInput: RoomInput = {
  properties: {
    title: { type: 'String', description: 'The title or headline.', required: true, check: line(longest.name) },
    kind: { type: ReportKindType, description: 'What kind of report; ARTICLE when not given.' },
    url: { type: 'String', description: 'Where it stands: an http or https address.', check: address },
    language: { type: 'String', description: 'Its language (BCP 47), such as "ar".', check: language },
    publishedAt: {
      type: 'String',
      description: 'When it was published: an instant, a day, a month or a year. What is no possible date is kept as it was given.',
      check: line(100),
      stores: { names: ['publishedAt', 'publishedAtRaw'], as: (given: string) => publicationDate(given) },
    },
    byline: { type: 'String', description: 'The byline as printed.', check: line(longest.name) },
    text: {
      type: 'String',
      description: `Its text, at most ${longest.textBytes} bytes; quotes are then looked for in it.`,
      check: document,
      stores: { names: ['text', 'sha256'], as: withHash },
    },
  },
};
