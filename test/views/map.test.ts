import { beforeAll, expect, it } from 'vitest';
import { draft, type LinkDraft } from '../../src/entity/draft.ts';
import { writeDrafts } from '../../src/entity/write.ts';
import { importPlaces } from '../../src/places/import.ts';
import { boundaryFiles, unitsFrom } from '../support/boundaries.ts';
import { describeInBrowser, event } from '../support/view-pages.ts';

const governorate = draft('Place', 'test:governorate', { name: 'Lattakia', kind: 'ADM1', latitude: 35.5, longitude: 36.5 });
const kinsabba = draft('Place', 'test:kinsabba', { name: 'Kinsabba', kind: 'VILLAGE', latitude: 35.1, longitude: 36.8 });
const salma = draft('Place', 'test:salma', { name: 'Salma', kind: 'VILLAGE', latitude: 35.15, longitude: 36.7 });
const events = [1, 2, 3].map((day) => draft('Event', `test:event:${day}`, { title: `Fighting ${day}`, from: `2016-01-0${day}`, to: `2016-01-0${day}` }));
const at = (day: number, place: { id: string }): LinkDraft => ({
  type: 'OCCURRED_AT',
  from: events[day - 1]?.id ?? '',
  to: place.id,
  properties: { precisionScheme: 'UCDP', precisionCode: 3 },
});

describeInBrowser('the map of all events', (pages) => {
  beforeAll(async () => {
    const within = [kinsabba, salma].map(({ id }): LinkDraft => ({ type: 'WITHIN', from: id, to: governorate.id }));
    const links = [...within, at(1, kinsabba), at(2, kinsabba), at(3, salma)];
    await pages.graph.write((run) =>
      writeDrafts(run, { nodes: [governorate, kinsabba, salma, ...events], links }, { at: '2025-04-01T00:00:00.000Z', by: 'test' }),
    );
    await importPlaces(pages.graph, unitsFrom(boundaryFiles));
  });

  it('says in its table what was counted where and when, and what is shaded with how many', async () => {
    await pages.open('/view/map?to=2016-12-31');

    const rows = await pages.page.locator('section[aria-label="Places, by the number of events"] tbody tr').all();

    expect(await Promise.all(rows.map((row) => row.locator('td').allTextContents()))).toEqual([
      ['Kinsabba', 'somewhere in the district', '2', '2016-01-01', '2016-01-02', 'Al-Haffa', '3'],
      ['Salma', 'somewhere in the district', '1', '2016-01-03', '2016-01-03', 'Al-Haffa', '3'],
    ]);
  });

  it('gives those numbers as data, by place, with what other programs need to draw them', async () => {
    await pages.open('/view/map?to=2016-12-31');
    const { places } = await pages.ask('{ places(filter: { text: "Al-Haffa", kinds: [ADM2] }) { edges { node { id } } } }');
    const haffa = places.edges[0].node.id;

    await pages.page.getByRole('button', { name: 'Data…' }).click();
    const csv = await pages.saved('CSV: events by place');

    expect(csv.split('\r\n')).toEqual([
      'place,name,latitude,longitude,precisionCode,radiusKm,events,from,to,shaded,shadedName,shadedEvents',
      `${kinsabba.id},Kinsabba,35.1,36.8,3,,2,2016-01-01,2016-01-02,${haffa},Al-Haffa,3`,
      `${salma.id},Salma,35.15,36.7,3,,1,2016-01-03,2016-01-03,${haffa},Al-Haffa,3`,
      '',
    ]);
    expect(await pages.page.locator('dialog [role="status"]').textContent()).toBe('Saved as attested.events-by-place.csv.');
  });

  it('does not offer counts of events that were chosen, which are named', async () => {
    await pages.open(`/view/map?of=${event}`);

    await pages.page.getByRole('button', { name: 'Data…' }).click();
    await pages.page.waitForSelector('dialog[open]');

    expect(await pages.page.getByRole('button', { name: 'CSV: events by place' }).count()).toBe(0);
  });
});
