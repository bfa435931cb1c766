import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { claimsByClaimant, reportsByPublisher } from '../src/entity/queries.ts';
import { Event, eventOrders } from '../src/event/ref.ts';
import { readJson } from '../src/input/json.ts';
import { all as everyRole, linked } from '../src/link/linked.ts';
import { unitsOf } from '../src/places/geojson.ts';
import { importPlaces } from '../src/places/import.ts';
import { exportedRows, filesToExport, gedCsv } from '../src/ucdp/export.ts';
import { importGed, type Summary } from '../src/ucdp/import.ts';
import { hitsOf, hitsOfRequest } from './support/hits.ts';
import { engines, openService, type Service } from './support/service.ts';
import { idsOfWorst, keysOfWorst, worst } from './support/worst.ts';

const file = '../shared/data/ucdp/ged_syria_2016_2019.csv';
const eventsByParty = linked('INVOLVES', 'in', 'Event', Event, eventOrders);
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });

describe.each(engines)('the Syrian file on %s', (engine) => {
  let service: Service;
  let summary: Summary;
  let before: number;
  beforeAll(async () => {
    service = await openService(engine);
    before = (await service.data('{ events { totalCount } }')).events.totalCount;
    summary = await importGed(service.graph, file);
  }, 900_000);
  afterAll(() => service.close());

  it('is 16,566 events more', async () => {
    const { events } = await service.data('{ events { totalCount } }');

    expect(summary).toMatchObject({ read: 16_566, imported: 16_566, refused: 0 });
    expect(events.totalCount).toBe(before + 16_566);
  });

  it('changes nothing when it is imported again', async () => {
    expect(await importGed(service.graph, file)).toMatchObject({ imported: 0, already: 16_566, nodes: 0, links: 0 });
  });

  it("knows the file's SOHR and the sample's for one", async () => {
    const { byKeys } = await service.data('{ byKeys(keys: ["sample:group:sohr", "ucdp:source:sohr"]) { id keys ... on Group { published { totalCount } } } }');

    expect(byKeys[1]).toEqual(byKeys[0]);
    expect(byKeys[0]).toMatchObject({ keys: ['sample:group:sohr', 'ucdp:source:sohr'], published: { totalCount: 11_640 } });
  });

  it('counts 26 bulletins of one monitor as one witness, in four round trips', async () => {
    const { byKey } = await service.data('{ byKey(key: "ucdp:event:261850") { id } }');
    const figures =
      'claims(filter: { claimTypes: [OCCURRENCE] }) { totalCount } tolls { current { asOf } } corroboration { reports publishers origins unknownOrigins }';
    service.ran();

    const { event } = await service.data(`query ($id: ID!) { event(id: $id) { ${figures} } }`, byKey);
    const now = service.ran();
    const { event: inTime } = await service.data(`query ($id: ID!) @asOf(known: "2030-01-01") { event(id: $id) { ${figures} } }`, byKey);

    expect(event).toMatchObject({ claims: { totalCount: 26 }, corroboration: { reports: 26, publishers: 1, origins: 1, unknownOrigins: 0 } });
    expect(inTime).toEqual(event);
    expect(Math.max(now.length, service.ran().length)).toBeLessThanOrEqual(4);
  });

  it('has nine numbers in the headlines of those bulletins that have no other event, beside what they say happened', async () => {
    const { byKey } = await service.data(
      '{ byKey(key: "ucdp:event:261850") { ... on Event { claims(filter: { claimTypes: [CASUALTY_COUNT] }) { edges { node { quote basis report { title } } } } } } }',
    );

    expect(byKey.claims.edges).toHaveLength(9);
    expect(byKey.claims.edges).toContainEqual({
      node: { quote: 'more than 620', basis: 'CODED', report: { title: expect.stringContaining('more than 620') } },
    });
  });

  it('knows the ten events that one bulletin was split into', async () => {
    const { byKey } = await service.data(
      '{ byKey(key: "ucdp:event:313373") { ... on Event { siblings { totalCount } splitFrom { edges { node { title splitInto { totalCount } } } } } } }',
    );

    expect(byKey).toEqual({
      siblings: { totalCount: 9 },
      splitFrom: { edges: [{ node: { title: expect.stringContaining('196 people were killed yesterday'), splitInto: { totalCount: 10 } } }] },
    });
  });

  it('is given back to the byte', async () => {
    const lines: string[] = [];
    for await (const line of gedCsv(exportedRows(service.graph, await filesToExport(service.graph, null)))) lines.push(line);

    expect(lines.join('') === readFileSync(file, 'utf8')).toBe(true);
  }, 300_000);

  it("agrees on every event with a recomputation from the file's own cells", async () => {
    const wanted = new Map(rows.map((row) => [`ucdp:event:${row.id}`, corroborationOf(row)]));
    const found = new Map<string, unknown>();
    for (let after: string | null = null; ; ) {
      const { events } = await service.data(
        'query ($after: String) { events(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { keys corroboration { reports publishers origins unknownOrigins partyOrigins } } } } }',
        { after },
      );
      for (const { node } of events.edges) found.set(node.keys[0], node.corroboration);
      if (!events.pageInfo.hasNextPage) break;
      after = events.pageInfo.endCursor;
    }

    const differing = [...wanted].filter(([key, expected]) => JSON.stringify(found.get(key)) !== JSON.stringify(expected));
    expect(differing.map(([key, expected]) => ({ key, expected, found: found.get(key) }))).toEqual([]);
  }, 300_000);

  it('pages through all reports of a hub, each once', async () => {
    const { byKey } = await service.data('{ byKey(key: "sample:group:sohr") { id } }');
    const seen = new Set<string>();
    for (let after: string | null = null; ; ) {
      const { group } = await service.data(
        'query ($id: ID!, $after: String) { group(id: $id) { published(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id } } } } }',
        { id: byKey.id, after },
      );
      for (const { node } of group.published.edges) seen.add(node.id);
      if (!group.published.pageInfo.hasNextPage) break;
      after = group.published.pageInfo.endCursor;
    }

    expect(seen.size).toBe(11_640);
  }, 120_000);

  it.runIf(engine === 'neo4j').each([
    ['reports published', reportsByPublisher, 'MATCH (node:Report {publisherId: $id}) RETURN node.byNewest AS place ORDER BY place SKIP 9980 LIMIT 1'],
    ['claims made', claimsByClaimant, 'MATCH (node:Claim {claimantId: $id}) RETURN node.byNewest AS place ORDER BY place SKIP 9980 LIMIT 1'],
    ['events involved in', eventsByParty, 'MATCH (node)-[link:INVOLVES {endId: $id}]->() RETURN link.byNewest AS place ORDER BY place SKIP 9980 LIMIT 1'],
  ] as const)('reads as much for a page of a hub as of a small one, and for page 500 as for page 1: %s', async (_, list, beforePage500) => {
    const driver = neo4j.driver(inject('neo4jUri'), undefined, { disableLosslessIntegers: true });
    const keys = list === eventsByParty ? ['ucdp:group:118', 'ucdp:group:7128'] : ['ucdp:source:sohr', 'ucdp:source:afp'];
    const { byKeys } = await service.data('query ($keys: [String!]!) { byKeys(keys: $keys) { id } }', { keys });
    const [hub, small] = byKeys.map(({ id }: { id: string }) => id);
    const after = (await driver.executeQuery(beforePage500, { id: hub })).records[0]?.get('place');
    const { text } = list.rows('NEWEST_FIRST', false).query;
    const page = { ...everyRole, limit: neo4j.int(21) };

    const pageOne = await hitsOf(driver, text.neo4j, { ...page, keys: [hub], after: '' });
    const page500 = await hitsOf(driver, text.neo4j, { ...page, keys: [hub], after });
    const ofSmall = await hitsOf(driver, text.neo4j, { ...page, keys: [small], after: '' });
    await driver.close();

    expect(page500).toBe(pageOne);
    expect(ofSmall).toBeLessThanOrEqual(pageOne);
    expect(pageOne).toBeLessThan(21 * 50);
  });

  it("has 95 % of its events at places within OCHA's boundaries, and says of the others that name and coordinates disagree", async () => {
    const files = [0, 1, 2, 3].map((level) => readJson(`../shared/data/ocha_syria/syr_admin${level}.geojson`, 'a GeoJSON FeatureCollection'));

    const { units, joined, linked, byWhat, disagreements } = await importPlaces(service.graph, unitsOf(files));

    const disagreeing = disagreements.reduce((sum, { events }) => sum + events, 0);
    expect({ units, joined }).toEqual({ units: 349, joined: 5 }); // The sample has the country and four governorates.
    expect(Object.keys(byWhat)).toEqual(['POINT_AND_NAME', 'POINT', 'NAME']);
    expect(linked.events / (linked.events + disagreeing)).toBeGreaterThanOrEqual(0.95);
    expect(disagreements[0]).toMatchObject({ name: 'Shuhayl town', events: 36 });
  });

  it("has the events of its districts within Latakia governorate, which is the sample's", async () => {
    const { byKeys } = await service.data('{ byKeys(keys: ["sample:place:latakia", "ocha:SY06", "ocha:SY0603"]) { id } }');
    const [latakia, same, haffa] = byKeys as { id: string }[];
    const count = 'query ($id: ID!) { events(filter: {where: $id}) { totalCount } whoReported(where: $id) { totalCount } }';
    const within = await service.data(count, latakia);
    const inDistrict = await service.data(count, haffa);

    expect(latakia).toEqual(same);
    expect(within.events.totalCount).toBeGreaterThanOrEqual(rows.filter((row) => row.adm_1 === 'Latakia Governorate').length);
    expect(within.events.totalCount).toBeGreaterThan(inDistrict.events.totalCount);
    expect(inDistrict.events.totalCount).toBeGreaterThan(200);
    expect(within.whoReported.totalCount).toBeGreaterThan(inDistrict.whoReported.totalCount);
  });

  it('is the same from the place as in the order of all events, where a country has many', async () => {
    const { byKey } = await service.data('{ byKey(key: "sample:place:syria") { id } }');
    const page = (more: string) => `events(first: 10, orderBy: NEWEST_FIRST, filter: { where: $id ${more} }) { totalCount edges { node { id } } }`;
    service.ran();

    const { inOrder, fromThere } = await service.data(`query ($id: ID!) { inOrder: ${page('')} fromThere: ${page(', happened: {}')} }`, byKey);

    expect(inOrder).toEqual(fromThere);
    expect(inOrder.totalCount).toBeGreaterThan(16_000);
    expect(service.ran().filter((name) => name.includes('entity/list[Event,byNewest] filtered'))).toHaveLength(1);
  });

  it.runIf(engine === 'neo4j').each(worst.map(([what, most, field]) => ({ what, most, field })))(
    'looks at a bounded part of the graph for the worst that may be asked: $what',
    async ({ most, field }) => {
      const driver = neo4j.driver(inject('neo4jUri'), undefined, { disableLosslessIntegers: true });
      const { byKeys } = await service.data('query ($keys: [String!]!) { byKeys(keys: $keys) { id } }', { keys: keysOfWorst });

      const { hits, errors } = await hitsOfRequest(service.graph, driver, `{ ${field(idsOfWorst(byKeys), 0)} }`);
      await driver.close();

      expect(errors).toBeUndefined();
      expect(hits).toBeGreaterThan(0);
      expect(hits).toBeLessThan(most);
    },
  );
});

const compared = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** What the model says of an imported row, reckoned from its cells alone. */
function corroborationOf(row: Record<string, string>) {
  const cell = (row.source_article ?? '').trim();
  const parts = new Set((/^".*"$/s.test(cell) ? cell.slice(1, -1).split(/"\s*;\s*"/) : [cell]).filter((part) => part.trim() !== ''));
  const offices = [...parts]
    .map((part) => /^\s*(\S.*?),\s*\d{4}-\d\d-\d\d[^,]*,/s.exec(part)?.[1])
    .map((office) => (office === undefined ? null : compared(office)));
  const origins = [
    ...new Set(
      (row.source_original ?? '')
        .split(/[,;/]| and /)
        .map(compared)
        .filter((name) => /[\p{L}\p{N}]/u.test(name)),
    ),
  ];
  const parties = new Set([row.side_a, row.side_b].map((name) => compared(name ?? '')));
  const attributed = offices.map((office) => (office !== null && origins.includes(office)) || origins.length === 1);
  return {
    reports: parts.size,
    publishers: new Set(offices.filter((office) => office !== null)).size,
    origins: origins.length,
    unknownOrigins: attributed.filter((known) => !known).length,
    partyOrigins: origins.filter((name) => parties.has(name)).length,
  };
}
