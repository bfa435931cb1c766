import { builder } from '../builder.ts';
import { NodeType } from '../entity/ref.ts';
import { type SourceRecord, SourceRecordType } from './ref.ts';

const CellType = builder.objectRef<{ column: string; value: string }>('SourceCell').implement({
  description: 'One cell of a row, as text.',
  fields: (t) => ({
    column: t.exposeString('column', { description: 'The name of its column.' }),
    value: t.exposeString('value', { description: 'What stood there, to the letter.' }),
  }),
});

SourceRecordType.implement({
  description: 'The row of a dataset that something was made from, kept to the letter.',
  interfaces: [NodeType],
  fields: (t) => ({
    dataset: t.exposeString('dataset', { description: 'The dataset, such as `ucdp-ged`.' }),
    version: t.exposeString('version', { description: 'Its version, where it is known.', nullable: true }),
    rowKey: t.exposeString('rowKey', { description: 'Which row.' }),
    cells: t.field({ description: 'Every cell, in the order of the columns.', type: [CellType], resolve: cellsOf }),
  }),
});

function cellsOf({ columns, cells }: SourceRecord) {
  return columns.map((column, index) => ({ column, value: cells[index] ?? '' }));
}
