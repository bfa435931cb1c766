import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from '../../web/views/address/keys.ts';
import { readAddress, usualState, writeAddress } from '../../web/views/address/state.ts';

const event = 'event_adobmewqtequ5cmqvdu6';
const sohr = 'group_db6upnjbp6xwcwvwoui6';

describe('the address of a view', () => {
  it('has its keys in one order and leaves out what is as usual', () => {
    const address = writeAddress('timeline', { clock: 'happened', known: '2025-03-10', of: [event], metric: 'all' });

    expect(address).toBe(`/view/timeline?of=${event}&known=2025-03-10&clock=happened`);
  });

  it('is the same for equal views, in whatever order they were asked for', () => {
    const { view, state } = readAddress('/view/graph', `?hide=node.claim&depth=2&of=${event}`);

    expect(writeAddress(view, state)).toBe(`/view/graph?of=${event}&depth=2&hide=node.claim`);
  });

  it('leaves a parameter aside that cannot be meant, and names it', () => {
    const { state, problems } = readAddress('/view/graph', '?of=banana&depth=9&known=2025-02-30&rows=publisher');

    expect(state).toEqual(usualState);
    expect(problems).toEqual([
      { key: 'of', given: 'banana', expected: 'ids of entities, separated by commas, at most 50' },
      { key: 'depth', given: '9', expected: 'a whole number from 1 to 2' },
      { key: 'known', given: '2025-02-30', expected: 'a day such as 2025-03-08' },
      { key: 'rows', given: 'publisher', expected: 'not in the graph view' },
    ]);
  });

  it('keeps what was opened, where somebody put it, and where one looks', () => {
    const address = `/view/graph?of=${event}&open=${sohr}~ATTRIBUTED_TO~3&pin=${sohr}~-40~12&at=12.5_-3_0.75`;

    const { state } = readAddress('/view/graph', address.slice(address.indexOf('?')));

    expect(state.open).toEqual([{ id: sohr, through: 'ATTRIBUTED_TO', pages: 3 }]);
    expect(state.pin).toEqual([{ id: sohr, x: -40, y: 12 }]);
    expect(state.at).toEqual({ x: 12.5, y: -3, k: 0.75 });
    expect(writeAddress('graph', state)).toBe(address);
  });

  it('shows on the screen what the link shows: a camera survives its address', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9000, max: 9000, noNaN: true }),
        fc.double({ min: -9000, max: 9000, noNaN: true }),
        fc.double({ min: 0.05, max: 30_000, noNaN: true }),
        (x, y, k) => {
          const at = rounded({ x, y, k });
          const address = writeAddress('map', { at });
          expect(readAddress('/view/map', address.slice('/view/map'.length)).state.at).toEqual(at);
        },
      ),
    );
  });

  it('says beside a saved view only what differs from it, and takes back what it says with nothing at all', () => {
    const base = { id: 'view_aaaaaaaaaaaaaaaaaaaa', state: readAddress('/view/matrix', `?about=${event}&rows=publisher&find=killed`).state };
    const search = `?view=${base.id}&find=`;

    const { state, problems } = readAddress('/view/matrix', search, base);

    expect(problems).toEqual([]);
    expect(state).toMatchObject({ about: event, rows: 'publisher', find: '' });
    expect(writeAddress('matrix', state, base)).toBe(`/view/matrix${search}`);
    expect(writeAddress('matrix', { ...state, view: '' })).toBe(`/view/matrix?about=${event}&rows=publisher`);
  });

  it('takes any text in a filter, and gives it back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (find) => {
        fc.pre(find.length <= 200);
        const address = writeAddress('matrix', { about: event, find });
        expect(readAddress('/view/matrix', address.slice('/view/matrix'.length)).state.find).toBe(find);
      }),
    );
  });
});
