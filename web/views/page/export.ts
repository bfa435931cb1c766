import { paint } from '../draw/canvas.ts';
import type { Scene, Window } from '../draw/mark.ts';
import type { Palette } from '../draw/palette.ts';
import { project } from '../draw/project.ts';
import { writeSvg } from '../draw/svg.ts';
import type { Measure } from '../draw/text.ts';
import type { Row, Table } from './view.ts';

export interface Export {
  readonly scene: Scene;
  readonly window: Window;
  readonly measure: Measure;
  readonly palette: Palette;
  readonly title: string;
  readonly footer: readonly string[];
}

/** The whole picture as SVG. */
export function asSvg({ scene, window, measure, palette, title, footer }: Export): string {
  return writeSvg(project(scene, window, measure), palette, { width: window.width, height: window.height, title, footer });
}

/** The whole picture as PNG, at twice the size. Rejects where the browser does not let pictures be read. */
export function asPng({ scene, window, measure, palette, footer }: Export): Promise<Blob> {
  const below = 12 + footer.length * 16;
  const canvas = document.createElement('canvas');
  canvas.width = window.width * 2;
  canvas.height = (window.height + below) * 2;
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('This browser does not draw pictures.'));
  context.scale(2, 2);
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, window.width, window.height + below);
  const lines = footer.map((text, index) => ({ mark: 'text', x: 12, y: window.height + 20 + index * 16, text, size: 11, fill: 'quiet' }) as const);
  paint(context, [...project(scene, window, measure), ...lines], palette);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large, or may not be read.'))), 'image/png'),
  );
}

/** The tables as one file for a spreadsheet. A cell that a spreadsheet would compute is kept as text. */
export function asCsv(tables: readonly Table[], footer: readonly string[]): string {
  const blocks = tables.map(({ caption, columns, rows }) =>
    [[caption], columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)].map(line).join('\r\n'),
  );
  return `\ufeff${[...blocks, footer.map((text) => line([text])).join('\r\n')].join('\r\n\r\n')}\r\n`;
}

/** The names of columns, and rows: what other programs read without further ado. */
export const asRows = (columns: readonly string[], rows: readonly Row['cells'][]): string => `${[columns, ...rows].map(line).join('\r\n')}\r\n`;

const line = (cells: readonly (string | number | null)[]) => cells.map(cell).join(',');

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value === null ? '' : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function save(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
