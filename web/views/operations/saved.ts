// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type SavedAnswer = { readonly view: ({ readonly id: string; readonly name: string; readonly description: string | null; readonly address: string; readonly known: string | null; readonly createdBy: string; readonly createdAt: string; readonly updatedAt: string; readonly gone: readonly (string)[]; readonly retracted: readonly (string)[] }) | null };

export type SavedVariables = {
  readonly id: string;
  readonly known?: string | null | undefined;
};

export const Saved: Operation<SavedAnswer, SavedVariables> = {
  name: 'Saved',
  text: "query Saved($id: ID!, $known: String) @asOf(known: $known) {\n  view(id: $id) {\n    id\n    name\n    description\n    address\n    known\n    createdBy\n    createdAt\n    updatedAt\n    gone\n    retracted\n  }\n}",
};
