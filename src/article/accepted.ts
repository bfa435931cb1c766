import { z } from 'zod';
import { claimBases, claimTypes, metrics, operators, polarities, populations } from '../claim/ref.ts';
import { StartError } from '../errors.ts';
import { groupKinds } from '../group/ref.ts';
import { labelOf } from '../ids.ts';
import { parseYaml, shapedAs, type YamlFile } from '../input/yaml.ts';
import { placeKinds } from '../place/ref.ts';
import { reportKinds } from '../report/ref.ts';
import { hashOf } from './review.ts';

const oneOf = <Name extends string>(values: Readonly<Record<Name, string>>) => z.enum(Object.keys(values) as [Name]).optional();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2025-03-10')
  .optional();
const whole = z.int().nullish();

const Named = z.union(
  [z.string().min(1), z.strictObject({ new: z.strictObject({ name: z.string(), kind: oneOf(groupKinds), aliases: z.array(z.string()).optional() }) })],
  'an id, a key, or {new: {name: …, kind: …}}',
);
type Named = z.output<typeof Named>;
const Mentioned = z.union(
  [z.string().min(1), z.strictObject({ newPlace: z.strictObject({ name: z.string(), kind: oneOf(placeKinds), aliases: z.array(z.string()).optional() }) })],
  'an id, a key, or {newPlace: {name: …, kind: …}}',
);
const Thing = z.string('an id or a key').min(1, 'an id or a key');

const Claim = z.strictObject({
  quote: z.string(),
  at: z.int(),
  claimType: oneOf(claimTypes).default('CASUALTY_COUNT'),
  polarity: oneOf(polarities),
  statement: z.string().optional(),
  metric: oneOf(metrics),
  population: oneOf(populations),
  operator: oneOf(operators),
  low: whole,
  best: whole,
  high: whole,
  cumulative: z.boolean().optional(),
  asOf: day,
  basis: oneOf(claimBases),
  claimant: Named.nullish(),
  event: Thing.nullish(),
  places: z.array(Thing).optional(),
});

const Review = z.strictObject({
  report: z.strictObject({
    key: z.string(),
    title: z.string(),
    kind: oneOf(reportKinds),
    url: z.string().optional(),
    publishedAt: z.union([z.string(), z.int().transform(String)], 'a date, such as 2025-03-10').nullish(),
    language: z.string().optional(),
    byline: z.string().optional(),
    publisher: Named.nullish(),
  }),
  event: Thing.nullish(),
  claims: z
    .array(Claim)
    .nullable()
    .transform((claims) => claims ?? []),
  mentions: z
    .array(Mentioned)
    .nullable()
    .transform((mentions) => mentions ?? []),
  sha256: z.string(),
  text: z.string(),
});

/** What a reviewer kept: the input of `recordReport`, and how to say where in the file something is wrong. */
export interface Accepted {
  readonly file: YamlFile;
  readonly input: Readonly<Record<string, unknown>>;
  /** Where in the file an id or key is used. */
  readonly whereIs: (ref: string) => readonly PropertyKey[];
}

/** Reads a reviewed file. Whatever is wrong with it is a StartError that names the file, the line and what was expected. */
export function acceptedFrom(path: string, text: string): Accepted {
  const file = parseYaml(path, text, 'a reviewed article');
  const { report, event, claims, mentions, sha256, text: body } = shapedAs(file, Review);
  if (hashOf(body) !== sha256)
    throw new StartError(`${file.at(['text'])} should be as it was read, but was changed since: quotes are looked for in it. Have the article read again.`);
  const { publisher, ...properties } = report;
  return {
    file,
    input: {
      ...properties,
      text: body,
      ...(publisher ? { publisher: sourceOf(publisher) } : {}),
      mentions: mentions.map((one) => (typeof one === 'string' ? refOf(one) : one)),
      claims: claims.map(({ at, claimant, event: own, places, ...claim }) => ({
        ...claim,
        quoteStart: at,
        ...(claimant ? { claimant: sourceOf(claimant) } : {}),
        ...((own ?? event) ? { event: refOf((own ?? event) as string) } : {}), // One of the two was there.
        ...(places ? { places: places.map(refOf) } : {}),
      })),
    },
    whereIs: (ref) => wayTo(file.value, ref) ?? [],
  };
}

function sourceOf(named: Named): object {
  return typeof named === 'string' ? refOf(named) : { newGroup: named.new };
}

function refOf(ref: string): { id: string } | { key: string } {
  return labelOf(ref) ? { id: ref } : { key: ref };
}

/** The way to the first place where this value stands; a file is a tree, so the search ends at its leaves. */
function wayTo(value: unknown, wanted: string): PropertyKey[] | null {
  if (value === wanted) return [];
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const way = key === 'text' ? null : wayTo(inner, wanted);
    if (way) return [Array.isArray(value) ? Number(key) : key, ...way];
  }
  return null;
}
