// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type PublishedBetweenAnswer = { readonly reports: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly title: string; readonly publishedAt: string | null; readonly publishedAtRaw: string | null; readonly recordedAt: string; readonly publisher: ({ readonly id: string; readonly name: string }) | null }) }))[] }) };

export type PublishedBetweenVariables = {
  readonly by: string;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly known?: string | null | undefined;
};

export const PublishedBetween: Operation<PublishedBetweenAnswer, PublishedBetweenVariables> = {
  name: 'PublishedBetween',
  text: "query PublishedBetween($by: ID!, $from: Date, $to: Date, $known: String) @asOf(known: $known) {\n  reports(\n    filter: {publisher: $by, published: {from: $from, to: $to}}\n    orderBy: OLDEST_FIRST\n    first: 100\n  ) {\n    totalCount\n    edges {\n      node {\n        ...ReportLine\n      }\n    }\n  }\n}\n\nfragment ReportLine on Report {\n  id\n  title\n  publishedAt\n  publishedAtRaw\n  recordedAt\n  publisher {\n    id\n    name\n  }\n}",
};
