import { builder } from '../builder.ts';
import { idOf } from '../ids.ts';
import { connectionType, ownNode, page } from '../paging.ts';
import { type View, ViewOrderType, ViewType, viewById, views } from './ref.ts';

const ViewConnection = connectionType<{ cursor: string; node: View }>('View', {
  description: 'Saved views, in pages.',
  type: ViewType,
  node: ownNode,
});

builder.queryFields((t) => ({
  view: t.field({
    description: 'One saved view by its id, or null when none has it.',
    type: ViewType,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: 'The id.' }) },
    resolve: (_, { id }, { load }) => load(viewById, idOf('View', id)),
  }),
  views: t.field(
    page({
      description: 'All saved views but those that are `unlisted`, in pages.',
      type: ViewConnection,
      query: views,
      key: () => '',
      orderBy: ViewOrderType,
    }),
  ),
}));
