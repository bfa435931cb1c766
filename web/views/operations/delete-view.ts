// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type DeleteViewAnswer = { readonly deleteView: ({ readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string } | { readonly __typename: 'DeletedView'; readonly id: string; readonly name: string }) };

export type DeleteViewVariables = {
  readonly id: string;
  readonly key?: string | null | undefined;
};

export const DeleteView: Operation<DeleteViewAnswer, DeleteViewVariables> = {
  name: 'DeleteView',
  text: "mutation DeleteView($id: ID!, $key: String) {\n  deleteView(id: $id, idempotencyKey: $key) {\n    __typename\n    ... on DeletedView {\n      id\n      name\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
