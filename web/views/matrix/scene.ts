import type { State } from '../address/state.ts';
import type { Colour, Layer, Mark, Scene, Target } from '../draw/mark.ts';
import { clipped } from '../draw/text.ts';
import type { Space } from '../page/view.ts';
import { amountInWords, plural, polarityInWords } from '../page/words.ts';
import { polaritySign } from '../timeline/lanes.ts';
import { type Cell, type Grid, gridOf } from './grid.ts';
import { cellHeight, columnHeads, corner, footHeight, headHeight, type Plan, rowHeads, topOf, totals } from './heads.ts';
import type { MatrixData } from './load.ts';

export function matrixScene(data: MatrixData, state: State, space: Space): Scene {
  const grid = gridOf(data, state);
  const plan = planOf(grid, space);
  const layers: Layer[] = [
    { marks: [...lines(grid, plan), ...grid.cells.flatMap((cell) => cellMarks(cell, plan, space)), ...silentMarks(grid, plan)] },
    { marks: [...totals(grid, plan)] },
    { marks: rowHeads(grid, plan, space), fix: 'x' },
    { marks: columnHeads(grid, plan, space), fix: 'y' },
    { marks: corner(plan), fix: 'both' },
  ];
  return { width: plan.width, height: plan.height, layers, targets: [...grid.cells.map((cell) => cellTarget(cell, grid, plan)), ...rowTargets(grid, plan)] };
}

function planOf(grid: Grid, { width, measure }: Space): Plan {
  const nameWidth = width < 700 ? 118 : 216;
  const widths = grid.columns.map((column, index) => {
    const needs = grid.cells.filter(({ column }) => column === index).map((cell) => measure(wordsIn(cell), 12, 600) + 24 + asideOf(cell));
    return Math.max(column.key.includes('|') ? 80 : 118, ...needs);
  });
  const lefts: number[] = [];
  let left = nameWidth + 52;
  for (const [index, column] of grid.columns.entries()) {
    if (index > 0 && column.group !== grid.columns[index - 1]?.group) left += 10;
    lefts.push(left);
    left += widths[index] ?? 0;
  }
  const bottom = headHeight + (grid.rows.length + grid.silent.length) * cellHeight;
  return { nameWidth, lefts, widths, width: Math.max(left + 20, width), height: bottom + footHeight, bottom };
}

/** What stands in a cell: the number for a count, else only a sign. */
function wordsIn({ claim }: Cell): string {
  return claim.metric && claim.polarity !== 'NO_STATEMENT' && (claim.best ?? claim.low ?? claim.high) !== null ? amountInWords(claim) : '';
}

/** How much room a cell needs beside its number: for the contradictions, and for how many more claims there are. */
const asideOf = ({ conflicts, more }: Cell) => Math.min(3, conflicts.length) * 17 + (more > 0 ? 18 : 0);

function lines({ rows, silent, columns }: Grid, { width, lefts, widths, bottom }: Plan): Mark[] {
  const across = [...rows, ...silent].map(
    (_, index): Mark => ({ mark: 'line', points: [0, topOf(index), width, topOf(index)], stroke: 'hair', width: 1, opacity: 0.8 }),
  );
  const bands = columns.flatMap((_, index): Mark[] =>
    index % 2 === 0 ? [{ mark: 'rect', x: lefts[index] ?? 0, y: headHeight, w: widths[index] ?? 0, h: bottom - headHeight, fill: 'wash', opacity: 0.6 }] : [],
  );
  return [...bands, ...across];
}

function cellMarks(cell: Cell, { lefts, widths }: Plan, { measure }: Space): Mark[] {
  const { claim, isRelay, conflicts } = cell;
  const [x, y, w] = [(lefts[cell.column] ?? 0) + 3, topOf(cell.row) + 4, (widths[cell.column] ?? 0) - 6];
  const words = wordsIn(cell);
  const colour: Colour = isRelay ? 'report' : 'claim';
  const isOld = claim.supersededBy !== null || claim.status === 'RETRACTED';
  const [middle, height] = [y + (cellHeight - 8) / 2, cellHeight - 8];
  const centre = x + (w - asideOf(cell)) / 2;
  const box: Mark = {
    mark: 'rect',
    x,
    y,
    w,
    h: height,
    round: 4,
    fill: 'paper',
    stroke: colour,
    width: isOld || isRelay ? 1 : 2,
    ...(isRelay ? { dash: [3, 3] } : {}),
  };
  const dot: Mark = { mark: 'circle', x: centre, y: middle, r: 5.5, fill: isRelay ? 'paper' : colour, stroke: colour, width: 1.5 };
  const plain = words ? [] : [dot];
  const sign = claim.polarity === 'ASSERTS' ? plain : polaritySign(claim.polarity, words ? x + 12 : centre, middle);
  const shift = words && sign.length > 0 ? 8 : 0;
  const fill: Colour = isRelay || isOld ? 'quiet' : 'ink';
  return [
    box,
    ...sign,
    ...(words
      ? [
          {
            mark: 'text',
            x: centre + shift,
            y: middle + 4.5,
            text: clipped(words, w - 8, 12, measure, 600),
            size: 12,
            weight: isOld || isRelay ? 400 : 600,
            fill,
            anchor: 'middle',
          } satisfies Mark,
        ]
      : []),
    ...(claim.status === 'RETRACTED' ? [{ mark: 'line', points: [x + 4, middle, x + w - 4, middle], stroke: 'deny', width: 1.5 } satisfies Mark] : []),
    ...(cell.more > 0
      ? [
          {
            mark: 'text',
            x: x + w - 6 - Math.min(3, conflicts.length) * 17,
            y: middle + 4,
            text: `+${cell.more}`,
            size: 10,
            fill: 'quiet',
            anchor: 'end',
          } satisfies Mark,
        ]
      : []),
    ...conflictBadges(conflicts, x + w, middle),
  ];
}

/** The numbers of the contradictions, at the right of a cell. */
function conflictBadges(conflicts: readonly number[], right: number, y: number): Mark[] {
  return conflicts.slice(0, 3).flatMap((number, index): Mark[] => {
    const x = right - 11 - index * 17;
    return [
      { mark: 'circle', x, y, r: 7.5, fill: 'deny', stroke: 'paper', width: 1 },
      { mark: 'text', x, y: y + 3.5, text: conflicts.length > 3 && index === 2 ? '…' : String(number), size: 10, weight: 700, fill: 'paper', anchor: 'middle' },
    ];
  });
}

function silentMarks({ silent, rows, columns }: Grid, { lefts, widths }: Plan): Mark[] {
  return silent.flatMap((_, index) =>
    columns.map(
      (_, at): Mark => ({
        mark: 'circle',
        x: (lefts[at] ?? 0) + (widths[at] ?? 0) / 2,
        y: topOf(rows.length + index) + cellHeight / 2,
        r: 2,
        fill: 'quiet',
        opacity: 0.7,
      }),
    ),
  );
}

function cellTarget(cell: Cell, { rows, columns }: Grid, { lefts, widths }: Plan): Target {
  const { claim } = cell;
  const parts = [
    `${rows[cell.row]?.name ?? ''} ${polarityInWords[claim.polarity] ?? ''}: ${wordsIn(cell) || ''} ${columns[cell.column]?.group ?? ''}, ${columns[cell.column]?.label ?? ''}`,
    cell.isRelay ? 'a relay, no second witness' : '',
    claim.supersededBy ? 'replaced since' : '',
    claim.status === 'RETRACTED' ? 'retracted' : '',
    cell.more > 0 ? `${plural(cell.more, 'more claim')} in this cell` : '',
    cell.conflicts.length > 0 ? `in ${plural(cell.conflicts.length, 'contradiction')}, number ${cell.conflicts.join(', ')}` : '',
  ];
  const w = widths[cell.column] ?? 0;
  return {
    id: claim.id,
    x: (lefts[cell.column] ?? 0) + w / 2,
    y: topOf(cell.row) + cellHeight / 2,
    rx: w / 2 - 2,
    ry: cellHeight / 2 - 2,
    says: parts.filter(Boolean).join('; '),
  };
}

function rowTargets({ rows, silent }: Grid, { nameWidth }: Plan): Target[] {
  return [
    ...rows.map(({ id, name, claims }) => ({ id, says: `${name}: ${plural(claims.length, 'claim')}` })),
    ...silent.map(({ id, name }) => ({ id, says: `${name}: active then, said nothing` })),
  ]
    .map(
      ({ id, says }, index): Target => ({
        id,
        says,
        x: (nameWidth + 46) / 2,
        y: topOf(index) + cellHeight / 2,
        rx: nameWidth / 2,
        ry: cellHeight / 2 - 2,
        fix: 'x',
      }),
    )
    .filter(({ id }) => id !== 'nobody');
}
