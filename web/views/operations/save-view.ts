// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type SaveViewAnswer = { readonly saveView: ({ readonly __typename: 'ConflictError' | 'InvalidInputError'; readonly message: string } | { readonly __typename: 'View'; readonly id: string }) };

export interface SaveViewInput {
  readonly address: string;
  readonly description?: string | null;
  readonly name: string;
  readonly unlisted?: boolean | null;
}

export type SaveViewVariables = {
  readonly input: SaveViewInput;
  readonly key?: string | null | undefined;
};

export const SaveView: Operation<SaveViewAnswer, SaveViewVariables> = {
  name: 'SaveView',
  text: "mutation SaveView($input: SaveViewInput!, $key: String) {\n  saveView(input: $input, idempotencyKey: $key) {\n    __typename\n    ... on View {\n      id\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
