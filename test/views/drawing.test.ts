import { describe, expect, it } from 'vitest';
import { asWritten } from '../../web/views/api/written.ts';
import type { Mark, Scene, TextMark } from '../../web/views/draw/mark.ts';
import { light } from '../../web/views/draw/palette.ts';
import { project } from '../../web/views/draw/project.ts';
import { writeSvg } from '../../web/views/draw/svg.ts';
import { guessed, isRightToLeft, wrapped } from '../../web/views/draw/text.ts';
import { type LayoutNode, layOut } from '../../web/views/graph/force.ts';
import { pack, packPositions, unpack, unpackPositions } from '../../web/views/graph/packing.ts';
import { asCsv } from '../../web/views/page/export.ts';
import { safeUrl } from '../../web/views/page/safe.ts';
import { amountInWords, countedInWords } from '../../web/views/page/words.ts';
import { axisOver, dayLength, periodOf } from '../../web/views/timeline/axis.ts';
import { partOf, type Series } from '../../web/views/timeline/load.ts';
import { numberMarks, type Placed } from '../../web/views/timeline/numbers.ts';

const hostile = '</text><script>alert(1)</script>"&\u0000';

describe('a picture as a file', () => {
  it('never has a name in it as anything but text', () => {
    const marks: Mark[] = [{ mark: 'text', x: 1, y: 2, text: hostile, size: 12, fill: 'ink' }];

    const svg = writeSvg(marks, light, { width: 10, height: 10, title: hostile, footer: [hostile] });

    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg.match(/&lt;script&gt;/g)).toHaveLength(3);
  });

  it('gives a spreadsheet nothing to compute', () => {
    const csv = asCsv([{ caption: 'Names', columns: [{ label: 'Name' }], rows: [{ id: 'x', cells: ['=HYPERLINK("http://evil")'] }] }], []);

    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('draws labels that would cover each other only once, the higher rank first', () => {
    const label = (text: string, rank: number): Mark => ({ mark: 'text', x: 50, y: 50, text, size: 12, fill: 'ink', rank });
    const scene: Scene = { width: 100, height: 100, layers: [{ marks: [label('low', 1), label('high', 2)] }], targets: [] };

    const marks = project(scene, { width: 100, height: 100, at: { x: 0, y: 0, k: 1 }, isPlane: false }, guessed);

    expect(marks.map((mark) => mark.mark === 'text' && mark.text)).toEqual(['high']);
  });

  describe('that is looked at as a plane', () => {
    const sign: Mark = { mark: 'circle', x: 50, y: 60, r: 6, fill: 'ink', isClear: true };
    const label = (more: Partial<TextMark>): Mark => ({
      mark: 'text',
      x: 50,
      y: 50,
      dy: 14,
      text: 'Homs',
      size: 12,
      fill: 'ink',
      anchor: 'middle',
      rank: 1,
      ...more,
    });
    const labelled = (...marks: Mark[]) =>
      project(
        { width: 0, height: 0, layers: [{ marks }], targets: [] },
        { width: 100, height: 100, at: { x: 50, y: 50, k: 1 }, isPlane: true },
        () => 40,
      ).flatMap((mark) => (mark.mark === 'text' ? [[mark.x + (mark.dx ?? 0), mark.y + (mark.dy ?? 0)]] : []));

    it('has no label on a sign: it stands elsewhere, or is left out unless it is needed', () => {
      expect(labelled(label({}))).toEqual([[50, 64]]);
      expect(labelled(sign, label({ elseDy: -12 }))).toEqual([[50, 38]]);
      expect(labelled(sign, label({}))).toEqual([]);
      expect(labelled(sign, label({ isNeeded: true }))).toEqual([[50, 64]]);
    });

    it('has labels at its edges moved inward, so that they can be read', () => {
      expect(labelled(label({ x: 5 }))).toEqual([[26, 64]]);
      expect(labelled(label({ x: 95 }))).toEqual([[74, 64]]);
      expect(labelled(label({ x: -5 }))).toEqual([[-5, 64]]);
    });
  });
});

describe('links of reports', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,<script>', null],
    ['not an address', null],
    [null, null],
  ])('%s is followed as %s', (url, href) => {
    expect(safeUrl(url)).toBe(href);
  });
});

describe('what stands in titles that were copied out of web pages', () => {
  it.each([
    ['the &#8220;Islamic state&#8221; &#8230;', 'the “Islamic state” …'],
    ['&#x2019;s &amp; &quot;so on&quot; &lt;b&gt;', '’s & "so on" <b>'],
    ['a back\\slash &#92; and &#8217;', 'a back\\slash \\ and ’'],
    // Read once, and only what is a letter.
    ['&amp;#8220; &#0; &#55296; &#1114112; &nothing; &#9;', '&#8220; &#0; &#55296; &#1114112; &nothing; &#9;'],
    ['R&B; AT&T', 'R&B; AT&T'],
  ])('%s is read as %s', (title, read) => {
    expect(JSON.parse(asWritten(JSON.stringify({ title })))).toEqual({ title: read });
  });
});

describe('numbers and names', () => {
  it.each([
    [{ operator: 'MORE_THAN', low: 1019, best: null, high: null }, 'more than 1,018'],
    [{ operator: 'AT_LEAST', low: 745, best: null, high: null }, 'at least 745'],
    [{ operator: 'RANGE', low: 2300, best: null, high: 2400 }, '2,300 to 2,400'],
    [{ operator: 'EXACT', low: 973, best: 973, high: 973 }, '973'],
    [{ operator: 'MORE_THAN', low: null, best: 1018, high: null }, 'more than 1,018'],
  ] as const)('%o reads %s', (amount, words) => {
    expect(amountInWords(amount)).toBe(words);
  });

  it.each([
    ['KILLED', 'CIVILIANS', null, 'civilians killed'],
    ['KILLED', 'ALL', 1, '1 person killed'],
    ['KILLED', 'UNKNOWN', 19, '19 people killed (not said whether civilians)'],
    ['CASUALTIES', 'CHILDREN', 2, '2 children killed or injured'],
    ['DISPLACED', null, null, 'people displaced (not said whether civilians)'],
  ] as const)('of %s, %s: %s reads %s', (metric, population, best, words) => {
    expect(countedInWords(metric, population, best && { operator: 'EXACT', low: best, best, high: best })).toBe(words);
  });

  it.each([
    [[], null, ''],
    [[{ id: 'place_a', name: 'Hama' }], null, 'in Hama'],
    [[], { id: 'group_a', name: 'Armed groups' }, 'by Armed groups'],
    [[{ id: 'place_a', name: 'Hama' }], { id: 'group_a', name: 'Armed groups' }, 'in Hama, by Armed groups'],
  ])('a series of %o and %o counts the part "%s", said after what became of people', (scope, perpetrator, words) => {
    expect(partOf({ scope, perpetrator } as unknown as Series)).toBe(words);
  });

  it('knows which names run from the right', () => {
    expect(['المرصد', 'SOHR', '“1334” من', '1,334'].map(isRightToLeft)).toEqual([true, false, true, false]);
  });

  it('wraps words and clips the last line', () => {
    expect(wrapped('Armed forces taking part in the military operations', 120, 12, guessed, 2)).toEqual(['Armed forces', 'taking part in th…']);
  });
});

describe('the time axis', () => {
  it('draws a long stretch without anything shorter, and says how long it is', () => {
    const days = ['2025-03-06', '2025-03-08', '2025-03-09', '2025-03-10', '2025-04-30'].map((day) => periodOf(day) as { from: number; to: number });

    const axis = axisOver(days, 0, 1000);

    expect(axis.breaks.map(({ label }) => label)).toEqual(['50 days']);
    expect(axis.place(days[0]?.from ?? 0)).toBe(0);
    expect(Math.round(axis.place(days[4]?.to ?? 0))).toBe(1000);
  });

  it('names days where no beginning of a month can be read, however narrow', () => {
    const days = ['2025-03-06', '2025-03-16', '2025-03-26', '2025-03-31'].map((day) => periodOf(day) as { from: number; to: number });

    expect(axisOver(days, 14, 250).ticks.map(({ label }) => label)).toEqual(['6 Mar', '12 Mar', '18 Mar', '24 Mar', '30 Mar']);
  });

  it('has no number of a series on another one, or on its sign, where days are narrow', () => {
    const number = (operator: string, best: number, x: number, y: number) => ({ point: { operator, low: best, best, high: null }, x, y }) as unknown as Placed;
    const ground = { left: 14, right: 350, measure: guessed } as unknown as Parameters<typeof numberMarks>[1];

    const marks = numberMarks([number('EXACT', 340, 40, 470), number('AT_LEAST', 745, 56, 420), number('EXACT', 973, 88, 390)], ground);

    expect(marks.map((mark) => mark.mark === 'text' && [mark.text, mark.anchor, mark.y])).toEqual([
      ['340', 'end', 463],
      ['at least 745', 'start', 437],
      ['973', 'end', 383],
    ]);
  });

  it('takes a month as a month long', () => {
    const month = periodOf('2025-04-30T23:59:59.999Z', '2025-04');

    expect(month && (month.to - month.from) / dayLength).toBe(30);
  });
});

describe('the layout of a graph', () => {
  const nodes = (count: number, stage: number): LayoutNode[] =>
    Array.from({ length: count }, (_, index) => ({ id: `${stage}-${index}`, stage, size: 24, parent: stage === 0 ? null : '0-0' }));
  const spokes = (count: number, stage: number) => Array.from({ length: count }, (_, index) => ({ from: '0-0', to: `${stage}-${index}`, stage }));

  it('is the same each time', () => {
    const once = layOut(nodes(60, 0), spokes(60, 0));

    expect([...layOut(nodes(60, 0), spokes(60, 0))]).toEqual([...once]);
  });

  it('of many is seen roughly before it has settled, and settles the same for that', () => {
    const rough: number[] = [];

    const seen = layOut(nodes(720, 0), spokes(720, 0), { onRough: (positions) => rough.push(positions.size) });

    expect(rough).toEqual([720]);
    expect([...seen]).toEqual([...layOut(nodes(720, 0), spokes(720, 0))]);
  });

  it('leaves everything where it is when the graph grows', () => {
    const before = layOut(nodes(40, 0), spokes(40, 0));

    const after = layOut([...nodes(40, 0), ...nodes(60, 1)], [...spokes(40, 0), ...spokes(60, 1)]);

    expect(after.size).toBe(100);
    expect([...before].map(([id]) => after.get(id))).toEqual([...before.values()]);
  });

  it('does not ask what a relationship that came later would have changed', () => {
    const before = layOut(nodes(40, 0), spokes(40, 0));

    const after = layOut([...nodes(40, 0), ...nodes(5, 1)], [...spokes(40, 0), ...spokes(5, 1), { from: '0-3', to: '0-30', stage: 1 }]);

    expect([...before].map(([id]) => after.get(id))).toEqual([...before.values()]);
  });

  it('is the same for an address that is opened and for a graph that grew into it', () => {
    const [first, links] = [nodes(40, 0), spokes(40, 0)];
    const before = { nodes: first, links, positions: layOut(first, links) };
    const [all, every] = [
      [...first, ...nodes(60, 1)],
      [...links, ...spokes(60, 1)],
    ];

    const opened = layOut(all, every);

    expect([...layOut(all, every, { before })]).toEqual([...opened]);
    // What has nothing to do with the graph is not taken for it.
    expect([...layOut(all, every, { before: { ...before, nodes: nodes(39, 0) } })]).toEqual([...opened]);
  });

  it('comes back from the other thread as it was sent', () => {
    const [some, links] = [
      [...nodes(5, 0), ...nodes(3, 1)],
      [...spokes(5, 0), ...spokes(3, 1)],
    ];
    const ids = some.map(({ id }) => id);

    expect(unpack(pack(some, links))).toEqual({ nodes: some, links });
    const rough = new Map([['0-1', [3, -4] as const]]);
    expect(unpackPositions(ids, packPositions(ids, rough))).toEqual(rough);
  });
});
