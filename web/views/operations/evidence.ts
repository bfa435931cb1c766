// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type EvidenceAnswer = { readonly one: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly label: string; readonly quote: string | null; readonly statement: string | null; readonly polarity: ('ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN'); readonly claimant: ({ readonly id: string; readonly name: string }) | null; readonly report: ({ readonly id: string; readonly title: string; readonly publishedAt: string | null; readonly publishedAtRaw: string | null; readonly publisher: ({ readonly id: string; readonly name: string }) | null }) | null }) }))[] }); readonly other: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly label: string; readonly quote: string | null; readonly statement: string | null; readonly polarity: ('ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN'); readonly claimant: ({ readonly id: string; readonly name: string }) | null; readonly report: ({ readonly id: string; readonly title: string; readonly publishedAt: string | null; readonly publishedAtRaw: string | null; readonly publisher: ({ readonly id: string; readonly name: string }) | null }) | null }) }))[] }) };

export type EvidenceVariables = {
  readonly one: string;
  readonly other: string;
  readonly known?: string | null | undefined;
};

export const Evidence: Operation<EvidenceAnswer, EvidenceVariables> = {
  name: 'Evidence',
  text: "query Evidence($one: ID!, $other: ID!, $known: String) @asOf(known: $known) {\n  one: whoReported(naming: $one, first: 20) {\n    totalCount\n    edges {\n      node {\n        ...ClaimLine\n      }\n    }\n  }\n  other: whoReported(naming: $other, first: 20) {\n    totalCount\n    edges {\n      node {\n        ...ClaimLine\n      }\n    }\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  label\n  quote\n  statement\n  polarity\n  claimant {\n    id\n    name\n  }\n  report {\n    id\n    title\n    publishedAt\n    publishedAtRaw\n    publisher {\n      id\n      name\n    }\n  }\n}",
};
