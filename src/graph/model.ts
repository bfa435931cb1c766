import { type EntityLabel, entityLabels, type Label } from '../ids.ts';
import type { Relationship } from './relationship.ts';
import { relationships } from './relationships.ts';

export type LinkType = keyof typeof relationships;
export const linkTypes = Object.keys(relationships) as LinkType[];

/** The declaration of one relationship, with every optional part in view. */
export function relationship(type: LinkType): Relationship {
  return relationships[type];
}

/** Relationships that keep their place in the lists of the entity they lead to. */
export const orderedTypes = linkTypes.filter((type) => relationship(type).ordered);

/** Every pair of types that a relationship may join. */
export function pairsOf(type: LinkType): readonly (readonly [EntityLabel, EntityLabel])[] {
  const { pairs, from, to } = relationship(type);
  return pairs ?? from.flatMap((one) => to.map((other) => [one, other] as const));
}

/** Types of relationships behind the entities: they carry a dataset's own structure and are no links of the API. */
export const innerTypes = ['IN_DYAD', 'IN_CONFLICT', 'SIDE_A', 'SIDE_B', 'DERIVED_FROM', 'EVIDENCE_FOR'] as const;
export type InnerType = (typeof innerTypes)[number];

/** What they join. */
export const innerRelationships: readonly { type: InnerType; from: Label; to: Label }[] = [
  { type: 'IN_DYAD', from: 'Event', to: 'Dyad' },
  { type: 'IN_CONFLICT', from: 'Dyad', to: 'Conflict' },
  { type: 'SIDE_A', from: 'Dyad', to: 'Group' },
  { type: 'SIDE_B', from: 'Dyad', to: 'Group' },
  { type: 'DERIVED_FROM', from: 'Event', to: 'SourceRecord' },
  { type: 'DERIVED_FROM', from: 'Claim', to: 'SourceRecord' },
  // From a claim to where each link begins that rests on it: how a retraction finds them.
  ...entityLabels.map((to) => ({ type: 'EVIDENCE_FOR', from: 'Claim', to }) as const),
];
