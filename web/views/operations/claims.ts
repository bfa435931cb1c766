// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type ClaimsAnswer = { readonly nodes: readonly (({  } | { readonly id: string; readonly label: string; readonly quote: string | null; readonly statement: string | null; readonly polarity: ('ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN'); readonly claimant: ({ readonly id: string; readonly name: string }) | null; readonly report: ({ readonly id: string; readonly title: string; readonly publishedAt: string | null; readonly publishedAtRaw: string | null; readonly publisher: ({ readonly id: string; readonly name: string }) | null }) | null }) | null)[] };

export type ClaimsVariables = {
  readonly ids: readonly (string)[];
  readonly known?: string | null | undefined;
};

export const Claims: Operation<ClaimsAnswer, ClaimsVariables> = {
  name: 'Claims',
  text: "query Claims($ids: [ID!]!, $known: String) @asOf(known: $known) {\n  nodes(ids: $ids) {\n    ... on Claim {\n      ...ClaimLine\n    }\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  label\n  quote\n  statement\n  polarity\n  claimant {\n    id\n    name\n  }\n  report {\n    id\n    title\n    publishedAt\n    publishedAtRaw\n    publisher {\n      id\n      name\n    }\n  }\n}",
};
