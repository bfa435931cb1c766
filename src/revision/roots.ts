import { builder } from '../builder.ts';
import { entityId, labelOf } from '../ids.ts';
import { connectionType, ownNode, page } from '../paging.ts';
import { type Revision, RevisionType, revisionsByEntity } from './ref.ts';

const RevisionConnection = connectionType<{ cursor: string; node: Revision }>('Revision', {
  description: 'Revisions, in pages.',
  type: RevisionType,
  node: ownNode,
});

builder.queryField('history', (t) =>
  t.field(
    page({
      description: 'What was changed of an entity and its links, or of a saved view, newest first; also of one that is gone.',
      type: RevisionConnection,
      query: revisionsByEntity,
      key: () => '',
      keyOf: ({ of }: { of: string }) => (labelOf(of) === 'View' ? of : entityId(of, ['of'])),
      args: (arg) => ({ of: arg.id({ required: true, description: 'The id of the entity or saved view.' }) }),
    }),
  ),
);
