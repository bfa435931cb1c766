import { type Relationship, roles } from './relationship.ts';

const source = ['Group', 'Person'] as const;
const period = ['from', 'to'] as const;
const many = { from: 'many', to: 'many' } as const;

/**
 * Every relationship, declared once: which types it joins, what each end calls it and says of it, what it carries.
 * The API's fields in both directions, `linkTypes`, what `link` accepts, and the words that query files may use all come from here.
 */
// biome-ignore format: a table, read down and across
export const relationships = {
  PUBLISHED: {
    description: 'A source published a report.',
    from: source, to: ['Report'], out: 'published', in: 'publisher',
    outSays: 'Reports it published.', inSays: 'Who published it.',
    properties: [], each: { from: 'many', to: 'one' }, evidence: 'optional', owner: { end: 'to', property: 'publisherId' },
  },
  CITES: {
    description: 'A report rests on another report, or on what a source said.',
    from: ['Report'], to: ['Report', ...source], out: 'cites', in: 'citedBy',
    outSays: 'What it rests on.', inSays: 'Reports that rest on it.',
    properties: ['how'], each: many, evidence: 'optional',
  },
  CONTAINS: {
    description: 'A report contains a claim.',
    from: ['Report'], to: ['Claim'], out: 'claims', in: 'report',
    outSays: 'What it says, claim by claim.', inSays: 'The report that contains it.',
    properties: [], each: { from: 'many', to: 'one' }, evidence: 'optional', owner: { end: 'to', property: 'reportId' },
  },
  MENTIONS: {
    description: 'A report mentions an entity. That two are mentioned together says nothing about them.',
    from: ['Report'], to: ['Group', 'Community', 'Place', 'Person', 'Event', 'Report'], out: 'mentions', in: 'mentionedIn',
    outSays: 'What it mentions.', inSays: 'Reports that mention it.',
    properties: ['count'], each: many, evidence: 'optional', ordered: true,
  },
  ATTRIBUTED_TO: {
    description: 'A claim is the word of a source, which may differ from who published it.',
    from: ['Claim'], to: source, out: 'claimant', in: 'claimsMade',
    outSays: 'Whose word it is.', inSays: 'Claims that are its word.',
    properties: ['verb'], each: { from: 'one', to: 'many' }, evidence: 'optional', owner: { end: 'from', property: 'claimantId' },
  },
  ABOUT: {
    description: 'A claim is about an event.',
    from: ['Claim'], to: ['Event'], out: 'event', in: 'claims',
    outSays: 'The event it is about.', inSays: 'What is claimed about it.',
    properties: [], each: { from: 'one', to: 'many' }, evidence: 'optional', owner: { end: 'from', property: 'eventId' },
  },
  NAMES: {
    description: 'A claim names someone or somewhere, in a role. SCOPE and SCOPE_PERPETRATOR say which part of the event a number counts.',
    from: ['Claim'], to: ['Group', 'Community', 'Person', 'Place'], out: 'names', in: 'namedIn',
    outSays: 'Whom and what it names.', inSays: 'Claims that name it.',
    properties: [], roles, each: many, evidence: 'optional', ordered: true,
  },
  SUPERSEDES: {
    description: 'A claim replaces an earlier one of the same series.',
    from: ['Claim'], to: ['Claim'], out: 'supersedes', in: 'supersededBy',
    outSays: 'The earlier claim it replaces.', inSays: 'The later claim that replaces it.',
    properties: ['basis', 'at'], each: { from: 'one', to: 'one' }, evidence: 'optional', acyclic: true,
  },
  REPEATS: {
    description: 'A claim relays another one: the same statement again, never corroboration.',
    from: ['Claim'], to: ['Claim'], out: 'repeats', in: 'repeatedBy',
    outSays: 'The claim it only relays.', inSays: 'Claims that only relay it.',
    properties: ['how'], each: { from: 'one', to: 'many' }, evidence: 'optional', acyclic: true,
  },
  PART_OF_TOTAL: {
    description: 'A claim counts a part of what another one counts; parts are never added to their total.',
    from: ['Claim'], to: ['Claim'], out: 'partOfTotal', in: 'parts',
    outSays: 'The total it counts a part of.', inSays: 'Claims that count parts of it; parts are never added to their total.',
    properties: [], each: { from: 'one', to: 'many' }, evidence: 'optional', acyclic: true,
  },
  ASSESSES: {
    description: 'An assessment concludes about an event or a claim.',
    from: ['Assessment'], to: ['Event', 'Claim'], out: 'assesses', in: 'assessments',
    outSays: 'What it concludes about.', inSays: 'What analysts and coders concluded about it.',
    properties: [], each: { from: 'one', to: 'many' }, evidence: 'optional',
  },
  WEIGHS: {
    description: 'An assessment takes a claim into account.',
    from: ['Assessment'], to: ['Claim'], out: 'weighs', in: 'weighedIn',
    outSays: 'Claims it takes into account.', inSays: 'Assessments that take it into account.',
    properties: [], each: many, evidence: 'optional',
  },
  BY: {
    description: 'An assessment is the conclusion of an analyst or coder.',
    from: ['Assessment'], to: source, out: 'by', in: 'assessmentsMade',
    outSays: 'Whose conclusion it is.', inSays: 'Its own conclusions.',
    properties: [], each: { from: 'one', to: 'many' }, evidence: 'optional',
  },
  INVOLVES: {
    description: 'An event involves someone, in a role.',
    from: ['Event'], to: ['Group', 'Community', 'Person'], out: 'involved', in: 'involvedIn',
    outSays: 'Groups, communities and people it involves.', inSays: 'Events that involve it.',
    properties: ['side', 'alleged'], roles, each: many, evidence: 'optional', ordered: true,
  },
  OCCURRED_AT: {
    description: 'An event occurred at a place, known to some precision.',
    from: ['Event'], to: ['Place'], out: 'places', in: 'events',
    outSays: 'Where it occurred.', inSays: 'Events that occurred here.',
    properties: ['precisionScheme', 'precisionCode', 'radiusKm'], each: many, evidence: 'optional', ordered: true,
  },
  SPLIT_FROM: {
    description: 'A dataset made several events of one report, one for each place, with the same days and parties, and divided its numbers among them.',
    from: ['Event'], to: ['Report'], out: 'splitFrom', in: 'splitInto',
    outSays: 'Reports that were split into it and its siblings: their numbers are divided among these.', inSays: 'Events that a dataset made of it, one for each place.',
    properties: [], each: many, evidence: 'optional',
  },
  PART_OF: {
    description: 'An event is part of a larger one, or a group of a larger group.',
    from: ['Event', 'Group'], to: ['Event', 'Group'], pairs: [['Event', 'Event'], ['Group', 'Group']], out: 'partOf', in: 'parts',
    outSays: 'The larger one it is part of.', inSays: 'Those that are part of it.',
    properties: period, each: { from: 'one', to: 'many' }, evidence: 'optional', acyclic: true,
  },
  MEMBER_OF: {
    description: 'A group or person belongs to a group.',
    from: source, to: ['Group'], out: 'memberOf', in: 'members',
    outSays: 'Groups it belongs to.', inSays: 'Groups and people that belong to it.',
    properties: period, each: many, evidence: 'required',
  },
  SUCCEEDS: {
    description: 'A group took the place of an earlier one.',
    from: ['Group'], to: ['Group'], out: 'succeeds', in: 'succeededBy',
    outSays: 'Earlier groups whose place it took.', inSays: 'Later groups that took its place.',
    properties: period, each: many, evidence: 'required', acyclic: true,
  },
  ALLIED_WITH: {
    description: 'Two groups are allied.',
    from: ['Group'], to: ['Group'], out: 'alliedWith', in: 'alliedWith',
    outSays: 'Groups it is allied with.', inSays: 'Groups it is allied with.',
    properties: period, each: many, evidence: 'required', symmetric: true,
  },
  OPPOSED_TO: {
    description: 'Two groups oppose each other.',
    from: ['Group'], to: ['Group'], out: 'opposedTo', in: 'opposedTo',
    outSays: 'Groups it is opposed to.', inSays: 'Groups it is opposed to.',
    properties: period, each: many, evidence: 'required', symmetric: true,
  },
  LEADS: {
    description: 'A person leads a group.',
    from: ['Person'], to: ['Group'], out: 'leads', in: 'leaders',
    outSays: 'Groups this person leads.', inSays: 'People who lead it.',
    properties: period, each: many, evidence: 'required',
  },
  SPEAKS_FOR: {
    description: 'A person speaks for a group.',
    from: ['Person'], to: ['Group'], out: 'speaksFor', in: 'spokespeople',
    outSays: 'Groups this person speaks for.', inSays: 'People who speak for it.',
    properties: period, each: many, evidence: 'required',
  },
  RESIDENT_OF: {
    description: 'A person lives at a place, as a claim says.',
    from: ['Person'], to: ['Place'], out: 'residentOf', in: 'residents',
    outSays: 'Places where this person lives.', inSays: 'People who live here.',
    properties: period, each: many, evidence: 'required',
  },
  BELONGS_TO: {
    description: 'A person belongs to a community, only when a claim says so; it is never inferred.',
    from: ['Person'], to: ['Community'], out: 'belongsTo', in: 'people',
    outSays: 'Communities this person belongs to, only where a claim says so.', inSays: 'People who belong to it, only where a claim says so.',
    properties: period, each: many, evidence: 'required',
  },
  PRESENT_IN: {
    description: 'A community lives in a place.',
    from: ['Community'], to: ['Place'], out: 'presentIn', in: 'communities',
    outSays: 'Places where it lives.', inSays: 'Communities that live here.',
    properties: ['share'], each: many, evidence: 'required',
  },
  ACTIVE_IN: {
    description: 'A group is active in a place.',
    from: ['Group'], to: ['Place'], out: 'activeIn', in: 'activeGroups',
    outSays: 'Places where it is active.', inSays: 'Groups that are active here.',
    properties: period, each: many, evidence: 'required',
  },
  WITHIN: {
    description: 'A place lies within a larger one.',
    from: ['Place'], to: ['Place'], out: 'within', in: 'contains',
    outSays: 'Larger places it lies within.', inSays: 'Smaller places that lie within it.',
    properties: ['foundBy'], each: many, evidence: 'optional', acyclic: true,
  },
  RELIES_ON: {
    description: 'A source takes its word from another; the two are not independent.',
    from: source, to: source, out: 'reliesOn', in: 'reliedOnBy',
    outSays: 'Sources it takes its word from; they are not independent.', inSays: 'Sources that take their word from it.',
    properties: period, each: many, evidence: 'required',
  },
  OWNED_BY: {
    description: 'A source is owned by another.',
    from: source, to: source, out: 'ownedBy', in: 'owns',
    outSays: 'Who owns it.', inSays: 'Sources it owns.',
    properties: period, each: many, evidence: 'required',
  },
  AFFILIATED_WITH: {
    description: 'A source is affiliated with another.',
    from: source, to: source, out: 'affiliatedWith', in: 'affiliatedWith',
    outSays: 'Sources it is affiliated with.', inSays: 'Sources it is affiliated with.',
    properties: period, each: many, evidence: 'required', symmetric: true,
  },
} as const satisfies Record<string, Relationship>;
