import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dump } from './support/dump.ts';
import { engines, openService, type Service } from './support/service.ts';

const failure = `... on Error { __typename message ... on ConflictError { revision } }`;

/** What can be done, on a handful of places, reports and claims that sequences share. */
type Step = { readonly does: keyof typeof steps; readonly one: number; readonly other: number };

const place = (n: number) => `place:${n % 4}`;
const report = (n: number) => `report:${n % 3}`;
const claim = (n: number) => `claim:${n % 4}`;
const source = (n: number) => `group:${n % 2}`;

/** The rules, on plain sets: what there is, which key has which name, and which links are drawn. */
interface Model {
  readonly names: Map<string, string>;
  readonly links: Set<string>;
  readonly retracted: Set<string>;
}

const has = (model: Model, ...keys: readonly string[]) => keys.every((key) => model.names.has(key));
const reaches = (model: Model, type: string, from: string, to: string): boolean =>
  from === to || [...model.links].some((link) => link.startsWith(`${type} ${from} `) && reaches(model, type, link.split(' ')[2] as string, to));

function made(model: Model, key: string, name: string): string {
  const there = model.names.get(key);
  if (there !== undefined) return there === name ? 'ok' : 'ConflictError';
  model.names.set(key, name);
  return 'ok';
}

function drawn(model: Model, type: string, from: string, to: string, one: { from?: boolean; to?: boolean }, acyclic: boolean): string {
  if (from === to) return 'InvalidInputError';
  if (!has(model, from, to)) return 'NotFoundError';
  if (model.links.has(`${type} ${from} ${to}`)) return 'ok';
  const second = [...model.links].some(
    (link) => (one.from && link.startsWith(`${type} ${from} `)) || (one.to && link.startsWith(`${type} `) && link.endsWith(` ${to}`)),
  );
  if (second || (acyclic && reaches(model, type, to, from))) return 'ConflictError';
  model.links.add(`${type} ${from} ${to}`);
  return 'ok';
}

/** Each step: what the model makes of it, and how it is asked for (ids of what is not there are of the right form). */
const steps = {
  createPlace: {
    model: (model: Model, { one, other }: Step) => made(model, place(one), `Name ${other % 2}`),
    ask: ({ one, other }: Step) => `createPlace(input: { key: "${place(one)}", name: "Name ${other % 2}" }) { ... on Place { id } ${failure} }`,
  },
  createGroup: {
    model: (model: Model, { one }: Step) => made(model, source(one), 'A source'),
    ask: ({ one }: Step) => `createGroup(input: { key: "${source(one)}", name: "A source" }) { ... on Group { id } ${failure} }`,
  },
  createReport: {
    model: (model: Model, { one, other }: Step) => made(model, report(one), `Title ${other % 2}`),
    ask: ({ one, other }: Step) =>
      `createReport(input: { key: "${report(one)}", title: "Title ${other % 2}", publishedAt: "2025" }) { ... on Report { id } ${failure} }`,
  },
  createClaim: {
    model: (model: Model, { one, other }: Step) => made(model, claim(one), `Said ${other % 2}`),
    ask: ({ one, other }: Step) =>
      `createClaim(input: { key: "${claim(one)}", claimType: OTHER, statement: "Said ${other % 2}" }) { ... on Claim { id } ${failure} }`,
  },
  updateReport: {
    model: (model: Model, { one, other }: Step) => {
      if (!has(model, report(one))) return 'NotFoundError';
      model.names.set(report(one), `Title ${other}`);
      return 'ok';
    },
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `updateReport(id: "${id(report(one))}", input: { title: "Title ${other}", publishedAt: "20${10 + (other % 10)}" }) { ... on Report { id } ${failure} }`,
  },
  within: {
    model: (model: Model, { one, other }: Step) => drawn(model, 'WITHIN', place(one), place(other), {}, true),
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `link(input: { type: WITHIN, from: "${id(place(one))}", to: "${id(place(other))}" }) { ... on Link { id } ${failure} }`,
  },
  publish: {
    model: (model: Model, { one, other }: Step) => drawn(model, 'PUBLISHED', source(one), report(other), { to: true }, false),
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `link(input: { type: PUBLISHED, from: "${id(source(one))}", to: "${id(report(other))}" }) { ... on Link { id } ${failure} }`,
  },
  contain: {
    model: (model: Model, { one, other }: Step) => drawn(model, 'CONTAINS', report(one), claim(other), { to: true }, false),
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `link(input: { type: CONTAINS, from: "${id(report(one))}", to: "${id(claim(other))}" }) { ... on Link { id } ${failure} }`,
  },
  supersede: {
    model: (model: Model, { one, other }: Step) => drawn(model, 'SUPERSEDES', claim(one), claim(other), { from: true, to: true }, true),
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `supersede(by: "${id(claim(one))}", claim: "${id(claim(other))}", basis: CURATED) { ... on Claim { id } ${failure} }`,
  },
  retract: {
    model: (model: Model, { one }: Step) => {
      if (!has(model, claim(one))) return 'NotFoundError';
      if (model.retracted.has(claim(one))) return 'ConflictError';
      model.retracted.add(claim(one));
      return 'ok';
    },
    ask: ({ one }: Step, id: (key: string) => string) => `retractClaim(id: "${id(claim(one))}", reason: "Not so") { ... on Claim { id } ${failure} }`,
  },
  part: {
    model: (model: Model, { one, other }: Step) => {
      if (one % 4 === other % 4) return 'NotFoundError';
      return model.links.delete(`WITHIN ${place(one)} ${place(other)}`) ? 'ok' : 'NotFoundError';
    },
    ask: ({ one, other }: Step, id: (key: string) => string) =>
      `unlink(id: "WITHIN.${id(place(one))}.${id(place(other))}", reason: "Not so") { ... on Unlinked { id } ${failure} }`,
  },
};

const anyStep: fc.Arbitrary<Step> = fc.record({ does: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), one: fc.nat(11), other: fc.nat(11) });

describe.each(engines)('the history on %s', (engine) => {
  let service: Service;
  let run = 0;
  const ask = async (mutation: string) => Object.values((await service.data(`mutation { ${mutation} }`)) as Record<string, Record<string, unknown>>)[0] ?? {};
  const idOf = async (key: string): Promise<string> => (await service.data('query ($key: String!) { byKey(key: $key) { id } }', { key })).byKey?.id;
  const revisions = async (of: string) =>
    (
      await service.data(
        `{ history(of: "${of}", first: 100) { totalCount edges { node { id mutation by reason changes { of kind properties { name before after } } } } } }`,
      )
    ).history.edges.map(({ node }: { node: Record<string, unknown> }) => node);

  beforeAll(async () => {
    service = await openService(engine);
  });
  afterAll(() => service.close());

  it('agrees with a plain model of the rules, and undoes any number of last steps exactly', async () => {
    const { idFromKey } = await import('../src/ids.ts');
    const labels = { place: 'Place', report: 'Report', claim: 'Claim', group: 'Group' } as const;

    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), fc.nat(), async (sequence, keep) => {
        run += 1;
        const own = (text: string) => text.replaceAll(/"(place|report|claim|group):/g, `"run${run}:$1:`);
        const id = (key: string) => idFromKey(labels[key.split(':')[0] as keyof typeof labels], `run${run}:${key}`);
        const model: Model = { names: new Map(), links: new Set(), retracted: new Set() };
        const dumps = [await dump(service.graph)];
        const made: string[] = [];
        const known = new Set<string>();

        for (const step of sequence) {
          const expected = steps[step.does].model(model, step);
          const answer = await ask(own(steps[step.does].ask(step, id)));
          expect({ step, outcome: answer.__typename ?? 'ok', message: answer.message }).toMatchObject({ step, outcome: expected });
          const now = await dump(service.graph);
          if (now === dumps.at(-1)) continue;
          const touched = [place(step.one), place(step.other), report(step.one), report(step.other), claim(step.one), claim(step.other), source(step.one)].map(
            id,
          );
          const latest = (await Promise.all(touched.map(revisions))).flat().filter(({ id }) => !known.has(id));
          expect(new Set(latest.map(({ id }) => id)).size).toBe(1);
          made.push(latest[0].id);
          known.add(latest[0].id);
          dumps.push(now);
        }
        while (made.length > keep % (made.length + 1)) {
          dumps.pop();
          const answer = await ask(`undo(revision: "${made.pop()}") { ... on Revision { id } ${failure} }`);
          expect(answer).toEqual({ id: expect.any(String) });
          const touched = await dump(service.graph);
          expect(touched).toBe(dumps.at(-1));
        }
      }),
      { numRuns: engine === 'embedded' ? 25 : 6, endOnFailure: true },
    );
  }, 280_000);
});
