import { builder } from '../builder.ts';
import { ClaimType } from '../claim/ref.ts';
import { keptEntity } from '../entity/find.ts';
import { claimById } from '../entity/queries.ts';
import { EntityType } from '../entity/ref.ts';
import { relationship } from '../graph/model.ts';
import { reading } from '../graph/reading.ts';
import { type LinkProperty, linkProperties } from '../graph/relationship.ts';
import { type Cursored, connectionType } from '../paging.ts';
import { type Link, LinkObjectType, LinkTypeType, linkId, RoleType } from './ref.ts';

const PropertyType = builder.objectRef<{ name: string; value: string }>('Property').implement({
  description: 'Something that a relationship carries.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, as `linkTypes` lists it.' }),
    value: t.exposeString('value', { description: 'Its value, as text.' }),
  }),
});

LinkObjectType.implement({
  description: 'One relationship between two entities, with what it carries and the claims that say so.',
  fields: (t) => ({
    id: t.id({
      description: 'Names the relationship; give it to `unlink`.',
      resolve: linkId,
      ...reading({ looksAt: ['type', 'fromId', 'toId', 'link_disc'] }),
    }),
    type: t.field({ description: 'Which relationship it is.', type: LinkTypeType, resolve: ({ type }) => type, ...reading({ looksAt: ['type'] }) }),
    from: t.field({ description: 'Where it begins.', type: EntityType, ...keptEntity('fromId') }),
    to: t.field({ description: 'Where it ends.', type: EntityType, ...keptEntity('toId') }),
    role: t.field({
      description: 'The part that the far end plays, where the relationship has roles.',
      type: RoleType,
      nullable: true,
      resolve: ({ link }) => link.role as never,
      ...reading({ looksAt: ['link_role'] }),
    }),
    properties: t.field({
      description: 'What else it carries; `linkTypes` says what each relationship may carry.',
      type: [PropertyType],
      resolve: propertiesOf,
      ...reading({ looksAt: ['type', ...Object.keys(linkProperties).map((name) => `link_${name}`)] }),
    }),
    evidence: t.field({
      description: 'The claims that say so.',
      type: [ClaimType],
      resolve: async ({ link }, _, { load }) => (await Promise.all(link.evidence.map((id) => load(claimById, id)))).filter((claim) => claim !== null),
    }),
    note: t.string({
      description: 'What whoever drew it wanted to add.',
      nullable: true,
      resolve: ({ link }) => link.note,
      ...reading({ looksAt: ['link_note'] }),
    }),
    recordedAt: t.field({
      description: 'When this graph learned of it.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ link }) => link.recordedAt,
      ...reading({ looksAt: ['link_recordedAt'] }),
    }),
    retractedAt: t.field({
      description: 'When it was taken back: with the last of the claims that say so, or with the claim that replaces by it. Null when it stands.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ link }) => link.retractedAt,
      ...reading({ looksAt: ['link_retractedAt'] }),
    }),
    recordedBy: t.string({ description: 'Who drew it.', nullable: true, resolve: ({ link }) => link.recordedBy, ...reading({ looksAt: ['link_recordedBy'] }) }),
  }),
});

export const LinkConnection = connectionType<Cursored & Link>('Link', {
  description: 'Relationships, in pages.',
  type: LinkObjectType,
  node: { of: (row) => row, ...reading({ row: '' }) },
});

function propertiesOf({ type, link }: Link) {
  return relationship(type).properties.flatMap((name: LinkProperty) => (link[name] === null ? [] : [{ name, value: String(link[name]) }]));
}

const LinkPropertyInfoType = builder.objectRef<LinkProperty>('LinkPropertyInfo').implement({
  description: 'Something that a relationship may carry.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.', resolve: (name) => name }),
    type: t.string({ description: 'What kind of value: String, Int, Float, Boolean, Date or DateTime.', resolve: (name) => linkProperties[name].type }),
    description: t.string({ description: 'What it says.', resolve: (name) => linkProperties[name].description }),
  }),
});

export { LinkPropertyInfoType };
