import { builder } from '../builder.ts';
import { ReportConnection } from '../connections.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { reading } from '../graph/reading.ts';
import { type EntityLabel, labelOf } from '../ids.ts';
import { all, linked } from '../link/linked.ts';
import { LinkTypeType } from '../link/ref.ts';
import { LinkConnection } from '../link/type.ts';
import { page } from '../paging.ts';
import { Report, ReportOrderType, reportOrders } from '../report/ref.ts';
import { linksOf } from './queries.ts';
import { type EntityRow, EntityType, KindType, kindOf, NodeType } from './ref.ts';

EntityType.implement({
  description: 'What reports are about, and reports and claims themselves: anything that can be searched, linked and mentioned.',
  interfaces: [NodeType],
  resolveType: ({ id }) => labelOf(id) as string,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it, here and everywhere, for good.' }),
    type: t.field({
      description: 'What kind of entity it is.',
      type: KindType,
      resolve: ({ id }) => kindOf(labelOf(id) as EntityLabel),
      ...reading({ looksAt: ['id'] }),
    }),
    label: t.exposeString('label', { description: 'What to call it in a list: name, title, or for a claim a short sentence.' }),
    keys: t.exposeStringList('keys', { description: 'External keys, such as `ucdp:event:261850`.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When this graph learned of it.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed; give it as `ifVersion` to change only what you have seen.' }),
    links: t.field(
      page({
        searches: 'always', // Of as many types as there are, and as of a moment one by one.
        description: 'Every relationship it has, by type, then label of the far end, then id.',
        type: LinkConnection,
        query: linksOf,
        key: (entity: EntityRow) => entity.id,
        args: (arg) => ({
          through: arg.field({ type: [LinkTypeType], description: 'Only these relationships.' }),
          direction: arg.field({ type: DirectionType, description: 'Only those that begin (OUT) or end (IN) here; BOTH when not given.' }),
        }),
        bind: ({ through, direction }: { through?: LinkType[]; direction?: string }) =>
          ({ types: through ?? linkTypes, direction: direction ?? 'BOTH' }) as never,
      }),
    ),
    mentionedIn: t.field(
      page({
        description: 'Reports that mention it, newest first.',
        type: ReportConnection,
        query: linked('MENTIONS', 'in', 'Report', Report, reportOrders),
        key: (entity: EntityRow) => entity.id,
        orderBy: ReportOrderType,
        bind: () => all,
      }),
    ),
  }),
});

const DirectionType = builder.enumType('Direction', {
  description: 'Which way a relationship is followed.',
  values: { OUT: { description: 'From here on.' }, IN: { description: 'Towards here.' }, BOTH: { description: 'Either way.' } },
});
