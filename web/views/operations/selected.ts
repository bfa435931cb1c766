// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type SelectedAnswer = {
  readonly node:
    | (
        | { readonly __typename: 'Assessment'; readonly id: string; readonly label: string; readonly keys: readonly string[]; readonly recordedAt: string }
        | {
            readonly __typename: 'Claim';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly claimType:
              | 'AFFILIATION'
              | 'ATTRIBUTION'
              | 'CASUALTY_COUNT'
              | 'CONTEXT'
              | 'DATE'
              | 'DENIAL'
              | 'IDENTITY'
              | 'LOCATION'
              | 'METHOD'
              | 'OCCURRENCE'
              | 'OTHER';
            readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
            readonly statement: string | null;
            readonly quote: string | null;
            readonly translation: string | null;
            readonly asOf: string | null;
            readonly operator: ('ABOUT' | 'AT_LEAST' | 'EXACT' | 'MORE_THAN' | 'NEARLY' | 'RANGE' | 'UP_TO') | null;
            readonly basis: ('CODED' | 'DEDUCED' | 'DOCUMENTED' | 'TOLD' | 'WITNESSED') | null;
            readonly credibility: number | null;
            readonly status: 'ACTIVE' | 'RETRACTED';
            readonly claimant: { readonly id: string; readonly name: string } | null;
            readonly report: {
              readonly id: string;
              readonly title: string;
              readonly url: string | null;
              readonly language: string | null;
              readonly publishedAt: string | null;
              readonly publishedAtRaw: string | null;
              readonly byline: string | null;
              readonly publisher: { readonly id: string; readonly name: string } | null;
            } | null;
            readonly event: { readonly id: string; readonly title: string } | null;
            readonly supersedes: {
              readonly basis: 'CURATED' | 'EXPLICIT' | 'INFERRED';
              readonly claim: { readonly id: string; readonly label: string };
            } | null;
            readonly supersededBy: {
              readonly basis: 'CURATED' | 'EXPLICIT' | 'INFERRED';
              readonly claim: { readonly id: string; readonly label: string };
            } | null;
            readonly repeats: { readonly id: string; readonly label: string; readonly report: { readonly title: string } | null } | null;
            readonly repeatedBy: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly label: string;
                  readonly report: { readonly id: string; readonly title: string; readonly publisher: { readonly name: string } | null } | null;
                };
              }[];
            };
            readonly corroboration: {
              readonly reports: number;
              readonly publishers: number;
              readonly origins: number;
              readonly unknownOrigins: number;
              readonly partyOrigins: number;
            };
          }
        | {
            readonly __typename: 'Community';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly aliases: readonly string[];
            readonly communityKind: ('DISPLACED' | 'ETHNIC' | 'NATIONAL' | 'PROFESSIONAL' | 'RELIGIOUS' | 'RESIDENTIAL' | 'TRIBAL') | null;
          }
        | { readonly __typename: 'Conflict' | 'Dyad' | 'Revision' | 'SourceRecord'; readonly id: string }
        | {
            readonly __typename: 'Event';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly title: string;
            readonly from: string | null;
            readonly to: string | null;
            readonly datePrecision: number | null;
            readonly places: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly precisionCode: number | null;
                readonly node: {
                  readonly id: string;
                  readonly name: string;
                  readonly kind: ('ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE') | null;
                };
              }[];
            };
            readonly involved: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly role:
                  | (
                      | 'ALLEGED_PERPETRATOR'
                      | 'INTERVENING_PARTY'
                      | 'LOCATION'
                      | 'MENTIONED'
                      | 'PARTICIPANT'
                      | 'SCOPE'
                      | 'SCOPE_PERPETRATOR'
                      | 'SIDE_A'
                      | 'SIDE_B'
                      | 'SUBJECT'
                      | 'TARGET'
                      | 'VICTIM'
                      | 'WITNESS'
                    )
                  | null;
                readonly alleged: boolean | null;
                readonly node: { readonly id: string; readonly label: string };
              }[];
            };
            readonly reports: { readonly totalCount: number };
            readonly claims: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly label: string;
                  readonly quote: string | null;
                  readonly statement: string | null;
                  readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
                  readonly claimant: { readonly id: string; readonly name: string } | null;
                  readonly report: {
                    readonly id: string;
                    readonly title: string;
                    readonly publishedAt: string | null;
                    readonly publishedAtRaw: string | null;
                    readonly publisher: { readonly id: string; readonly name: string } | null;
                  } | null;
                };
              }[];
            };
          }
        | {
            readonly __typename: 'Group';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly name: string;
            readonly claimsMade: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly label: string;
                  readonly quote: string | null;
                  readonly statement: string | null;
                  readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
                  readonly claimant: { readonly id: string; readonly name: string } | null;
                  readonly report: {
                    readonly id: string;
                    readonly title: string;
                    readonly publishedAt: string | null;
                    readonly publishedAtRaw: string | null;
                    readonly publisher: { readonly id: string; readonly name: string } | null;
                  } | null;
                };
              }[];
            };
            readonly published: { readonly totalCount: number };
            readonly aliases: readonly string[];
            readonly groupKind:
              | 'ALLIANCE'
              | 'ARMED_GROUP'
              | 'BROADCASTER'
              | 'IGO'
              | 'MILITIA'
              | 'MONITOR'
              | 'NEWSPAPER'
              | 'NEWS_AGENCY'
              | 'NGO'
              | 'POLITICAL_PARTY'
              | 'STATE'
              | 'STATE_BODY'
              | 'UNKNOWN'
              | 'UNORGANISED';
          }
        | {
            readonly __typename: 'Person';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly name: string;
            readonly claimsMade: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly label: string;
                  readonly quote: string | null;
                  readonly statement: string | null;
                  readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
                  readonly claimant: { readonly id: string; readonly name: string } | null;
                  readonly report: {
                    readonly id: string;
                    readonly title: string;
                    readonly publishedAt: string | null;
                    readonly publishedAtRaw: string | null;
                    readonly publisher: { readonly id: string; readonly name: string } | null;
                  } | null;
                };
              }[];
            };
            readonly published: { readonly totalCount: number };
            readonly aliases: readonly string[];
            readonly note: string | null;
          }
        | {
            readonly __typename: 'Place';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly aliases: readonly string[];
            readonly placeKind: ('ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE') | null;
            readonly names: readonly { readonly language: string; readonly name: string }[];
            readonly events: {
              readonly totalCount: number;
              readonly edges: readonly { readonly node: { readonly id: string; readonly title: string; readonly from: string | null } }[];
            };
          }
        | {
            readonly __typename: 'Report';
            readonly id: string;
            readonly label: string;
            readonly keys: readonly string[];
            readonly recordedAt: string;
            readonly title: string;
            readonly url: string | null;
            readonly kind: 'ARTICLE' | 'BULLETIN' | 'DATASET_ROW' | 'INTERVIEW' | 'POST' | 'STATEMENT' | 'VIDEO';
            readonly language: string | null;
            readonly publishedAt: string | null;
            readonly publishedAtRaw: string | null;
            readonly byline: string | null;
            readonly publisher: { readonly id: string; readonly name: string } | null;
            readonly claims: {
              readonly totalCount: number;
              readonly edges: readonly {
                readonly node: {
                  readonly id: string;
                  readonly label: string;
                  readonly quote: string | null;
                  readonly statement: string | null;
                  readonly polarity: 'ASSERTS' | 'DENIES' | 'NO_STATEMENT' | 'UNCERTAIN';
                  readonly claimant: { readonly id: string; readonly name: string } | null;
                  readonly report: {
                    readonly id: string;
                    readonly title: string;
                    readonly publishedAt: string | null;
                    readonly publishedAtRaw: string | null;
                    readonly publisher: { readonly id: string; readonly name: string } | null;
                  } | null;
                };
              }[];
            };
          }
      )
    | null;
};

export interface SelectedVariables {
  readonly id: string;
  readonly known?: string | null | undefined;
}

export const Selected: Operation<SelectedAnswer, SelectedVariables> = {
  name: 'Selected',
  text: 'query Selected($id: ID!, $known: String) @asOf(known: $known) {\n  node(id: $id) {\n    __typename\n    id\n    ... on Entity {\n      label\n      keys\n      recordedAt\n    }\n    ... on Claim {\n      claimType\n      polarity\n      statement\n      quote\n      translation\n      asOf\n      operator\n      basis\n      credibility\n      status\n      claimant {\n        id\n        name\n      }\n      report {\n        id\n        title\n        url\n        language\n        publishedAt\n        publishedAtRaw\n        byline\n        publisher {\n          id\n          name\n        }\n      }\n      event {\n        id\n        title\n      }\n      supersedes {\n        basis\n        claim {\n          id\n          label\n        }\n      }\n      supersededBy {\n        basis\n        claim {\n          id\n          label\n        }\n      }\n      repeats {\n        id\n        label\n        report {\n          title\n        }\n      }\n      repeatedBy(first: 10) {\n        totalCount\n        edges {\n          node {\n            id\n            label\n            report {\n              id\n              title\n              publisher {\n                name\n              }\n            }\n          }\n        }\n      }\n      corroboration {\n        reports\n        publishers\n        origins\n        unknownOrigins\n        partyOrigins\n      }\n    }\n    ... on Report {\n      title\n      url\n      kind\n      language\n      publishedAt\n      publishedAtRaw\n      byline\n      publisher {\n        id\n        name\n      }\n      claims(first: 20) {\n        totalCount\n        edges {\n          node {\n            ...ClaimLine\n          }\n        }\n      }\n    }\n    ... on Event {\n      title\n      from\n      to\n      datePrecision\n      places(first: 10) {\n        totalCount\n        edges {\n          precisionCode\n          node {\n            id\n            name\n            kind\n          }\n        }\n      }\n      involved(first: 20) {\n        totalCount\n        edges {\n          role\n          alleged\n          node {\n            id\n            label\n          }\n        }\n      }\n      reports(first: 5) {\n        totalCount\n      }\n      claims(first: 10) {\n        totalCount\n        edges {\n          node {\n            ...ClaimLine\n          }\n        }\n      }\n    }\n    ... on Source {\n      name\n      claimsMade(first: 10) {\n        totalCount\n        edges {\n          node {\n            ...ClaimLine\n          }\n        }\n      }\n      published(first: 1) {\n        totalCount\n      }\n    }\n    ... on Group {\n      aliases\n      groupKind: kind\n    }\n    ... on Person {\n      aliases\n      note\n    }\n    ... on Community {\n      aliases\n      communityKind: kind\n    }\n    ... on Place {\n      aliases\n      placeKind: kind\n      names {\n        language\n        name\n      }\n      events(first: 20) {\n        totalCount\n        edges {\n          node {\n            id\n            title\n            from\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment ClaimLine on Claim {\n  id\n  label\n  quote\n  statement\n  polarity\n  claimant {\n    id\n    name\n  }\n  report {\n    id\n    title\n    publishedAt\n    publishedAtRaw\n    publisher {\n      id\n      name\n    }\n  }\n}',
};
