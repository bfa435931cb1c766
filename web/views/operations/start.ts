// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type StartAnswer = { readonly sample: ({ readonly id: string; readonly label: string } | { readonly id: string; readonly label: string; readonly claims: ({ readonly totalCount: number }); readonly reports: ({ readonly totalCount: number }) }) | null; readonly events: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly title: string; readonly from: string | null }) }))[] }); readonly views: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly name: string; readonly description: string | null; readonly address: string; readonly known: string | null; readonly createdBy: string; readonly createdAt: string }) }))[] }); readonly reports: ({ readonly totalCount: number }); readonly claims: ({ readonly totalCount: number }); readonly groups: ({ readonly totalCount: number }) };

export type StartVariables = {
  readonly known?: string | null | undefined;
};

export const Start: Operation<StartAnswer, StartVariables> = {
  name: 'Start',
  text: "query Start($known: String) @asOf(known: $known) {\n  sample: byKey(key: \"sample:event:coast-march-2025\") {\n    id\n    label\n    ... on Event {\n      claims(first: 1) {\n        totalCount\n      }\n      reports(first: 1) {\n        totalCount\n      }\n    }\n  }\n  events(orderBy: NEWEST_FIRST, first: 5) {\n    totalCount\n    edges {\n      node {\n        id\n        title\n        from\n      }\n    }\n  }\n  views(first: 20) {\n    totalCount\n    edges {\n      node {\n        id\n        name\n        description\n        address\n        known\n        createdBy\n        createdAt\n      }\n    }\n  }\n  reports(first: 1) {\n    totalCount\n  }\n  claims(first: 1) {\n    totalCount\n  }\n  groups(first: 1) {\n    totalCount\n  }\n}",
};
