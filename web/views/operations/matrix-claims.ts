// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type MatrixClaimsAnswer = {
  readonly event: {
    readonly claims: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly label: string;
          readonly quote: string | null;
          readonly statement: string | null;
          readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
          readonly claimant: { readonly id: string; readonly name: string } | null;
          readonly report: {
            readonly id: string;
            readonly title: string;
            readonly publishedAt: string | null;
            readonly publishedAtRaw: string | null;
            readonly publisher: { readonly id: string; readonly name: string } | null;
          } | null;
          readonly claimType:
            | 'AFFILIATION'
            | 'ATTRIBUTION'
            | 'CASUALTY_COUNT'
            | 'CONTEXT'
            | 'DATE'
            | 'DENIAL'
            | 'IDENTITY'
            | 'LOCATION'
            | 'METHOD'
            | 'OCCURRENCE'
            | 'OTHER';
          readonly metric: ('ABDUCTED' | 'CASUALTIES' | 'DETAINED' | 'DISPLACED' | 'INJURED' | 'KILLED' | 'MISSING') | null;
          readonly population: ('ALL' | 'CHILDREN' | 'CIVILIANS' | 'COMBATANTS' | 'SIDE_A' | 'SIDE_B' | 'UNKNOWN' | 'WOMEN') | null;
          readonly low: number | null;
          readonly best: number | null;
          readonly high: number | null;
          readonly operator: ('ABOUT' | 'AT_LEAST' | 'EXACT' | 'MORE_THAN' | 'NEARLY' | 'RANGE' | 'UP_TO') | null;
          readonly asOf: string | null;
          readonly status: 'ACTIVE' | 'RETRACTED';
          readonly repeats: { readonly id: string } | null;
          readonly supersededBy: { readonly basis: 'CURATED' | 'EXPLICIT' | 'INFERRED'; readonly claim: { readonly id: string } } | null;
          readonly names: {
            readonly edges: readonly {
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
              readonly node: { readonly id: string; readonly label: string };
            }[];
          };
          readonly corroboration: { readonly reports: number; readonly publishers: number; readonly origins: number };
        };
      }[];
    };
  } | null;
};

export interface MatrixClaimsVariables {
  readonly about: string;
  readonly after?: string | null | undefined;
  readonly known?: string | null | undefined;
}

export const MatrixClaims: Operation<MatrixClaimsAnswer, MatrixClaimsVariables> = {
  name: 'MatrixClaims',
  text: 'query MatrixClaims($about: ID!, $after: String, $known: String) @asOf(known: $known) {\n  event(id: $about) {\n    claims(orderBy: OLDEST_FIRST, first: 100, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...ClaimLine\n          claimType\n          metric\n          population\n          low\n          best\n          high\n          operator\n          asOf\n          status\n          repeats {\n            id\n          }\n          supersededBy {\n            basis\n            claim {\n              id\n            }\n          }\n          names(roles: [SCOPE, SCOPE_PERPETRATOR], first: 5) {\n            edges {\n              role\n              node {\n                id\n                label\n              }\n            }\n          }\n          corroboration {\n            reports\n            publishers\n            origins\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  label\n  quote\n  statement\n  polarity\n  claimant {\n    id\n    name\n  }\n  report {\n    id\n    title\n    publishedAt\n    publishedAtRaw\n    publisher {\n      id\n      name\n    }\n  }\n}',
};
