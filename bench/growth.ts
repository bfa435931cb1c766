import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { rounded } from './numbers.ts';
import { isMeasured, type Row, troublesOf } from './table.ts';

export interface Growth {
  readonly times: number;
  /** What went wrong on the graph that has grown, a line each. */
  readonly troubles: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly title: string;
    readonly p50: readonly (number | null)[];
    readonly p95: readonly (number | null)[];
    readonly p95Ratio: number | null;
    readonly peerP95: readonly (number | null)[];
    /** Of the statement by hand: how much a question grows by what it asks, whoever answers it. */
    readonly driverP95: readonly number[] | null;
    readonly driverP95Ratio: number | null;
  }[];
}

/** The figures of one client before and after the graph has grown. */
export function growthOf(before: readonly Row[], after: readonly Row[], times: number): Growth {
  const rows = before.map(({ name, title, ours, peer, driver }) => {
    const later = after.find((row) => row.name === name);
    const figures = [ours, later?.ours ?? { failure: 'not measured' }] as const;
    const [first, second] = figures.map((figure) => (isMeasured(figure) ? figure : null)) as
      | [null, null]
      | [{ p50: number; p95: number }, { p50: number; p95: number }];
    return {
      name,
      title,
      p50: [first?.p50 ?? null, second?.p50 ?? null],
      p95: [first?.p95 ?? null, second?.p95 ?? null],
      p95Ratio: first && second ? rounded(second.p95 / first.p95) : null,
      peerP95: [peer, later?.peer].map((figure) => (figure && isMeasured(figure) ? figure.p95 : null)),
      driverP95: driver && later?.driver ? [driver.p95, later.driver.p95] : null,
      driverP95Ratio: driver && later?.driver ? rounded(later.driver.p95 / driver.p95) : null,
    };
  });
  return { times, troubles: troublesOf(after), rows };
}

/** The table with every row several times, each time under a new id and with reports of its own; made once, kept in `folder`. */
export async function grownCsv(csv: string, times: number, folder: string): Promise<string> {
  const path = join(folder, `ged-x${times}.csv`);
  if (await stat(path).catch(() => null)) return path;
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.from(grownLines(csv, times)), createWriteStream(path));
  return path;
}

async function* grownLines(csv: string, times: number): AsyncGenerator<string> {
  for (let copy = 0; copy < times; copy += 1) {
    let columns: string[] | null = null;
    for await (const cells of createReadStream(csv).pipe(parse({ bom: true })) as AsyncIterable<string[]>) {
      if (columns === null) {
        columns = cells;
        if (copy === 0) yield line(cells);
      } else yield line(copyOf(cells, columns, copy));
    }
  }
}

/** A row as a further event: the first copy is the row itself. */
export function copyOf(cells: readonly string[], columns: readonly string[], copy: number): string[] {
  if (copy === 0) return [...cells];
  const word = ` copy ${String.fromCharCode(96 + Math.ceil(copy / 26))}${String.fromCharCode(97 + ((copy - 1) % 26))}`;
  return cells.map((cell, place) => {
    if (columns[place] === 'id') return `${Number(cell) + copy * 10_000_000}`;
    return columns[place] === 'source_article' ? otherReports(cell, word) : cell;
  });
}

/** A report is told by its office, date and headline: another headline makes another report. */
function otherReports(cell: string, word: string): string {
  if (cell.trim() === '') return cell;
  return cell.trim().endsWith('"') ? cell.trim().replaceAll('";"', `${word}";"`).replace(/"$/, `${word}"`) : cell + word;
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
