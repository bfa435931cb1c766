import type { EntityLabel, Label } from '../ids.ts';

/**
 * Every relationship, declared once: which types it joins, what each end calls it, what it carries.
 * The API's fields in both directions, `linkTypes`, what `link` accepts, and the words that query files may use all come from here.
 */
export interface Relationship {
  readonly description: string;
  readonly from: readonly EntityLabel[];
  readonly to: readonly EntityLabel[];
  /** Where not every `from` may meet every `to`: the pairs that may. */
  readonly pairs?: readonly (readonly [EntityLabel, EntityLabel])[];
  /** What the `from` end calls it, and what the `to` end calls it. */
  readonly out: string;
  readonly in: string;
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
  side: { type: 'String', description: 'Which side of the conflict the party stood on: A or B.' },
  alleged: { type: 'Boolean', description: 'Whether the part played is alleged, not established.' },
  how: { type: 'String', description: 'How the source is used: QUOTES, PARAPHRASES, REPUBLISHES or TRANSLATES.' },
  count: { type: 'Int', description: 'How often it is mentioned.' },
  verb: { type: 'String', description: 'The verb of speech that the report uses, such as "said" or "told AFP".' },
  basis: { type: 'String', description: 'How the supersession is known: EXPLICIT, INFERRED or CURATED.' },
  at: { type: 'DateTime', description: 'When it became known; absent, it is known when both its ends are.' },
  precisionScheme: { type: 'String', description: 'The scheme that the precision code belongs to, such as UCDP.' },
  precisionCode: { type: 'Int', description: 'How precisely the place is known; UCDP: 1 exact … 7 international waters.' },
  radiusKm: { type: 'Float', description: 'Within how many kilometres of the place it happened.' },
  from: { type: 'Date', description: 'Since when it holds.' },
  to: { type: 'Date', description: 'Until when it held.' },
  foundBy: {
    type: 'String',
    description: 'What says that a place lies there: PCODE, POINT (its coordinates), NAME, or POINT_AND_NAME; absent when somebody drew it.',
  },
  share: { type: 'Float', description: 'Which share of the population of the place the community is, from 0 to 1.' },
} as const satisfies Record<string, { type: 'String' | 'Boolean' | 'Int' | 'Float' | 'Date' | 'DateTime'; description: string }>;
export type LinkProperty = keyof typeof linkProperties;

const source = ['Group', 'Person'] as const;
const many = { from: 'many', to: 'many' } as const;
const period = ['from', 'to'] as const;

export const relationships = {
  PUBLISHED: {
    description: 'A source published a report.',
    from: source,
    to: ['Report'],
    out: 'published',
    in: 'publisher',
    properties: [],
    each: { from: 'many', to: 'one' },
    evidence: 'optional',
    owner: { end: 'to', property: 'publisherId' },
  },
  CITES: {
    description: 'A report rests on another report, or on what a source said.',
    from: ['Report'],
    to: ['Report', ...source],
    out: 'cites',
    in: 'citedBy',
    properties: ['how'],
    each: many,
    evidence: 'optional',
  },
  CONTAINS: {
    description: 'A report contains a claim.',
    from: ['Report'],
    to: ['Claim'],
    out: 'claims',
    in: 'report',
    properties: [],
    each: { from: 'many', to: 'one' },
    evidence: 'optional',
    owner: { end: 'to', property: 'reportId' },
  },
  MENTIONS: {
    description: 'A report mentions an entity. That two are mentioned together says nothing about them.',
    from: ['Report'],
    to: ['Group', 'Community', 'Place', 'Person', 'Event', 'Report'],
    out: 'mentions',
    in: 'mentionedIn',
    properties: ['count'],
    each: many,
    evidence: 'optional',
  },
  ATTRIBUTED_TO: {
    description: 'A claim is the word of a source, which may differ from who published it.',
    from: ['Claim'],
    to: source,
    out: 'claimant',
    in: 'claimsMade',
    properties: ['verb'],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
    owner: { end: 'from', property: 'claimantId' },
  },
  ABOUT: {
    description: 'A claim is about an event.',
    from: ['Claim'],
    to: ['Event'],
    out: 'event',
    in: 'claims',
    properties: [],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
    owner: { end: 'from', property: 'eventId' },
  },
  NAMES: {
    description: 'A claim names someone or somewhere, in a role. SCOPE and SCOPE_PERPETRATOR say which part of the event a number counts.',
    from: ['Claim'],
    to: ['Group', 'Community', 'Person', 'Place'],
    out: 'names',
    in: 'namedIn',
    properties: [],
    roles,
    each: many,
    evidence: 'optional',
  },
  SUPERSEDES: {
    description: 'A claim replaces an earlier one of the same series.',
    from: ['Claim'],
    to: ['Claim'],
    out: 'supersedes',
    in: 'supersededBy',
    properties: ['basis', 'at'],
    each: { from: 'one', to: 'one' },
    evidence: 'optional',
    acyclic: true,
  },
  REPEATS: {
    description: 'A claim relays another one: the same statement again, never corroboration.',
    from: ['Claim'],
    to: ['Claim'],
    out: 'repeats',
    in: 'repeatedBy',
    properties: ['how'],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
    acyclic: true,
  },
  PART_OF_TOTAL: {
    description: 'A claim counts a part of what another one counts; parts are never added to their total.',
    from: ['Claim'],
    to: ['Claim'],
    out: 'partOfTotal',
    in: 'parts',
    properties: [],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
    acyclic: true,
  },
  ASSESSES: {
    description: 'An assessment concludes about an event or a claim.',
    from: ['Assessment'],
    to: ['Event', 'Claim'],
    out: 'assesses',
    in: 'assessments',
    properties: [],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
  },
  WEIGHS: {
    description: 'An assessment takes a claim into account.',
    from: ['Assessment'],
    to: ['Claim'],
    out: 'weighs',
    in: 'weighedIn',
    properties: [],
    each: many,
    evidence: 'optional',
  },
  BY: {
    description: 'An assessment is the conclusion of an analyst or coder.',
    from: ['Assessment'],
    to: source,
    out: 'by',
    in: 'assessmentsMade',
    properties: [],
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
  },
  INVOLVES: {
    description: 'An event involves someone, in a role.',
    from: ['Event'],
    to: ['Group', 'Community', 'Person'],
    out: 'involved',
    in: 'involvedIn',
    properties: ['side', 'alleged'],
    roles,
    each: many,
    evidence: 'optional',
  },
  OCCURRED_AT: {
    description: 'An event occurred at a place, known to some precision.',
    from: ['Event'],
    to: ['Place'],
    out: 'places',
    in: 'events',
    properties: ['precisionScheme', 'precisionCode', 'radiusKm'],
    each: many,
    evidence: 'optional',
  },
  PART_OF: {
    description: 'An event is part of a larger one, or a group of a larger group.',
    from: ['Event', 'Group'],
    to: ['Event', 'Group'],
    pairs: [
      ['Event', 'Event'],
      ['Group', 'Group'],
    ],
    out: 'partOf',
    in: 'parts',
    properties: period,
    each: { from: 'one', to: 'many' },
    evidence: 'optional',
    acyclic: true,
  },
  MEMBER_OF: {
    description: 'A group or person belongs to a group.',
    from: source,
    to: ['Group'],
    out: 'memberOf',
    in: 'members',
    properties: period,
    each: many,
    evidence: 'required',
  },
  SUCCEEDS: {
    description: 'A group took the place of an earlier one.',
    from: ['Group'],
    to: ['Group'],
    out: 'succeeds',
    in: 'succeededBy',
    properties: period,
    each: many,
    evidence: 'required',
    acyclic: true,
  },
  ALLIED_WITH: {
    description: 'Two groups are allied.',
    from: ['Group'],
    to: ['Group'],
    out: 'alliedWith',
    in: 'alliedWith',
    properties: period,
    each: many,
    evidence: 'required',
    symmetric: true,
  },
  OPPOSED_TO: {
    description: 'Two groups oppose each other.',
    from: ['Group'],
    to: ['Group'],
    out: 'opposedTo',
    in: 'opposedTo',
    properties: period,
    each: many,
    evidence: 'required',
    symmetric: true,
  },
  LEADS: {
    description: 'A person leads a group.',
    from: ['Person'],
    to: ['Group'],
    out: 'leads',
    in: 'leaders',
    properties: period,
    each: many,
    evidence: 'required',
  },
  SPEAKS_FOR: {
    description: 'A person speaks for a group.',
    from: ['Person'],
    to: ['Group'],
    out: 'speaksFor',
    in: 'spokespeople',
    properties: period,
    each: many,
    evidence: 'required',
  },
  RESIDENT_OF: {
    description: 'A person lives at a place, as a claim says.',
    from: ['Person'],
    to: ['Place'],
    out: 'residentOf',
    in: 'residents',
    properties: period,
    each: many,
    evidence: 'required',
  },
  BELONGS_TO: {
    description: 'A person belongs to a community, only when a claim says so; it is never inferred.',
    from: ['Person'],
    to: ['Community'],
    out: 'belongsTo',
    in: 'people',
    properties: period,
    each: many,
    evidence: 'required',
  },
  PRESENT_IN: {
    description: 'A community lives in a place.',
    from: ['Community'],
    to: ['Place'],
    out: 'presentIn',
    in: 'communities',
    properties: ['share'],
    each: many,
    evidence: 'required',
  },
  ACTIVE_IN: {
    description: 'A group is active in a place.',
    from: ['Group'],
    to: ['Place'],
    out: 'activeIn',
    in: 'activeGroups',
    properties: period,
    each: many,
    evidence: 'required',
  },
  WITHIN: {
    description: 'A place lies within a larger one.',
    from: ['Place'],
    to: ['Place'],
    out: 'within',
    in: 'contains',
    properties: ['foundBy'],
    each: many,
    evidence: 'optional',
    acyclic: true,
  },
  RELIES_ON: {
    description: 'A source takes its word from another; the two are not independent.',
    from: source,
    to: source,
    out: 'reliesOn',
    in: 'reliedOnBy',
    properties: period,
    each: many,
    evidence: 'required',
  },
  OWNED_BY: {
    description: 'A source is owned by another.',
    from: source,
    to: source,
    out: 'ownedBy',
    in: 'owns',
    properties: period,
    each: many,
    evidence: 'required',
  },
  AFFILIATED_WITH: {
    description: 'A source is affiliated with another.',
    from: source,
    to: source,
    out: 'affiliatedWith',
    in: 'affiliatedWith',
    properties: period,
    each: many,
    evidence: 'required',
    symmetric: true,
  },
} as const satisfies Record<string, Relationship>;

export type LinkType = keyof typeof relationships;
export const linkTypes = Object.keys(relationships) as LinkType[];

/** The declaration of one relationship, with every optional part in view. */
export function relationship(type: LinkType): Relationship {
  return relationships[type];
}

/** Every pair of types that a relationship may join. */
export function pairsOf(type: LinkType): readonly (readonly [EntityLabel, EntityLabel])[] {
  const { pairs, from, to } = relationship(type);
  return pairs ?? from.flatMap((one) => to.map((other) => [one, other] as const));
}

/** Relationships behind the entities: they carry a dataset's own structure and are no links of the API. */
export const innerRelationships: readonly { type: string; from: Label; to: Label }[] = [
  { type: 'IN_DYAD', from: 'Event', to: 'Dyad' },
  { type: 'IN_CONFLICT', from: 'Dyad', to: 'Conflict' },
  { type: 'SIDE_A', from: 'Dyad', to: 'Group' },
  { type: 'SIDE_B', from: 'Dyad', to: 'Group' },
  { type: 'DERIVED_FROM', from: 'Event', to: 'SourceRecord' },
  { type: 'DERIVED_FROM', from: 'Claim', to: 'SourceRecord' },
];
