import { useMemo, useState } from 'preact/hooks';
import type { Row, Table } from './view.ts';
import { figure } from './words.ts';

const rowHeight = 34;
const atOnce = 60;

/** The same data as the picture: sorted by any column, and of a long table only the rows in sight are in the document. */
export function DataTable({ table, find, selected, onSelect }: { table: Table; find: string; selected: string; onSelect: (id: string) => void }) {
  const [sort, setSort] = useState<{ column: number; down: boolean } | null>(null);
  const [top, setTop] = useState(0);
  const rows = useMemo(() => sorted(found(table.rows, find), sort), [table, find, sort]);
  const isLong = rows.length > atOnce;
  const first = isLong ? Math.max(0, Math.floor(top / rowHeight) - 10) : 0;
  const shown = isLong ? rows.slice(first, first + atOnce) : rows;

  return (
    <section class="table" aria-label={table.caption}>
      <h2>
        {table.caption} <span class="count">{find ? `${figure(rows.length)} of ${figure(table.rows.length)}` : figure(table.rows.length)}</span>
      </h2>
      <div
        class={isLong ? 'scroll long' : 'scroll'}
        onScroll={(event) => isLong && setTop(event.currentTarget.scrollTop)}
        tabIndex={0}
        role="region"
        aria-label={`${table.caption}, table`}
      >
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {table.columns.map(({ label }, column) => (
                <th key={label} scope="col" aria-sort={sort?.column === column ? (sort.down ? 'descending' : 'ascending') : 'none'}>
                  <button
                    type="button"
                    onClick={() => setSort(sort?.column === column ? (sort.down ? null : { column, down: true }) : { column, down: false })}
                  >
                    {label}
                    <span aria-hidden="true">{sort?.column === column ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <Gap rows={first} columns={table.columns.length} />}
            {shown.map((row, index) => (
              <tr key={`${row.id} ${first + index}`} aria-rowindex={first + index + 2} class={row.id === selected ? 'selected' : ''}>
                {row.cells.map((cell, column) => (
                  <td key={column} class={table.columns[column]?.kind ?? 'text'} dir="auto">
                    {column === leading(table) ? (
                      <button type="button" class="link" onClick={() => onSelect(row.id)}>
                        {text(cell)}
                      </button>
                    ) : (
                      text(cell)
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {isLong && first + shown.length < rows.length && <Gap rows={rows.length - first - shown.length} columns={table.columns.length} />}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: `${rows * rowHeight}px` }} />
    </tr>
  );
}

/** The cell that opens the row: the first that names something. */
const leading = ({ columns }: Table) =>
  Math.max(
    0,
    columns.findIndex(({ kind }) => kind === undefined),
  );

const text = (cell: string | number | null) => (typeof cell === 'number' ? figure(cell) : (cell ?? '—'));

function found(rows: readonly Row[], find: string): readonly Row[] {
  const words = find.toLowerCase();
  return words
    ? rows.filter(({ cells }) =>
        cells.some((cell) =>
          String(cell ?? '')
            .toLowerCase()
            .includes(words),
        ),
      )
    : rows;
}

function sorted(rows: readonly Row[], sort: { column: number; down: boolean } | null): readonly Row[] {
  if (!sort) return rows;
  const sign = sort.down ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(one.cells[sort.column] ?? null, other.cells[sort.column] ?? null));
}

/** What is not there comes last. */
function compare(one: string | number | null, other: string | number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { numeric: true });
}
