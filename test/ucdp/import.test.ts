import { afterEach, describe, expect, it } from 'vitest';
import { draft } from '../../src/entity/draft.ts';
import { writeDrafts } from '../../src/entity/write.ts';
import { orderLinks } from '../../src/graph/upgrade.ts';
import { idFromKey } from '../../src/ids.ts';
import { assessmentKey } from '../../src/ucdp/draft.ts';
import { type ImportOptions, importGed } from '../../src/ucdp/import.ts';
import { type GedCells, gedFile, textFile, usual } from '../support/ged.ts';
import { engines, openService, type Service } from '../support/service.ts';
import { everythingStored } from '../support/stored.ts';

describe.each(engines)('a GED table imported on %s', (engine) => {
  let services: Service[] = [];
  afterEach(async () => {
    for (const service of services) await service.close();
    services = [];
  });

  /** A store of its own with these rows in it. */
  async function importing(rows: readonly GedCells[], { sample = false, ...options }: ImportOptions & { sample?: boolean } = {}) {
    const service = await openService(engine, { sample });
    services.push(service);
    const said: string[] = [];
    const summary = await importGed(service.graph, gedFile(rows), { onProblem: ({ line, column }) => said.push(`${line} ${column}`), ...options });
    return { service, summary, said };
  }

  /** What is claimed about one event: report, publisher, claimant. */
  async function claims(service: Service, id: string): Promise<string[]> {
    const { byKey } = await service.data(
      'query ($key: String!) { byKey(key: $key) { ... on Event { claims(first: 100) { edges { node { claimType report { title publisher { name } } claimant { name keys } } } } } } }',
      { key: `ucdp:event:${id}` },
    );
    return byKey.claims.edges
      .map(
        ({ node: { claimType, report, claimant } }: { node: ClaimOfEvent }) =>
          `${claimType} ${report?.title ?? '-'} | ${report?.publisher?.name ?? '-'} | ${claimant?.name ?? '-'}`,
      )
      .sort();
  }

  it('tells of one event everything that its row says', async () => {
    const { service } = await importing([{ gwnob: '', date_end: '2016-01-03', deaths_civilians: '-1' }]);

    const { byKey } = await service.data(`{ byKey(key: "ucdp:event:214797") { label ... on Event {
      from to datePrecision clarity violenceType
      places { edges { node { name kind latitude longitude within { edges { node { name kind } } } } link { properties { name value } } } }
      involved { edges { node { label keys ... on Group { kind } } role side } }
      dyad { name keys conflict { name keys } sideA { name } sideB { name } }
      assessments { edges { node { label low best high deathsSideA deathsSideB deathsCivilians deathsUnknown by { name keys } } } }
      sourceRecord { dataset rowKey cells { column value } }
    } } }`);

    expect(byKey).toEqual({
      label: 'Government of Syria – Syrian insurgents, Teir Maaleh village, 2016-01-01 to 2016-01-03',
      from: '2016-01-01',
      to: '2016-01-03',
      datePrecision: 1,
      clarity: 1,
      violenceType: 'STATE_BASED',
      places: {
        edges: [
          {
            node: {
              name: 'Teir Maaleh village',
              kind: 'VILLAGE',
              latitude: 34.802462,
              longitude: 36.707602,
              within: { edges: [{ node: { name: 'Ar Rastan district', kind: 'ADM2' } }] },
            },
            link: {
              properties: expect.arrayContaining([
                { name: 'precisionScheme', value: 'UCDP' },
                { name: 'precisionCode', value: '1' },
              ]),
            },
          },
        ],
      },
      involved: {
        edges: [
          { node: { label: 'Government of Syria', keys: ['ucdp:group:118'], kind: 'STATE' }, role: 'SIDE_A', side: 'A' },
          { node: { label: 'Syrian insurgents', keys: ['ucdp:group:4456'], kind: 'ARMED_GROUP' }, role: 'SIDE_B', side: 'B' },
        ],
      },
      dyad: {
        name: 'Government of Syria - Syrian insurgents',
        keys: ['ucdp:dyad:11973'],
        conflict: { name: 'Syria: Government', keys: ['ucdp:conflict:299'] },
        sideA: { name: 'Government of Syria' },
        sideB: { name: 'Syrian insurgents' },
      },
      assessments: {
        edges: [
          {
            node: {
              label: 'best 4 (low 4, high 4)',
              low: 4,
              best: 4,
              high: 4,
              deathsSideA: 2,
              deathsSideB: 2,
              deathsCivilians: null,
              deathsUnknown: 0,
              by: { name: 'UCDP', keys: ['ucdp:group:ucdp'] },
            },
          },
        ],
      },
      sourceRecord: {
        dataset: 'ucdp-ged',
        rowKey: '214797',
        cells: Object.entries({ ...usual, date_end: '2016-01-03', deaths_civilians: '-1' }).map(([column, value]) => ({ column, value })),
      },
    });
  });

  it('attributes each claim to the publisher if it is an origin, else to the only origin, else to nobody', async () => {
    const { service } = await importing([
      { id: '1', source_article: '"SOHR,2016-01-01,a"', source_original: 'SOHR; VDC' },
      { id: '2', source_article: '"Reuters,2016-01-01,b";"AFP,2016-01-01,c";"EFE,2016-01-02,d"', source_original: 'sohr' },
      { id: '3', source_article: '"Reuters,2016-01-01,e"', source_original: 'SOHR/VDC' },
      { id: '4', source_article: '"SOHR,2016-01-01,f";"SOHR,2016-01-01,f"', source_original: '' },
      { id: '5', source_article: 'Told at dusk; "quoted', source_original: 'SOHR' },
      { id: '6', source_article: '', source_original: 'VDC' },
    ]);

    expect(await claims(service, '1')).toEqual(['OCCURRENCE - | - | VDC', 'OCCURRENCE a | SOHR | SOHR']);
    expect(await claims(service, '2')).toEqual(['OCCURRENCE b | Reuters | SOHR', 'OCCURRENCE c | AFP | SOHR', 'OCCURRENCE d | EFE | SOHR']);
    expect(await claims(service, '3')).toEqual(['OCCURRENCE - | - | SOHR', 'OCCURRENCE - | - | VDC', 'OCCURRENCE e | Reuters | -']);
    expect(await claims(service, '4')).toEqual(['OCCURRENCE f | SOHR | -']);
    expect(await claims(service, '5')).toEqual(['OCCURRENCE Told at dusk; "quoted | - | SOHR']);
    expect(await claims(service, '6')).toEqual(['OCCURRENCE - | - | VDC']);
  });

  it('keeps one report of several events, and impossible dates as they are written', async () => {
    const { service } = await importing([
      { id: '1', source_article: '"SOHR,2016-01-01,a"' },
      { id: '2', source_article: '"sohr,2016-01-01,a";"SOHR,1753-01-01,b";"SOHR,2919-01-01,c"' },
    ]);

    const { reports } = await service.data(
      '{ reports(orderBy: BY_LABEL) { edges { node { title publishedAt publishedAtRaw publisher { name } events { totalCount } } } } }',
    );

    expect(reports.edges.map(({ node }: { node: unknown }) => node)).toEqual([
      { title: 'a', publishedAt: '2016-01-01T23:59:59.999Z', publishedAtRaw: '2016-01-01', publisher: { name: 'SOHR' }, events: { totalCount: 2 } },
      { title: 'b', publishedAt: null, publishedAtRaw: '1753-01-01', publisher: { name: 'SOHR' }, events: { totalCount: 1 } },
      { title: 'c', publishedAt: null, publishedAtRaw: '2919-01-01', publisher: { name: 'SOHR' }, events: { totalCount: 1 } },
    ]);
  });

  it('takes a source for the group of its name, in the file or in the store', async () => {
    const { service } = await importing(
      [
        { id: '1', source_original: 'is', source_article: '"SDF,2016-01-01,a"' },
        { id: '2', side_b: 'IS', side_b_new_id: '234', dyad_new_id: '2', dyad_name: 'Government of Syria - IS' },
      ],
      { sample: true },
    );

    const { is, sohr, key } = await service.data(
      `{
      is: byKey(key: "ucdp:group:234") { keys ... on Group { claimsMade { totalCount } } }
      sohr: byKey(key: "sample:group:sohr") { ... on Group { published { totalCount } } }
      key: byKey(key: "ucdp:source:sohr") { ... on Group { name keys } }
    }`,
    );

    expect(is).toEqual({ keys: ['ucdp:group:234', 'ucdp:source:is'], claimsMade: { totalCount: 1 } });
    expect(sohr.published.totalCount).toBe(1);
    expect(key).toEqual({ name: 'SOHR', keys: ['sample:group:sohr', 'ucdp:source:sohr'] });
  });

  it('takes a source whose name several groups have for the one that the event involves, else for one of its own', async () => {
    const uck = { side_b: 'UCK', source_original: 'UCK' };
    const { service } = await importing([
      { id: '1', ...uck, side_b_new_id: '357', dyad_new_id: '1', dyad_name: 'one' },
      { id: '2', ...uck, side_b_new_id: '361', dyad_new_id: '2', dyad_name: 'two' },
      { id: '3', source_original: 'UCK' },
    ]);

    const claimants = await Promise.all(
      ['1', '2', '3'].map((id) =>
        service.data('query ($key: String!) { byKey(key: $key) { ... on Event { claims { edges { node { claimant { keys } } } } } } }', {
          key: `ucdp:event:${id}`,
        }),
      ),
    );

    expect(claimants.map(({ byKey }) => byKey.claims.edges[0].node.claimant.keys[0])).toEqual(['ucdp:group:357', 'ucdp:group:361', 'ucdp:source:uck']);
  });

  it('says that a row without a smaller place happened in its district, governorate or country', async () => {
    const { service } = await importing([
      { id: '1', where_prec: '3', where_coordinates: 'Ar Rastan  district' },
      { id: '2', where_prec: '4', where_coordinates: 'Homs governorate', adm_2: '' },
      { id: '3', where_prec: '6', where_coordinates: 'Syria', adm_1: '', adm_2: '' },
      { id: '4', where_prec: '5', where_coordinates: 'Northern Homs Governorate', adm_2: '' },
      { id: '5', latitude: '34.9' },
      { id: '6' },
    ]);

    const { places } = await service.data(
      '{ places(orderBy: BY_LABEL) { edges { node { name kind latitude keys within { edges { node { name } } } events { totalCount } } } } }',
    );

    expect(
      places.edges.map(({ node: { name, kind, latitude, within, events } }: { node: PlaceWithin }) => [
        name,
        kind,
        latitude,
        within.edges.map(({ node }) => node.name).join(),
        events.totalCount,
      ]),
    ).toEqual([
      ['Ar Rastan district', 'ADM2', 34.802462, 'Homs Governorate', 1],
      ['Homs Governorate', 'ADM1', 34.802462, 'Syria', 1],
      ['Northern Homs Governorate', 'AREA', 34.802462, 'Homs Governorate', 1],
      ['Syria', 'COUNTRY', 34.802462, '', 1],
      ['Teir Maaleh village', 'VILLAGE', expect.any(Number), 'Ar Rastan district', 1],
      ['Teir Maaleh village', 'VILLAGE', expect.any(Number), 'Ar Rastan district', 1],
    ]);
  });

  it('changes nothing when it is imported again, and goes on where it was stopped', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => ({ id: `${at}`, source_article: `"SOHR,2016-01-01,${at % 7}"` }));
    const stopping = new AbortController();
    const { service, summary } = await importing(rows, { rowsPerBatch: 10, signal: stopping.signal, onProgress: ({ rows }) => rows >= 10 && stopping.abort() });
    const path = gedFile(rows);

    const rest = await importGed(service.graph, path, { rowsPerBatch: 10 });
    const complete = await everythingStored(service.graph);
    const again = await importGed(service.graph, path, { rowsPerBatch: 10 });

    expect(summary).toMatchObject({ refused: 0 });
    expect(rest).toMatchObject({ read: 25, imported: 25 - summary.imported, already: summary.imported, isComplete: true });
    expect(again).toEqual({ read: 25, imported: 0, already: 25, refused: 0, nodes: 0, links: 0, isComplete: true });
    expect(await everythingStored(service.graph)).toEqual(complete);
  });

  it('leaves what there is of a row without its event as it is, and brings the rest', async () => {
    const service = await openService(engine);
    services.push(service);
    const earlier = draft('Assessment', assessmentKey('7'), { best: 41, low: 41, high: 41 });
    await service.graph.write((run) => writeDrafts(run, { nodes: [earlier], links: [] }, { at: '2026-01-01T00:00:00.000Z', by: 'somebody' }));

    const summary = await importGed(service.graph, gedFile([{ id: '6' }, { id: '7' }]));

    expect(summary).toMatchObject({ imported: 2, refused: 0 });
    const { byKey } = await service.data('{ byKey(key: "ucdp:event:7") { ... on Event { assessments { edges { node { best } } } claims { totalCount } } } }');
    expect(byKey).toEqual({ assessments: { edges: [{ node: { best: 41 } }] }, claims: { totalCount: 1 } });
  });

  it('keeps relationships where they belong in the lists of their end', async () => {
    const { service } = await importing([{ id: '1' }, { id: '2', date_start: '2016-01-02' }], { rowsPerBatch: 1 });
    const asImported = await everythingStored(service.graph);

    await service.graph.write((run) => run(orderLinks, { rows: ['1', '2'].map((id) => ({ id: idFromKey('Event', `ucdp:event:${id}`) })) }));

    expect(await everythingStored(service.graph)).toEqual(asImported);
    if (engine === 'neo4j') expect(asImported.filter((line) => line.includes('"endId"'))).toHaveLength(6);
  });

  it('imports the good rows of a file, and names the others', async () => {
    const { service, summary, said } = await importing([{ id: '1' }, { id: '2', latitude: '95' }, { id: '1', best: '5' }, { id: '4' }]);

    expect(said).toEqual(['3 latitude', '4 id']);
    expect(summary).toMatchObject({ read: 4, imported: 2, already: 0, refused: 2 });
    expect(await service.data('{ events { totalCount } }')).toEqual({ events: { totalCount: 2 } });
  });

  it('leaves the store as it was when the file is not what it should be', async () => {
    const service = await openService(engine);
    services.push(service);
    const before = await everythingStored(service.graph);

    const damaged = textFile(Buffer.from(`${Object.keys(usual).join(',')}\n${Object.values(usual).join(',')}\nAlépo\n`, 'latin1'));
    const unclosed = textFile(`${Object.keys(usual).join(',')}\n${Object.values(usual).join(',')}\n"Aleppo\n`);

    await expect(importGed(service.graph, damaged)).rejects.toThrow('should be UTF-8');
    await expect(importGed(service.graph, unclosed)).rejects.toThrow('line 3, id: a cell should end, but this one never does');
    expect(await everythingStored(service.graph)).toEqual(before);
  });

  it('does not depend on the order of its rows', async () => {
    const rows: GedCells[] = [
      { id: '1', source_original: 'sohr', side_a: 'Government of Syria ' },
      { id: '2', source_original: 'SOHR' },
      { id: '3', source_original: 'IS', source_article: '"IS,2016-01-01,a"', adm_1: 'Homs governorate' },
      { id: '4', side_b: 'IS', side_b_new_id: '234', dyad_new_id: '2', dyad_name: 'two', source_article: '"IS,2016-01-01,a"' },
      { id: '5', side_b: 'IS', side_b_new_id: '235', dyad_new_id: '3', dyad_name: 'three', type_of_violence: '2', source_article: '"IS,2016-01-01,b"' },
      { id: '6', where_coordinates: 'Homs Governorate', where_prec: '4', adm_2: '', latitude: '34.7' },
    ];
    const now = new Date('2026-01-01T00:00:00Z');
    const one = await importing(rows, { now, rowsPerBatch: 2 });
    const stored = await everythingStored(one.service.graph);

    const other = await importing([...rows].reverse(), { now, rowsPerBatch: 5 });

    expect(await everythingStored(other.service.graph)).toEqual(stored);
  });
});

interface ClaimOfEvent {
  readonly claimType: string;
  readonly report: { readonly title: string; readonly publisher: { readonly name: string } | null } | null;
  readonly claimant: { readonly name: string } | null;
}

interface PlaceWithin {
  readonly name: string;
  readonly kind: string;
  readonly latitude: number;
  readonly within: { readonly edges: readonly { readonly node: { readonly name: string } }[] };
  readonly events: { readonly totalCount: number };
}
