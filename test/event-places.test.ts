import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft, type LinkDraft } from '../src/entity/draft.ts';
import { writeDrafts } from '../src/entity/write.ts';
import { importPlaces } from '../src/places/import.ts';
import { boundaryFiles, unitsFrom } from './support/boundaries.ts';
import { engines, openService, type Service, serviceOver } from './support/service.ts';

const places = [
  draft('Place', 'test:country', { name: 'Syria', kind: 'COUNTRY' }),
  draft('Place', 'test:governorate', { name: 'Lattakia', kind: 'ADM1', latitude: 35.5, longitude: 36.5 }),
  draft('Place', 'test:village', { name: 'Kinsabba', kind: 'VILLAGE', latitude: 35.1, longitude: 36.8 }),
] as const;
const [country, governorate, village] = places;
const events = [1, 2, 3, 4, 5].map((day) => draft('Event', `test:event:${day}`, { title: `Fighting ${day}`, from: `2016-01-0${day}` }));
const at = (day: number, place: { id: string }, precisionCode: number): LinkDraft => ({
  type: 'OCCURRED_AT',
  from: events[day - 1]?.id ?? '',
  to: place.id,
  properties: { precisionScheme: 'UCDP', precisionCode },
});

describe.each(engines)('where events occurred, on %s', (engine) => {
  let service: Service;
  beforeAll(async () => {
    service = await openService(engine, { sample: false });
    const within = (from: { id: string }, to: { id: string }): LinkDraft => ({ type: 'WITHIN', from: from.id, to: to.id });
    const links = [
      within(village, governorate),
      within(governorate, country),
      ...[at(1, village, 1), at(2, village, 1), at(3, village, 3), at(4, governorate, 4), at(5, country, 6)],
    ];
    await service.graph.write((run) => writeDrafts(run, { nodes: [...places, ...events], links }, { at: '2025-04-01T00:00:00.000Z', by: 'test' }));
    await importPlaces(service.graph, unitsFrom(boundaryFiles));
  });
  afterAll(() => service.close());

  interface Counted {
    readonly place: { readonly name: string };
    readonly precisionCode: number;
    readonly events: number;
    readonly from: string;
    readonly to: string;
    readonly area: { readonly name: string; readonly kind: string; readonly boundary: string } | null;
  }

  const ask = async (filter: string) => {
    const { eventsByPlace } = await service.data(
      `{ eventsByPlace(filter: {${filter}}) { place { name } precisionCode events from to area { name kind boundary } } }`,
    );
    return (eventsByPlace as Counted[]).map(({ place, precisionCode, events: count, from, to, area }) => [
      `${place.name} ${precisionCode}: ${count}, ${from} to ${to}`,
      area && `${area.kind} ${area.name} ${area.boundary.slice(0, 17)}`,
    ]);
  };

  it('is counted by place and precision, most first, with the unit that is to be shaded', async () => {
    const all = await ask('');

    expect(all[0]).toEqual(['Kinsabba 1: 2, 2016-01-01 to 2016-01-02', null]);
    expect(all.slice(1).sort()).toEqual([
      ['Kinsabba 3: 1, 2016-01-03 to 2016-01-03', 'ADM2 Al-Haffa {"type":"Polygon"'],
      ['Lattakia 4: 1, 2016-01-04 to 2016-01-04', 'ADM1 Lattakia {"type":"Polygon"'],
      ['Syria 6: 1, 2016-01-05 to 2016-01-05', null],
    ]);
  });

  it('is counted within a place, and in a range of days', async () => {
    expect(await ask(`where: "${governorate.id}", happened: { to: "2016-01-03" }`)).toEqual([
      ['Kinsabba 1: 2, 2016-01-01 to 2016-01-02', null],
      ['Kinsabba 3: 1, 2016-01-03 to 2016-01-03', 'ADM2 Al-Haffa {"type":"Polygon"'],
    ]);
  });

  it('says the same of one event', async () => {
    const { event } = await service.data('query ($id: ID!) { event(id: $id) { places { edges { precisionCode area { name } } } } }', { id: events[2]?.id });

    expect(event.places.edges).toEqual([{ precisionCode: 3, area: { name: 'Al-Haffa' } }]);
  });

  it('are all events where a filter says nothing, and nothing is looked through for that', async () => {
    const fresh = serviceOver(service.graph, { prefetchFrom: 0 });
    const { events: found } = await fresh.data('{ events(filter: { where: null, text: null }) { totalCount } }');

    expect(found.totalCount).toBe(events.length);
    expect(fresh.ran()).toEqual(['entity/list[Event] count']);
  });

  it.each(['BY_LABEL', 'NEWEST_FIRST', 'OLDEST_FIRST'])('is a filter of events, page by page %s, begun at the place', async (order) => {
    const asked = async (place: { id: string }, after: string | null, more: string) => {
      const { events: found } = await service.data(
        `query ($where: ID!, $after: String) { events(first: 2, after: $after, orderBy: ${order}, filter: { where: $where ${more} }) { totalCount pageInfo { endCursor } edges { node { title } } } }`,
        { where: place.id, after },
      );
      return { total: found.totalCount, end: found.pageInfo.endCursor, titles: found.edges.map(({ node }: { node: { title: string } }) => node.title) };
    };
    const inOrder = (...days: number[]) => (order === 'NEWEST_FIRST' ? days.toReversed() : days).map((day) => `Fighting ${day}`);
    service.ran();

    const first = await asked(governorate, null, '');
    const second = await asked(governorate, first.end, '');
    const narrowed = await asked(country, null, ', happened: { from: "2016-01-05" }');
    const none = await asked(village, null, ', text: "peace"');

    expect([first.total, ...first.titles, ...second.titles]).toEqual([4, ...inOrder(1, 2, 3, 4)]);
    expect(narrowed).toMatchObject({ total: 1, titles: ['Fighting 5'] });
    expect(none).toMatchObject({ total: 0, titles: [] });
    expect(service.ran().filter((name) => name.includes('entity/list'))).toEqual([]);
  });

  it('is asked within a place only', async () => {
    const { errors } = await service.ask(`{ eventsByPlace(filter: { where: "${events[0]?.id}" }) { events } }`);

    expect(errors?.[0]?.message).toContain('filter.where should be the id of a place');
  });
});
