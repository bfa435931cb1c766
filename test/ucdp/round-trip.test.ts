import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { exportedRows, filesToExport, gedCsv } from '../../src/ucdp/export.ts';
import { importGed } from '../../src/ucdp/import.ts';
import { changeEntities } from '../../src/write/statements.ts';
import { type GedCells, gedFile } from '../support/ged.ts';
import { engines, openService, type Service } from '../support/service.ts';

const cellsIn = (text: string): string[][] => parse(text, { bom: true, relax_quotes: true });

/** What `attested export ucdp` writes. */
async function exported({ graph }: Service, file: string | null = null): Promise<string> {
  let text = '';
  for await (const some of gedCsv(exportedRows(graph, await filesToExport(graph, file)))) text += some;
  return text;
}

/** Which cells of the only row, or of one of several, are others than they were. */
function changed(before: string, after: string): Record<string, string> {
  const [header = [], ...rows] = cellsIn(after);
  const old = cellsIn(before).slice(1);
  return Object.fromEntries(rows.flatMap((cells, row) => cells.flatMap((cell, at) => (cell === old[row]?.[at] ? [] : [[`${cells[0]} ${header[at]}`, cell]]))));
}

describe.each(engines)('rows imported from UCDP and exported on %s', (engine) => {
  let service: Service;
  afterEach(() => service.close());

  async function importing(rows: readonly GedCells[], options: Parameters<typeof gedFile>[1] = {}): Promise<string> {
    service = await openService(engine, { sample: false });
    const path = gedFile(rows, options);
    expect(await importGed(service.graph, path, { rowsPerBatch: 2 })).toMatchObject({ refused: 0 });
    return readFileSync(path, 'utf8');
  }

  it('are the same in every cell, order and column, whatever the file was written like', async () => {
    const written = await importing(
      [
        { id: '9', source_headline: ' blanks around ', where_coordinates: 'Teir  Maaleh village', ' extra': 'one\r\ntwo\n\nthree\r' },
        {
          id: '007',
          date_start: '2016-01-01 00:00:00.000',
          date_end: '2016-01-01T00:00:00Z',
          best: '-1',
          low: '',
          latitude: '+34.80',
          longitude: '36.707602000',
        },
        { id: '1', number_of_sources: '-1', source_article: '"SOHR,2016-01-01,the "Islamic State", again; and again";"VDC,1753-01-01,"', ' extra': '"' },
        { id: '3', source_article: '', source_original: '', gwnob: '640;652', high: '0', ' extra': 'Bāniyās بانياس 🕊' },
        { id: '2', where_prec: '', geom_wkt: '', region: ',', best: '999999', ' extra': '""' },
      ].map((row) => ({ ' extra': '', ...row })),
      { bom: '\uFEFF', lineEnd: '\r\n' },
    );

    const text = await exported(service);

    expect(cellsIn(text)).toEqual(cellsIn(written));
    expect(text.startsWith('id,')).toBe(true);
  });

  it('change in the cells that mirror what was set right, and in no others', async () => {
    const written = await importing([
      { id: '1', date_start: '2016-12-31 00:00:00.000', date_end: '2016-12-31' },
      {
        id: '2',
        source_article: '"HRW,2016-01-02,Clashes";"SOHR,2016-01-01,3 killed"',
        source_headline: 'Clashes;3 killed',
        source_date: '2016-01-02;2016-01-01',
      },
      { id: '3', where_coordinates: 'Homs city', latitude: '34.7', longitude: '36.7', geom_wkt: 'POINT (36.7 34.7)' },
      { id: '4' },
    ]);
    const { one, two, three, homs, report, rebels } = await service.data(`{
      one: byKey(key: "ucdp:event:1") { id ... on Event { links(through: [OCCURRED_AT]) { edges { node { id } } } } }
      two: byKey(key: "ucdp:event:2") { id }
      three: byKey(key: "ucdp:event:3") { id ... on Event { links(through: [INVOLVES]) { edges { node { id role } } } places { edges { node { id } } } } }
      homs: places(filter: { text: "Homs city" }) { edges { node { id } } }
      report: reports(filter: { text: "3 killed" }) { edges { node { id } } }
      rebels: byKey(key: "ucdp:group:118") { id }
    }`);
    const sideB = three.links.edges.find(({ node }: { node: { role: string } }) => node.role === 'SIDE_B').node.id;

    await service.data(
      `mutation ($one: ID!, $two: ID!, $three: ID!, $report: ID!, $at: ID!, $homs: ID!, $sideB: ID!, $rebels: ID!) {
        days: updateEvent(id: $one, input: { title: "Another title", from: "2017-01-01", to: "2017-01-02" }) { __typename }
        precision: updateEvent(id: $two, input: { datePrecision: 4 }) { __typename }
        headline: updateReport(id: $report, input: { title: "Three \\"men\\" killed" }) { __typename }
        leave: unlink(id: $at, reason: "It was in Homs.") { __typename }
        move: link(input: { type: OCCURRED_AT, from: $one, to: $homs, properties: { precisionScheme: "UCDP", precisionCode: 2 } }) { __typename ... on Error { message } }
        without: unlink(id: $sideB, reason: "Not they.") { __typename }
        with: link(input: { type: INVOLVES, from: $three, to: $rebels, role: SIDE_B }) { __typename ... on Error { message } }
      }`,
      {
        one: one.id,
        two: two.id,
        three: three.id,
        report: report.edges[0].node.id,
        at: one.links.edges[0].node.id,
        homs: homs.edges[0].node.id,
        sideB,
        rebels: rebels.id,
      },
    );

    expect(changed(written, await exported(service))).toEqual({
      '1 date_start': '2017-01-01 00:00:00.000',
      '1 date_end': '2017-01-02',
      '1 year': '2017',
      '1 where_coordinates': 'Homs city',
      '1 where_prec': '2',
      '1 latitude': '34.7',
      '1 longitude': '36.7',
      '1 geom_wkt': 'POINT (36.7 34.7)',
      '2 date_prec': '4',
      '2 source_article': '"HRW,2016-01-02,Clashes";"SOHR,2016-01-01,Three "men" killed"',
      '2 source_headline': 'Clashes;Three "men" killed',
      '3 side_b': 'Government of Syria',
      '3 side_b_new_id': '118',
    });
  });

  it('change in the estimates that were set right in the store, for which the API has no mutation', async () => {
    const written = await importing([{ id: '1', deaths_civilians: '', best: '-1', low: '007' }, { id: '2' }, { id: '3' }]);
    const { one, two } = await service.data('{ one: byKey(key: "ucdp:assessment:1") { id } two: byKey(key: "ucdp:assessment:2") { id } }');

    await service.graph.write((run) =>
      run(changeEntities, {
        rows: [
          { id: one.id, properties: { best: 5 } },
          { id: two.id, properties: { deathsCivilians: 3, high: null } },
        ],
      }),
    );

    expect(changed(written, await exported(service))).toEqual({ '1 best': '5', '2 deaths_civilians': '3', '2 high': '' });
  });

  it('change with the place that was renamed or moved, and are again what they were when that is undone', async () => {
    const written = await importing([{ id: '1' }, { id: '2' }, { id: '3', latitude: '34.9' }]);
    const { byKey } = await service.data('{ byKey(key: "ucdp:event:1") { ... on Event { places { edges { node { id } } } } } }');
    const id = byKey.places.edges[0].node.id;

    await service.data('mutation ($id: ID!) { updatePlace(id: $id, input: { name: "Tir Maala", latitude: 34.81 }) { __typename } }', { id });
    const moved = changed(written, await exported(service));
    await service.data('mutation ($id: ID!) { updatePlace(id: $id, input: { name: "Teir Maaleh village", latitude: 34.802462 }) { __typename } }', { id });

    expect(moved).toEqual({
      '1 where_coordinates': 'Tir Maala',
      '1 latitude': '34.81',
      '1 geom_wkt': 'POINT (36.707602 34.81)',
      '2 where_coordinates': 'Tir Maala',
      '2 latitude': '34.81',
      '2 geom_wkt': 'POINT (36.707602 34.81)',
    });
    expect(changed(written, await exported(service))).toEqual({});
  });

  it('of several files are told apart by name, and refused together when their columns differ', async () => {
    const written = await importing([{ id: '1' }]);
    await importGed(service.graph, gedFile([{ id: '2', ' extra': 'x' }], { name: 'other.csv' }));

    expect(cellsIn(await exported(service, 'ged.csv'))).toEqual(cellsIn(written));
    await expect(exported(service)).rejects.toThrow(
      'The rows of other.csv have other columns than those before. Export one file at a time with --file: "ged.csv", "other.csv".',
    );
    await expect(exported(service, 'gone.csv')).rejects.toThrow('No file "gone.csv" was imported from UCDP, but "ged.csv", "other.csv".');
  });

  it('are those of a real release of the whole world, to the byte', async () => {
    const path = '../shared/data/ucdp/ged_global_sample1000.csv';
    service = await openService(engine, { sample: false });
    const summary = await importGed(service.graph, path);

    const text = await exported(service);

    expect(summary).toMatchObject({ read: 1000, imported: 1000 });
    expect(text === readFileSync(path, 'utf8')).toBe(true);
    expect(cellsIn(text)[0]).toHaveLength(49);
  });
});

it('has nothing to give back where nothing was imported', async () => {
  const service = await openService('embedded', { sample: false });

  await expect(exported(service)).rejects.toThrow('Nothing was imported from UCDP: attested import ucdp brings it in.');
  await service.close();
});
