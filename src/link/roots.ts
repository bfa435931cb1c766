import { builder } from '../builder.ts';
import { type Kind, KindType, kindOf } from '../entity/ref.ts';
import { type LinkType, linkTypes, pairsOf, relationship } from '../graph/model.ts';
import type { EntityLabel } from '../ids.ts';
import { LinkTypeType, RoleType } from './ref.ts';
import { LinkPropertyInfoType } from './type.ts';

interface LinkTypeInfo {
  readonly type: LinkType;
  readonly from: EntityLabel;
  readonly to: EntityLabel;
}

const CardinalityType = builder.enumType('Cardinality', {
  description: 'How many of a relationship one entity may have.',
  values: { ONE: { description: 'At most one.' }, MANY: { description: 'Any number.' } },
});

const LinkTypeInfoType = builder.objectRef<LinkTypeInfo>('LinkTypeInfo').implement({
  description: 'A relationship that may join two types: what `link` accepts.',
  fields: (t) => ({
    type: t.field({ description: 'The relationship.', type: LinkTypeType, resolve: ({ type }) => type }),
    description: t.string({ description: 'What it says.', resolve: ({ type }) => relationship(type).description }),
    from: t.field({ description: 'Where it begins.', type: KindType, resolve: ({ from }) => kindOf(from) }),
    to: t.field({ description: 'Where it ends.', type: KindType, resolve: ({ to }) => kindOf(to) }),
    name: t.string({ description: 'The field that the beginning calls it by.', resolve: ({ type }) => relationship(type).out }),
    inverseName: t.string({ description: 'The field that the end calls it by.', resolve: ({ type }) => relationship(type).in }),
    perFrom: t.field({
      description: 'How many one beginning may have.',
      type: CardinalityType,
      resolve: ({ type }) => (relationship(type).each.from === 'one' ? 'ONE' : 'MANY') as 'ONE' | 'MANY',
    }),
    perTo: t.field({
      description: 'How many one end may have.',
      type: CardinalityType,
      resolve: ({ type }) => (relationship(type).each.to === 'one' ? 'ONE' : 'MANY') as 'ONE' | 'MANY',
    }),
    roles: t.field({
      description: 'The roles it may be given; empty where it has none.',
      type: [RoleType],
      resolve: ({ type }) => [...(relationship(type).roles ?? [])],
    }),
    properties: t.field({ description: 'What else it may carry.', type: [LinkPropertyInfoType], resolve: ({ type }) => [...relationship(type).properties] }),
    evidenceRequired: t.boolean({
      description: 'Whether it can only be drawn with a claim that says so.',
      resolve: ({ type }) => relationship(type).evidence === 'required',
    }),
    acyclic: t.boolean({
      description: 'Whether following it may never lead back to where one began.',
      resolve: ({ type }) => relationship(type).acyclic ?? false,
    }),
    symmetric: t.boolean({ description: 'Whether it means the same both ways.', resolve: ({ type }) => relationship(type).symmetric ?? false }),
  }),
});

builder.queryField('linkTypes', (t) =>
  t.field({
    description: 'Which relationships may join two types, with what they carry. Without arguments: all of them.',
    type: [LinkTypeInfoType],
    args: {
      from: t.arg({ type: KindType, description: 'Only those that may begin at this kind of entity.' }),
      to: t.arg({ type: KindType, description: 'Only those that may end at this kind of entity.' }),
    },
    resolve: (_, { from, to }) => infos.filter((info) => isKind(info.from, from) && isKind(info.to, to)),
  }),
);

const infos: readonly LinkTypeInfo[] = linkTypes.flatMap((type) => pairsOf(type).map(([from, to]) => ({ type, from, to })));

function isKind(label: EntityLabel, kind: Kind | null | undefined): boolean {
  return kind == null || kindOf(label) === kind;
}
