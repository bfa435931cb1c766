// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type PickAnswer = { readonly search: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly type: ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT'); readonly label: string }) }))[] }) };

export type PickVariables = {
  readonly text: string;
  readonly types?: readonly ('ASSESSMENT' | 'CLAIM' | 'COMMUNITY' | 'EVENT' | 'GROUP' | 'PERSON' | 'PLACE' | 'REPORT')[] | null | undefined;
  readonly known?: string | null | undefined;
};

export const Pick: Operation<PickAnswer, PickVariables> = {
  name: 'Pick',
  text: "query Pick($text: String!, $types: [EntityType!], $known: String) @asOf(known: $known) {\n  search(text: $text, types: $types, first: 8) {\n    totalCount\n    edges {\n      node {\n        id\n        type\n        label\n      }\n    }\n  }\n}",
};
