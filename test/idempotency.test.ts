import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedGraph } from '../src/graph/embedded.ts';
import type { Graph } from '../src/graph/graph.ts';
import { neo4jGraph } from '../src/graph/neo4j.ts';
import { prepareGraph } from '../src/graph/open.ts';
import { idFromKey, type Label } from '../src/ids.ts';
import { loadSample } from '../src/sample/load.ts';
import { schema } from '../src/schema.ts';
import { rows } from './support/dump.ts';
import { emptyFolder } from './support/process.ts';
import { emptyGraph, engines, neo4jSettings, type Service, serviceOver } from './support/service.ts';

const failure = '... on Error { __typename message }';
const id = (label: Label, key: string) => idFromKey(label, `sample:${label.toLowerCase()}:${key}`);
const [coast, sohr, latakia, tartus] = [id('Event', 'coast-march-2025'), id('Group', 'sohr'), id('Place', 'latakia'), id('Place', 'tartus')];
const claims = ['c1', 'd2b', 'd2c'].map((key) => id('Claim', key));
const within = `WITHIN.${id('Place', 'baniyas')}.${tartus}`;

/** Every mutation, as it may be asked once more; none of them would do nothing the second time, or only answer what is there. */
const mutations: Readonly<Record<string, readonly [asked: string, otherwise: string]>> = {
  createGroup: ['(input: { name: "A" } KEY) { ... on Group { id } }', '(input: { name: "B" } KEY) { ... on Group { id } }'],
  createCommunity: ['(input: { name: "A" } KEY) { ... on Community { id } }', '(input: { name: "B" } KEY) { ... on Community { id } }'],
  createPlace: ['(input: { name: "A" } KEY) { ... on Place { id } }', '(input: { name: "B" } KEY) { ... on Place { id } }'],
  createPerson: ['(input: { name: "A" } KEY) { ... on Person { id } }', '(input: { name: "B" } KEY) { ... on Person { id } }'],
  createReport: ['(input: { title: "A" } KEY) { ... on Report { id } }', '(input: { title: "B" } KEY) { ... on Report { id } }'],
  createEvent: ['(input: { title: "A" } KEY) { ... on Event { id } }', '(input: { title: "B" } KEY) { ... on Event { id } }'],
  createClaim: ['(input: { claimType: OTHER } KEY) { ... on Claim { id } }', '(input: { claimType: DATE } KEY) { ... on Claim { id } }'],
  updateGroup: updated('Group', sohr, 'aliases: ["A"]', 'aliases: ["B"]'),
  updateCommunity: updated('Community', id('Community', 'alawites'), 'aliases: ["A"]', 'aliases: ["B"]'),
  updatePlace: updated('Place', latakia, 'aliases: ["A"]', 'aliases: ["B"]'),
  updatePerson: updated('Person', id('Person', 'ali-sheha'), 'aliases: ["A"]', 'aliases: ["B"]'),
  updateReport: updated('Report', id('Report', 'seed-article'), 'byline: "A"', 'byline: "B"'),
  updateEvent: updated('Event', coast, 'title: "A"', 'title: "B"'),
  link: [linked('A'), linked('B')],
  links: [
    `(input: [{ type: RESIDENT_OF, from: "${id('Person', 'ali-sheha')}", to: "${latakia}", evidence: ["${claims[0]}"] }] KEY) { ... on LinkBatch { created links { id } } }`,
    '(input: [] KEY) { ... on LinkBatch { created } }',
  ],
  unlink: [`(id: "${within}", reason: "A" KEY) { ... on Unlinked { id reason } }`, `(id: "${within}", reason: "B" KEY) { ... on Unlinked { id } }`],
  recordReport: [
    '(input: { title: "A", claims: [{ claimType: OTHER }] } KEY) { ... on Report { id } }',
    '(input: { title: "B" } KEY) { ... on Report { id } }',
  ],
  supersede: [
    `(claim: "${id('Claim', 'c2b')}", by: "${id('Claim', 'c4b')}", basis: CURATED KEY) { ... on Claim { id } }`,
    `(claim: "${id('Claim', 'c4b')}", by: "${id('Claim', 'c5b')}", basis: CURATED KEY) { ... on Claim { id } }`,
  ],
  saveView: [
    '(input: { name: "A", address: "/view/matrix" } KEY) { ... on View { id } }',
    '(input: { name: "B", address: "/view/matrix" } KEY) { ... on View { id } }',
  ],
  updateView: ['(id: "VIEW", input: { name: "C" } KEY) { ... on View { updatedAt } }', '(id: "VIEW", input: { name: "D" } KEY) { ... on View { id } }'],
  deleteView: ['(id: "VIEW" KEY) { ... on DeletedView { id name } }', '(id: "view_aaaaaaaaaaaaaaaaaaaa" KEY) { ... on DeletedView { id } }'],
  retractReport: [
    `(id: "${id('Report', 'seed-article')}", reason: "A" KEY) { ... on Report { retraction { reason dependants } } }`,
    `(id: "${id('Report', 'seed-article')}", reason: "B" KEY) { ... on Report { id } }`,
  ],
  retractClaim: [`(id: "${claims[2]}", reason: "A" KEY) { ... on Claim { status } }`, `(id: "${claims[2]}", reason: "B" KEY) { ... on Claim { id } }`],
  undo: ['(revision: "REVISION" KEY) { ... on Revision { id mutation } }', '(revision: "revision_aaaaaaaaaaaaaaaaaaaa" KEY) { ... on Revision { id } }'],
};

function updated(room: string, of: string, one: string, other: string): [string, string] {
  const text = (input: string) => `(id: "${of}", input: { ${input} } KEY) { ... on ${room} { updatedAt } }`;
  return [text(one), text(other)];
}

function linked(note: string): string {
  return `(input: { type: OCCURRED_AT, from: "${coast}", to: "${latakia}", evidence: ["${claims[1]}"], note: "${note}" } KEY) { ... on Link { id note recordedAt } }`;
}

it('may be asked of every mutation', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});

  expect(fields.map(({ name }) => name).sort()).toEqual(Object.keys(mutations).sort());
  expect(fields.filter(({ args }) => !args.some(({ name }) => name === 'idempotencyKey'))).toEqual([]);
});

describe.each(engines)('an idempotency key on %s', (engine) => {
  const folder = emptyFolder();
  let service: Service;
  beforeAll(async () => {
    if (engine === 'neo4j') await (await emptyGraph(engine)).close();
    service = serviceOver(opened());
    await prepareGraph(service.graph);
    await loadSample(service.graph);
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same store, as a service opens it that is started again. */
  function opened(): Graph {
    if (engine === 'embedded') return embeddedGraph({ folder: join(folder, 'store'), timeoutMs: 60_000 });
    const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '', NEO4J_DATABASE: database = '' } = neo4jSettings();
    return neo4jGraph({ uri, user, password, database, timeoutMs: 60_000 });
  }

  const asked = async (name: string, text: string) =>
    (await service.data(`mutation { ${name}${text.replace('KEY', `, idempotencyKey: "once ${name}"`)} }`))[name];
  const written = (text: string) => text.replace(/\}$/, `${failure} }`);
  const revisions = async () =>
    (await rows(service.graph, 'MATCH (revision:Revision) RETURN revision.id AS id ORDER BY revision.byNewest')).map(({ id }) => id);

  it('lets each mutation happen once, though it comes twice at the same time, again after a restart, and with other input', async () => {
    const before = (await revisions()).length;
    const answers = new Map<string, { own: string; answer: Record<string, unknown> }>();
    const viewId = () => `${answers.get('saveView')?.answer.id}`;
    for (const [name, [text]] of Object.entries(mutations)) {
      const own = written(text.replace('REVISION', `${(await revisions())[0]}`).replace('VIEW', viewId()));
      const [one, other] = await Promise.all([asked(name, own), asked(name, own)]);
      expect({ name, answer: other }).toEqual({ name, answer: one });
      answers.set(name, { own, answer: one });
    }
    expect([...answers.values()].filter((kept) => JSON.stringify(kept).includes('Error"'))).toEqual([]);
    const once = await revisions();

    await service.close();
    service = serviceOver(opened());

    for (const [name, [, otherwise]] of Object.entries(mutations)) {
      const { own, answer } = answers.get(name) as { own: string; answer: object };
      expect({ name, answer: await asked(name, own) }).toEqual({ name, answer });
      expect({ name, answer: await asked(name, written(otherwise.replace('VIEW', viewId()))) }).toMatchObject({
        name,
        answer: { __typename: 'ConflictError', message: expect.stringContaining('was used for another request') },
      });
    }
    expect(once).toHaveLength(before + Object.keys(mutations).length);
    expect(await revisions()).toEqual(once);
  });
});
