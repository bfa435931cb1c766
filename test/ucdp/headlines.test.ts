import { afterEach, describe, expect, it } from 'vitest';
import { type ImportOptions, importGed } from '../../src/ucdp/import.ts';
import { type GedCells, gedFile } from '../support/ged.ts';
import { engines, openService, type Service } from '../support/service.ts';
import { everythingStored } from '../support/stored.ts';

interface Number {
  readonly label: string;
  readonly quote: string;
  readonly quoteStart: number;
  readonly quoteEnd: number;
  readonly basis: string;
  readonly report: { readonly title: string };
  readonly event: { readonly keys: readonly string[] } | null;
  readonly claimant: { readonly name: string } | null;
}

interface Split {
  readonly keys: readonly string[];
  readonly splitFrom: { readonly edges: readonly { readonly node: { readonly title: string } }[] };
  readonly siblings: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly keys: readonly string[] } }[] };
}

describe.each(engines)('the headlines of a GED table imported on %s', (engine) => {
  let services: Service[] = [];
  afterEach(async () => {
    for (const service of services) await service.close();
    services = [];
  });

  const empty = async () => {
    const service = await openService(engine, { sample: false });
    services.push(service);
    return service;
  };
  const importing = (service: Service, rows: readonly GedCells[], options: ImportOptions = {}) => importGed(service.graph, gedFile(rows), options);

  /** The numbers that the graph has, each as report, words, event and claimant. */
  async function numbers(service: Service): Promise<string[]> {
    const { claims } = await service.data(`{ claims(filter: { claimTypes: [CASUALTY_COUNT] }, first: 100) { edges { node {
      label quote quoteStart quoteEnd basis report { title } event { keys } claimant { name }
    } } } }`);
    return claims.edges
      .map(({ node }: { node: Number }) => {
        expect(node.basis).toBe('CODED');
        expect(node.report.title.slice(node.quoteStart, node.quoteEnd)).toBe(node.quote);
        return [node.report.title, node.label, node.quote, node.event?.keys[0] ?? 'no event', node.claimant?.name ?? 'nobody'].join(' | ');
      })
      .sort();
  }

  it('give the numbers in them as claims of their reports, with the words', async () => {
    const service = await empty();
    await importing(service, [
      { id: '1', source_article: '"Reuters,2016-01-01,At least 12 killed including 3 children in Homs"', source_original: 'SOHR' },
      { id: '2', source_article: '"Reuters,2016-01-01,Clashes go on"', source_original: 'SOHR' },
    ]);

    expect(await numbers(service)).toEqual([
      'At least 12 killed including 3 children in Homs | 3 children killed | 3 | ucdp:event:1 | SOHR',
      'At least 12 killed including 3 children in Homs | at least 12 people killed (not said whether civilians) | At least 12 | ucdp:event:1 | SOHR',
    ]);
  });

  it('of several events count for none of them, and are found through the report', async () => {
    const service = await empty();
    const daily = '"SOHR,2016-01-01,66 people killed yesterday"';
    await importing(service, [
      { id: '1', source_article: daily },
      { id: '2', source_article: daily, dyad_new_id: '2', dyad_name: 'another' },
    ]);

    const { byKey } = await service.data(
      '{ byKey(key: "ucdp:event:1") { ... on Event { tolls { metric } corroboration { reports origins } reports { edges { node { claims(filter: { claimTypes: [CASUALTY_COUNT] }) { edges { node { best } } } } } } } } }',
    );
    expect(await numbers(service)).toEqual(['66 people killed yesterday | 66 people killed | 66 | no event | SOHR']);
    expect(byKey).toEqual({
      tolls: [],
      corroboration: { reports: 1, origins: 1 },
      reports: { edges: [{ node: { claims: { edges: [{ node: { best: 66 } }] } } }] },
    });
  });

  it('of several events are the word of whom all rows agree on, else of nobody', async () => {
    const service = await empty();
    const agreed = '"Reuters,2016-01-01,5 killed"';
    const disputed = '"Reuters,2016-01-01,7 killed"';
    const other = { dyad_new_id: '2', dyad_name: 'another' };
    await importing(service, [
      { id: '1', source_article: agreed, source_original: 'SOHR' },
      { id: '2', source_article: agreed, source_original: 'sohr', ...other },
      { id: '3', source_article: disputed, source_original: 'SOHR' },
      { id: '4', source_article: disputed, source_original: 'VDC', ...other },
    ]);

    expect(await numbers(service)).toEqual([
      '5 killed | 5 people killed (not said whether civilians) | 5 | no event | SOHR',
      '7 killed | 7 people killed (not said whether civilians) | 7 | no event | nobody',
    ]);
  });

  it('turn out to tell of several events when another file says so', async () => {
    const service = await empty();
    const article = { source_article: '"SOHR,2016-01-01,5 killed"' };
    await importing(service, [{ id: '1', ...article }]);
    const before = await numbers(service);

    await importing(service, [{ id: '2', ...article, dyad_new_id: '2', dyad_name: 'another' }]);
    await importing(service, [{ id: '1', ...article }]);

    expect(before).toEqual(['5 killed | 5 people killed (not said whether civilians) | 5 | ucdp:event:1 | SOHR']);
    expect(await numbers(service)).toEqual(['5 killed | 5 people killed (not said whether civilians) | 5 | no event | SOHR']);
  });

  it('are left alone when that is asked, and read when it is no longer', async () => {
    const service = await empty();
    const whole = await empty();
    const rows = ['3 killed', '4 wounded', 'Clashes'].map((headline, at) => ({ id: `${at}`, source_article: `"SOHR,2016-01-01,${headline}"` }));
    const now = new Date('2026-01-01T00:00:00Z');
    await importing(whole, rows, { now });
    const expected = await everythingStored(whole.graph);

    // One database at a time: on Neo4j the second store took the place of the first.
    const later = engine === 'neo4j' ? await empty() : service;
    const without = await importing(later, rows, { now, extract: false });
    const none = await numbers(later);
    const added = await importing(later, rows, { now });
    const again = await importing(later, rows, { now });

    expect(none).toEqual([]);
    expect(added).toMatchObject({ imported: 0, already: 3, nodes: 2, links: 6 });
    expect(again).toMatchObject({ nodes: 0, links: 0 });
    expect(without).toMatchObject({ imported: 3 });
    expect(await everythingStored(later.graph)).toEqual(expected);
  });

  it('do not change how many reports, publishers and origins an event has', async () => {
    const rows = [
      { id: '1', source_article: '"Reuters,2016-01-01,5 killed";"AFP,2016-01-01,At least 4 killed"', source_original: 'SOHR' },
      { id: '2', source_article: '"Reuters,2016-01-01,6 killed";"VDC,2016-01-02,6 dead"', source_original: 'SOHR; VDC' },
      { id: '3', source_article: '"Reuters,2016-01-01,7 killed"', source_original: '' },
    ];
    const question =
      '{ events(orderBy: BY_LABEL) { edges { node { keys corroboration { reports publishers origins unknownOrigins partyOrigins originSources { label } } } } } }';
    const without = await empty();
    await importing(without, rows, { extract: false });
    const expected = await without.data(question);

    const service = await empty();
    await importing(service, rows);

    expect(await service.data(question)).toEqual(expected);
    expect(await numbers(service)).toHaveLength(5);
  });
});

describe.each(engines)('a report that a GED table splits, imported on %s', (engine) => {
  it('is named by each of its events, which know each other', async () => {
    const service = await openService(engine, { sample: false });
    const one = '"SOHR,2016-01-01,Raids on four towns kill 8"';
    const rows = [
      { id: '1', source_article: one, where_coordinates: 'A town', latitude: '34.1' },
      { id: '2', source_article: one, where_coordinates: 'B town', latitude: '34.2' },
      { id: '3', source_article: `"HRW,2016-01-02,Raids";${one}`, where_coordinates: 'C town', latitude: '34.3' },
      { id: '4', source_article: one, where_coordinates: 'D town', latitude: '34.4', date_start: '2015-12-31' },
      { id: '5', source_article: one, where_coordinates: 'E town', latitude: '34.5', dyad_new_id: '2', dyad_name: 'another' },
      { id: '6', source_article: '"SOHR,2016-01-01,Twice in one town"' },
      { id: '7', source_article: '"SOHR,2016-01-01,Twice in one town"' },
    ];
    await importGed(service.graph, gedFile(rows), { rowsPerBatch: 2 });

    const { events, reports } = await service.data(`{
      events(orderBy: BY_LABEL, first: 10) { edges { node { keys splitFrom { edges { node { title } } } siblings { totalCount edges { node { keys } } } } } }
      reports(filter: { text: "four" }) { edges { node { splitInto { totalCount } } } }
    }`);
    await service.close();

    const split = events.edges.map(({ node }: { node: Split }) => [
      node.keys[0]?.slice('ucdp:event:'.length),
      node.splitFrom.edges.map((edge) => edge.node.title).join(),
      node.siblings.totalCount,
      node.siblings.edges.map((edge) => edge.node.keys[0]?.slice('ucdp:event:'.length)).join(),
    ]);
    expect(split.sort()).toEqual([
      ['1', 'Raids on four towns kill 8', 2, '2,3'],
      ['2', 'Raids on four towns kill 8', 2, '1,3'],
      ['3', 'Raids on four towns kill 8', 2, '1,2'],
      ['4', '', 0, ''],
      ['5', '', 0, ''],
      ['6', '', 0, ''],
      ['7', '', 0, ''],
    ]);
    expect(reports.edges).toEqual([{ node: { splitInto: { totalCount: 3 } } }]);
  });
});

describe.each(engines)('a rehearsal of an import on %s', (engine) => {
  it('says what would change, and changes nothing', async () => {
    const service = await openService(engine);
    const before = await everythingStored(service.graph);
    const rows = Array.from({ length: 30 }, (_, at) => ({
      id: `${at}`,
      source_article: `"SOHR,2016-01-0${1 + (at % 7)},${at % 7} killed"`,
      gwnob: `${at % 3}`,
    }));

    const rehearsed = await importGed(service.graph, gedFile(rows), { isRehearsal: true, rowsPerBatch: 7 });
    const after = await everythingStored(service.graph);
    const done = await importGed(service.graph, gedFile(rows), { rowsPerBatch: 7 });
    const again = await importGed(service.graph, gedFile(rows), { isRehearsal: true });
    await service.close();

    expect(after).toEqual(before);
    expect(rehearsed).toEqual(done);
    expect(again).toMatchObject({ imported: 0, already: 30, nodes: 0, links: 0 });
  });
});
