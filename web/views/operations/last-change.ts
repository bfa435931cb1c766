// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type LastChangeAnswer = { readonly history: ({ readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly mutation: string; readonly changes: readonly (({ readonly of: string }))[] }) }))[] }) };

export type LastChangeVariables = {
  readonly of: string;
  readonly known?: string | null | undefined;
};

export const LastChange: Operation<LastChangeAnswer, LastChangeVariables> = {
  name: 'LastChange',
  text: "query LastChange($of: ID!, $known: String) @asOf(known: $known) {\n  history(of: $of, first: 1) {\n    edges {\n      node {\n        id\n        mutation\n        changes {\n          of\n        }\n      }\n    }\n  }\n}",
};
