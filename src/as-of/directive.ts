import { DirectiveLocation, GraphQLDirective, GraphQLString, getDirectiveValues, type OperationDefinitionNode } from 'graphql';
import { InvalidInputError } from '../errors.ts';
import { type Moment, whenever } from '../graph/known.ts';
import { dateOf, instantOf } from '../scalars.ts';

const form = 'a day, such as "2025-03-09", which means its end in UTC, or an instant, such as "2025-03-09T12:00:00Z"';

export const asOfDirective = new GraphQLDirective({
  name: 'asOf',
  description:
    'The whole query as of a moment: nothing in its answer is of later. What is left out means now. Names and other descriptions of what was there are as they are today; `history` tells what they were.',
  locations: [DirectiveLocation.QUERY],
  args: {
    known: {
      type: GraphQLString,
      description: `Only what could be known by then: ${form}. Reports and claims are known from their publication, or from when they were recorded where that has no date; retractions, supersessions and other relationships from when they became known.`,
    },
    recorded: {
      type: GraphQLString,
      description: `Only what this graph had recorded by then: ${form}. What was unlinked or undone since is gone, and does not come back.`,
    },
  },
});

/** The moment as of which a query is asked; null when it is asked as of now. A date that is none is an InvalidInputError. */
export function momentOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Moment | null {
  const { known, recorded } = (getDirectiveValues(asOfDirective, operation, variables) ?? {}) as { known?: string | null; recorded?: string | null };
  if (known == null && recorded == null) return null;
  return { known: after('known', known), recorded: after('recorded', recorded) };
}

/** A text that comes after every instant up to the one that is meant, and before every later one. */
export function after(argument: string, given: string | null | undefined): string {
  if (given == null) return whenever;
  const day = dateOf(given);
  const instant = day === null ? instantOf(given) : `${day}T23:59:59.999Z`;
  if (instant === null) throw new InvalidInputError(['asOf', argument], form, given);
  return `${instant}~`;
}
