import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idFromKey, type Label } from '../src/ids.ts';
import { dump, rows } from './support/dump.ts';
import { change, draw, drawAll, emptyRules, erase, make, outcome, type Rules, refuse, retract, undo } from './support/rules.ts';
import { engines, openService, type Service } from './support/service.ts';

const failure = '... on Error { __typename message ... on BatchError { rows { index error { __typename } } } }';

/** What can be done, on a handful of places, reports, claims and groups that sequences share. */
interface Step {
  readonly does: keyof typeof steps | 'undo' | 'again' | 'reuse';
  readonly one: number;
  readonly other: number;
  readonly third: number;
}
type Id = (key: string) => string;

const labels: Readonly<Record<string, Label>> = { place: 'Place', report: 'Report', claim: 'Claim', group: 'Group' };
const place = (n: number) => `place:${n % 4}`;
const report = (n: number) => `report:${n % 3}`;
const claim = (n: number) => `claim:${n % 4}`;
const group = (n: number) => `group:${n % 2}`;
const linkTypes = ['WITHIN', 'PUBLISHED', 'CONTAINS', 'SUPERSEDES'] as const;
const ends = { WITHIN: [place, place], PUBLISHED: [group, report], CONTAINS: [report, claim], SUPERSEDES: [claim, claim] } as const;
const linkOf = (type: number, one: number, other: number) => {
  const name = linkTypes[type % linkTypes.length] as (typeof linkTypes)[number];
  return [name, ends[name][0](one), ends[name][1](other)] as const;
};
const linkInput = ([type, from, to]: ReturnType<typeof linkOf>, id: Id) =>
  `{ type: ${type}, from: "${id(from)}", to: "${id(to)}"${type === 'SUPERSEDES' ? ', properties: { basis: "CURATED" }' : ''} }`;
const batchOf = ({ one, other, third }: Step) => [linkOf(one, other, third), linkOf(0, third, one), linkOf(third, one, other)];

/** One that is drawn, mostly; or any, drawn or not. */
function someLink({ facts }: Rules, { one, other, third }: Step): readonly [string, string, string] {
  const drawn = [...facts.keys()].filter((fact) => /^[A-Z]/.test(fact));
  return drawn.length > 0 && other > 1 ? (drawn[one % drawn.length]?.split(' ') as [string, string, string]) : linkOf(third, one, other);
}

/** Each step: what the rules make of it, and how it is asked for. Ids of what is not there are of the right form. */
const steps = {
  createPlace: {
    rules: (rules: Rules, { one, other }: Step) => make(rules, place(one), { name: `Name ${other % 2}` }),
    ask: ({ one, other }: Step, id: Id) =>
      `createPlace(input: { key: "${id(`key ${place(one)}`)}", name: "Name ${other % 2}" } KEY) { ... on Place { id } ${failure} }`,
  },
  createGroup: {
    rules: (rules: Rules, { one }: Step) => make(rules, group(one), { name: 'A source' }),
    ask: ({ one }: Step, id: Id) => `createGroup(input: { key: "${id(`key ${group(one)}`)}", name: "A source" } KEY) { ... on Group { id } ${failure} }`,
  },
  createReport: {
    rules: (rules: Rules, { one, other }: Step) => make(rules, report(one), { name: `Title ${other % 2}`, date: '2025' }),
    ask: ({ one, other }: Step, id: Id) =>
      `createReport(input: { key: "${id(`key ${report(one)}`)}", title: "Title ${other % 2}", publishedAt: "2025" } KEY) { ... on Report { id } ${failure} }`,
  },
  createClaim: {
    rules: (rules: Rules, { one, other }: Step) => make(rules, claim(one), { name: `Said ${other % 2}` }),
    ask: ({ one, other }: Step, id: Id) =>
      `createClaim(input: { key: "${id(`key ${claim(one)}`)}", claimType: OTHER, statement: "Said ${other % 2}" } KEY) { ... on Claim { id } ${failure} }`,
  },
  updateReport: {
    rules: (rules: Rules, { one, other }: Step) => change(rules, report(one), { name: `Title ${other}`, date: `20${10 + (other % 10)}` }),
    ask: ({ one, other }: Step, id: Id) =>
      `updateReport(id: "${id(report(one))}", input: { title: "Title ${other}", publishedAt: "20${10 + (other % 10)}" } KEY) { ... on Report { id } ${failure} }`,
  },
  updateSeen: {
    rules: (rules: Rules, { one, other }: Step) => change(rules, place(one), { name: `Name ${other}` }),
    ask: ({ one, other }: Step, id: Id) =>
      `updatePlace(id: "${id(place(one))}", ifVersion: "SEEN ${id(place(one))}", input: { name: "Name ${other}" } KEY) { ... on Place { id } ${failure} }`,
  },
  updateStale: {
    rules: (rules: Rules, { one }: Step) => {
      change(rules, place(one), {});
      refuse('ConflictError');
    },
    ask: ({ one }: Step, id: Id) =>
      `updatePlace(id: "${id(place(one))}", ifVersion: "2020-01-01T00:00:00Z", input: { name: "Late" } KEY) { ... on Place { id } ${failure} }`,
  },
  link: {
    rules: (rules: Rules, { one, other, third }: Step) => draw(rules, ...linkOf(third, one, other)),
    ask: ({ one, other, third }: Step, id: Id) => `link(input: ${linkInput(linkOf(third, one, other), id)} KEY) { ... on Link { id } ${failure} }`,
  },
  links: {
    rules: (rules: Rules, step: Step) => drawAll(rules, batchOf(step)),
    ask: (step: Step, id: Id) => `links(input: [${batchOf(step).map((link) => linkInput(link, id))}] KEY) { ... on LinkBatch { links { id } } ${failure} }`,
  },
  unlink: {
    rules: (rules: Rules, step: Step) => erase(rules, ...someLink(rules, step)),
    ask: (step: Step, id: Id, rules: Rules) => {
      const [type, from, to] = someLink(rules, step);
      return `unlink(id: "${type}.${id(from)}.${id(to)}", reason: "Not so" KEY) { ... on Unlinked { id } ${failure} }`;
    },
  },
  recordReport: {
    rules: (rules: Rules, { one, other, third }: Step) => {
      make(rules, report(one), { name: 'Title 0' });
      make(rules, claim(other), { name: 'Said 0' });
      make(rules, claim(other + 1), { name: 'Said 1' });
      if (!rules.facts.has(`is ${group(third)}`)) make(rules, group(third), { name: 'A source' });
      if (!rules.facts.has(`is ${claim(other + 2)}`)) change(rules, claim(other + 2), {});
      draw(rules, 'PUBLISHED', group(third), report(one));
      draw(rules, 'CONTAINS', report(one), claim(other));
      draw(rules, 'CONTAINS', report(one), claim(other + 1));
      draw(rules, 'SUPERSEDES', claim(other + 1), claim(other + 2));
    },
    ask: ({ one, other, third }: Step, id: Id) => {
      const key = (name: string) => id(`key ${name}`);
      const second = `supersedes: { claim: { key: "${key(claim(other + 2))}" }, basis: CURATED }`;
      return `recordReport(input: { key: "${key(report(one))}", title: "Title 0", publisher: { newGroup: { key: "${key(group(third))}", name: "A source" } }, claims: [
        { key: "${key(claim(other))}", claimType: OTHER, statement: "Said 0" }, { key: "${key(claim(other + 1))}", claimType: OTHER, statement: "Said 1", ${second} }
      ] } KEY) { ... on Report { id } ${failure} }`;
    },
  },
  supersede: {
    rules: (rules: Rules, { one, other }: Step) => draw(rules, 'SUPERSEDES', claim(one), claim(other)),
    ask: ({ one, other }: Step, id: Id) =>
      `supersede(by: "${id(claim(one))}", claim: "${id(claim(other))}", basis: CURATED KEY) { ... on Claim { id } ${failure} }`,
  },
  retractClaim: {
    rules: (rules: Rules, { one }: Step) => retract(rules, claim(one)),
    ask: ({ one }: Step, id: Id) => `retractClaim(id: "${id(claim(one))}", reason: "Not so" KEY) { ... on Claim { id } ${failure} }`,
  },
  retractReport: {
    rules: (rules: Rules, { one }: Step) => retract(rules, report(one)),
    ask: ({ one }: Step, id: Id) => `retractReport(id: "${id(report(one))}", reason: "Not so" KEY) { ... on Report { id } ${failure} }`,
  },
};

const all = [
  ...(Object.keys(steps) as (keyof typeof steps)[]),
  'undo',
  'again',
  'reuse',
  'recordReport',
  'undo',
  'undo',
  'link',
  'link',
  'links',
  'supersede',
] as const;
const anyStep: fc.Arbitrary<Step> = fc.record({ does: fc.constantFrom(...all), one: fc.nat(11), other: fc.nat(11), third: fc.nat(11) });

/** Most of what the other steps are about, so that they find it. */
const beginnings: readonly Step[] = (['createPlace', 'createClaim', 'createReport', 'createGroup'] as const).flatMap((does) =>
  [0, 1, 2, 3].slice(0, does === 'createGroup' ? 2 : does === 'createReport' ? 3 : 4).map((one) => ({ does, one, other: 0, third: 0 })),
);
const someBeginnings = fc.subarray([...beginnings], { minLength: beginnings.length - 3 });

describe.each(engines)('the history on %s', (engine) => {
  let service: Service;
  let runs = 0;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
  });
  afterAll(() => service.close());

  const ask = async (mutation: string) => Object.values((await service.data(`mutation { ${mutation} }`)) as Record<string, Record<string, unknown>>)[0] ?? {};
  const outcomeOf = (answer: Record<string, unknown>) => {
    const bad = (answer.rows ?? []) as { index: number; error: { __typename: string } }[];
    return [answer.__typename ?? 'ok', bad.map(({ index, error }) => `${index} ${error.__typename}`).join(', ')].join(' ').trim();
  };
  const latestRevision = async () =>
    (await rows(service.graph, 'MATCH (revision:Revision) RETURN revision.id AS id ORDER BY revision.byNewest LIMIT 1'))[0]?.id as string;
  const versionOf = async (id: string) => (await service.data(`{ place(id: "${id}") { updatedAt } }`)).place?.updatedAt ?? '2025-01-01T00:00:00Z';

  /** The facts of one run as the graph has them, versions and moments apart. */
  const factsOf = async (id: Id) => {
    const keys = new Map(['place', 'report', 'claim', 'group'].flatMap((kind) => [0, 1, 2, 3].map((n) => [id(`${kind}:${n}`), `${kind}:${n}`])));
    const own = `[${[...keys.keys()].map((one) => `"${one}"`)}]`;
    const nodes = await rows(
      service.graph,
      `MATCH (node:Entity) WHERE node.id IN ${own} RETURN node.id AS id, coalesce(node.name, node.title, node.statement) AS name, node.publishedAtRaw AS date, node.retractedAt AS taken`,
    );
    const links = await rows(
      service.graph,
      `MATCH (one:Entity)-[link]->(other:Entity) WHERE one.id IN ${own} RETURN one.id AS near, type(link) AS type, other.id AS far, link.retractedAt AS taken`,
    );
    return [
      ...nodes.flatMap((node) => [
        `is ${keys.get(node.id as string)}`,
        `name ${keys.get(node.id as string)} ${node.name}`,
        ...(node.date ? [`date ${keys.get(node.id as string)} ${node.date}`] : []),
        ...(node.taken ? [`retracted ${keys.get(node.id as string)}`] : []),
      ]),
      ...links.flatMap(({ near, type, far, taken }) => {
        const link = `${type} ${keys.get(near as string)} ${keys.get(far as string)}`;
        return taken ? [link, `marked ${link}`] : [link];
      }),
    ].sort();
  };
  const factsIn = ({ facts }: Rules) => [...facts].map(([fact, value]) => (/^(name|date) /.test(fact) ? `${fact} ${value}` : fact)).sort();

  it('agrees with the rules whatever is done, and undoing any number of last steps restores the graph exactly', async () => {
    await fc.assert(
      fc.asyncProperty(someBeginnings, fc.array(anyStep, { minLength: 8, maxLength: 25 }), fc.nat(20), async (first, then, keep) => {
        runs += 1;
        const run = `${engine}${runs}`;
        const id: Id = (name) =>
          name.startsWith('key ') ? `${run}:${name.slice(4)}` : idFromKey(labels[name.split(':')[0] as string] as Label, `${run}:${name}`);
        const rules = emptyRules();
        const revisions: string[] = [];
        const answered: { text: string; answer: object }[] = [];
        let restored = keep === 0 ? await dump(service.graph) : null;

        for (const [index, step] of [...first, ...then].entries()) {
          const past = revisions.length > 0 ? step.one % revisions.length : null;
          const earlier = answered.length > 0 ? answered[step.one % answered.length] : undefined;
          const key = step.does === 'reuse' ? /idempotencyKey: "[^"]*"/.exec(earlier?.text ?? '')?.[0] : `idempotencyKey: "${run} ${index}"`;
          if ((step.does === 'undo' && past === null) || (['again', 'reuse'].includes(step.does) && !earlier)) continue;

          if (step.does === 'again') {
            expect(await ask(earlier?.text ?? '')).toEqual(earlier?.answer);
          } else {
            const plain =
              step.does === 'undo'
                ? `undo(revision: "${revisions[past as number]}" KEY) { ... on Revision { id } ${failure} }`
                : step.does === 'reuse'
                  ? `createPlace(input: { name: "Never made" } KEY) { ... on Place { id } ${failure} }`
                  : steps[step.does].ask(step, id, rules);
            const seen = /SEEN (\w+)/.exec(plain)?.[1];
            const text = plain.replace('KEY', `, ${key}`).replace(/SEEN \w+/, seen ? await versionOf(seen) : '');
            const expected =
              step.does === 'reuse'
                ? 'ConflictError'
                : outcome(rules, () => (step.does === 'undo' ? undo(rules, past as number) : steps[step.does as keyof typeof steps].rules(rules, step)));

            const answer = await ask(text);

            expect({ step, outcome: outcomeOf(answer), message: answer.message }).toMatchObject({ step, outcome: expected });
            if (expected === 'ok') answered.push({ text, answer });
          }
          if (rules.history.length > revisions.length) revisions.push(await latestRevision());
          if (revisions.length === keep && !restored) restored = await dump(service.graph);
        }
        expect(new Set(revisions).size).toBe(rules.history.length);
        expect(await factsOf(id)).toEqual(factsIn(rules));

        for (const revision of revisions.slice(keep).reverse())
          expect(await ask(`undo(revision: "${revision}") { ... on Revision { id } ${failure} }`)).toEqual({ id: expect.any(String) });
        if (restored !== null) expect(await dump(service.graph)).toBe(restored);
      }),
      { numRuns: engine === 'embedded' ? 40 : 8, endOnFailure: false },
    );
  }, 280_000);
});
