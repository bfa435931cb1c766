import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pythonMissing, pythonWithParsers } from '../scripts/python-env.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { around } from '../src/export/around.ts';
import { idsAsked } from '../src/export/asked.ts';
import { linksCsv, nodesCsv } from '../src/export/csv.ts';
import { ftm } from '../src/export/ftm.ts';
import { geojson } from '../src/export/geojson.ts';
import { jsonld } from '../src/export/jsonld.ts';
import { inPieces } from '../src/export/pieces.ts';
import { allIds } from '../src/export/read.ts';
import { type ExportSource, exportSource } from '../src/export/source.ts';
import { stix } from '../src/export/stix.ts';
import { gexf, graphml } from '../src/export/xml.ts';
import { readAsOf } from '../src/graph/as-of.ts';
import type { Moment } from '../src/graph/known.ts';
import { entityLabels, idFromKey } from '../src/ids.ts';
import { importPlaces } from '../src/places/import.ts';
import { sampleDrafts } from '../src/sample/load.ts';
import { boundaryFiles, unitsFrom } from './support/boundaries.ts';
import { many, manyClaims, writeManyClaims } from './support/many-claims.ts';
import { engines, openService, type Service } from './support/service.ts';

const formats = { graphml, gexf, ftm, stix, jsonld };
const missing = pythonMissing();
if (missing && process.env.CI) throw new Error(`With CI set the exports are read by foreign parsers, but ${missing}`);
if (missing) console.log(`Exports are not read by foreign parsers, since ${missing}`);

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

const event = idFromKey('Event', 'sample:event:coast-march-2025');
const drafts = sampleDrafts();
const roles = [...new Set(drafts.links.flatMap(({ role }) => role ?? []))].sort();

describe.each(engines)('an export from %s', (engine) => {
  let service: Service;
  let source: ExportSource;
  const folder = mkdtempSync(join(tmpdir(), 'attested-export-'));
  beforeAll(async () => {
    service = await openService(engine);
    source = exportSource(service.graph.read);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await service.close();
  });

  it.each(Object.keys(formats) as (keyof typeof formats)[])('is the same every time: %s', async (format) => {
    expect(await textOf(formats[format](source))).toBe(await textOf(formats[format](source)));
  });

  it.runIf(!missing).each(Object.keys(formats) as (keyof typeof formats)[])(
    'is read whole by a parser that is not ours: %s',
    async (format) => {
      const path = join(folder, `graph.${format}`);
      await pipeline(Readable.from(formats[format](source)), createWriteStream(path));

      const found = JSON.parse(execFileSync(await pythonWithParsers(), ['test/support/foreign.py', format, path], { encoding: 'utf8' }));

      expect(found).toMatchObject({ nodes: drafts.nodes.length, links: drafts.links.length, roles });
      if (format === 'ftm' || format === 'stix') expect(found.ends).toBe(true);
      if (format === 'graphml' || format === 'gexf') expect(found).toMatchObject({ alleged: ['True'], best: expect.arrayContaining([830, 973]) });
      if (format === 'jsonld') expect(found).toMatchObject({ revisions: drafts.links.filter(({ type }) => type === 'SUPERSEDES').length, attributed: true });
    },
    300_000,
  );

  it('has every entity and relationship in its tables, with what relationships carry', async () => {
    const nodes = parse(await textOf(nodesCsv(source)), { columns: true }) as Record<string, string>[];
    const links = parse(await textOf(linksCsv(source)), { columns: true }) as Record<string, string>[];

    expect(nodes.map(({ id }) => id).sort()).toEqual(drafts.nodes.map(({ id }) => id).sort());
    expect(links).toHaveLength(drafts.links.length);
    expect(
      links.filter(({ type, role }) => type === 'INVOLVES' && role === 'SIDE_B').map(({ side, evidence }) => [side, JSON.parse(evidence ?? '').length]),
    ).toEqual([['B', 1]]);
    expect(nodes.find(({ id }) => id === event)).toMatchObject({
      type: 'Event',
      keys: '["sample:event:coast-march-2025"]',
      from: '2025-03-06',
      datePrecision: '4',
    });
  });

  it('of a neighbourhood has what lies around, and only relationships within it', async () => {
    const { ids, isWhole } = await around(service.graph.read, [event], { depth: 1, limit: 1000 });
    const some = exportSource(service.graph.read, ids);
    const links = parse(await textOf(linksCsv(some)), { columns: true }) as Record<string, string>[];

    expect(isWhole).toBe(true);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ fromId, toId }) => !ids.has(fromId ?? '') || !ids.has(toId ?? ''))).toEqual([]);
    expect(await around(service.graph.read, [event], { depth: 3, limit: 20 })).toMatchObject({ isWhole: false, ids: { size: 20 } });
  });

  it('of a question has what its answer names', async () => {
    const { ids } = await idsAsked(
      service.graph,
      'q.graphql',
      '{ places(filter: {kinds: [COUNTRY]}) { edges { node { id within { edges { node { label } } } } } } }',
    );

    expect([...ids].sort()).toEqual(['sample:place:britain', 'sample:place:syria'].map((key) => idFromKey('Place', key)).sort());
    await expect(idsAsked(service.graph, 'q.graphql', '{ nothing }')).rejects.toThrow('The question in q.graphql has errors');
    await expect(idsAsked(service.graph, 'q.graphql', '{ __typename }')).rejects.toThrow('should ask for the id');
    await expect(idsAsked(service.graph, 'q.graphql', 'mutation { undo(revision: "x") { __typename } }')).rejects.toThrow(
      'q.graphql should hold one question (query), but holds a mutation.',
    );
    await expect(idsAsked(service.graph, 'q.graphql', '{\n claims(')).rejects.toThrow('q.graphql, line 2, column 9: should be a GraphQL question');
  });

  it('of a question has the lists that it begins with to their end, and says how many inside go on', async () => {
    const { ids, cut } = await idsAsked(
      service.graph,
      'q.graphql',
      `query ($few: Int = 7, $one: Int = 1) {
        claims(first: $few) { edges { node { id } } }
        one: events(first: $one) { edges { node { ...Event } } }
        ...Places
      }
      fragment Event on Event { id claims(first: 2) { edges { node { id } } } }
      fragment Places on Query { places(first: 1) { edges { node { id } } } }`,
    );

    const all = (label: string) => drafts.nodes.filter((node) => node.label === label).map(({ id }) => id);
    expect([...ids]).toEqual(expect.arrayContaining([...all('Claim'), ...all('Event')]));
    expect(cut).toBeGreaterThanOrEqual(2); // The claims of the first event, and the places, which a fragment asks for.
  });

  it('of a question as of a day has what was known by then, and nothing that was drawn later', async () => {
    const { ids, moment } = await idsAsked(
      service.graph,
      'q.graphql',
      'query ($day: String = "2025-03-09") @asOf(known: $day) { claims(first: 100) { edges { node { id } } } }',
    );
    const links = parse(await textOf(linksCsv(exportSource(readAsOf(service.graph.read, moment as Moment), ids))), { columns: true }) as { type: string }[];
    const supersessions = drafts.links.filter(({ type }) => type === 'SUPERSEDES').length;

    expect(ids.size).toBeGreaterThan(5);
    expect(ids.size).toBeLessThan(drafts.nodes.filter(({ label }) => label === 'Claim').length);
    expect(links.filter(({ type }) => type === 'SUPERSEDES').length).toBeLessThan(supersessions);
  });

  it('for maps has outlines where there are some, and never a point for a governorate’s event', async () => {
    await importPlaces(service.graph, unitsFrom(boundaryFiles));
    const { features } = JSON.parse(await textOf(geojson(source)));
    const of = (id: string) => features.find((feature: { id: string }) => feature.id === id);
    const latakia = idFromKey('Place', 'sample:place:latakia');

    expect(of(latakia)).toMatchObject({
      geometry: { type: 'Polygon' },
      properties: { label: 'Latakia', kind: 'ADM1', pcode: 'SY06', boundaryCredit: 'OCHA, CC BY-IGO' },
    });
    expect(of(idFromKey('Place', 'sample:place:baniyas'))).toMatchObject({ geometry: { type: 'Point', coordinates: [35.95, 35.18] } });
    expect(
      features.filter(
        (feature: { properties: { event?: string; place?: string } }) => feature.properties.event === event && feature.properties.place === latakia,
      ),
    ).toEqual([expect.objectContaining({ geometry: null, properties: expect.objectContaining({ precisionScheme: 'UCDP', precisionCode: 4 }) })]);
  });

  it('holds what XML cannot, as well as it can', async () => {
    const odd = {
      id: idFromKey('Group', 'test:odd'),
      label: 'Group' as const,
      keys: ['test:odd'],
      properties: { name: 'a<b>&"c"\u0001\n]]>', kind: 'UNKNOWN' },
    };
    await service.graph.write((run) => writeDrafts(run, { nodes: [odd], links: [] }, { at: '2025-04-01T00:00:00.000Z', by: 'test' }));

    const text = await textOf(graphml(exportSource(service.graph.read, new Set([odd.id]))));

    expect(text).toContain('<data key="n_label">a&lt;b&gt;&amp;&quot;c&quot;&#10;]]&gt;</data>');
  });
});

describe.each(engines)('an export from %s of thousands', (engine) => {
  let service: Service;
  let source: ExportSource;
  const written = manyClaims().drafts;
  const ofType = (type: string) => written.nodes.filter(({ label }) => label === type);
  let asked: { file: string; params: object }[] = [];
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    await writeManyClaims(service.graph);
    source = exportSource((query, params) => {
      asked.push({ file: query.file, params: params as object });
      return service.graph.read(query, params);
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => service.close());

  const statements = () =>
    Object.fromEntries([...new Set(asked.map(({ file }) => file))].map((file) => [file, asked.filter((one) => one.file === file).length]));
  const batches = (size: number) => entityLabels.reduce((sum, type) => sum + Math.ceil(ofType(type).length / size), 0);

  it('has each of them once, in order, with all that a hub begins', async () => {
    const nodes = (parse(await textOf(nodesCsv(source)), { columns: true }) as { id: string; type: string }[]).map(({ id, type }) => ({ id, type }));
    const links = parse(await textOf(linksCsv(source)), { columns: true }) as { type: string; fromId: string; toId: string }[];

    const ordered = entityLabels.flatMap((type) =>
      ofType(type)
        .map(({ id }) => ({ id, type }))
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    );
    const nameOf = ({ type, fromId, toId }: (typeof links)[number]) => `${type} ${fromId} ${toId}`;
    expect(nodes.length).toBeGreaterThan(6000);
    expect(nodes).toEqual(ordered);
    expect(new Set(links.map(nameOf))).toEqual(new Set(written.links.map(({ type, from, to }) => nameOf({ type, fromId: from, toId: to }))));
    expect(links).toHaveLength(written.links.length);
    expect(links.filter(({ fromId, type }) => fromId === many.hub && type === 'PUBLISHED').length).toBeGreaterThan(1000);
  });

  it('looks for the entities of a type once', async () => {
    await textOf(nodesCsv(source));

    expect(statements()).toEqual({ 'export/ids': entityLabels.length, 'entity/by-id': batches(2000) });
  });

  it('has the ids of a type in pages, each behind the one before', async () => {
    const pages: string[][] = [];
    for await (const page of allIds(service.graph.read, 'Claim', 1000)) pages.push(page);

    expect(pages.map(({ length }) => length)).toEqual([1000, 1000, 1000, 0]);
    expect(pages.flat()).toEqual(
      ofType('Claim')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('looks at all that a hub begins once more behind its first hundred', async () => {
    await textOf(linksCsv(source));

    expect(statements()).toEqual({ 'export/ids': entityLabels.length, 'export/links': batches(500) + 1 });
  });

  it('looks for none of a type among the others', async () => {
    await textOf(nodesCsv(source));

    const ids = asked.filter(({ file }) => file === 'export/ids').map(({ params }) => params as { after: string; end: string });
    const between = ids.map(({ after, end }) => written.nodes.filter(({ id }) => id > after && id < end).length);
    expect(between).toEqual(entityLabels.map((type) => ofType(type).length));
  });

  it('reads the next entities while those before are written, and no more than these', async () => {
    const claims = source.nodes(['Claim']);
    const first = await claims.next();
    const whileWritten = statements();
    await claims.return(undefined);

    expect(first.done).toBe(false);
    expect(whileWritten).toEqual({ 'export/ids': 1, 'entity/by-id': 2 });
    expect(statements()).toEqual(whileWritten);
  });
});

it('an export is written in pieces of some 64 kB, with not a letter more or less', async () => {
  const texts = Array.from({ length: 5000 }, (_, index) => `${index}: ${'é'.repeat(index % 90)}\n`);
  const pieces: string[] = [];

  for await (const piece of inPieces(Readable.from(texts))) pieces.push(piece);

  expect(pieces.join('')).toBe(texts.join(''));
  expect(pieces).toHaveLength(Math.ceil(texts.join('').length / 65_600));
});
