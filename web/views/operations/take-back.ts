// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type TakeBackAnswer = { readonly undo: ({ readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string } | { readonly __typename: 'Revision'; readonly id: string }) };

export type TakeBackVariables = {
  readonly revision: string;
};

export const TakeBack: Operation<TakeBackAnswer, TakeBackVariables> = {
  name: 'TakeBack',
  text: "mutation TakeBack($revision: ID!) {\n  undo(revision: $revision) {\n    __typename\n    ... on Revision {\n      id\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
