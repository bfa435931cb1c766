import { stringify } from 'yaml';
import { openTable } from '../input/csv.ts';
import { comparedName } from '../text.ts';
import type { TableFile } from './import.ts';

type Column = { readonly name: string; readonly cells: readonly string[] };

const sampleRows = 50;

/**
 * A first mapping, guessed from the names of the columns and what stands in the first rows: an event for each row, with its day, place, parties,
 * sources and dead where columns look like them. It loads as it is; whoever knows the table makes it right.
 */
export async function suggestMap(file: TableFile): Promise<string> {
  const { columns, rows } = await openTable(file.path, file.bytes, null, () => {});
  const cells: string[][] = [];
  for await (const row of rows) {
    cells.push([...row.cells]);
    if (cells.length === sampleRows) break;
  }
  const table = columns.map((name, at) => ({ name, cells: cells.map((row) => (row[at] ?? '').trim()).filter(Boolean) }));
  return `# A first guess for ${file.path}: see docs/csv-map.md for what a map can say.\n${stringify(guess(table), { lineWidth: 0 })}`;
}

const braced = (column: Column) => `{${column.name}}`;
// A name with a brace in it cannot stand in a text.
const usable = ({ name }: Column) => !/[{}|]/.test(name);

function guess(all: readonly Column[]): object {
  const table = all.filter(usable);
  const called = (pattern: RegExp, fits: (cell: string) => boolean = () => true) =>
    table.find(({ name, cells }) => pattern.test(comparedName(name).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')) && cells.every(fits));
  const id = called(/^(id|event id|key|code|event id .*)$/) ?? table.find(({ cells }) => cells.length > 0 && new Set(cells).size === cells.length) ?? table[0];
  if (!id) return { entities: {} };

  const date = called(/date|day/, (cell) => dated.test(cell));
  const [latitude, longitude] = [called(/^lat(itude)?$|^y$/, isNumber), called(/^(lon|lng|long)(gitude)?$|^x$/, isNumber)];
  const place = called(/^(location|place|city|town|village|site)$/) ?? called(/location|place|where|admin/);
  const title = called(/^(title|headline|name|event|summary|description|notes?)$/) ?? called(/title|headline|description|event type/);
  const source = called(/^(sources?|reported by|publisher)$/);
  const parties = table.filter(({ name }) => /^(actor|side|party|group|perpetrator)[ _-]?[12ab]?$/i.test(name)).slice(0, 4);
  const dead = called(/fatal|killed|deaths?$|dead/, isCount);
  const injured = called(/injur|wounded/, isCount);
  const key = (kind: string, template: string) => `table:${kind}:${template}`;

  const entities: Record<string, object> = {
    event: {
      type: 'Event',
      key: key('event', braced(id)),
      set: { title: title ? braced(title) : `Event ${braced(id)}`, ...(date ? { from: { column: date.name, order: orderOf(date) } } : {}) },
    },
  };
  const links: object[] = [];
  if (place) {
    const where = latitude && longitude ? { latitude: braced(latitude), longitude: braced(longitude) } : {};
    const spot = latitude && longitude ? `@${braced(latitude)},${braced(longitude)}` : '';
    entities.place = { type: 'Place', key: key('place', `{${place.name}|compared}${spot}`), set: { name: braced(place), ...where } };
    links.push({ type: 'OCCURRED_AT', from: 'event', to: 'place' });
  }
  parties.forEach((party, at) => {
    entities[`party${at + 1}`] = { type: 'Group', key: key('group', `{${party.name}|compared}`), set: { name: braced(party) } };
    links.push({ type: 'INVOLVES', from: 'event', to: `party${at + 1}`, role: 'PARTICIPANT' });
  });
  if (source) {
    const each = { column: source.name, split: ';' };
    entities.source = { type: 'Group', each, key: key('source', '{part|compared}'), set: { name: '{part}' } };
  }
  const counts = [
    ['killed', 'KILLED', dead],
    ['injured', 'INJURED', injured],
  ] as const;
  const claims = Object.fromEntries(
    counts.flatMap(([name, metric, column]) => {
      if (!column) return [];
      const number = { low: braced(column), best: braced(column), high: braced(column) };
      const set = { claimType: 'CASUALTY_COUNT', metric, population: 'ALL', operator: 'EXACT', basis: 'CODED', ...number };
      return [[name, { key: key('claim', `${braced(id)}:${name}`), when: column.name, event: 'event', set }]];
    }),
  );
  const reported = source
    ? {
        reported: {
          key: key('claim', `${braced(id)}:reported:{part|compared}`),
          each: { column: source.name, split: ';' },
          event: 'event',
          claimant: 'source',
          set: { claimType: 'OCCURRENCE' },
        },
      }
    : {};
  return {
    entities,
    ...(Object.keys({ ...claims, ...reported }).length > 0 ? { claims: { ...claims, ...reported } } : {}),
    ...(links.length > 0 ? { links } : {}),
  };
}

const dated = /^(\d{4}-\d{1,2}-\d{1,2}.*|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]\d{4})$/;
const isNumber = (cell: string) => /^[-+]?\d+(\.\d+)?$/.test(cell);
const isCount = (cell: string) => /^\d+$/.test(cell);

/** The order of day and month that fits every sample; where both fit, day before month. */
function orderOf({ cells }: Column): 'ymd' | 'dmy' | 'mdy' {
  const numbers = cells.map((cell) => cell.split(/[./-]/).map(Number));
  if (cells.every((cell) => /^\d{4}|[A-Za-z]/.test(cell))) return 'ymd';
  return numbers.some(([, second = 0]) => second > 12) ? 'mdy' : 'dmy';
}
