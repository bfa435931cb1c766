import { builder } from '../builder.ts';
import { entity } from '../entity/find.ts';
import { EntityType } from '../entity/ref.ts';
import { BatchError, ConflictError, InvalidInputError, NotFoundError, type RowError } from '../errors.ts';
import { isEntityLabel, labelOf } from '../ids.ts';

/** What can stand in the way of a mutation, as part of what it answers. */
const ErrorType = builder.interfaceRef<Error>('Error').implement({
  description: 'Something that stood in the way: nothing was changed.',
  resolveType: (error) => error.name,
  fields: (t) => ({ message: t.exposeString('message', { description: 'What is wrong, in a sentence.' }) }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  isTypeOf: (value) => (value as Error).name === 'NotFoundError',
  description: 'Something that was named is not there.',
  interfaces: [ErrorType],
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What it was looked for as, such as "claim".' }),
    id: t.exposeString('id', { description: 'The id or key that nothing has.' }),
  }),
});

builder.objectType(InvalidInputError, {
  name: 'InvalidInputError',
  isTypeOf: (value) => (value as Error).name === 'InvalidInputError',
  description: 'Something that was given cannot be meant.',
  interfaces: [ErrorType],
  fields: (t) => ({
    path: t.stringList({ description: 'Where in the input it stands, from the outside in.', resolve: ({ inputPath }) => [...inputPath] }),
    expected: t.exposeString('expected', { description: 'What it should be.' }),
    given: t.exposeString('given', { description: 'What it was; null when it was not given.', nullable: true }),
  }),
});

builder.objectType(ConflictError, {
  name: 'ConflictError',
  isTypeOf: (value) => (value as Error).name === 'ConflictError',
  description: 'What was asked cannot stand beside what is there.',
  interfaces: [ErrorType],
  fields: (t) => ({
    existing: t.field({
      description: 'What is there, as it is now; null where that is no entity, such as a saved view.',
      type: EntityType,
      nullable: true,
      resolve: ({ existingId }, _, context) => entity(context, isEntityLabel(labelOf(existingId ?? '')) ? existingId : null),
    }),
    revision: t.exposeID('revisionId', { description: 'The later revision that stands in the way of undoing one.', nullable: true }),
  }),
});

const RowErrorType = builder.objectRef<RowError>('RowError').implement({
  description: 'What is wrong with one row of a batch.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Which row, from 0.' }),
    error: t.field({ description: 'What is wrong with it.', type: ErrorType, resolve: ({ error }) => told(error) }),
  }),
});

builder.objectType(BatchError, {
  name: 'BatchError',
  isTypeOf: (value) => (value as Error).name === 'BatchError',
  description: 'Rows of a batch that cannot be written; so none was.',
  interfaces: [ErrorType],
  fields: (t) => ({ rows: t.field({ description: 'Every bad row, in order.', type: [RowErrorType], resolve: ({ rows }) => [...rows] }) }),
});

builder.mutationType({ description: 'What can be recorded. Each mutation is one transaction: all of it happens, or nothing.' });

/** An error as a plain value: one that is returned as it is counts as thrown. */
function told(error: Error): Error {
  return { ...error, name: error.name, message: error.message };
}
