import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, during, filterType, isId, sources } from '../filter.ts';
import { base, text, truth, whole } from '../graph/shapes.ts';

export const claimTypes = {
  CASUALTY_COUNT: 'How many people were harmed.',
  OCCURRENCE: 'That something happened.',
  ATTRIBUTION: 'Who did it.',
  LOCATION: 'Where it happened.',
  DATE: 'When it happened.',
  IDENTITY: 'Who somebody is.',
  AFFILIATION: 'To whom somebody belongs.',
  METHOD: 'How it was done.',
  DENIAL: 'That something is not so.',
  CONTEXT: 'Background.',
  OTHER: 'Anything else.',
} as const;

export const polarities = {
  ASSERTS: 'The source says that it is so.',
  DENIES: 'The source says that it is not so.',
  UNCERTAIN: 'The source leaves it open.',
  NO_STATEMENT: 'The source is said to have said nothing; that contradicts nothing.',
} as const;

export const metrics = {
  KILLED: 'People killed.',
  INJURED: 'People injured.',
  CASUALTIES: 'People killed and injured, under one number.',
  DETAINED: 'People detained.',
  MISSING: 'People missing.',
  ABDUCTED: 'People abducted.',
  DISPLACED: 'People displaced.',
} as const;

export const populations = {
  ALL: 'Everybody.',
  CIVILIANS: 'Civilians.',
  COMBATANTS: 'Combatants of any side.',
  SIDE_A: 'Those of side A, usually a government and its allies.',
  SIDE_B: 'Those of side B.',
  CHILDREN: 'Children.',
  WOMEN: 'Women.',
  UNKNOWN: 'The source does not say who.',
} as const;

export const operators = {
  EXACT: 'Exactly the number.',
  AT_LEAST: 'At least the lower bound, which is included.',
  MORE_THAN: 'More than a number; the lower bound is that number and one.',
  ABOUT: 'About the best number.',
  NEARLY: 'Not quite the number, and close to it.',
  UP_TO: 'At most the upper bound, which is included.',
  RANGE: 'From the lower to the upper bound, both included.',
} as const;

export const claimBases = {
  WITNESSED: 'Seen or heard by the claimant.',
  DOCUMENTED: 'From documents.',
  TOLD: 'Told to the claimant by others.',
  DEDUCED: 'Deduced by the claimant.',
  CODED: 'Read out of a text by a coder or a program.',
} as const;

const claimStatuses = { ACTIVE: 'It stands.', RETRACTED: 'It was taken back.' } as const;

const one = <Name extends string>(values: Record<Name, string>) => z.enum(Object.keys(values) as [Name]);

export type Claim = z.output<typeof Claim>;
export const Claim = z.object({
  ...base,
  claimType: one(claimTypes),
  polarity: one(polarities)
    .nullable()
    .transform((polarity) => polarity ?? 'ASSERTS'),
  statement: text,
  metric: one(metrics).nullable(),
  population: one(populations).nullable(),
  low: whole,
  best: whole,
  high: whole,
  operator: one(operators).nullable(),
  cumulative: truth,
  asOf: text,
  windowFrom: text,
  windowTo: text,
  assertedAt: text,
  quote: text,
  quoteStart: whole,
  quoteEnd: whole,
  translation: text,
  basis: one(claimBases).nullable(),
  credibility: whole,
  status: one(claimStatuses)
    .nullable()
    .transform((status) => status ?? 'ACTIVE'),
  reportId: text,
  claimantId: text,
  eventId: text,
  retractedAt: text,
  retractionReason: text,
  retractionDependants: whole,
});

export const ClaimType = builder.objectRef<Claim>('Claim');
export const ClaimTypeType = enumOf('ClaimType', 'What a claim is about.', claimTypes);
export const PolarityType = enumOf('Polarity', 'Whether the source asserts, denies or leaves open.', polarities);
export const MetricType = enumOf('Metric', 'What is counted.', metrics);
export const PopulationType = enumOf('Population', 'Who is counted.', populations);
export const OperatorType = enumOf('Operator', 'How the number is meant.', operators);
export const ClaimBasisType = enumOf('ClaimBasis', 'What the claimant rests on.', claimBases);
export const ClaimStatusType = enumOf('ClaimStatus', 'Whether the claim stands.', claimStatuses);

export const claimOrders = { NEWEST_FIRST: 'byNewest', OLDEST_FIRST: 'byOldest', BY_LABEL: 'byLabel' };
export const ClaimOrderType = enumOf('ClaimOrder', 'Orders of claims, each ending with the id.', {
  NEWEST_FIRST: "By its report's publication, newest first; those of unknown date last.",
  OLDEST_FIRST: "By its report's publication, oldest first; those of unknown date last.",
  BY_LABEL: 'By label.',
});
/** Whom a claim `it` counts: UNKNOWN where it counts and does not say. */
export const countedPopulation = "CASE WHEN it.population IS NULL AND it.metric IS NOT NULL THEN 'UNKNOWN' ELSE it.population END";

export const ClaimFilter = filterType('Claim', {
  claimTypes: anyOf('claimType', ClaimTypeType, 'It is of one of these types.'),
  polarities: anyOf('polarity', PolarityType, 'It has one of these polarities.'),
  metrics: anyOf('metric', MetricType, 'It counts one of these.'),
  populations: {
    ...anyOf('population', PopulationType, 'It counts one of these populations; UNKNOWN where it does not say whom.'),
    matches: `${countedPopulation} IN $`,
  },
  statuses: { ...anyOf('status', ClaimStatusType, 'It has one of these statuses.'), matches: "coalesce(asKnown(it.status), 'ACTIVE') IN $" },
  asOf: during('asOf', 'The number holds as of a day in this range.'),
  claimant: isId('claimantId', sources, 'It is the word of this source.'),
  event: isId('eventId', ['Event'], 'It is about this event.'),
  report: isId('reportId', ['Report'], 'This report contains it.'),
});
