// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type BoundariesAnswer = { readonly nodes: readonly (({  } | { readonly id: string; readonly boundary: string | null; readonly boundaryCredit: string | null }) | null)[] };

export type BoundariesVariables = {
  readonly ids: readonly (string)[];
  readonly known?: string | null | undefined;
};

export const Boundaries: Operation<BoundariesAnswer, BoundariesVariables> = {
  name: 'Boundaries',
  text: "query Boundaries($ids: [ID!]!, $known: String) @asOf(known: $known) {\n  nodes(ids: $ids) {\n    ... on Place {\n      id\n      boundary\n      boundaryCredit\n    }\n  }\n}",
};
