import { parseArgs } from 'node:util';
import { StartError } from '../src/errors.ts';
import type { Plan } from './measure.ts';

export const help = `Measures attested beside @neo4j/graphql and the bare driver, on the same Neo4j, by turns.

  npm run bench [-- options]

  --quick         one short round: a look, no result to quote
  --only NAMES    only these operations, separated by commas
  --json FILE     write everything there
  --write         write bench/results.md
  --csv FILE      the UCDP table, ../shared/data/ucdp/ged_syria_2016_2019.csv unless given
  --growth N      also measure with every event and report N times, under new ids (23 makes 381,000 events; needs 10 GB of disk)
  --imports       also measure how fast the table is imported, against bare batches of the same nodes and relationships
  --help          this text

It starts a Neo4j of its own and keeps its data under .cache/bench, or takes that of NEO4J_URI, which it may fill.
`;

const options = {
  quick: { type: 'boolean', default: false },
  only: { type: 'string' },
  json: { type: 'string' },
  write: { type: 'boolean', default: false },
  csv: { type: 'string', default: '../shared/data/ucdp/ged_syria_2016_2019.csv' },
  growth: { type: 'string', default: '1' },
  imports: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Asked = ReturnType<typeof understand>;

/** What was asked for on the command line, or a StartError that says what is wrong with it. */
export function understand(args: readonly string[], names: readonly string[]) {
  const { only, growth, ...given } = parsed(args);
  const wanted = only?.split(',') ?? names;
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new StartError(`--only should name some of ${names.join(', ')}, but "${unknown}" is none of them.`);
  if (!/^[1-9]\d?$/.test(growth)) throw new StartError(`--growth should be a number from 1 to 99, but is "${growth}".`);
  return { ...given, only: new Set(wanted), growth: Number(growth), plan: given.quick ? quick : thorough };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new StartError(`${(error as Error).message}. Try npm run bench -- --help`); // parseArgs throws nothing but sentences.
  }
}

const thorough: Plan = {
  rounds: 3,
  warmUp: { clients: 16, requests: 2500, seconds: 6 }, // Java makes fast code of what it has run some thousand times.
  alone: { clients: 1, requests: 600, seconds: 2 },
  many: [
    { clients: 16, requests: 4000, seconds: 2 },
    { clients: 64, requests: 4000, seconds: 2 },
  ],
};

const quick: Plan = {
  rounds: 1,
  warmUp: { clients: 4, requests: 60, seconds: 1 },
  alone: { clients: 1, requests: 40, seconds: 1 },
  many: [
    { clients: 16, requests: 150, seconds: 1 },
    { clients: 64, requests: 150, seconds: 1 },
  ],
};
