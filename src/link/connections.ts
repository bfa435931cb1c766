import { anyEntity, type LinkedRow, linkOf } from '../connections.ts';
import { EntityType } from '../entity/ref.ts';
import { enumOf } from '../enums.ts';
import { EventType } from '../event/ref.ts';
import { area } from '../event-places/area.ts';
import { reading } from '../graph/reading.ts';
import { type LinkProperty, linkProperties } from '../graph/relationship.ts';
import { connectionType, type EdgeFields, ownNode } from '../paging.ts';
import { type Place, PlaceType } from '../place/ref.ts';
import { RoleType } from './ref.ts';

/** Connections whose edges carry what their relationship says, under its own names. */

export const CiteHowType = enumOf('CiteHow', 'How a report uses what it cites.', {
  QUOTES: 'In its words.',
  PARAPHRASES: 'In other words.',
  REPUBLISHES: 'As a whole.',
  TRANSLATES: 'In another language.',
});

/** That a field says what its edge's relationship carries. */
const looksAt = (property: LinkProperty | 'role') => reading({ looksAt: [`link_${property}`] });
const roleField = { description: 'In which role.', type: RoleType, nullable: true as const };

/** The part that somebody is said to have played in an event. */
const partPlayed = (t: EdgeFields<LinkedRow>) => ({
  role: t.field({ ...roleField, resolve: ({ row }) => row.link.role as never, ...looksAt('role') }),
  side: t.string({ description: 'On which side of the conflict: A or B.', nullable: true, resolve: ({ row }) => row.link.side, ...looksAt('side') }),
  alleged: t.boolean({
    description: 'Whether this is alleged, not established.',
    nullable: true,
    resolve: ({ row }) => row.link.alleged,
    ...looksAt('alleged'),
  }),
  link: t.field({ ...linkOf, resolve: ({ row }) => row }),
});

export const InvolvementConnection = connectionType<LinkedRow>('Involvement', {
  description: 'Groups, communities and people that an event involves, each with the part it is said to have played.',
  type: EntityType,
  node: anyEntity,
  edge: partPlayed,
});

export const GroupEventConnection = connectionType<LinkedRow>('GroupEvent', {
  description: 'Events that involve somebody, each with the part that is said to have been played.',
  type: EventType,
  node: ownNode,
  edge: partPlayed,
});

export const EventPlaceConnection = connectionType<LinkedRow>('EventPlace', {
  description: 'Places where an event occurred, each with how precisely that is known.',
  type: PlaceType,
  node: ownNode,
  edge: (t) => ({
    precisionScheme: t.string({
      description: 'The scheme of the precision code, such as UCDP.',
      nullable: true,
      resolve: ({ row }) => row.link.precisionScheme,
      ...looksAt('precisionScheme'),
    }),
    precisionCode: t.int({
      description: linkProperties.precisionCode.description,
      nullable: true,
      resolve: ({ row }) => row.link.precisionCode,
      ...looksAt('precisionCode'),
    }),
    radiusKm: t.float({ description: 'Within how many kilometres.', nullable: true, resolve: ({ row }) => row.link.radiusKm, ...looksAt('radiusKm') }),
    area: t.field(area(({ row }) => ({ place: row.node as Place, scheme: row.link.precisionScheme, code: row.link.precisionCode }))),
    link: t.field({ ...linkOf, resolve: ({ row }) => row }),
  }),
});

export const MemberConnection = connectionType<LinkedRow>('Member', {
  description: 'Groups and people that belong to a group, each with since and until when.',
  type: EntityType,
  node: anyEntity,
  edge: (t) => ({
    from: t.field({ description: 'Since when.', type: 'Date', nullable: true, resolve: ({ row }) => row.link.from, ...looksAt('from') }),
    to: t.field({ description: 'Until when.', type: 'Date', nullable: true, resolve: ({ row }) => row.link.to, ...looksAt('to') }),
    link: t.field({ ...linkOf, resolve: ({ row }) => row }),
  }),
});

export const MentionConnection = connectionType<LinkedRow>('Mention', {
  description: 'What a report mentions. That two are mentioned together says nothing about them.',
  type: EntityType,
  node: anyEntity,
  edge: (t) => ({
    count: t.int({ description: 'How often.', nullable: true, resolve: ({ row }) => row.link.count, ...looksAt('count') }),
    link: t.field({ ...linkOf, resolve: ({ row }) => row }),
  }),
});

export const CitationConnection = connectionType<LinkedRow>('Citation', {
  description: 'What a report rests on, or what rests on it: reports and sources.',
  type: EntityType,
  node: anyEntity,
  edge: (t) => ({
    how: t.field({ description: 'How it is used.', type: CiteHowType, nullable: true, resolve: ({ row }) => row.link.how as never, ...looksAt('how') }),
    link: t.field({ ...linkOf, resolve: ({ row }) => row }),
  }),
});

export const NamedConnection = connectionType<LinkedRow>('Named', {
  description: 'Whom and what a claim names, each in its role.',
  type: EntityType,
  node: anyEntity,
  edge: (t) => ({
    role: t.field({ ...roleField, resolve: ({ row }) => row.link.role as never, ...looksAt('role') }),
    link: t.field({ ...linkOf, resolve: ({ row }) => row }),
  }),
});
