// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type NeighbourhoodAnswer = {
  readonly neighbourhood: {
    readonly truncated: boolean;
    readonly nodes: readonly {
      readonly id: string;
      readonly type: 'ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT';
      readonly label: string;
    }[];
    readonly links: readonly {
      readonly id: string;
      readonly type:
        | 'ABOUT'
        | 'ACTIVE_IN'
        | 'AFFILIATED_WITH'
        | 'ALLIED_WITH'
        | 'ASSESSES'
        | 'ATTRIBUTED_TO'
        | 'BELONGS_TO'
        | 'BY'
        | 'CITES'
        | 'CONTAINS'
        | 'INVOLVES'
        | 'LEADS'
        | 'MEMBER_OF'
        | 'MENTIONS'
        | 'NAMES'
        | 'OCCURRED_AT'
        | 'OPPOSED_TO'
        | 'OWNED_BY'
        | 'PART_OF'
        | 'PART_OF_TOTAL'
        | 'PRESENT_IN'
        | 'PUBLISHED'
        | 'RELIES_ON'
        | 'REPEATS'
        | 'RESIDENT_OF'
        | 'SPEAKS_FOR'
        | 'SUCCEEDS'
        | 'SUPERSEDES'
        | 'WEIGHS'
        | 'WITHIN';
      readonly role:
        | (
            | 'ALLEGED_PERPETRATOR'
            | 'INTERVENING_PARTY'
            | 'LOCATION'
            | 'MENTIONED'
            | 'PARTICIPANT'
            | 'SCOPE'
            | 'SCOPE_PERPETRATOR'
            | 'SIDE_A'
            | 'SIDE_B'
            | 'SUBJECT'
            | 'TARGET'
            | 'VICTIM'
            | 'WITNESS'
          )
        | null;
      readonly from: {
        readonly id: string;
        readonly type: 'ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT';
        readonly label: string;
      };
      readonly to: {
        readonly id: string;
        readonly type: 'ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT';
        readonly label: string;
      };
      readonly properties: readonly { readonly name: string; readonly value: string }[];
      readonly evidence: readonly {
        readonly id: string;
        readonly label: string;
        readonly quote: string | null;
        readonly claimant: { readonly id: string; readonly name: string } | null;
      }[];
    }[];
    readonly omitted: readonly {
      readonly node: string;
      readonly through:
        | 'ABOUT'
        | 'ACTIVE_IN'
        | 'AFFILIATED_WITH'
        | 'ALLIED_WITH'
        | 'ASSESSES'
        | 'ATTRIBUTED_TO'
        | 'BELONGS_TO'
        | 'BY'
        | 'CITES'
        | 'CONTAINS'
        | 'INVOLVES'
        | 'LEADS'
        | 'MEMBER_OF'
        | 'MENTIONS'
        | 'NAMES'
        | 'OCCURRED_AT'
        | 'OPPOSED_TO'
        | 'OWNED_BY'
        | 'PART_OF'
        | 'PART_OF_TOTAL'
        | 'PRESENT_IN'
        | 'PUBLISHED'
        | 'RELIES_ON'
        | 'REPEATS'
        | 'RESIDENT_OF'
        | 'SPEAKS_FOR'
        | 'SUCCEEDS'
        | 'SUPERSEDES'
        | 'WEIGHS'
        | 'WITHIN';
      readonly shown: number;
      readonly total: number;
    }[];
  };
};

export interface NeighbourhoodVariables {
  readonly of: readonly string[];
  readonly depth?: number | null | undefined;
  readonly through?:
    | readonly (
        | 'ABOUT'
        | 'ACTIVE_IN'
        | 'AFFILIATED_WITH'
        | 'ALLIED_WITH'
        | 'ASSESSES'
        | 'ATTRIBUTED_TO'
        | 'BELONGS_TO'
        | 'BY'
        | 'CITES'
        | 'CONTAINS'
        | 'INVOLVES'
        | 'LEADS'
        | 'MEMBER_OF'
        | 'MENTIONS'
        | 'NAMES'
        | 'OCCURRED_AT'
        | 'OPPOSED_TO'
        | 'OWNED_BY'
        | 'PART_OF'
        | 'PART_OF_TOTAL'
        | 'PRESENT_IN'
        | 'PUBLISHED'
        | 'RELIES_ON'
        | 'REPEATS'
        | 'RESIDENT_OF'
        | 'SPEAKS_FOR'
        | 'SUCCEEDS'
        | 'SUPERSEDES'
        | 'WEIGHS'
        | 'WITHIN'
      )[]
    | null
    | undefined;
  readonly perNode?: number | null | undefined;
  readonly limit?: number | null | undefined;
  readonly known?: string | null | undefined;
}

export const Neighbourhood: Operation<NeighbourhoodAnswer, NeighbourhoodVariables> = {
  name: 'Neighbourhood',
  text: 'query Neighbourhood($of: [ID!]!, $depth: Int, $through: [LinkType!], $perNode: Int, $limit: Int, $known: String) @asOf(known: $known) {\n  neighbourhood(\n    of: $of\n    depth: $depth\n    through: $through\n    perNode: $perNode\n    limit: $limit\n  ) {\n    truncated\n    nodes {\n      ...Node\n    }\n    links {\n      ...Edge\n    }\n    omitted {\n      node\n      through\n      shown\n      total\n    }\n  }\n}\n\nfragment Node on Entity {\n  id\n  type\n  label\n}\n\nfragment Edge on Link {\n  id\n  type\n  role\n  from {\n    ...Node\n  }\n  to {\n    ...Node\n  }\n  properties {\n    name\n    value\n  }\n  evidence {\n    id\n    label\n    quote\n    claimant {\n      id\n      name\n    }\n  }\n}',
};
