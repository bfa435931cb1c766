// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type NewClaimAnswer = { readonly createClaim: ({ readonly __typename: 'Claim'; readonly id: string; readonly label: string } | { readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string }) };

export interface CreateClaimInput {
  readonly asOf?: string | null;
  readonly assertedAt?: string | null;
  readonly basis?: 'CODED' | 'DEDUCED' | 'DOCUMENTED' | 'TOLD' | 'WITNESSED' | null;
  readonly best?: number | null;
  readonly claimType: 'AFFILIATION' | 'ATTRIBUTION' | 'CASUALTY_COUNT' | 'CONTEXT' | 'DATE' | 'DENIAL' | 'IDENTITY' | 'LOCATION' | 'METHOD' | 'OCCURRENCE' | 'OTHER';
  readonly claimant?: SourceRef | null;
  readonly credibility?: number | null;
  readonly cumulative?: boolean | null;
  readonly event?: EventRef | null;
  readonly high?: number | null;
  readonly key?: string | null;
  readonly low?: number | null;
  readonly metric?: 'ABDUCTED' | 'CASUALTIES' | 'DETAINED' | 'DISPLACED' | 'INJURED' | 'KILLED' | 'MISSING' | null;
  readonly operator?: 'ABOUT' | 'AT_LEAST' | 'EXACT' | 'MORE_THAN' | 'NEARLY' | 'RANGE' | 'UP_TO' | null;
  readonly polarity?: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN' | null;
  readonly population?: 'ALL' | 'CHILDREN' | 'CIVILIANS' | 'COMBATANTS' | 'SIDE_A' | 'SIDE_B' | 'UNKNOWN' | 'WOMEN' | null;
  readonly quote?: string | null;
  readonly quoteStart?: number | null;
  readonly report?: ReportRef | null;
  readonly statement?: string | null;
  readonly translation?: string | null;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
}

export interface SourceRef {
  readonly id?: string | null;
  readonly key?: string | null;
  readonly newGroup?: CreateGroupInput | null;
  readonly newPerson?: CreatePersonInput | null;
}

export interface CreateGroupInput {
  readonly aliases?: readonly (string)[] | null;
  readonly independenceGroup?: string | null;
  readonly key?: string | null;
  readonly kind?: 'ALLIANCE' | 'ARMED_GROUP' | 'BROADCASTER' | 'IGO' | 'MILITIA' | 'MONITOR' | 'NEWSPAPER' | 'NEWS_AGENCY' | 'NGO' | 'POLITICAL_PARTY' | 'STATE' | 'STATE_BODY' | 'UNKNOWN' | 'UNORGANISED' | null;
  readonly name: string;
  readonly reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | null;
}

export interface CreatePersonInput {
  readonly aliases?: readonly (string)[] | null;
  readonly independenceGroup?: string | null;
  readonly key?: string | null;
  readonly name: string;
  readonly note?: string | null;
  readonly protection?: 'NONE' | 'PSEUDONYM' | 'SEALED' | null;
  readonly reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | null;
}

export interface EventRef {
  readonly id?: string | null;
  readonly key?: string | null;
  readonly new?: CreateEventInput | null;
}

export interface CreateEventInput {
  readonly datePrecision?: number | null;
  readonly from?: string | null;
  readonly key?: string | null;
  readonly title: string;
  readonly to?: string | null;
}

export interface ReportRef {
  readonly id?: string | null;
  readonly key?: string | null;
}

export type NewClaimVariables = {
  readonly input: CreateClaimInput;
  readonly key?: string | null | undefined;
};

export const NewClaim: Operation<NewClaimAnswer, NewClaimVariables> = {
  name: 'NewClaim',
  text: "mutation NewClaim($input: CreateClaimInput!, $key: String) {\n  createClaim(input: $input, idempotencyKey: $key) {\n    __typename\n    ... on Claim {\n      id\n      label\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
