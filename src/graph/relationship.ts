import type { EntityLabel } from '../ids.ts';

/** What there is to say of one relationship; `relationships.ts` says it of each. */
export interface Relationship {
  readonly description: string;
  readonly from: readonly EntityLabel[];
  readonly to: readonly EntityLabel[];
  /** Where not every `from` may meet every `to`: the pairs that may. */
  readonly pairs?: readonly (readonly [EntityLabel, EntityLabel])[];
  /** What the `from` end calls it, and what the `to` end calls it. */
  readonly out: string;
  readonly in: string;
  /** What those two fields lead to, in a sentence. */
  readonly outSays: string;
  readonly inSays: string;
  readonly properties: readonly LinkProperty[];
  readonly roles?: readonly Role[];
  /** How many of this relationship one `from`, and one `to`, may have. */
  readonly each: { readonly from: 'one' | 'many'; readonly to: 'one' | 'many' };
  /** Whether it may only be drawn with a claim that says so. */
  readonly evidence: 'required' | 'optional';
  readonly acyclic?: true;
  /** Whether it means the same in both directions. */
  readonly symmetric?: true;
  /**
   * The one end that keeps the other's id, and under which property: a page of a hub's thousands is then an index range, and the way
   * back costs no traversal.
   */
  readonly owner?: { readonly end: 'from' | 'to'; readonly property: OwnerProperty };
  /**
   * Whether a `to` may have thousands of it, so that the relationship itself keeps its place in the lists of that end, and a page of them is an
   * index range. What an owner's id does where there is one owner, this does where there are several.
   */
  readonly ordered?: true;
}

export const roles = [
  'ALLEGED_PERPETRATOR',
  'VICTIM',
  'TARGET',
  'WITNESS',
  'PARTICIPANT',
  'INTERVENING_PARTY',
  'SIDE_A',
  'SIDE_B',
  'MENTIONED',
  'LOCATION',
  'SCOPE',
  'SCOPE_PERPETRATOR',
  'SUBJECT',
] as const;
export type Role = (typeof roles)[number];

export const ownerProperties = ['publisherId', 'reportId', 'claimantId', 'eventId'] as const;
export type OwnerProperty = (typeof ownerProperties)[number];

/** What a relationship may carry, each property with its type wherever it occurs. */
export const linkProperties = {
  side: { type: 'String', values: ['A', 'B'], description: 'Which side of the conflict the party stood on: A or B.' },
  alleged: { type: 'Boolean', description: 'Whether the part played is alleged, not established.' },
  how: {
    type: 'String',
    values: ['QUOTES', 'PARAPHRASES', 'REPUBLISHES', 'TRANSLATES'],
    description: 'How the source is used: QUOTES, PARAPHRASES, REPUBLISHES or TRANSLATES.',
  },
  count: { type: 'Int', range: [1, 1_000_000], description: 'How often it is mentioned.' },
  verb: { type: 'String', description: 'The verb of speech that the report uses, such as "said" or "told AFP".' },
  basis: {
    type: 'String',
    values: ['EXPLICIT', 'INFERRED', 'CURATED'],
    description: 'How the supersession is known: EXPLICIT, INFERRED or CURATED.',
  },
  at: { type: 'DateTime', description: 'When it became known; absent, it is known when both its ends are.' },
  precisionScheme: { type: 'String', description: 'The scheme that the precision code belongs to, such as UCDP.' },
  precisionCode: {
    type: 'Int',
    description:
      'How precisely the place is known; UCDP: 1 exact, 2 within 25 km, 3 district, 4 governorate, 5 line or area, 6 country, 7 international waters or airspace.',
  },
  radiusKm: { type: 'Float', range: [0, 20_000], description: 'Within how many kilometres of the place it happened.' },
  from: { type: 'Date', description: 'Since when it holds.' },
  to: { type: 'Date', description: 'Until when it held.' },
  foundBy: {
    type: 'String',
    values: ['PCODE', 'POINT', 'NAME', 'POINT_AND_NAME'],
    description: 'What says that a place lies there: PCODE, POINT (its coordinates), NAME, or POINT_AND_NAME; absent when somebody drew it.',
  },
  share: { type: 'Float', range: [0, 1], description: 'Which share of the population of the place the community is, from 0 to 1.' },
} as const satisfies Record<string, LinkPropertyDeclaration>;
export type LinkProperty = keyof typeof linkProperties;

export interface LinkPropertyDeclaration {
  readonly type: 'String' | 'Boolean' | 'Int' | 'Float' | 'Date' | 'DateTime';
  readonly description: string;
  /** The only values it may have. */
  readonly values?: readonly string[];
  /** The least and the greatest value it may have. */
  readonly range?: readonly [number, number];
}
