// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type SearchAnswer = { readonly search: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly type: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly label: string }) }))[] }) };

export type SearchVariables = {
  readonly text: string;
  readonly known?: string | null | undefined;
};

export const Search: Operation<SearchAnswer, SearchVariables> = {
  name: 'Search',
  text: "query Search($text: String!, $known: String) @asOf(known: $known) {\n  search(text: $text, first: 12) {\n    totalCount\n    edges {\n      node {\n        id\n        type\n        label\n      }\n    }\n  }\n}",
};
