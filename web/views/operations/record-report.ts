// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type RecordReportAnswer = { readonly recordReport: ({ readonly __typename: 'ConflictError' | 'InvalidInputError' | 'NotFoundError'; readonly message: string } | { readonly __typename: 'Report'; readonly id: string; readonly title: string }) };

export interface RecordReportInput {
  readonly byline?: string | null;
  readonly cites?: readonly (CiteInput)[] | null;
  readonly claims?: readonly (RecordClaimInput)[] | null;
  readonly key?: string | null;
  readonly kind?: 'ARTICLE' | 'BULLETIN' | 'DATASET_ROW' | 'INTERVIEW' | 'POST' | 'STATEMENT' | 'VIDEO' | null;
  readonly language?: string | null;
  readonly mentions?: readonly (EntityRef)[] | null;
  readonly publishedAt?: string | null;
  readonly publisher?: SourceRef | null;
  readonly text?: string | null;
  readonly title: string;
  readonly url?: string | null;
}

export interface CiteInput {
  readonly how: 'PARAPHRASES' | 'QUOTES' | 'REPUBLISHES' | 'TRANSLATES';
  readonly report?: ReportRef | null;
  readonly source?: SourceRef | null;
}

export interface ReportRef {
  readonly id?: string | null;
  readonly key?: string | null;
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

export interface RecordClaimInput {
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
  readonly names?: readonly (NameInput)[] | null;
  readonly operator?: 'ABOUT' | 'AT_LEAST' | 'EXACT' | 'MORE_THAN' | 'NEARLY' | 'RANGE' | 'UP_TO' | null;
  readonly partOfTotal?: ClaimRef | null;
  readonly places?: readonly (PlaceRef)[] | null;
  readonly polarity?: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN' | null;
  readonly population?: 'ALL' | 'CHILDREN' | 'CIVILIANS' | 'COMBATANTS' | 'SIDE_A' | 'SIDE_B' | 'UNKNOWN' | 'WOMEN' | null;
  readonly quote?: string | null;
  readonly quoteStart?: number | null;
  readonly repeats?: ClaimRef | null;
  readonly statement?: string | null;
  readonly supersedes?: SupersedesInput | null;
  readonly translation?: string | null;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
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

export interface NameInput {
  readonly entity: EntityRef;
  readonly role: 'ALLEGED_PERPETRATOR' | 'INTERVENING_PARTY' | 'LOCATION' | 'MENTIONED' | 'PARTICIPANT' | 'SCOPE' | 'SCOPE_PERPETRATOR' | 'SIDE_A' | 'SIDE_B' | 'SUBJECT' | 'TARGET' | 'VICTIM' | 'WITNESS';
}

export interface EntityRef {
  readonly id?: string | null;
  readonly key?: string | null;
  readonly newCommunity?: CreateCommunityInput | null;
  readonly newGroup?: CreateGroupInput | null;
  readonly newPerson?: CreatePersonInput | null;
  readonly newPlace?: CreatePlaceInput | null;
}

export interface CreateCommunityInput {
  readonly aliases?: readonly (string)[] | null;
  readonly key?: string | null;
  readonly kind?: 'DISPLACED' | 'ETHNIC' | 'NATIONAL' | 'PROFESSIONAL' | 'RELIGIOUS' | 'RESIDENTIAL' | 'TRIBAL' | null;
  readonly name: string;
}

export interface CreatePlaceInput {
  readonly aliases?: readonly (string)[] | null;
  readonly key?: string | null;
  readonly kind?: 'ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE' | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly name: string;
  readonly within?: PlaceRef | null;
}

export interface PlaceRef {
  readonly id?: string | null;
  readonly key?: string | null;
  readonly new?: CreatePlaceInput | null;
}

export interface ClaimRef {
  readonly id?: string | null;
  readonly key?: string | null;
}

export interface SupersedesInput {
  readonly basis: 'CURATED' | 'EXPLICIT' | 'INFERRED';
  readonly claim: ClaimRef;
}

export type RecordReportVariables = {
  readonly input: RecordReportInput;
  readonly key?: string | null | undefined;
};

export const RecordReport: Operation<RecordReportAnswer, RecordReportVariables> = {
  name: 'RecordReport',
  text: "mutation RecordReport($input: RecordReportInput!, $key: String) {\n  recordReport(input: $input, idempotencyKey: $key) {\n    __typename\n    ... on Report {\n      id\n      title\n    }\n    ... on Error {\n      message\n    }\n  }\n}",
};
