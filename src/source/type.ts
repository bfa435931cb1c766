import { ClaimFilter, ClaimOrderType } from '../claim/ref.ts';
import { ClaimConnection, ReportConnection } from '../connections.ts';
import { claimsByClaimant, reportsByPublisher } from '../entity/queries.ts';
import { EntityType, NodeType } from '../entity/ref.ts';
import { labelOf } from '../ids.ts';
import { page } from '../paging.ts';
import { ReportOrderType } from '../report/ref.ts';
import { ReliabilityType, type Source, SourceType } from './ref.ts';

SourceType.implement({
  description: 'A group or a person that publishes or claims. One that is also a party to the conflict speaks about itself.',
  interfaces: [EntityType, NodeType] as never,
  resolveType: ({ id }) => labelOf(id) as string,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name, in the script the source itself or its reports use.' }),
    reliability: t.expose('reliability', { description: 'How reliable a curator judged it, by the Admiralty code.', type: ReliabilityType, nullable: true }),
    independenceGroup: t.exposeString('independenceGroup', { description: 'Sources with the same word here count as one origin.', nullable: true }),
    published: t.field(
      page({
        description: 'Reports it published.',
        type: ReportConnection,
        query: reportsByPublisher,
        key: (source: Source) => source.id,
        orderBy: ReportOrderType,
      }),
    ),
    claimsMade: t.field(
      page({
        description: 'Claims that are its word, wherever they were published.',
        type: ClaimConnection,
        query: claimsByClaimant,
        key: (source: Source) => source.id,
        orderBy: ClaimOrderType,
        filter: ClaimFilter,
      }),
    ),
  }),
});
