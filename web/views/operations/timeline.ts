// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type TimelineAnswer = {
  readonly node:
    | (
        | { readonly __typename: 'Assessment' | 'Claim' | 'Community' | 'Report'; readonly id: string; readonly label: string }
        | { readonly __typename: 'Conflict' | 'Dyad' | 'Revision' | 'SourceRecord'; readonly id: string }
        | {
            readonly __typename: 'Event';
            readonly id: string;
            readonly label: string;
            readonly from: string | null;
            readonly to: string | null;
            readonly recordedAt: string;
            readonly tolls: readonly {
              readonly metric: 'ABDUCTED' | 'CASUALTIES' | 'DETAINED' | 'DISPLACED' | 'INJURED' | 'KILLED' | 'MISSING';
              readonly population: 'ALL' | 'CHILDREN' | 'CIVILIANS' | 'COMBATANTS' | 'SIDE_A' | 'SIDE_B' | 'UNKNOWN' | 'WOMEN';
              readonly cumulative: boolean;
              readonly claimant: { readonly id: string; readonly name: string } | null;
              readonly perpetrator: { readonly id: string; readonly name: string } | null;
              readonly scope: readonly { readonly id: string; readonly name: string }[];
              readonly current: { readonly claim: { readonly id: string } } | null;
              readonly points: readonly {
                readonly asOf: string | null;
                readonly low: number | null;
                readonly best: number | null;
                readonly high: number | null;
                readonly operator: 'ABOUT' | 'AT_LEAST' | 'EXACT' | 'MORE_THAN' | 'NEARLY' | 'RANGE' | 'UP_TO';
                readonly basis: ('CURATED' | 'EXPLICIT' | 'INFERRED') | null;
                readonly supersededAt: string | null;
                readonly claim: {
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
                  readonly recordedAt: string;
                  readonly status: 'ACTIVE' | 'RETRACTED';
                };
                readonly relays: readonly {
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
                  readonly recordedAt: string;
                }[];
                readonly corroboration: { readonly reports: number; readonly publishers: number; readonly origins: number };
              }[];
            }[];
            readonly reports: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly title: string;
                  readonly publishedAt: string | null;
                  readonly publishedAtRaw: string | null;
                  readonly recordedAt: string;
                  readonly publisher: { readonly id: string; readonly name: string } | null;
                };
              }[];
            };
            readonly claims: {
              readonly totalCount: number;
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
                  readonly recordedAt: string;
                  readonly asOf: string | null;
                };
              }[];
            };
          }
        | {
            readonly __typename: 'Group' | 'Person';
            readonly id: string;
            readonly label: string;
            readonly published: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly title: string;
                  readonly publishedAt: string | null;
                  readonly publishedAtRaw: string | null;
                  readonly recordedAt: string;
                  readonly publisher: { readonly id: string; readonly name: string } | null;
                };
              }[];
            };
          }
        | {
            readonly __typename: 'Place';
            readonly id: string;
            readonly label: string;
            readonly events: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly title: string;
                  readonly from: string | null;
                  readonly to: string | null;
                  readonly recordedAt: string;
                };
              }[];
            };
          }
      )
    | null;
};

export interface TimelineVariables {
  readonly of: string;
  readonly known?: string | null | undefined;
}

export const Timeline: Operation<TimelineAnswer, TimelineVariables> = {
  name: 'Timeline',
  text: 'query Timeline($of: ID!, $known: String) @asOf(known: $known) {\n  node(id: $of) {\n    __typename\n    id\n    ... on Entity {\n      label\n    }\n    ... on Event {\n      from\n      to\n      recordedAt\n      tolls(metric: null) {\n        metric\n        population\n        cumulative\n        claimant {\n          id\n          name\n        }\n        perpetrator {\n          id\n          name\n        }\n        scope {\n          id\n          name\n        }\n        current {\n          claim {\n            id\n          }\n        }\n        points {\n          asOf\n          low\n          best\n          high\n          operator\n          basis\n          supersededAt\n          claim {\n            ...ClaimLine\n            recordedAt\n            status\n          }\n          relays {\n            ...ClaimLine\n            recordedAt\n          }\n          corroboration {\n            reports\n            publishers\n            origins\n          }\n        }\n      }\n      reports(orderBy: OLDEST_FIRST, first: 100) {\n        totalCount\n        edges {\n          node {\n            id\n            title\n            publishedAt\n            publishedAtRaw\n            recordedAt\n            publisher {\n              id\n              name\n            }\n          }\n        }\n      }\n      claims(\n        filter: {polarities: [DENIES, UNCERTAIN, NO_STATEMENT]}\n        orderBy: OLDEST_FIRST\n        first: 100\n      ) {\n        totalCount\n        edges {\n          node {\n            ...ClaimLine\n            recordedAt\n            asOf\n          }\n        }\n      }\n    }\n    ... on Source {\n      published(orderBy: OLDEST_FIRST, first: 100) {\n        totalCount\n        edges {\n          node {\n            id\n            title\n            publishedAt\n            publishedAtRaw\n            recordedAt\n            publisher {\n              id\n              name\n            }\n          }\n        }\n      }\n    }\n    ... on Place {\n      events(orderBy: OLDEST_FIRST, first: 100) {\n        totalCount\n        edges {\n          node {\n            id\n            title\n            from\n            to\n            recordedAt\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  label\n  quote\n  statement\n  polarity\n  claimant {\n    id\n    name\n  }\n  report {\n    id\n    title\n    publishedAt\n    publishedAtRaw\n    publisher {\n      id\n      name\n    }\n  }\n}',
};
