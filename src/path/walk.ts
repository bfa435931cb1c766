import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Read } from '../graph/load.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { readQuery } from '../graph/query.ts';
import { linkRow } from '../link/ref.ts';
import type { PathRow } from './queries.ts';

const stepsFrom = readQuery(
  'path/steps',
  { keys: z.array(z.string()), types: z.array(z.enum(linkTypes as [LinkType])), most: z.int() },
  { key: z.string(), far: z.string(), place: z.string(), ...linkRow },
);
type Step = z.output<typeof stepsFrom.row>;

/** More relationships than this are not looked at from one distance. */
const mostSteps = 200_000;
/** Of more equally short chains than this, so many are compared. */
const mostChains = 5_000;

export interface Walk {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly types: readonly LinkType[];
  readonly first: number;
}

/**
 * The shortest chains, found by going from entity to entity, one read for each length: for an engine that looks for the shortest chains
 * before it asks which of them were there at a moment. Ends with the length, or when nothing new is reached.
 */
export async function walked(read: Read, { from, to, maxLength, types, first }: Walk): Promise<PathRow[]> {
  const distances = new Map([[from, 0]]);
  const back = new Map<string, Step[]>();
  let frontier = [from];

  for (let length = 1; length <= maxLength && frontier.length > 0 && !distances.has(to); length += 1) {
    const steps = await read(stepsFrom, { keys: frontier, types: [...types], most: mostSteps + 1 });
    if (steps.length > mostSteps) throw tooMany();
    frontier = [];
    for (const step of steps) {
      if (!distances.has(step.far)) {
        distances.set(step.far, length);
        frontier.push(step.far);
      }
      if (distances.get(step.far) === length) back.set(step.far, [...(back.get(step.far) ?? []), step]);
    }
  }
  return chains(back, from, to)
    .sort((one, other) => ordered(along(one), along(other)) || ordered(by(one), by(other)))
    .slice(0, first)
    .map((steps) => asPath(from, steps));
}

/** Every way back from the end to the beginning, each the other way round. Each step is nearer to the beginning, so every way ends. */
function chains(back: ReadonlyMap<string, readonly Step[]>, from: string, to: string): Step[][] {
  let ways: Step[][] = (back.get(to) ?? []).map((step) => [step]);
  while (ways.some(([step]) => step?.key !== from)) {
    ways = ways.flatMap((way) => (back.get(way[0]?.key ?? '') ?? []).map((step) => [step, ...way])).slice(0, mostChains);
  }
  return ways;
}

function along(steps: readonly Step[]): string {
  return steps.map(({ place }) => place).join('');
}

function by(steps: readonly Step[]): string {
  return steps.map(({ type, link }) => type + link.disc).join('');
}

function ordered(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function asPath(from: string, steps: readonly Step[]): PathRow {
  return {
    nodes: [from, ...steps.map(({ far }) => far)],
    types: steps.map(({ type }) => type),
    fromIds: steps.map(({ fromId }) => fromId),
    toIds: steps.map(({ toId }) => toId),
    carried: steps.map(({ link }) => link),
  };
}

function tooMany(): GraphQLError {
  return new GraphQLError(
    `A chain is looked for among up to ${mostSteps.toLocaleString('en-US')} relationships, but there are more here. Name some with through.`,
    {
      extensions: { code: 'TOO_MANY' },
    },
  );
}
