// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type ExpandAnswer = { readonly node: ({ readonly id: string; readonly links: ({ readonly totalCount: number; readonly pageInfo: ({ readonly hasNextPage: boolean; readonly endCursor: string | null }); readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly type: ('ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN'); readonly role: ('ALLEGED_PERPETRATOR' | 'INTERVENING_PARTY' | 'LOCATION' | 'MENTIONED' | 'PARTICIPANT' | 'SCOPE' | 'SCOPE_PERPETRATOR' | 'SIDE_A' | 'SIDE_B' | 'SUBJECT' | 'TARGET' | 'VICTIM' | 'WITNESS') | null; readonly from: ({ readonly id: string; readonly type: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly label: string }); readonly to: ({ readonly id: string; readonly type: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly label: string }); readonly properties: readonly (({ readonly name: string; readonly value: string }))[]; readonly evidence: readonly (({ readonly id: string; readonly label: string; readonly quote: string | null; readonly claimant: ({ readonly id: string; readonly name: string }) | null }))[] }) }))[] }) } | { readonly id: string }) | null };

export type ExpandVariables = {
  readonly id: string;
  readonly through?: readonly ('ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN')[] | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly known?: string | null | undefined;
};

export const Expand: Operation<ExpandAnswer, ExpandVariables> = {
  name: 'Expand',
  text: "query Expand($id: ID!, $through: [LinkType!], $first: Int!, $after: String, $known: String) @asOf(known: $known) {\n  node(id: $id) {\n    id\n    ... on Entity {\n      links(through: $through, first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        edges {\n          node {\n            ...Edge\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Edge on Link {\n  id\n  type\n  role\n  from {\n    ...Node\n  }\n  to {\n    ...Node\n  }\n  properties {\n    name\n    value\n  }\n  evidence {\n    id\n    label\n    quote\n    claimant {\n      id\n      name\n    }\n  }\n}\n\nfragment Node on Entity {\n  id\n  type\n  label\n}",
};
