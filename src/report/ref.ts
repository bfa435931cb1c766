import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, beginsByNewest, type DateRange, during, filterType, isId, sources } from '../filter.ts';
import { base, text, whole } from '../graph/shapes.ts';

export const reportKinds = {
  ARTICLE: 'An article.',
  BULLETIN: "A monitor's or agency's bulletin.",
  STATEMENT: 'A statement of a party or authority.',
  DATASET_ROW: 'A row of a dataset.',
  POST: 'A post on a platform.',
  INTERVIEW: 'An interview.',
  VIDEO: 'A video.',
} as const;

export type Report = z.output<typeof Report>;
export const Report = z.object({
  ...base,
  title: z.string(),
  kind: z
    .enum(Object.keys(reportKinds) as [keyof typeof reportKinds])
    .nullable()
    .transform((kind) => kind ?? 'ARTICLE'),
  url: text,
  language: text,
  publishedAt: text,
  publishedAtRaw: text,
  byline: text,
  retrievedAt: text,
  sha256: text,
  publisherId: text,
  retractedAt: text,
  retractionReason: text,
  retractionDependants: whole,
});

export const ReportType = builder.objectRef<Report>('Report');
export const ReportKindType = enumOf('ReportKind', 'What kind of report.', reportKinds);

export const reportOrders = { NEWEST_FIRST: 'byNewest', OLDEST_FIRST: 'byOldest', BY_LABEL: 'byLabel' };
export const ReportOrderType = enumOf('ReportOrder', 'Orders of reports, each ending with the id.', {
  NEWEST_FIRST: 'By publication, newest first; those of unknown date last.',
  OLDEST_FIRST: 'By publication, oldest first; those of unknown date last.',
  BY_LABEL: 'By title.',
});
export const ReportFilter = filterType('Report', {
  kinds: anyOf('kind', ReportKindType, 'It is of one of these kinds.'),
  languages: anyOf('language', 'String', 'It is in one of these languages (BCP 47), such as "ar".'),
  published: {
    ...during('publishedAt', 'It was published in this range.'),
    begins: { NEWEST_FIRST: beginsByNewest, OLDEST_FIRST: ({ from }: DateRange) => from ?? '' },
  },
  publisher: isId('publisherId', sources, 'This source published it.'),
  url: { description: 'It stands at this address.', type: 'String', matches: 'it.url = $' },
});
