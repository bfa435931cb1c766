import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { type LinkType, linkTypes, relationship } from '../graph/model.ts';
import type { Role } from '../graph/relationship.ts';
import { decimal, text, texts, truth, whole } from '../graph/shapes.ts';
import { labelOf } from '../ids.ts';

/** What a relationship carries, in columns. */
export type LinkColumns = z.output<typeof LinkColumns>;
export const LinkColumns = z.object({
  disc: z.string(),
  role: text,
  evidence: texts,
  note: text,
  recordedAt: text,
  recordedBy: text,
  side: text,
  alleged: truth,
  how: text,
  count: whole,
  verb: text,
  basis: text,
  at: text,
  precisionScheme: text,
  precisionCode: whole,
  radiusKm: decimal,
  from: text,
  to: text,
  share: decimal,
  retractedAt: text,
  foundBy: text,
});

/** One relationship: its type, the ids of its ends, and what it carries. */
export interface Link {
  readonly type: LinkType;
  readonly fromId: string;
  readonly toId: string;
  readonly link: LinkColumns;
}

/** Columns of a row that is a link and the entity at its far end. */
export const linkRow = { type: z.enum(linkTypes as [LinkType]), fromId: z.string(), toId: z.string(), link: LinkColumns };

export const LinkObjectType = builder.objectRef<Link>('Link');

export const LinkTypeType = enumOf(
  'LinkType',
  'The relationships that join entities.',
  Object.fromEntries(linkTypes.map((type) => [type, relationship(type).description])) as Record<LinkType, string>,
);

export const RoleType = enumOf('Role', 'The part that somebody or somewhere plays in an event or a claim.', {
  ALLEGED_PERPETRATOR: 'Said to have done it.',
  VICTIM: 'Harmed.',
  TARGET: 'Aimed at.',
  WITNESS: 'Saw or heard it.',
  PARTICIPANT: 'Took part.',
  INTERVENING_PARTY: 'Intervened.',
  SIDE_A: 'Side A, usually a government and its allies; says nothing about who attacked.',
  SIDE_B: 'Side B.',
  MENTIONED: 'Named in passing.',
  LOCATION: 'Where it is said to have happened.',
  SCOPE: 'The place that a number is limited to.',
  SCOPE_PERPETRATOR: 'The group that a number is limited to: those killed by it.',
  SUBJECT: 'Whom or what the claim is about.',
} satisfies Record<Role, string>);

/** A link's id says which it is: type, ends, and what tells it from others between the same ends. */
export function linkId({ type, fromId, toId, link }: Link): string {
  return linkIdOf(type, fromId, toId, link.disc);
}

export function linkIdOf(type: string, from: string, to: string, disc: string): string {
  return [type, from, to, disc].filter(Boolean).join('.');
}

/** What a link's id says, or null when it is no link's id. */
export function readLinkId(id: string): { type: LinkType; from: string; to: string; disc: string } | null {
  const [type, from = '', to = '', disc = '', ...more] = id.split('.');
  const known = linkTypes.includes(type as LinkType) && labelOf(from) && labelOf(to) && /^([\w-]{12})?$/.test(disc) && more.length === 0;
  return known ? { type: type as LinkType, from, to, disc } : null;
}
