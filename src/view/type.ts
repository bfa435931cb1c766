import type { Context } from '../context.ts';
import { entity } from '../entity/find.ts';
import { type EntityRow, NodeType } from '../entity/ref.ts';
import type { Retractable } from '../retraction/type.ts';
import { entitiesIn, pinnedTo } from './address.ts';
import { ViewType } from './ref.ts';

ViewType.implement({
  description: 'A way of looking that is kept under a name: one of the pages under `/view/`, with all of its state.',
  interfaces: [NodeType],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    description: t.exposeString('description', { description: 'What it shows, and why it is kept.', nullable: true }),
    address: t.exposeString('address', { description: 'Its state, as the address of one of the views.' }),
    known: t.field({
      description: 'The day as of which it shows what was known; null for one that is live.',
      type: 'Date',
      nullable: true,
      resolve: ({ address }) => pinnedTo(address),
    }),
    unlisted: t.boolean({
      description: 'Whether it is kept only so that a link to it is short; then it does not stand among `views`.',
      resolve: ({ unlisted }) => unlisted === true,
    }),
    createdBy: t.exposeString('recordedBy', { description: 'Who saved it; "anonymous" when nobody says so.' }),
    createdAt: t.expose('savedAt', { description: 'When it was saved.', type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { description: 'When it was last changed; give it as `ifVersion` to change only what you have seen.', type: 'DateTime' }),
    gone: t.idList({
      description: 'Which entities of its state are not in the graph any more.',
      resolve: async ({ address }, _, context) => (await found(address, context)).filter(({ row }) => row === null).map(({ id }) => id),
    }),
    retracted: t.idList({
      description: 'Which reports and claims of its state were taken back.',
      resolve: async ({ address }, _, context) => (await found(address, context)).filter(({ row }) => row?.retractedAt != null).map(({ id }) => id),
    }),
  }),
});

/** What an address names, each with what there is of it now. */
function found(address: string, context: Context): Promise<{ id: string; row: (EntityRow & Partial<Retractable>) | null }[]> {
  return Promise.all(entitiesIn(address).map(async (id) => ({ id, row: await entity(context, id) })));
}
