// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type LinkTypesAnswer = { readonly there: readonly (({ readonly type: ('ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN'); readonly description: string; readonly from: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly to: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly roles: readonly (('ALLEGED_PERPETRATOR' | 'INTERVENING_PARTY' | 'LOCATION' | 'MENTIONED' | 'PARTICIPANT' | 'SCOPE' | 'SCOPE_PERPETRATOR' | 'SIDE_A' | 'SIDE_B' | 'SUBJECT' | 'TARGET' | 'VICTIM' | 'WITNESS'))[]; readonly evidenceRequired: boolean; readonly symmetric: boolean }))[]; readonly back: readonly (({ readonly type: ('ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN'); readonly description: string; readonly from: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly to: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly roles: readonly (('ALLEGED_PERPETRATOR' | 'INTERVENING_PARTY' | 'LOCATION' | 'MENTIONED' | 'PARTICIPANT' | 'SCOPE' | 'SCOPE_PERPETRATOR' | 'SIDE_A' | 'SIDE_B' | 'SUBJECT' | 'TARGET' | 'VICTIM' | 'WITNESS'))[]; readonly evidenceRequired: boolean; readonly symmetric: boolean }))[] };

export type LinkTypesVariables = {
  readonly one: 'ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT';
  readonly other: 'ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT';
  readonly known?: string | null | undefined;
};

export const LinkTypes: Operation<LinkTypesAnswer, LinkTypesVariables> = {
  name: 'LinkTypes',
  text: "query LinkTypes($one: EntityType!, $other: EntityType!, $known: String) @asOf(known: $known) {\n  there: linkTypes(from: $one, to: $other) {\n    ...Linkable\n  }\n  back: linkTypes(from: $other, to: $one) {\n    ...Linkable\n  }\n}\n\nfragment Linkable on LinkTypeInfo {\n  type\n  description\n  from\n  to\n  roles\n  evidenceRequired\n  symmetric\n}",
};
