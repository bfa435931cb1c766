import { EntityType, NodeType } from '../entity/ref.ts';
import { involvedIn } from '../event/involved-in.ts';
import { SourceType } from '../source/ref.ts';
import { PersonType, ProtectionType } from './ref.ts';

PersonType.implement({
  description: 'A person: a witness, an official, a reporter.',
  interfaces: [SourceType, EntityType, NodeType] as never,
  fields: (t) => ({
    aliases: t.exposeStringList('aliases', { description: 'Other names, in any script.' }),
    note: t.exposeString('note', { description: 'Role or age, as it was when published.', nullable: true }),
    protection: t.expose('protection', { description: 'How the name is protected.', type: ProtectionType }),
    involvedIn: t.field(involvedIn()),
  }),
});
