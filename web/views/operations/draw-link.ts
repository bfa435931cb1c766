// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type DrawLinkAnswer = { readonly link: ({ readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string } | { readonly __typename: 'Link'; readonly id: string; readonly type: ('ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN'); readonly from: ({ readonly id: string; readonly label: string }); readonly to: ({ readonly id: string; readonly label: string }) }) };

export interface LinkInput {
  readonly evidence?: readonly (string)[] | null;
  readonly from: string;
  readonly note?: string | null;
  readonly properties?: LinkPropertiesInput | null;
  readonly role?: 'ALLEGED_PERPETRATOR' | 'INTERVENING_PARTY' | 'LOCATION' | 'MENTIONED' | 'PARTICIPANT' | 'SCOPE' | 'SCOPE_PERPETRATOR' | 'SIDE_A' | 'SIDE_B' | 'SUBJECT' | 'TARGET' | 'VICTIM' | 'WITNESS' | null;
  readonly to: string;
  readonly type: 'ABOUT' | 'ACTIVE_IN' | 'AFFILIATED_WITH' | 'ALLIED_WITH' | 'ASSESSES' | 'ATTRIBUTED_TO' | 'BELONGS_TO' | 'BY' | 'CITES' | 'CONTAINS' | 'INVOLVES' | 'LEADS' | 'MEMBER_OF' | 'MENTIONS' | 'NAMES' | 'OCCURRED_AT' | 'OPPOSED_TO' | 'OWNED_BY' | 'PART_OF' | 'PART_OF_TOTAL' | 'PRESENT_IN' | 'PUBLISHED' | 'RELIES_ON' | 'REPEATS' | 'RESIDENT_OF' | 'SPEAKS_FOR' | 'SPLIT_FROM' | 'SUCCEEDS' | 'SUPERSEDES' | 'WEIGHS' | 'WITHIN';
}

export interface LinkPropertiesInput {
  readonly alleged?: boolean | null;
  readonly at?: string | null;
  readonly basis?: string | null;
  readonly count?: number | null;
  readonly foundBy?: string | null;
  readonly from?: string | null;
  readonly how?: string | null;
  readonly precisionCode?: number | null;
  readonly precisionScheme?: string | null;
  readonly radiusKm?: number | null;
  readonly share?: number | null;
  readonly side?: string | null;
  readonly to?: string | null;
  readonly verb?: string | null;
}

export type DrawLinkVariables = {
  readonly input: LinkInput;
  readonly key?: string | null | undefined;
};

export const DrawLink: Operation<DrawLinkAnswer, DrawLinkVariables> = {
  name: 'DrawLink',
  text: "mutation DrawLink($input: LinkInput!, $key: String) {\n  link(input: $input, idempotencyKey: $key) {\n    __typename\n    ... on Link {\n      id\n      type\n      from {\n        id\n        label\n      }\n      to {\n        id\n        label\n      }\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
