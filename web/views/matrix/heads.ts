import type { Mark } from '../draw/mark.ts';
import { clipped, wrapped } from '../draw/text.ts';
import type { Space } from '../page/view.ts';
import { columnTotals, type Grid } from './grid.ts';

export const cellHeight = 34;
export const headHeight = 128;
export const footHeight = 66;

/** Where everything stands. */
export interface Plan {
  readonly nameWidth: number;
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly bottom: number;
}

export const topOf = (row: number) => headHeight + row * cellHeight;

export function totals({ columns }: Grid, { lefts, widths, bottom }: Plan): Mark[] {
  return columns.flatMap((column, index): Mark[] => {
    const { reports, publishers, origins } = columnTotals(column);
    const x = (lefts[index] ?? 0) + (widths[index] ?? 0) / 2;
    return [
      { mark: 'text', x, y: bottom + 20, text: String(reports), size: 12, fill: 'ink', anchor: 'middle' },
      { mark: 'text', x, y: bottom + 37, text: String(publishers), size: 12, fill: 'ink', anchor: 'middle' },
      { mark: 'text', x, y: bottom + 54, text: String(origins), size: 12, weight: 700, fill: 'ink', anchor: 'middle' },
    ];
  });
}

export function rowHeads({ rows, silent }: Grid, { nameWidth, bottom }: Plan, { measure }: Space): Mark[] {
  const edge = nameWidth + 46;
  return [
    { mark: 'rect', x: 0, y: headHeight, w: edge, h: bottom - headHeight + footHeight, fill: 'paper' },
    { mark: 'line', points: [edge, headHeight, edge, bottom], stroke: 'hair', width: 1 },
    ...rows.flatMap((row, index): Mark[] => [
      { mark: 'line', points: [0, topOf(index), edge, topOf(index)], stroke: 'hair', width: 1 },
      ...nameLines(row.name, topOf(index), nameWidth, measure),
      { mark: 'text', x: edge - 10, y: topOf(index) + 22, text: String(row.claims.length), size: 12, fill: 'quiet', anchor: 'end' },
    ]),
    ...silent.flatMap((source, index): Mark[] => [
      { mark: 'text', x: 12, y: topOf(rows.length + index) + 22, text: clipped(source.name, nameWidth - 8, 13, measure), size: 13, fill: 'quiet' },
      { mark: 'text', x: edge - 10, y: topOf(rows.length + index) + 22, text: 'silent', size: 11, fill: 'quiet', anchor: 'end' },
    ]),
    { mark: 'line', points: [0, bottom, edge, bottom], stroke: 'quiet', width: 1 },
    ...['Reports', 'Publishers', 'Independent origins'].map(
      (text, index): Mark => ({
        mark: 'text',
        x: 12,
        y: bottom + 20 + index * 17,
        text: clipped(text, nameWidth, 12, measure),
        size: 12,
        weight: index === 2 ? 600 : 400,
        fill: 'quiet',
      }),
    ),
  ];
}

function nameLines(name: string, top: number, width: number, measure: Space['measure']): Mark[] {
  const lines = wrapped(name, width - 8, 12.5, measure, 2, 600);
  return lines.map(
    (text, index): Mark => ({ mark: 'text', x: 12, y: top + (lines.length > 1 ? 15 + index * 14 : 22), text, size: 12.5, weight: 600, fill: 'ink' }),
  );
}

export function columnHeads({ columns }: Grid, { lefts, widths, width }: Plan, { measure }: Space): Mark[] {
  const marks: Mark[] = [{ mark: 'rect', x: 0, y: 0, w: width, h: headHeight, fill: 'paper' }];
  for (const [index, { group, label }] of columns.entries()) {
    const [x, w] = [lefts[index] ?? 0, widths[index] ?? 0];
    if (columns[index - 1]?.group !== group) {
      const last = columns.findLastIndex((column) => column.group === group);
      const span = (lefts[last] ?? 0) + (widths[last] ?? 0) - x;
      marks.push({ mark: 'line', points: [x, 50, x + span, 50], stroke: 'quiet', width: 1 });
      for (const [row, line] of wrapped(group, span - 2, 12, measure, 3, 600).entries())
        marks.push({ mark: 'text', x: x + 1, y: 14 + row * 15, text: line, size: 12, weight: 600, fill: 'ink' });
    }
    for (const [row, line] of wrapped(label, w - 6, 11, measure, 5).entries())
      marks.push({ mark: 'text', x: x + 3, y: 65 + row * 13.5, text: line, size: 11, fill: 'quiet' });
  }
  marks.push({ mark: 'line', points: [0, headHeight, width, headHeight], stroke: 'quiet', width: 1 });
  return marks;
}

export function corner({ nameWidth }: Plan): Mark[] {
  return [
    { mark: 'rect', x: 0, y: 0, w: nameWidth + 46, h: headHeight - 1, fill: 'paper' },
    { mark: 'text', x: 12, y: headHeight - 12, text: 'Source', size: 12, fill: 'quiet' },
    { mark: 'text', x: nameWidth + 36, y: headHeight - 12, text: 'Claims', size: 12, fill: 'quiet', anchor: 'end' },
  ];
}
