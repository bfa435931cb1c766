import { EntityType, NodeType } from '../entity/ref.ts';
import { involvedIn } from '../event/involved-in.ts';
import { CommunityKindType, CommunityType } from './ref.ts';

CommunityType.implement({
  description: 'A religious, ethnic or other community. Never a perpetrator, and never inferred for a person.',
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name.' }),
    aliases: t.exposeStringList('aliases', { description: 'Other names, in any script.' }),
    kind: t.expose('kind', { description: 'What kind of community.', type: CommunityKindType, nullable: true }),
    involvedIn: t.field(involvedIn()),
  }),
});
