import { z } from 'zod';
import { builder } from '../builder.ts';
import { base, text, texts } from '../graph/shapes.ts';

export type SourceRecord = z.output<typeof SourceRecord>;
export const SourceRecord = z.object({ ...base, dataset: z.string(), version: text, rowKey: z.string(), columns: texts, cells: texts });
export const SourceRecordType = builder.objectRef<SourceRecord>('SourceRecord');
