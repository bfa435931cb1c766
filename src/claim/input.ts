import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { Operator } from '../toll/mention.ts';
import { between, longest, passage } from '../write/checks.ts';
import type { InputPath } from '../write/plan.ts';
import { inOrder, type RoomInput } from '../write/properties.ts';
import { ClaimBasisType, ClaimTypeType, MetricType, OperatorType, PolarityType, PopulationType } from './ref.ts';

const count = between(0, 2_147_483_647);

export const claimInput: RoomInput = {
  properties: {
    claimType: { type: ClaimTypeType, description: 'What it is about.', required: true },
    polarity: { type: PolarityType, description: 'Whether the source asserts, denies or leaves open; ASSERTS when not given.' },
    statement: { type: 'String', description: 'What is claimed, in one plain sentence.', check: passage(longest.note) },
    metric: { type: MetricType, description: 'What is counted.' },
    population: { type: PopulationType, description: 'Who is counted.' },
    low: { type: 'Int', description: 'The lower bound, included: "more than 1,018" is 1019.', check: count },
    best: { type: 'Int', description: 'The number itself.', check: count },
    high: { type: 'Int', description: 'The upper bound, included.', check: count },
    operator: { type: OperatorType, description: 'How the number is meant; given with the number that it speaks of.' },
    cumulative: { type: 'Boolean', description: 'Whether it counts everything since the event began.' },
    asOf: { type: 'Date', description: 'The day the number holds for.' },
    windowFrom: { type: 'Date', description: 'Of a count that is not cumulative: from which day.' },
    windowTo: { type: 'Date', description: 'Of a count that is not cumulative: to which day.' },
    assertedAt: { type: 'DateTime', description: 'When the claimant said it, where that is known.' },
    quote: {
      type: 'String',
      description: "The words, as the report has them: a span of the report's text, where that is kept.",
      check: passage(longest.passage),
    },
    quoteStart: {
      type: 'Int',
      description: "Where the quote begins in the report's text (UTF-16 code units); its first occurrence when not given.",
      check: between(0, longest.textBytes),
    },
    translation: { type: 'String', description: 'The quote in English.', check: passage(longest.passage) },
    basis: { type: ClaimBasisType, description: 'What the claimant rests on.' },
    credibility: {
      type: 'Int',
      description: 'How credible a curator judges it, by the Admiralty code: 1 confirmed … 6 cannot be judged.',
      check: between(1, 6),
    },
  },
  together: (values: Values, path: InputPath) => {
    inOrder('low', 'high')(values, path);
    inOrder('windowFrom', 'windowTo')(values, path);
    refuseUnspokenOf(values, path);
  },
};

/** Which of its numbers an operator speaks of: without any of these it says nothing. */
const speaksOf: Readonly<Record<Operator, readonly string[]>> = {
  EXACT: ['best', 'low', 'high'],
  AT_LEAST: ['low', 'best'],
  MORE_THAN: ['low', 'best'],
  ABOUT: ['best'],
  NEARLY: ['high', 'best'],
  UP_TO: ['high', 'best'],
  RANGE: ['low', 'high'],
};

/** Refuses an operator whose number is not there, and numbers that differ where one is exact. */
function refuseUnspokenOf(values: Values, path: InputPath): void {
  const operator = values.operator as Operator | null | undefined;
  if (operator == null) return;
  const given = ['low', 'best', 'high'].filter((name) => values[name] != null);
  if (!speaksOf[operator].some((name) => given.includes(name)))
    throw new InvalidInputError([...path, 'operator'], `given with ${speaksOf[operator].join(' or ')}, the number that ${operator} speaks of`, operator);
  if (operator === 'MORE_THAN' && values.low === 0) throw new InvalidInputError([...path, 'low'], '1 or more, since "more than 0" begins at 1', values.low);
  const [one = '', ...others] = given;
  const other = operator === 'EXACT' && others.find((name) => values[name] !== values[one]);
  if (other) throw new InvalidInputError([...path, other], `${values[one]}, as ${one} is, since the number is EXACT`, values[other]);
}
