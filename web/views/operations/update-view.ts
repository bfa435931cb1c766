// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type UpdateViewAnswer = { readonly updateView: ({ readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string } | { readonly __typename: 'View'; readonly id: string }) };

export interface UpdateViewInput {
  readonly address?: string | null;
  readonly description?: string | null;
  readonly name?: string | null;
  readonly unlisted?: boolean | null;
}

export type UpdateViewVariables = {
  readonly id: string;
  readonly input: UpdateViewInput;
  readonly seen?: string | null | undefined;
  readonly key?: string | null | undefined;
};

export const UpdateView: Operation<UpdateViewAnswer, UpdateViewVariables> = {
  name: 'UpdateView',
  text: "mutation UpdateView($id: ID!, $input: UpdateViewInput!, $seen: DateTime, $key: String) {\n  updateView(id: $id, input: $input, ifVersion: $seen, idempotencyKey: $key) {\n    __typename\n    ... on View {\n      id\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
